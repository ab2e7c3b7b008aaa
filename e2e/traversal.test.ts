// No machine gets stuck: every state is looked at, for random graphs and for every sample.

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadFolder } from '../engine/1-document/load.ts';
import type { Folder } from '../engine/1-document/schema.ts';
import { compile, compileGraph } from '../engine/3-compile/compile.ts';
import { registry } from '../nodes/index.ts';
import { randomGraph } from './bisimulation/generate.ts';
import { seeded } from './kit/seeded.ts';
import { traverse } from './traversal.ts';

/**
 * States looked at in one random graph; wider ones are counted as not completed, never as sound.
 */
const LIMIT = 3000;

test('in 50 random graphs no state is stuck and every state can reach the end', () => {
  const all = Array.from({ length: 60 }, (_x, i) => {
    const seed = 77 * (i + 1);
    const chance = seeded(seed);
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

/** Samples must be looked at completely; this is far above what any of them needs. */
const SAMPLE_LIMIT = 20_000;
const SAMPLES = path.join(import.meta.dirname, '../samples');
const slugs = readdirSync(SAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
  .map((entry) => entry.name);

test.each(slugs)('no state of the sample %s is stuck or cut off from the end', (slug) => {
  const { folder } = loadFolder(path.join(SAMPLES, slug));
  const { graph, compiled } = compile(folder as Folder, registry);
  const seen = traverse(graph, compiled, SAMPLE_LIMIT);
  process.stdout.write(`traversal: ${slug} ${seen.states} of at most ${SAMPLE_LIMIT} states\n`);
  expect(seen.isComplete).toBe(true);
  expect([...seen.stuck, ...seen.cannotFinish]).toEqual([]);
  expect(seen.finals).toBeGreaterThan(0);
});
