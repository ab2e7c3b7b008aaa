import { chanceOf } from './bisimulation/random.ts';
import { randomGraph, randomShape } from './bisimulation/generate.ts';
import { walk } from './bisimulation/walk.ts';
let fails = 0;
const t0 = performance.now();
let events = 0;
for (
  let seed = Number(process.argv[3] ?? 1);
  seed < Number(process.argv[3] ?? 1) + Number(process.argv[2] ?? 300);
  seed++
) {
  const chance = chanceOf(seed);
  const shape = randomShape(chance);
  const g = randomGraph(seed, shape);
  for (const mode of ['structured', 'flat'] as const) {
    try {
      const s = walk(g, mode, chanceOf(seed * 7 + 1));
      events += s.events;
    } catch (e) {
      fails++;
      if (fails < 12) console.log(seed, mode, shape.size, String((e as Error).stack).slice(0, 900));
    }
  }
}
console.log({ fails, events, ms: performance.now() - t0 });
if (process.argv[4])
  console.log(
    JSON.stringify(
      randomGraph(
        Number(process.argv[3]),
        randomShape(chanceOf(Number(process.argv[3]))),
      ).scope.steps.find((s) => s.id === process.argv[4]),
      null,
      1,
    ),
  );
