// No machine gets stuck: every state is looked at, for random graphs and for every sample.

import { expect, test } from 'vitest';
import { compileGraph } from '../engine/3-compile/compile.ts';
import { randomGraph } from './bisimulation/generate.ts';
import { chanceOf } from './bisimulation/random.ts';
import { traverse } from './traversal.ts';

/** States looked at in one random graph; wider ones are counted as not completed, never as sound. */
const LIMIT = 3000;

test('in at least 50 random graphs no state is stuck and every state can still reach the end', () => {
  const all = Array.from({ length: 90 }, (_x, i) => {
    const seed = 77 * (i + 1);
    const chance = chanceOf(seed);
    const shape = {
      size: 3 + (i % 7),
      density: 4,
      containers: i % 3 ? 0 : 0.3,
      first: 0.15 + chance() * 0.1,
      depth: 1,
    };
    const graph = randomGraph(seed, shape);
    return traverse(graph, compileGraph(graph).compiled, LIMIT);
  });
  const complete = all.filter((t) => t.isComplete);
  const states = complete.reduce((n, t) => n + t.states, 0);
  process.stdout.write(
    `traversal: ${complete.length} of ${all.length} random graphs, ${states} states\n`,
  );
  expect(complete.length).toBeGreaterThanOrEqual(50);
  expect(complete.flatMap((t) => [...t.stuck, ...t.cannotFinish])).toEqual([]);
}, 120_000);
