// A campaign: so many random graphs, each walked structured and flat, with statistics at the end.

import { randomGraph, randomShape } from './generate.ts';
import { seeded } from '../kit/seeded.ts';
import { count, noStatistics, type Statistics } from './statistics.ts';
import { walk } from './walk.ts';

export type Difference = { seed: number; size: number; mode: string; sentence: string };

/** One walk of the graph of a seed; undefined when machine and reference agree all the way. */
function differenceOf(
  seed: number,
  mode: 'structured' | 'flat',
  statistics?: Statistics,
): Difference | undefined {
  const shape = randomShape(seeded(seed));
  const graph = randomGraph(seed, shape);
  try {
    const seen = walk(graph, mode, seeded(seed * 7 + 1));
    if (statistics) count(statistics, graph, seen);
    return undefined;
  } catch (wrong) {
    return { seed, size: shape.size, mode, sentence: (wrong as Error).message };
  }
}

/**
 * Walks `graphs` random graphs, beginning with `seed`. `flatEvery` thins out the slow flat walks.
 * Differences name the seed, which gives the same graph and the same walk again.
 */
export function campaign(
  graphs: number,
  seed: number,
  flatEvery = 1,
): { statistics: Statistics; differences: Difference[] } {
  const statistics = noStatistics();
  const differences: Difference[] = [];
  for (let i = 0; i < graphs; i++) {
    const structured = differenceOf(seed + i, 'structured', statistics);
    const flat = i % flatEvery === 0 ? differenceOf(seed + i, 'flat') : undefined;
    differences.push(...[structured, flat].filter((found) => found !== undefined));
  }
  return { statistics, differences };
}
