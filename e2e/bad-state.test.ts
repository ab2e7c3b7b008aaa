// What Interlock does when something is asked of a run that does not fit its state, when text is
// made to deceive, and when a model cannot be reached or answers something else.
import fs from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Folder } from '../engine/1-document/schema.ts';
import type { JsonObject } from '../engine/base/value.ts';
import type { Summary } from '../engine/cli/summary.ts';
import type { Recorded } from '../engine/4-run/events.ts';
import { CONTROL, interlock, json, refusal, writeFolder, type Ended } from './kit/command-line.ts';
import { drawing, scopeOf, type StepSpec } from './kit/drawing.ts';

const EXPENSES = path.resolve(import.meta.dirname, '../samples/expense-approval');
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-bad-'));
const workspace = path.join(dir, 'workspace');

beforeAll(() => void (process.env['INTERLOCK_WORKSPACE'] = workspace));
afterAll(() => {
  delete process.env['INTERLOCK_WORKSPACE'];
  fs.rmSync(dir, { recursive: true, force: true });
});

type Waiting = Summary & { card: string };
/** A claim that waits for the manager. */
async function waiting(...more: string[]): Promise<Waiting> {
  const args = ['run', EXPENSES, '--practice', '--json', '--set', 'amount=1800', ...more];
  const ended = await interlock(...args);
  expect(ended.code, ended.err).toBe(3);
  const summary = json<Summary>(ended);
  return { ...summary, card: summary.waitingFor?.[0]?.card ?? '' };
}
const events = (run: string): Promise<number> =>
  interlock('verify', run, '--json').then((ended) => {
    const [found] = json<{ runs: { said: { params: { events: number } } }[] }>(ended).runs;
    return found?.said.params.events ?? 0;
  });

describe('a command that does not fit', () => {
  test('names a run, a card or a person there is not', async () => {
    for (const name of ['r_none', 'constructor', '__proto__', '\u001b[2J', '']) {
      for (const command of ['show', 'pause', 'resume', 'step', 'stop', 'replay', 'verify'])
        expect(refusal(await interlock(command, name))).toMatch(/There is no run called ".*"/);
      expect(refusal(await interlock('decide', name, 'approve'))).toMatch(
        /There is nothing called/,
      );
    }
    const { card } = await waiting();
    for (const who of ['nobody', 'constructor', '\u0007'])
      expect(refusal(await interlock('decide', card, 'approve', '--by', who))).toMatch(/no person/);
    expect(refusal(await interlock('run', EXPENSES, '--practice', '--by', 'nobody'))).toMatch(
      /There is no person “nobody” here, so nothing was done\./,
    );
  });

  test('changes nothing of a run in another state, and says what would', async () => {
    const { run } = await waiting();
    const before = await events(run);
    expect(refusal(await interlock('step', run))).toMatch(/not paused.*Only a paused run/);
    expect(await events(run)).toBe(before);
    expect((await interlock('pause', run)).code).toBe(0);
    expect(refusal(await interlock('pause', run))).toMatch(/paused already.*Resume it/);
    expect((await interlock('stop', run)).code).toBe(0);
    const stopped = await events(run);
    for (const command of ['stop', 'pause', 'step'])
      expect(refusal(await interlock(command, run))).toMatch(/not under way any more, so nothing/);
    const resumed = await interlock('resume', run, '--json');
    expect([resumed.code, json<Summary>(resumed).status]).toEqual([1, 'stopped']);
    expect(resumed.err).toBe('This run has ended, so there is nothing to go on with.\n');
    expect(await events(run)).toBe(stopped);
  });

  test('decides what cannot be decided, or not so, or not by this person', async () => {
    const { card, run } = await waiting();
    const before = await events(run);
    const cases: [string[], RegExp][] = [
      [['maybe'], /“maybe” is not possible here\. Possible: approve/],
      [['approve', '--by', 'sam_okafor'], /Sam Okafor started this run and cannot decide/],
      [['approve', '--by', 'lee_tanaka'], /Lee Tanaka is not asked here\. Marcus Webb is\./],
      [['approve', '--edit', 'amount=0'], /at least \$0\.01/],
      [['approve', '--edit', 'amount=much'], /must be a number/],
      [['approve', '--edit', 'other=1'], /Nothing called “other” is asked for here/],
      [['approve', '--edit', '__proto__=1'], /"__proto__" is not allowed/],
      [['approve', '--note', 'x'.repeat(5000)], /at “note”, is longer than 4,000 letters/],
      [['hand-over'], /^Say to whom this should go\. Nothing was changed\.$/],
      [['hand-over', '--to', 'nobody'], /no person “nobody” here, so it was not handed over/],
    ];
    for (const [args, says] of cases)
      expect(refusal(await interlock('decide', card, ...args))).toMatch(says);
    expect(await events(run)).toBe(before);
    expect((await interlock('decide', card, 'refuse')).code).toBe(0);
    expect(refusal(await interlock('decide', card, 'approve'))).toBe(
      'Marcus Webb has decided this already: refuse.',
    );
  });

  test('answers beforehand what nobody asks, or with what is not possible', async () => {
    const small = ['run', EXPENSES, '--practice', '--set', 'amount=20'];
    const unasked = await interlock(...small, '--answer', 'ask_maneger=approve');
    expect([unasked.code, unasked.err]).toEqual([0, expect.stringContaining('“ask_maneger”')]);
    const large = ['run', EXPENSES, '--practice', '--set', 'amount=600'];
    const wrong = await interlock(...large, '--answer', 'ask_manager=perhaps');
    expect([wrong.code, wrong.out]).toEqual([2, '']);
    expect(wrong.err).toMatch(/“perhaps” is not possible here.* Run r\w+ still waits for it\.\n$/);
  });
});

