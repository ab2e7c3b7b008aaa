// The main job from the outside, as a script would do it: amounts and who decides, what an approval
// pays, the compiled machine on its own, and a record that can be gone through and trusted.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Summary } from '../engine/cli/summary.ts';
import type { Recorded } from '../engine/4-run/events.ts';
import { emptyCommit } from '../engine/4-run/ports.ts';
import type { CardView } from '../engine/4-run/view.ts';
import { openJournal, openReadOnly } from '../engine/5-record/journal.ts';
import type { Verified } from '../engine/5-record/verify.ts';
import type { JsonObject } from '../engine/base/value.ts';
import { openWorld } from '../engine/tools/practice-world.ts';
import { interlock, json, refusal, writeFolder, type Ended } from './kit/command-line.ts';
import { cardOf, drawing, scopeOf } from './kit/drawing.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const EXPENSES = path.join(ROOT, 'samples/expense-approval');
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-acceptance-'));
let workspace = path.join(dir, 'workspace');
const state = (name: string): string => path.join(workspace, '.state', name);
const files = () => ({ database: state('interlock.db'), anchors: state('anchors.log') });

beforeAll(() => void (process.env['INTERLOCK_WORKSPACE'] = workspace));
afterAll(() => {
  delete process.env['INTERLOCK_WORKSPACE'];
  fs.rmSync(dir, { recursive: true, force: true });
});

const claim = (amount: number, folder = EXPENSES): Promise<Ended> =>
  interlock('run', folder, '--set', `amount=${amount}`, '--practice', '--json');
/** A claim that waits, with the card it waits for. */
async function waiting(amount = 1800): Promise<Summary & { card: string }> {
  const summary = json<Summary>(await claim(amount));
  return { ...summary, card: summary.waitingFor?.[0]?.card ?? '' };
}
const inbox = async (): Promise<CardView[]> => json<CardView[]>(await interlock('inbox', '--json'));
const wayOf = ({ path: way }: Summary): string[] => way.map(({ step, port }) => `${step}:${port}`);
/** What stands in the practice ledger for a run. */
const ledger = (run: string): unknown[] =>
  openWorld(state('world'))
    .read()
    .tables.filter(({ name }) => name === 'ledger')
    .flatMap(({ rows }) => rows.filter((row) => row.run === run).map(({ row }) => row['amount']));
function eventsOf(run: string): Recorded[] {
  const opened = openReadOnly(files());
  if (!opened.ok) throw new Error(opened.wrong.code);
  const events = opened.journal.eventsOf(run);
  opened.journal.close();
  return events;
}

