// Stopping everything, ending in good order, and runs that cannot be taken up again: seen from
// outside on a real journal.

import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { cardOf, drawing, scopeOf } from '../../e2e/kit/drawing.ts';
import { openKit, type Kit, type Script } from '../../e2e/kit/engine-kit.ts';
import type { Folder } from '../1-document/schema.ts';
import { LIMITS } from '../base/limits.ts';
import type { JsonObject } from '../base/value.ts';
import { simulatedClock } from './clock.ts';

let kit: Kit;
afterEach(() => kit.end());

const RULES: Folder['rules'] = [
  { id: 'free', name: 'Free', when: { field: 'tool', op: 'is', value: 'send' }, then: 'allow' },
];
const CARDS = [
  cardOf('look', { alwaysFresh: true }),
  cardOf('send', { effect: 'irreversible', idempotency: 'none', undo: 'Write to them again.' }),
];

/** Calls one after another, by tool. */
function calls(...tools: string[]): Folder {
  const ids = tools.map((_, i) => `s${i}`);
  return drawing(
    scopeOf(
      [
        ['start', 'start'],
        ...tools.map((tool, i) => [ids[i], 'call_tool', { tool, args: { n: i } }] as never),
        ['fin', 'end', { outcome: 'done' }],
      ],
      [`start:ok>s0`, ...ids.map((id, i) => `${id}:ok>${ids[i + 1] ?? 'fin'}`)],
    ),
    { cards: CARDS, rules: RULES },
  );
}
const asking = (): Folder =>
  drawing(
    scopeOf(
      [
        ['start', 'start'],
        ['gate', 'approval', { ask: 'manager', title: 'Go on?', fields: [], covers: [] }],
        ['fin', 'end', { outcome: 'done' }],
      ],
      ['start:ok>gate', 'gate:approved>fin'],
    ),
  );

async function begin(folder: Folder, practice = true): Promise<string> {
  const { setting } = kit;
  const request = { folder, setting, input: {}, practice, pace: 'full' as const };
  const started = await kit.engine.startRun(request);
  if ('wrong' in started) throw new Error(JSON.stringify(started.wrong));
  return started.run;
}

/** Tools that answer only when told to. */
function gated(): { script: Script; open: () => void; waiting: () => number } {
  const waiting: (() => void)[] = [];
  const hang = (): Promise<JsonObject> =>
    new Promise((resolve) => waiting.push(() => resolve({ n: 1 })));
  return {
    script: { tool: { look: hang, send: hang } },
    open: () => waiting.splice(0).forEach((go) => go()),
    waiting: () => waiting.length,
  };
}
const statusOf = (run: string): string | undefined => kit.engine.run(run)?.status;

