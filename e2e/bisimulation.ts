// `npm run bisimulation -- 10000`: random graphs, compiled and run beside the reference
// interpreter, compared after every event, with the snapshot written out and read back at random
// moments. A second number is the first seed; `npm run bisimulation -- 1 4711` walks one graph
// again.

import { campaign } from './bisimulation/campaign.ts';
import { printed, shortfalls } from './bisimulation/statistics.ts';

const [graphs = 1000, seed = 1] = process.argv.slice(2).map(Number);
const began = performance.now();
const { statistics, differences } = campaign(graphs, seed);
const seconds = Math.round((performance.now() - began) / 1000);
const missed = graphs >= 500 ? shortfalls(statistics) : [];
const lines = [
  printed(statistics),
  `${differences.length} differences, structured and flat, in ${seconds} s`,
  ...differences
    .slice(0, 10)
    .map((d) => `seed ${d.seed} (${d.mode}, ${d.size} steps): ${d.sentence}`),
  ...missed.map((sentence) => `the graphs are too tame: ${sentence}`),
];
process.stdout.write(`${lines.join('\n')}\n`);
process.exit(differences.length || missed.length ? 1 : 0);