describe('an expense claim', () => {
  test.each([0.01, 320, 499.99])('of $%d is paid by itself', async (amount) => {
    const ended = await claim(amount);
    expect(ended.code).toBe(0);
    const summary = json<Summary>(ended);
    expect(wayOf(summary).slice(-2)).toEqual(['how_much:by_itself', 'pay:ok']);
    expect([summary.outcome, ledger(summary.run)]).toEqual(['done', [amount]]);
  });

  test.each([
    [500, 'ask_manager', 'marcus_webb'],
    [1800, 'ask_manager', 'marcus_webb'],
    [5000, 'ask_manager', 'marcus_webb'],
    [5000.01, 'ask_director', 'ines_roth'],
    [9000, 'ask_director', 'ines_roth'],
  ])('of $%d waits at %s, for %s', async (amount, step, person) => {
    const ended = await claim(amount);
    expect(ended.code).toBe(3);
    const summary = json<Summary>(ended);
    expect(summary.waitingFor).toMatchObject([{ kind: 'approval', step }]);
    expect((await inbox()).find(({ run }) => run === summary.run)?.to).toBe(person);
    expect(ledger(summary.run)).toEqual([]);
  });

  test('changed by the manager pays what he agreed to; the second decision is told the first', async () => {
    const { card, run } = await waiting();
    const edit = ['--edit', 'amount=1750', '--by', 'marcus_webb'];
    const done = await interlock('decide', card, 'approve', ...edit, '--json');
    expect(done.code).toBe(0);
    expect(json<Summary>(done).output).toMatchObject({ paid: 1750 });
    expect(ledger(run)).toEqual([1750]);
    const events = eventsOf(run);
    const answered = events.find(({ type }) => type === 'card.answered');
    expect(answered?.payload).toMatchObject({
      changes: [{ field: 'amount', from: 1800, to: 1750 }],
    });
    const paid = events.findLast(({ type }) => type === 'effect.settled');
    expect(paid?.payload).toMatchObject({ value: { v: { paid: 1750 } } });
    const shown = json<Summary>(await interlock('show', run, '--json'));
    expect(shown).toEqual(json<Summary>(done));

    const second = await interlock('decide', card, 'refuse', '--by', 'marcus_webb');
    expect(refusal(second)).toBe('Marcus Webb has decided this already: approve.');
    expect(ledger(run)).toEqual([1750]);
  });

  test('raised above the manager’s limit is refused, naming it, and goes to the director', async () => {
    const { card, run } = await waiting();
    const edit = ['--edit', 'amount=9000', '--by', 'marcus_webb'];
    expect(refusal(await interlock('decide', card, 'approve', ...edit))).toBe(
      'Marcus Webb may approve at most $5,000; this is $9,000. Ines Roth is asked now.',
    );
    const now = (await inbox()).find((one) => one.run === run);
    expect(now).toMatchObject({ id: card, to: 'ines_roth', proposal: { amount: 9000 } });
    expect(ledger(run)).toEqual([]);
    expect((await interlock('decide', card, 'approve', '--by', 'ines_roth')).code).toBe(0);
    expect(ledger(run)).toEqual([9000]);
  });

  test('takes another way, and says so in its contract, when the threshold in the file changes', async () => {
    const lower = path.join(dir, 'lower');
    fs.cpSync(EXPENSES, lower, { recursive: true });
    const file = path.join(lower, 'workflow.json');
    const drawn = fs.readFileSync(file, 'utf8');
    const threshold = '"op": "less_than", "value": 500';
    expect(drawn.split(threshold)).toHaveLength(2);
    fs.writeFileSync(file, drawn.replace(threshold, threshold.replace('500', '300')));
    expect(wayOf(json<Summary>(await claim(320))).at(-1)).toBe('pay:ok');
    const asked = json<Summary>(await claim(320, lower));
    expect(asked.waitingFor).toMatchObject([{ step: 'ask_manager' }]);
    const before = (await interlock('contract', EXPENSES)).out;
    const after = (await interlock('contract', lower)).out;
    expect(before).toContain('Under $500');
    expect(after).toContain('Under $300');
    expect(after).not.toContain('Under $500');
  });
});

test('what changes upstream after the decision makes the door ask again', async () => {
  const keep = { tool: 'keep', args: { n: { '@ref': 'steps.look.value.n' } } };
  const scope = scopeOf(
    [
      ['start', 'start'],
      ['ask', 'approval', { ask: 'manager', title: 'Keep it?', covers: ['keep'] }],
      ['look', 'call_tool', { tool: 'look', args: {} }],
      ['keep', 'call_tool', keep],
      ['fin', 'end', { outcome: 'done' }],
      ['no', 'end', { outcome: 'refused' }],
    ],
    ['start:ok>ask', 'ask:approved>look', 'ask:refused>no', 'look:ok>keep', 'keep:ok>fin'],
  );
  const result = [{ id: 'n', label: 'N', kind: 'number', required: true }];
  const cards = [cardOf('look', { result }), cardOf('keep', { effect: 'write' })];
  const folder = drawing(scope, { cards });
  const answers = [{ value: { n: 7 } }];
  folder.practice.tools = ['look', 'keep'].map((name) => ({ name, answers })) as never;
  const place = writeFolder(path.join(dir, 'again'), folder);
  const run = json<Summary>(await interlock('run', place, '--practice', '--json'));
  const [first] = run.waitingFor ?? [];
  expect(first?.details).toContain('N: not known yet');
  const again = await interlock('decide', first?.card ?? '', 'approve', '--json');
  expect(again.code).toBe(3);
  const [second] = json<Summary>(again).waitingFor ?? [];
  expect(second).toMatchObject({ kind: 'approval', step: 'keep' });
  expect(second?.details).toContain('N: 7');
  const done = await interlock('decide', second?.card ?? '', 'approve', '--json');
  expect([done.code, wayOf(json<Summary>(done)).at(-1)]).toEqual([0, 'keep:ok']);
});

