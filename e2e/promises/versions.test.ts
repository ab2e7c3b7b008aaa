// A run belongs to the drawing it began with, whatever becomes of its file.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { replay } from '../../engine/6-replay/replay.ts';
import { openReadOnly } from '../../engine/5-record/journal.ts';
import type { App } from '../../engine/workspace/app.ts';
import { agree, begin, openHouse } from './house.ts';

const SLUG = 'expense-approval';
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-versions-'));
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

const way = (app: App, run: string): string[] =>
  app.engine.run(run)?.path.map(({ step, port }) => `${step} ${port}`) ?? [];

/** The same drawing in which everything above ten is refused without asking. */
function forbid(app: App): void {
  const { folder, hash } = app.workflows.open(SLUG);
  const text = JSON.stringify(folder.workflow)
    .replaceAll('"version":"1.0.0"', '"version":"2.0.0"')
    .replaceAll('"Expense approval"', '"Nothing is paid"')
    .replaceAll('"outcome":"done"', '"outcome":"refused"');
  expect(app.workflows.save(SLUG, hash, JSON.parse(text))).not.toHaveProperty('conflict');
}

test('a run finishes on the version it began with, whatever becomes of its file', async () => {
  const first = openHouse(dir);
  const model = await begin(first, SLUG, { amount: 1800 });
  await agree(first, model);
  const expected = way(first, model);
  const old = await begin(first, SLUG, { amount: 1800 });
  const gone = await begin(first, SLUG, { amount: 1800 });
  expect([first.engine.run(old)?.status, first.engine.run(gone)?.status]).toEqual(
    Array(2).fill('waiting'),
  );

  forbid(first);
  expect(await agree(first, old)).toBe('done');
  const changed = await begin(first, SLUG, { amount: 1800 });
  await agree(first, changed);
  expect(first.engine.run(changed)).toMatchObject({
    version: expect.stringMatching(/^2\.0\.0\+draft\.[0-9a-f]{8}$/),
    outcome: 'refused',
  });

  first.workflows.remove(SLUG);
  await first.close();
  const again = openHouse(dir);
  await again.engine.recover();
  expect(await agree(again, gone)).toBe('done');
  for (const run of [old, gone]) {
    expect(way(again, run)).toEqual(expected);
    expect(again.engine.run(run)).toMatchObject({
      version: '1.0.0',
      name: 'Expense approval',
      outcome: 'done',
    });
    expect(again.engine.folderOf(run)?.workflow.version).toBe('1.0.0');
  }
  await again.close();
  const opened = openReadOnly(again.workspace.files);
  if (!opened.ok) throw new Error(opened.wrong.code);
  for (const run of [model, old, gone, changed])
    expect(replay(opened.journal, run)).toMatchObject({ isSame: true });
  opened.journal.close();
});
