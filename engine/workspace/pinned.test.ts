// What is kept of steps, through the same handlers that every way in uses: keeping, changing,
// using in a test, and an ordinary run that never looks at it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { realRandom } from '../4-run/clock.ts';
import type { Asked, Name } from '../api/handler.ts';
import { handlers, schemaOf } from '../api/handlers.ts';
import type { Answers } from '../api/contract.ts';
import type { RunView } from '../4-run/view.ts';
import { openApp, type App } from './app.ts';
import { openWorkspace } from './open.ts';
import { findPlace } from './place.ts';

const SLUG = 'expense-approval';
const CLAIM = { amount: 320, purpose: 'Train to Leeds', category: 'travel', date: '2026-11-12' };
let dir = '';
let app: App;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'interlock-kept-'));
  const opened = openApp(openWorkspace(findPlace(dir), realRandom), { onQuit: () => {} });
  if (opened === 'taken') throw new Error('taken');
  app = opened;
});
afterEach(async () => {
  await app.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Asks as a client does: checked by the contract, answered by the handler. */
async function ask<N extends Name & keyof Answers>(name: N, input: Asked<N>): Promise<Answers[N]> {
  const parsed = schemaOf(name, false)?.parse(input);
  const answer = await (handlers[name] as (a: App, i: unknown) => unknown)(app, parsed);
  if (answer && typeof answer === 'object' && 'wrong' in answer)
    throw new Error(JSON.stringify(answer.wrong));
  return answer as Answers[N];
}

type Test = NonNullable<Asked<'startRun'>['test']>;
async function run(of?: Test, input = CLAIM): Promise<RunView> {
  const started = await ask('startRun', {
    slug: SLUG,
    input,
    pace: 'full',
    ...(of ? { test: of } : {}),
  });
  return ask('settled', { run: started.run });
}
const place = (name: string): string => path.join(dir, 'workflows', SLUG, name);
const effect = (view: RunView, step: string) =>
  Object.values(view.effects).find((one) => one.node === step);

test('a result is kept, used in tests, and never in an ordinary run', async () => {
  const tried = await run({ only: 'check_claim' });
  await ask('keepResult', { slug: SLUG, step: 'check_claim', run: tried.run });
  expect(readFileSync(place('kept.json'), 'utf8')).toContain('"within_policy"');
  expect(effect(await run({ until: 'how_much' }), 'check_claim')?.recorded).toBe(true);
  expect(
    effect(await run({ until: 'how_much', kept: false }), 'check_claim')?.recorded,
  ).toBeUndefined();
  expect(effect(await run(), 'check_claim')?.recorded).toBeUndefined();
});

test('a step alone takes what was kept before it, or says what is missing', async () => {
  await ask('editKept', {
    slug: SLUG,
    step: 'check_claim',
    port: 'ok',
    value: { category: 'outside_policy' },
  });
  const { given } = await ask('givenTo', { slug: SLUG, step: 'how_much' });
  expect(given).toMatchObject([{ step: 'check_claim', from: 'kept', port: 'ok' }]);
  expect((await run({ only: 'how_much' })).steps['how_much']?.port).toBe('to_manager');
});

test('the step that is tried is carried out, whatever was kept of it', async () => {
  await ask('editKept', { slug: SLUG, step: 'check_claim', port: 'unsure', value: {} });
  const view = await run({ until: 'check_claim' });
  expect([view.steps['check_claim']?.port, effect(view, 'check_claim')?.recorded]).toEqual([
    'ok',
    undefined,
  ]);
});

test('a file that cannot be read is refused and never written over', async () => {
  writeFileSync(place('kept.json'), '{ half');
  await expect(run({ until: 'how_much' })).rejects.toThrow('kept.unreadable');
  await expect(ask('editKept', { slug: SLUG, step: 'pay', port: 'ok', value: {} })).rejects.toThrow(
    'kept.unreadable',
  );
  expect(readFileSync(place('kept.json'), 'utf8')).toBe('{ half');
  expect((await run()).status).toBe('done');
});

test('a run becomes an example, and its past says how it went', async () => {
  const before = (await ask('examples', { slug: SLUG })).examples.length;
  const view = await run();
  const { id } = await ask('saveExample', { slug: SLUG, name: '../Train?', run: view.run });
  expect(id).toMatch(/^[a-z0-9-]+$/);
  const { examples } = await ask('examples', { slug: SLUG });
  expect(examples).toHaveLength(before + 1);
  expect(examples.find((one) => one.id === id)?.past).toMatchObject({ end: 'paid', asks: [] });
  await ask('forgetExample', { slug: SLUG, id });
  expect((await ask('examples', { slug: SLUG })).examples).toHaveLength(before);
});

test('tests are no part of the past, and are listed as tests', async () => {
  await run({ until: 'how_much' });
  const real = await run();
  expect((await ask('past', { slug: SLUG })).pasts.map((past) => past.run)).toEqual([real.run]);
  const runs = await ask('runs', { slug: SLUG });
  expect(runs.map((one) => one.test)).toEqual([undefined, { until: 'how_much' }]);
});

test('only what is wrong with the part keeps it from being tried', async () => {
  const { workflow, hash } = await ask('workflow', { slug: SLUG });
  const nodes = workflow.scope.nodes.map((node) =>
    node.id === 'pay' ? { ...node, settings: {} } : node,
  );
  await ask('saveWorkflow', {
    slug: SLUG,
    hash,
    workflow: { ...workflow, scope: { ...workflow.scope, nodes } },
  });
  await expect(run()).rejects.toThrow('workflow.not_fine');
  expect((await run({ until: 'how_much' })).end).toBe('here');
  await expect(run({ only: 'pay' })).rejects.toThrow('workflow.not_fine');
});