describe('a stop of everything', () => {
  test('now: every run is stopped, with one receipt that says what may have happened', async () => {
    const gate = gated();
    kit = openKit(gate.script);
    const looks = await begin(calls('look', 'look'));
    const sends = await begin(calls('look', 'send'));
    const waits = await begin(asking());
    await expect.poll(gate.waiting).toBe(2);
    gate.open();
    await expect.poll(gate.waiting).toBe(2);
    const receipt = await kit.engine.stopAll('now', 'dana_ruiz');
    expect(receipt).toMatchObject({ how: 'now', by: 'dana_ruiz', isOver: true });
    const parts = new Map(receipt.of.map((one) => [one.run, one]));
    expect(parts.get(looks)?.receipt).toMatchObject({ done: ['start', 's0'], notDone: ['s1'] });
    expect(parts.get(sends)).toMatchObject({
      receipt: { unknown: ['s1'] },
      actions: [{ step: 's1', title: 'send', isSure: false, undo: 'Write to them again.' }],
    });
    expect(parts.get(waits)?.receipt.waiting).toEqual(['gate']);
    expect([looks, sends, waits].map(statusOf)).toEqual(['stopped', 'stopped', 'stopped']);
    expect(kit.engine.inbox()).toEqual([]);
    gate.open();
    expect(await kit.engine.resume(looks)).toMatchObject({ wrong: { code: 'run.not_active' } });
    expect(statusOf(await begin(asking()))).toBe('waiting');
  });

  test('after this step: what is in flight is recorded, then its run is stopped', async () => {
    const gate = gated();
    kit = openKit(gate.script);
    const run = await begin(calls('look', 'look'));
    const waits = await begin(asking());
    await expect.poll(gate.waiting).toBe(1);
    const first = await kit.engine.stopAll('after_step');
    expect([first.isOver, statusOf(run), statusOf(waits)]).toEqual([false, 'paused', 'stopped']);
    expect(await kit.engine.startRun(request(asking()))).toMatchObject({
      wrong: { code: 'run.stopping' },
    });
    gate.open();
    await expect.poll(() => statusOf(run)).toBe('stopped');
    expect(kit.seen.map(({ step }) => step)).toEqual(['s0']);
    const receipt = kit.engine.stopReceipt();
    expect(receipt?.isOver).toBe(true);
    expect(receipt?.of.find((one) => one.run === run)?.receipt.done).toContain('s0');
    expect(kit.engine.standing().isStopping).toBe(false);
  });

  test('finish: what is at work goes on to its end, and nothing new is started', async () => {
    const gate = gated();
    kit = openKit(gate.script);
    const run = await begin(calls('look', 'look'));
    const waits = await begin(asking());
    await expect.poll(gate.waiting).toBe(1);
    expect((await kit.engine.stopAll('finish')).isOver).toBe(false);
    expect(await kit.engine.startRun(request(asking()))).toMatchObject({
      wrong: { code: 'run.stopping' },
    });
    gate.open();
    await expect.poll(gate.waiting).toBe(1);
    gate.open();
    await kit.engine.settled(run);
    const receipt = kit.engine.stopReceipt();
    expect([receipt?.isOver, statusOf(run), statusOf(waits)]).toEqual([true, 'done', 'waiting']);
    expect(receipt?.of.map((one) => one.receipt)).toMatchObject([
      { done: ['start', 's0', 's1'], notDone: [] },
      { waiting: ['gate'] },
    ]);
    expect(statusOf(await begin(asking()))).toBe('waiting');
  });

  test('takes nothing back when a milder one comes later', async () => {
    const gate = gated();
    kit = openKit(gate.script);
    const run = await begin(calls('look', 'look'));
    await expect.poll(gate.waiting).toBe(1);
    await kit.engine.stopAll('after_step');
    expect(await kit.engine.stopAll('finish')).toMatchObject({ how: 'after_step', isOver: false });
    gate.open();
    await expect.poll(() => statusOf(run)).toBe('stopped');
  });

  test('goes on with itself after a restart', async () => {
    const gate = gated();
    kit = openKit(gate.script);
    const run = await begin(calls('look', 'look'));
    await expect.poll(gate.waiting).toBe(1);
    await kit.engine.stopAll('after_step');
    kit = await kit.restart();
    await expect.poll(() => statusOf(run)).toBe('stopped');
    expect(kit.engine.stopReceipt()).toMatchObject({ how: 'after_step', isOver: true });
    expect(statusOf(await begin(asking()))).toBe('waiting');
  });

  test('reaches runs that no engine has taken up, without beginning anything in them', async () => {
    const gate = gated();
    kit = openKit(gate.script);
    const run = await begin(calls('look', 'look'));
    await expect.poll(gate.waiting).toBe(1);
    await kit.engine.close();
    kit = openKit(gate.script, kit.dir);
    const receipt = await kit.engine.stopAll('now');
    expect([statusOf(run), receipt.of.length, kit.seen]).toEqual(['stopped', 1, []]);
  });

  test('shows beforehand what it would meet', async () => {
    const gate = gated();
    kit = openKit(gate.script);
    const sends = await begin(calls('send', 'look'));
    await expect.poll(gate.waiting).toBe(1);
    gate.open();
    await expect.poll(gate.waiting).toBe(1);
    const waits = await begin(asking());
    const inner = calls('look');
    const parent = drawing(
      scopeOf(
        [
          ['start', 'start'],
          ['sub', 'sub_workflow', { workflow: 'drawn' }],
          ['fin', 'end', { outcome: 'done' }],
        ],
        ['start:ok>sub', 'sub:ok>fin'],
      ),
      { id: 'above' },
    );
    await kit.engine.startRun({ ...request(parent), library: { drawn: inner } });
    await expect.poll(gate.waiting).toBe(2);
    const found = kit.engine.inventory();
    expect(found.runs.map(({ doing }) => doing.map(({ name }) => name))).toEqual([
      ['s1'],
      [],
      ['s0'],
    ]);
    expect(found.approvals).toMatchObject([{ run: waits, kind: 'approval', step: 'gate' }]);
    expect(found.actions).toMatchObject([
      { run: sends, title: 'send', isSure: true, undo: 'Write to them again.' },
    ]);
    expect(found.readers).toEqual([{ kind: 'tool', name: 'send', runs: [sends] }]);
    expect(found.delegated).toMatchObject([{ step: 'sub', name: 'sub' }]);
    gate.open();
  });
});

