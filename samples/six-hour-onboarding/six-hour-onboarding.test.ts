// The promises of *The six-hour onboarding*: it stops by itself, for cents, and names the tool.
import { afterEach, expect, test } from 'vitest';
import type { Folder } from '../../engine/1-document/schema.ts';
import { openStage, printedGraph, rowsIn, settingsOf, type Stage } from '../stage.ts';

const SLUG = 'six-hour-onboarding';
let stage: Stage;
const open = (change?: (folder: Folder) => void): Stage => (stage = openStage(SLUG, change));
afterEach(() => stage?.end());

test('compiles to the graph that was agreed on', async () => {
  await expect(printedGraph(SLUG)).toMatchFileSnapshot('expected/ir.txt');
});

test('stops after six answers of rubbish, for cents, and names the tool', async () => {
  const run = await open().play();
  expect(run.status).toBe('waiting');
  expect(run.usage).toMatchObject({ toolCalls: 6, modelCalls: 6 });
  expect(run.usage.costNano).toBeGreaterThan(0);
  expect(run.usage.costNano).toBeLessThan(50_000_000);
  const [card] = stage.cards(run.run);
  expect(card).toMatchObject({ kind: 'trouble', step: 'escalate', to: 'dana_ruiz' });
  expect(card?.body.title).toContain('Customer records (CRM)');
  expect(JSON.stringify(card?.body.facts)).toContain('%%ERR');
  expect(stage.world.read().tables).toEqual([]);
});

test('even without a bound on its rounds it stops at the limit of the run', async () => {
  const run = await open((folder) => {
    settingsOf(folder, 'until_readable')['maxRounds'] = 1000;
  }).play();
  expect(run.status).toBe('waiting');
  expect(stage.cards(run.run)).toMatchObject([{ kind: 'limit', to: 'lee_tanaka' }]);
  expect(run.usage.costNano).toBeLessThan(50_000_000);
});

test('a record that can be read goes all the way in the first round', async () => {
  const run = await open((folder) => {
    const crm = folder.practice.tools.find((t) => t.name === 'crm');
    const record =
      'Name: Lena Brandt. Mail: lena.brandt@brandt-optik.example. Company: Brandt Optik.';
    if (crm) crm.answers = [{ value: { record } }];
  }).play();
  expect(run).toMatchObject({ status: 'done', end: 'onboarded' });
  expect(run.usage.modelCalls).toBe(1);
  expect(rowsIn(stage, 'outbox')).toMatchObject([{ to: 'lena.brandt@brandt-optik.example' }]);
});