/** Text made to move the cursor, hide itself, turn the writing around or look like another line. */
const NASTY =
  'lone \ud800 then \u001b[2J\u001b]0;title\u0007 and \u009b31m \u202e turned \u0000 \u007f\r\n' +
  'Amount: $1\n  interlock decide x approve';
const LINES = ['Amount: $1', 'interlock decide x approve'];

describe('text that was made to deceive', () => {
  test('is stored, and never reaches the terminal raw', async () => {
    const args = ['--set', 'amount=1800', '--set', `purpose=${NASTY}`];
    const run = json<Summary>(await interlock('run', EXPENSES, '--practice', '--json', ...args));
    const card = run.waitingFor?.[0]?.card ?? '';
    const places: string[][] = [
      ['run', EXPENSES, '--practice', ...args],
      ['run', EXPENSES, '--practice', '--events', ...args],
      ['show', run.run],
      ['show', run.run, '--json'],
      ['inbox'],
      ['inbox', '--json'],
      ['runs', '--json'],
      ['decide', card, 'send-back', '--note', NASTY],
      ['decide', card, 'send-back', '--note', NASTY],
      ['show', run.run],
      ['replay', run.run, '--json'],
      ['verify', run.run],
    ];
    for (const words of places) {
      const { out, err } = await interlock(...words);
      expect(out + err, words[0]).not.toMatch(CONTROL);
      expect(out + err, words[0]).not.toBe('');
    }
    const shown = json<Summary>(await interlock('show', run.run, '--json'));
    expect(shown.output).toMatchObject({ note: NASTY.toWellFormed() });
    expect((await interlock('verify', run.run)).code).toBe(0);
    expect((await interlock('replay', run.run)).code).toBe(0);
  });

  test('cannot pass for a line of the card it stands on', async () => {
    const { run } = await waiting('--set', `purpose=${NASTY}`);
    for (const words of [['show', run], ['inbox']]) {
      const lines = (await interlock(...words)).out.split('\n');
      const starts = lines.filter((line) => LINES.some((one) => line.trim() === one));
      expect(starts.length).toBeGreaterThan(1);
      for (const line of starts) expect(line).toMatch(/^ {6,}/);
    }
  });

  test('in names and ids of a drawing is shown safely too', async () => {
    const scope = scopeOf(
      [
        ['start', 'start'],
        ['fin', 'end', { outcome: 'done' }],
      ],
      ['start:ok>fin'],
    );
    for (const node of scope.nodes) node.name = NASTY.slice(0, 80).toWellFormed();
    const folder = drawing(scope);
    folder.workflow.name = '\u001b]0;x\u0007 name';
    const place = writeFolder(path.join(dir, 'named'), folder);
    for (const words of [
      ['check'],
      ['contract'],
      ['ceiling'],
      ['run', '--practice'],
      ['compile'],
    ]) {
      const [command = '', ...more] = words;
      const { out, err } = await interlock(command, place, ...more);
      expect(out + err, command).not.toMatch(CONTROL);
    }
    const compiled = await interlock('compile', place, '--print', 'machine');
    expect(compiled.out + (await interlock('runs')).out).not.toMatch(CONTROL);
  });
});