describe('the compiled machine', () => {
  test('is pure data, twice the same, and in both modes', async () => {
    for (const flat of [[], ['--flat']]) {
      const { code, out, err } = await interlock('compile', EXPENSES, ...flat);
      expect([code, err]).toEqual([0, '']);
      const machine = JSON.parse(out) as JsonObject;
      expect(machine).toMatchObject({ format: 'interlock/machine@1', parts: {} });
      expect(JSON.parse(JSON.stringify(machine))).toEqual(machine);
      expect((await interlock('compile', EXPENSES, ...flat)).out).toBe(out);
    }
  });

  test('runs under plain XState with the exported runtime, the very way it ran here', async () => {
    const amounts = [320, 1800, 9000];
    const here: string[][] = [];
    const steps: Record<string, unknown>[] = [];
    for (const amount of amounts) {
      const { run, card } = await waiting(amount);
      const ended = card ? await interlock('decide', card, 'approve', '--json') : undefined;
      const shown = ended ?? (await interlock('show', run, '--json'));
      here.push(wayOf(json<Summary>(shown)));
      const settled = eventsOf(run).filter(({ type }) => type === 'effect.settled');
      steps.push(
        Object.fromEntries(
          settled.map(({ head, payload }) => {
            const { step, port } = head as { step: string; port: string };
            return [step, { port, value: (payload as { value: { v: unknown } }).value.v }];
          }),
        ),
      );
    }
    const to = path.join(dir, 'exported');
    expect((await interlock('export', EXPENSES, '--target', 'xstate', '--to', to)).code).toBe(0);
    expect(fs.readFileSync(path.join(to, 'runtime.mjs'), 'utf8').split('\n').length).toBeLessThan(
      121,
    );
    fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(to, 'node_modules'));
    fs.writeFileSync(path.join(to, 'recorded.json'), JSON.stringify({ amounts, steps }));
    const script = `
      import { readFileSync } from 'node:fs';
      import { createActor, waitFor } from 'xstate';
      import { inputOf, machineOf, pathOf } from './runtime.mjs';
      const read = (name) => JSON.parse(readFileSync(name, 'utf8'));
      const { amounts, steps } = read('recorded.json');
      const ways = [];
      for (const [i, amount] of amounts.entries()) {
        const { how_much: _decided, ...does } = steps[i];
        const answers = Object.entries(does).map(([step, answer]) => [step, () => answer]);
        const machine = machineOf(read('machine.json'), Object.fromEntries(answers));
        const actor = createActor(machine, { input: inputOf({ amount }) });
        actor.start();
        await waitFor(actor, (snapshot) => snapshot.status !== 'active');
        ways.push(pathOf(actor));
      }
      console.log(JSON.stringify(ways));`;
    fs.writeFileSync(path.join(to, 'mine.mjs'), script);
    const plain = spawnSync(process.execPath, ['mine.mjs'], { cwd: to, encoding: 'utf8' });
    expect(plain.stderr).toBe('');
    expect(JSON.parse(plain.stdout)).toEqual(here);
  }, 30_000);
});

const verified = async (run?: string): Promise<Verified & { code: number | null }> => {
  const ended = await interlock('verify', ...(run === undefined ? [] : [run]), '--json');
  return { code: ended.code, ...json<Verified>(ended) };
};