const request = (folder: Folder) => ({
  folder,
  setting: kit.setting,
  input: {},
  practice: true,
  pace: 'full' as const,
});

describe('an end in good order', () => {
  test('records what comes back in time, starts nothing new, and the next start goes on', async () => {
    const gate = gated();
    kit = openKit(gate.script);
    const run = await begin(calls('send', 'look'));
    const stuck = kit.engine.settled(run);
    await expect.poll(gate.waiting).toBe(1);
    const drained = kit.engine.drain();
    gate.open();
    await drained;
    expect((await stuck).path.map(({ step }) => step)).toEqual(['start', 's0']);
    expect([kit.seen.length, kit.engine.standing().isDraining]).toEqual([1, true]);
    const before = kit.engine.run(run)?.steps;
    kit = await kit.restart();
    expect(Object.keys(kit.engine.run(run)?.steps ?? {})).toEqual(Object.keys(before ?? {}));
    await expect.poll(gate.waiting).toBe(1);
    gate.open();
    await kit.engine.settled(run);
    expect([statusOf(run), kit.seen.map(({ step }) => step)]).toEqual(['done', ['s1']]);
  });

  test('waits no longer than two seconds for what does not come back', async () => {
    const gate = gated();
    const clock = simulatedClock();
    kit = openKit(gate.script, undefined, clock);
    await begin(calls('look'));
    await expect.poll(gate.waiting).toBe(1);
    let isOver = false;
    void kit.engine.drain().then(() => (isOver = true));
    await clock.advance(LIMITS.drainMs - 1);
    expect(isOver).toBe(false);
    await clock.advance(1);
    await expect.poll(() => isOver).toBe(true);
    expect(LIMITS.drainMs).toBeLessThan(2000);
  });
});

describe('a run that cannot be taken up', () => {
  /** Breaks what is kept of one run, as a damaged page would. */
  async function broken(): Promise<{ bad: string; good: string }> {
    const gate = gated();
    kit = openKit({ ...gate.script, tool: { look: () => ({ n: 1 }) } });
    const bad = await begin(asking());
    const good = await begin(asking());
    await kit.engine.close();
    const db = new Database(join(kit.dir, 'interlock.db'));
    db.prepare("UPDATE runs SET snapshot = '{broken' WHERE id = ?").run(bad);
    db.close();
    kit = openKit({}, kit.dir);
    await kit.engine.recover();
    return { bad, good };
  }

  test('keeps no other from going on, and says why it stands still', async () => {
    const { bad, good } = await broken();
    expect(kit.engine.standing().held).toMatchObject([
      { run: bad, why: { code: 'why.cannot_recover' } },
    ]);
    expect([statusOf(bad), statusOf(good)]).toEqual(['paused', 'waiting']);
    const card = kit.engine.inbox().find((one) => one.run === good);
    await kit.engine.decide({ card: card?.id ?? '', choice: 'approve', by: card?.to });
    await kit.engine.settled(good);
    expect(statusOf(good)).toBe('done');
    expect(await kit.engine.resume(bad)).toMatchObject({ wrong: { code: 'run.held' } });
  });

  test('can be stopped all the same, alone or with everything', async () => {
    const { bad } = await broken();
    expect(await kit.engine.stop(bad)).toMatchObject({ receipt: { waiting: ['gate'] } });
    expect(statusOf(bad)).toBe('stopped');
    expect(kit.engine.inbox().map(({ run }) => run)).not.toContain(bad);
    kit = await kit.restart();
    expect(kit.engine.standing().held).toEqual([]);
    expect(statusOf(bad)).toBe('stopped');
  });

  test('is stopped with everything', async () => {
    const { bad, good } = await broken();
    const receipt = await kit.engine.stopAll('now');
    expect(new Map(receipt.of.map(({ run, status }) => [run, status]))).toEqual(
      new Map([bad, good].map((run) => [run, 'stopped'])),
    );
  });
});