/** A text that a person may change, that a tool is given once he agreed, and that comes out. */
const passing = (): Folder => {
  const text = { id: 'text', label: 'Text', kind: 'long_text' as const, required: true };
  const use = { tool: 'keep', args: { text: { '@ref': 'steps.look.value.text' } } };
  const ask = {
    ask: 'manager',
    title: 'Is this right?',
    fields: [{ field: text, value: { '@ref': 'input.text' } }],
  };
  const output = { text: { '@ref': 'steps.look.value.text' }, list: { '@ref': 'input.list' } };
  const steps: StepSpec[] = [
    ['start', 'start'],
    ['look', 'approval', ask],
    ['keep', 'call_tool', use],
    ['fin', 'end', { outcome: 'done', output }],
    ['no', 'end', { outcome: 'refused' }],
  ];
  const arrows = ['start:ok>look', 'look:approved>keep', 'look:refused>no', 'keep:ok>fin'];
  const list = { id: 'list', label: 'List', kind: 'list' as const, of: text, required: true };
  const card = { name: 'keep', effect: 'irreversible', args: [text] };
  const folder = drawing(scopeOf(steps, arrows), { input: [text, list], cards: [card] });
  folder.practice.tools = [{ name: 'keep', answers: [{ value: {} }] }] as never;
  return folder;
};

describe('a megabyte of text', () => {
  const much = `${'ä€ '.repeat(180_000)}\ud800 end`;
  type Output = { text: string; list: string[] };
  const outputOf = (ended: Ended): Output => {
    expect(ended.code, ended.err.slice(0, 500)).toBe(0);
    return json<{ output: Output }>(ended).output;
  };

  test('goes in, is decided on once, used, and comes out whole', async () => {
    const place = writeFolder(path.join(dir, 'passing'), passing());
    const file = path.join(dir, 'much.json');
    fs.writeFileSync(file, JSON.stringify({ text: much, list: [much, 'b'] }));
    const args = ['run', place, '--practice', '--json', '--input', `@${file}`];
    const runs: string[] = [];
    for (const edit of [undefined, '["a", 1]'.padEnd(70_000)]) {
      const first = await interlock(...args);
      expect(first.code, first.err.slice(0, 500)).toBe(3);
      const run = json<Summary>(first);
      for (const words of [['show', run.run], ['inbox'], ['inbox', '--json'], ['runs']])
        expect((await interlock(...words)).code).toBe(0);
      const card = run.waitingFor?.[0]?.card ?? '';
      const edits = edit === undefined ? [] : ['--edit', `text=${edit}`];
      const output = outputOf(await interlock('decide', card, 'approve', ...edits, '--json'));
      // Compared by length first: a difference of a megabyte helps nobody.
      const wanted = edit ?? much.toWellFormed();
      expect([output.text.length, output.list.map((one) => one.length)]).toEqual([
        wanted.length,
        [much.length, 1],
      ]);
      expect([output.text === wanted, output.list[0] === much.toWellFormed()]).toEqual([
        true,
        true,
      ]);
      runs.push(run.run);
    }
    for (const run of runs) {
      expect((await interlock('verify', run)).code).toBe(0);
      expect((await interlock('replay', run)).code).toBe(0);
    }
  });

  test('that no limit allows for stops at the limit, before anything is sent', async () => {
    const file = path.join(dir, 'claim.json');
    fs.writeFileSync(file, JSON.stringify({ purpose: much }));
    const args = ['--practice', '--json', '--input', `@${file}`];
    const run = await interlock('run', EXPENSES, ...args);
    expect([run.code, json<Summary>(run).usage.modelCalls]).toEqual([4, 0]);
    expect(json<Summary>(run).waitingFor?.[0]?.details).toContain(
      'does not fit under the cost limit',
    );
  });
});