describe('the record', () => {
  let ended = '';
  let waits = '';
  beforeAll(async () => {
    const paid = await waiting();
    await interlock('decide', paid.card, 'approve', '--edit', 'amount=1750');
    ended = paid.run;
    waits = (await waiting()).run;
  });
  /** Each test works on a copy of its own: the workspace as it was, so far as it can know. */
  beforeEach(() => {
    const copy = fs.mkdtempSync(path.join(dir, 'copy-'));
    fs.cpSync(path.join(dir, 'workspace'), copy, { recursive: true });
    workspace = copy;
    process.env['INTERLOCK_WORKSPACE'] = copy;
  });
  afterEach(() => vi.unstubAllGlobals());

  test('is gone through again to the same way and context, with nothing called', async () => {
    vi.stubGlobal('fetch', () => {
      throw new Error('nothing may be called');
    });
    const world = fs.readFileSync(state('world/world.jsonl'));
    const before = eventsOf(ended).length;
    for (const run of [ended, waits]) {
      const replayed = await interlock('replay', run, '--json');
      const shown = json<Summary>(await interlock('show', run, '--json'));
      const found = json<{ path: { step: string; port?: string }[]; context: JsonObject }>(
        replayed,
      );
      expect([replayed.code, found]).toMatchObject([0, { same: true, calls: 0, run }]);
      const way = found.path.flatMap(({ step, port }) => (port ? [`${step}:${port}`] : []));
      expect(way).toEqual(wayOf(shown));
      expect(found.context).toMatchObject({
        input: { v: { amount: 1800 } },
        steps: { check_claim: { port: 'ok' } },
      });
    }
    const part = await interlock('replay', ended, '--to', '3', '--json');
    expect(json<{ path: unknown[] }>(part).path.length).toBeLessThan(4);
    expect(fs.readFileSync(state('world/world.jsonl')).equals(world)).toBe(true);
    expect(eventsOf(ended)).toHaveLength(before);
  });

  /** The events of a run as they lie in the file, by number. */
  const linesOf = (run: string): Map<number, string> => {
    const db = new Database(files().database, { readonly: true });
    const found = db
      .prepare('SELECT e.seq, e.heads FROM entries e JOIN runs r ON r.n = e.run WHERE r.id = ?')
      .all(run) as { seq: number; heads: string }[];
    db.close();
    return new Map(
      found.flatMap(({ seq, heads }) =>
        heads.split('\n').map((line, i) => [seq + i, line] as const),
      ),
    );
  };

  test('names the first bad event for a byte turned in the file', async () => {
    expect((await verified()).code).toBe(0);
    const db = new Database(files().database);
    db.pragma('wal_checkpoint(TRUNCATE)'); // what was written last may still lie beside it
    db.close();
    const whole = fs.readFileSync(files().database);
    let tried = 0;
    for (const [seq, line] of linesOf(ended)) {
      // What other runs hold as well is no safe place to turn a byte of this one.
      const text = line.slice(0, 400);
      const place = whole.indexOf(text);
      if (place < 0 || place !== whole.lastIndexOf(text)) continue;
      for (const byte of [place + 3, place + text.length - 3]) {
        tried += 1;
        const bad = Buffer.from(whole);
        bad[byte] = (bad[byte] ?? 0) ^ 1;
        fs.writeFileSync(files().database, bad);
        const { code, ok, runs } = await verified();
        expect([code, ok]).toEqual([1, false]);
        expect(runs.filter((one) => !one.ok)).toMatchObject([{ run: ended, badSeq: seq }]);
        expect((await interlock('verify', waits)).code).toBe(0);
      }
    }
    expect(tried).toBeGreaterThan(10);
    expect((await interlock('verify', ended)).out).toMatch(/Event \d+ was changed after it was/);
  });

  test.each(['ended', 'waiting'])(
    'names the first missing event of a cut %s run',
    async (which) => {
      const run = which === 'ended' ? ended : waits;
      const db = new Database(files().database);
      db.exec('DROP TRIGGER entries_stay');
      const rows = db
        .prepare('SELECT e.seq FROM entries e JOIN runs r ON r.n = e.run WHERE r.id = ?')
        .pluck()
        .all(run) as number[];
      const remove = db.prepare(
        'DELETE FROM entries WHERE seq >= ? AND run = (SELECT n FROM runs WHERE id = ?)',
      );
      expect(rows.length).toBeGreaterThan(1);
      for (const seq of rows.sort((a, b) => b - a)) {
        remove.run(seq, run);
        const { code, runs } = await verified(run);
        expect([code, runs]).toMatchObject([1, [{ run, ok: false, badSeq: seq }]]);
      }
      db.close();
      expect((await interlock('verify', run)).out).toContain('The end was cut off: event 1 was');
    },
  );

  test('still holds after a value was removed; the run goes on, and says why it cannot be replayed', async () => {
    const opened = openJournal(files());
    if (!opened.ok) throw new Error(opened.wrong.code);
    const { journal } = opened;
    for (const run of [ended, waits]) {
      const row = journal.run(run);
      if (!row) throw new Error('no run');
      const head = { of: 1, by: 'ines_roth', why: { code: 'why.asked' } };
      const event = { type: 'value.removed' as const, head, payload: undefined };
      const runs = [{ ...row, seq: row.seq + 1 }];
      journal.commit({ ...emptyCommit(), runs, events: [{ run, root: run, event }] }, Date.now());
    }
    journal.anchorNow();
    journal.close();
    for (const run of [ended, waits]) {
      const { code, runs: found } = await verified(run);
      expect([code, found]).toMatchObject([0, [{ ok: true, removed: 1 }]]);
      expect((await interlock('verify', run)).out).toContain('1 value was removed on purpose');
      expect(eventsOf(run)[0]?.payload).toBeUndefined();
      const replayed = await interlock('replay', run);
      expect([replayed.code, replayed.out]).toEqual([1, expect.stringContaining('on purpose')]);
    }
    const card = (await inbox()).find((one) => one.run === waits);
    const done = await interlock('decide', card?.id ?? '', 'approve', '--json');
    expect([done.code, json<Summary>(done).status]).toEqual([0, 'done']);
    expect((await verified()).code).toBe(0);
  });
});
