// Replaying reads what was written and does nothing else: while it goes on, every way out of the
// process is closed, and whoever tries one breaks the replay.

import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { foldAll } from '../../engine/4-run/evolve.ts';
import { openReadOnly } from '../../engine/5-record/journal.ts';
import { replay } from '../../engine/6-replay/replay.ts';
import { sampleSlugs, samplesDir } from '../../engine/workspace/create.ts';
import { agree, begin, openHouse } from './house.ts';
import { silently } from './silently.ts';

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-silent-'));
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

test('a replay is exact and silent: the same way, the same values and views, and nothing is called', async () => {
  const app = openHouse(dir);
  const runs: string[] = [];
  for (const slug of sampleSlugs(samplesDir())) {
    const run = await begin(app, slug);
    await agree(app, run);
    runs.push(run);
  }
  runs.push(await begin(app, 'expense-approval', { amount: 1800 }));
  const shown = new Map(runs.map((run) => [run, JSON.stringify(app.engine.run(run))]));
  await app.close();
  const opened = openReadOnly(app.workspace.files);
  if (!opened.ok) throw new Error(opened.wrong.code);
  const { journal } = opened;
  const bytes = (): string[] =>
    [app.workspace.files.database, app.workspace.files.anchors].map((file) =>
      fs.readFileSync(file).toString('base64'),
    );
  const before = bytes();
  for (const run of runs) {
    const { result, tried } = silently(() => {
      const whole = replay(journal, run);
      const again = replay(journal, run);
      const view = JSON.stringify(foldAll(journal.eventsAfter(0, run)));
      return { whole, again, view };
    });
    expect(tried).toEqual([]);
    expect(result.whole).toMatchObject({ isSame: true, run });
    expect(result.again).toEqual(result.whole);
    expect(result.view).toBe(shown.get(run));
    const moves = journal
      .eventsOf(run)
      .flatMap(({ head }) => ('turn' in head ? (head.turn?.moves ?? []) : []));
    expect(result.whole.path).toEqual(moves);
  }
  expect(bytes()).toEqual(before);
  expect(runs.length).toBeGreaterThan(4);
  // Whoever does try a way out is noticed.
  expect(() => silently(() => net.connect(9))).toThrow('connect was tried');
  journal.close();
});