/** Sets the one model of the workspace. */
function useModel(entry: JsonObject): void {
  const one = [
    { provider: 'openai', model: 'm', maxOutput: 64, price: { input: 1, output: 1 }, ...entry },
  ];
  const roles = { fast: one, careful: one, code: one, judge: one };
  fs.writeFileSync(path.join(workspace, 'models.json'), JSON.stringify(roles));
}

/** A workflow of one step that asks a model; a failure of it ends the run. */
function asking(name: string): string {
  const settings = {
    instructions: 'Sort the letter.',
    text: 'Where is my parcel?',
    categories: [
      { id: 'late', name: 'Late', description: 'Something has not arrived' },
      { id: 'thanks', name: 'Thanks', description: 'Praise' },
    ],
    maxOutputTokens: 60,
  };
  const more = { attempts: 2, noDefault: ['error', 'unsure'] };
  const steps: StepSpec[] = [
    ['start', 'start'],
    ['sort', 'classify', settings, more],
    ['fin', 'end', { outcome: 'done' }],
  ];
  const folder = drawing(scopeOf(steps, ['start:ok>sort', 'sort:ok>fin']));
  return writeFolder(path.join(dir, name), folder);
}

/** What a failed run says of itself. */
async function failed(ended: Ended): Promise<{ message: string; help: string; run: Summary }> {
  expect(ended.code, ended.err).toBe(1);
  const run = json<Summary>(ended);
  expect([run.status, run.outcome, run.failure?.step]).toEqual(['failed', null, 'sort']);
  const { message = '', help = '' } = run.failure ?? {};
  return { message, help, run };
}

describe('a model', () => {
  beforeAll(() => interlock('runs'));

  test('whose key is missing is not called; the sentence names the key and where it goes', async () => {
    useModel({ address: 'http://127.0.0.1:9/v1', secret: 'acme' });
    const { message, help } = await failed(await interlock('run', asking('key'), '--json'));
    expect(message).toContain('needs the key “acme”, and there is none. Nothing was sent.');
    expect(help).toContain('INTERLOCK_SECRET_ACME');
  });

  test('that nobody runs is tried again within bounds, at no cost, and then is a plain failure', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    useModel({ address: `http://127.0.0.1:${port}/v1` });
    const { message, run } = await failed(await interlock('run', asking('down'), '--json'));
    expect(message).toBe(`127.0.0.1:${port} cannot be reached. No answer came.`);
    expect(run.path.at(-1)).toMatchObject({ step: 'sort', port: 'error', attempts: 2 });
    expect(run.usage.costUsd).toBe(0);
  });

  test('whose answer does not fit fails its step: traced, counted, never taken for a success', async () => {
    const mock = new LLMock({ port: 0, host: '127.0.0.1' });
    await mock.start();
    useModel({ address: `${mock.url}/v1` });
    const place = asking('misfit');
    const answer = { category: 'late' };
    const right = { reason: 'parcel', answer, confidence: 0.9, does_not_know: false };
    const wrong: [content: string, code: string][] = [
      ['I would say: late.', 'failure.model_misfit'],
      ['{}', 'failure.model_misfit'],
      ['null', 'failure.model_misfit'],
      [JSON.stringify({ ...right, answer: { category: '__proto__' } }), 'failure.model_misfit'],
      [JSON.stringify({ ...right, answer: { category: 'constructor' } }), 'failure.model_misfit'],
      [JSON.stringify({ ...right, confidence: 7 }), 'failure.model_misfit'],
      [JSON.stringify({ ...right, does_not_know: 'yes' }), 'failure.model_misfit'],
      [JSON.stringify({ ...right, then: 'delete everything' }), 'failure.model_misfit'],
      [' ', 'failure.model_empty'],
    ];
    try {
      for (const [content, code] of wrong) {
        mock.onMessage(/parcel/, { content });
        const trace = await interlock('run', place, '--events');
        const told = trace.out
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as Recorded);
        const ends = told.filter(({ type }) => /^(attempt\.ended|effect\.settled)$/.test(type));
        expect([trace.code, ends.length], content).toEqual([1, 2]);
        expect(JSON.stringify(ends), content).toContain(code);
        expect(JSON.stringify(told), content).not.toContain('"port":"ok","value"');
        mock.clearFixtures();
      }
      mock.onMessage(/parcel/, { content: JSON.stringify(right) });
      expect((await interlock('run', place)).code).toBe(0);
    } finally {
      await mock.stop();
    }
  });
});
