// The promises of *Customer onboarding*: nothing is built on an answer that is old, about somebody
// else, or not what was asked for, and trouble says which step it was.
import { afterEach, expect, test } from 'vitest';
import type { Folder } from '../../engine/1-document/schema.ts';
import type { JsonObject } from '../../engine/base/value.ts';
import {
  detailOf,
  openStage,
  outputOf,
  printedGraph,
  rowsIn,
  wayOf,
  type Stage,
} from '../stage.ts';

const SLUG = 'customer-onboarding';
let stage: Stage;
const open = (change?: (folder: Folder) => void): Stage => (stage = openStage(SLUG, change));
afterEach(() => stage?.end());

/** What the identity service says about the customer of the example. */
const identity =
  (row: JsonObject) =>
  (folder: Folder): void => {
    const register = folder.practice.world['identity_register'] as JsonObject[];
    Object.assign(register[0] as JsonObject, row);
  };
const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 20, 10);
const CACHED = 'Identity verification returned cached data; timestamp mismatch detected';

/** The one card a run waits at, and that nothing was changed before it. */
function stopped(run: { run: string; status: string; path: unknown[] }) {
  const cards = stage.cards(run.run);
  expect([run.status, cards.map((c) => [c.kind, c.step, c.to])]).toEqual([
    'waiting',
    [['trouble', 'escalate', 'dana_ruiz']],
  ]);
  expect(stage.world.read().tables).toEqual([]);
  return cards[0] as (typeof cards)[number];
}

test('is eight steps with one tool each, and compiles to the graph agreed on', async () => {
  open();
  const types = stage.folder.workflow.scope.nodes.map((n) => n.type);
  expect(types.filter((type) => type === 'call_tool@1')).toHaveLength(7);
  expect(types.filter((type) => type === 'escalate@1')).toHaveLength(1);
  await expect(printedGraph(SLUG)).toMatchFileSnapshot('expected/ir.txt');
});

test('a fresh and right answer goes all the way to the audit entry', async () => {
  const run = await open().play();
  expect(run).toMatchObject({ status: 'done', outcome: 'done', end: 'onboarded' });
  expect(run.usage).toMatchObject({ toolCalls: 7, modelCalls: 0, costNano: 0 });
  expect(stage.world.read().tables.map((t) => [t.name, t.rows.length])).toEqual([
    ['accounts', 1],
    ['documents', 1],
    ['calendar', 1],
    ['outbox', 1],
    ['channel', 1],
    ['audit', 1],
  ]);
  expect(rowsIn(stage, 'outbox')).toMatchObject([{ to: 'lena.brandt@brandt-optik.example' }]);
});

test('an answer from a cache stops the run at step two, and says so', async () => {
  const run = await open().play({ customer: 'C-2077' });
  expect(detailOf(stopped(run))).toBe(CACHED);
  expect(wayOf(run).at(-1)).toBe('verify_identity:error');
});

test('the sentence names the step, whatever it is called', async () => {
  const run = await open((folder) => {
    const step = folder.workflow.scope.nodes.find((n) => n.id === 'verify_identity');
    if (step) step.name = 'Passport check';
  }).play({ customer: 'C-2077' });
  expect(detailOf(stopped(run))).toBe(CACHED.replace('Identity verification', 'Passport check'));
});

test('an answer about another customer stops it too, with another sentence', async () => {
  const run = await open().play({ customer: 'C-3112' });
  expect(detailOf(stopped(run))).toBe(
    'Identity verification answered about somebody else: asked about C-3112, got C-3121',
  );
});

test('an identity that is not verified stops it, with a third sentence', async () => {
  const run = await open(identity({ status: 'pending' })).play();
  expect(detailOf(stopped(run))).toContain('status is pending');
});

test.each([
  ['14 minutes before', -14 * MINUTE, 'done'],
  ['16 minutes before', -16 * MINUTE, 'waiting'],
  ['16 minutes after', 16 * MINUTE, 'waiting'],
])('an answer dated %s the question: %s ms, the run is %s', async (_name, by, status) => {
  const at = new Date(NOW + by).toISOString();
  const run = await open(identity({ checked_at: at })).play();
  expect(run.status).toBe(status);
});

test('a time that is no time is not fresh', async () => {
  const run = await open(identity({ checked_at: 'yesterday' })).play();
  expect(detailOf(stopped(run))).toContain('does not say when');
});

test('an unknown customer is trouble with the tool’s own words', async () => {
  const run = await open().play({ customer: 'C-9999' });
  expect(detailOf(stopped(run))).toContain('There is no customer with this number.');
});

test('taken care of, it ends without an account', async () => {
  const run = await open().play({ customer: 'C-2077' });
  const after = await stage.decide(stopped(run), 'go-on', { by: 'dana_ruiz', note: 'I call them' });
  expect(after).toMatchObject({ status: 'done', outcome: 'does_not_know', end: 'handed_over' });
  expect(outputOf(after, 'note')).toBe('I call them');
});
