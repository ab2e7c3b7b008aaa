// The command line as a person and a script meet it: a child process, its exit code, its output.
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOnce } from '../api/once.ts';
import { createApi } from '../server/api.ts';
import { serveSocket } from '../server/socket.ts';
import { openApp } from '../workspace/app.ts';
import { openWorkspace } from '../workspace/open.ts';
import { findPlace } from '../workspace/place.ts';
import type { Summary } from './summary.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const MAIN = path.join(ROOT, 'engine/cli/main.ts');
const EXPENSES = path.join(ROOT, 'samples/expense-approval');
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-cli-'));
const workspace = path.join(dir, 'ws');

type Ended = { code: number | null; out: string; err: string };

function start(args: string[], where = workspace): ChildProcess {
  const env = { ...process.env, INTERLOCK_WORKSPACE: where, NO_COLOR: '1' };
  return spawn(process.execPath, [MAIN, ...args], { cwd: dir, env });
}
function ended(child: ChildProcess, input = ''): Promise<Ended> {
  const said = { out: '', err: '' };
  child.stdout?.on('data', (part) => (said.out += part));
  child.stderr?.on('data', (part) => (said.err += part));
  child.stdin?.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })));
}
const interlock = (...args: string[]): Promise<Ended> => ended(start(args));
const json = <T = Summary>({ out }: Ended): T => JSON.parse(out) as T;

type Step = Record<string, unknown> & { id: string; type: string };
/** Writes a workflow folder of steps one after another and answers with its place. */
function flow(
  name: string,
  steps: Step[],
  more: { tools?: object[]; budget?: object } = {},
): string {
  const nodes = [{ id: 'start', type: 'start@1' }, ...steps, { id: 'done', type: 'end@1' }];
  const place = path.join(dir, name);
  const put = (file: string, content: object): void =>
    fs.writeFileSync(path.join(place, file), JSON.stringify(content));
  fs.mkdirSync(place);
  put('workflow.json', {
    format: 'interlock/workflow@1',
    id: name,
    name,
    version: '1.0.0',
    budget: {
      costUsd: 1,
      modelCalls: 5,
      toolCalls: 5,
      tokens: 10_000,
      minutes: 5,
      attempts: 20,
      onLimit: 'ask',
      ...more.budget,
    },
    scope: {
      nodes: nodes.map((node, i) => ({ name: node.id, at: [0, i * 100], settings: {}, ...node })),
      edges: nodes.slice(1).map((node, i) => ({ from: nodes[i]?.id, port: 'ok', to: node.id })),
    },
  });
  if (more.tools) put('tools.json', { cards: more.tools });
  return place;
}
const draft: Step = {
  id: 'write',
  type: 'draft@1',
  settings: {
    instructions: 'Write one sentence about the sea.',
    data: { about: 'waves' },
    maxOutputTokens: 50,
  },
};
const remove = {
  name: 'remove',
  title: 'Remove it',
  adapter: 'practice',
  class: 'operational',
  args: [{ id: 'what', label: 'What', kind: 'text' }],
};
const use: Step = {
  id: 'remove_it',
  type: 'call_tool@1',
  settings: { tool: 'remove', args: { what: 'all' } },
};

beforeAll(() => {
  openWorkspace(findPlace(workspace), Math.random);
});
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

test('a run that ends exits with 0 and prints exactly one object', async () => {
  const run = await interlock('run', EXPENSES, '--set', 'amount=320', '--practice', '--json');
  expect(run.code).toBe(0);
  const summary = json(run);
  expect(Object.keys(summary).toSorted()).toEqual([
    'machine',
    'outcome',
    'output',
    'path',
    'run',
    'status',
    'usage',
    'version',
    'workflow',
  ]);
  expect(summary).toMatchObject({ status: 'done', outcome: 'done', workflow: 'expense_approval' });
  expect(Object.keys(summary.usage)).toEqual([
    'costUsd',
    'modelCalls',
    'toolCalls',
    'tokens',
    'ms',
  ]);
  expect(summary.path[0]).toEqual({
    step: 'start',
    port: 'ok',
    visit: 1,
    attempts: expect.any(Number),
  });
  expect(run.err).toContain('purpose');
});

test('a run that waits for a person exits with 3, and the decision drives it on', async () => {
  const run = await interlock('run', EXPENSES, '--set', 'amount=1800', '--practice', '--json');
  expect(run.code).toBe(3);
  const [waiting] = json(run).waitingFor ?? [];
  expect(waiting).toMatchObject({ kind: 'approval', step: 'ask_manager' });
  expect(waiting?.choices).toContain('approve');
  const card = waiting?.card ?? '';
  const inbox = json<{ id: string }[]>(await interlock('inbox', '--json'));
  expect(inbox.map(({ id }) => id)).toContain(card);

  const done = await interlock('decide', card, 'approve', '--edit', 'amount=1750', '--json');
  expect([done.code, json(done).status]).toEqual([0, 'done']);
  const second = await interlock('decide', card, 'refuse');
  expect([second.code, second.out]).toEqual([2, '']);
  expect(second.err).toContain('approve');
  const replayed = await interlock('replay', json(done).run, '--json');
  expect(replayed.code).toBe(0);
  expect(json<object>(replayed)).toMatchObject({ same: true, calls: 0, status: 'done' });
  const verified = await interlock('verify', json(done).run, '--json');
  expect([verified.code, json<{ ok: boolean }>(verified).ok]).toEqual([0, true]);
});

test('an answer given beforehand is used when its card comes up', async () => {
  const run = await interlock(
    'run',
    EXPENSES,
    '--set',
    'amount=1800',
    '--practice',
    '--json',
    '--answer',
    'ask_manager=refuse',
  );
  expect([run.code, json(run).outcome]).toEqual([0, 'refused']);
});

test('a run that waits for a time exits with 3 and says until when', async () => {
  const wait: Step = { id: 'sleep', type: 'wait@1', settings: { ms: 3_600_000 } };
  const run = await interlock('run', flow('waits', [wait]), '--practice', '--json');
  expect(run.code).toBe(3);
  expect(json(run).waitingFor).toMatchObject([{ kind: 'timer', step: 'sleep', choices: [] }]);
  const paused = await interlock('pause', json(run).run, '--json');
  expect([paused.code, json(paused).status]).toEqual([0, 'paused']);
  const resumed = await interlock('resume', json(run).run, '--json');
  expect([resumed.code, json(resumed).status]).toEqual([3, 'waiting']);
  const stopped = await interlock('stop', json(run).run, '--json');
  expect([stopped.code, json<{ receipt: object }>(stopped).receipt]).toMatchObject([0, {}]);
  const again = await interlock('resume', json(run).run, '--json');
  expect([again.code, json(again).status]).toEqual([1, 'stopped']);
});

test('a run that waits at a limit exits with 4', async () => {
  const place = flow('limited', [draft], { budget: { costUsd: 0.000001 } });
  const run = await interlock('run', place, '--practice', '--json');
  expect(run.code).toBe(4);
  expect(json(run).waitingFor).toMatchObject([{ kind: 'limit' }]);
});

test('a run that a rule denied exits with 5 and names the rule', async () => {
  const place = flow('denied', [use], { tools: [{ ...remove, effect: 'irreversible' }] });
  fs.writeFileSync(
    path.join(place, 'rules.json'),
    JSON.stringify([
      {
        id: 'never',
        name: 'Never remove everything',
        then: 'deny',
        when: { field: 'args.what', op: 'is', value: 'all' },
      },
      {
        id: 'some',
        name: 'Parts may be removed',
        then: 'allow',
        when: { field: 'tool', op: 'is', value: 'remove' },
      },
    ]),
  );
  const run = await interlock('run', place, '--practice', '--json');
  expect([run.code, json(run).status]).toEqual([5, 'failed']);
  expect(json(run).failure).toMatchObject({ step: 'remove_it', kind: 'denied' });
  expect(json(run).failure?.message).toContain('Never remove everything');
});

test('a run that fails exits with 1 and says where', async () => {
  const place = flow('fails', [{ ...use, noDefault: ['error'] }], {
    tools: [{ ...remove, effect: 'read' }],
  });
  const script = {
    name: 'remove',
    answers: [{ value: null, fail: { kind: 'terminal', message: 'It is gone.' } }],
  };
  fs.writeFileSync(path.join(place, 'practice.json'), JSON.stringify({ tools: [script] }));
  const run = await interlock('run', place, '--practice', '--json');
  expect([run.code, json(run).failure?.step]).toEqual([1, 'remove_it']);
});

test('what is wrong with a file, an input or a name is one sentence and exits with 2', async () => {
  const broken = path.join(dir, 'broken.json');
  fs.mkdirSync(path.join(dir, 'broken'));
  fs.writeFileSync(path.join(dir, 'broken', 'workflow.json'), '{"format": "interlock/workflow@1",');
  fs.mkdirSync(path.join(dir, 'newer'));
  fs.writeFileSync(path.join(dir, 'newer', 'workflow.json'), '{"format": "interlock/workflow@99"}');
  const cases = [
    ['run'],
    ['run', broken],
    ['run', path.join(dir, 'broken')],
    ['check', path.join(dir, 'newer')],
    ['check', path.join(dir, 'nowhere')],
    ['run', EXPENSES],
    ['run', EXPENSES, '--practice', '--set', 'amount=-5'],
    ['run', EXPENSES, '--practice', '--set', 'amount=lots'],
    ['run', EXPENSES, '--practice', '--set', 'nonsense=1'],
    ['run', EXPENSES, '--practice', '--input', '[]'],
    ['run', EXPENSES, '--practice', '--by', 'nobody'],
    ['show', 'r_none'],
    ['resume', 'r_none'],
    ['replay', 'r_none'],
    ['replay', 'r_none', '--to', '0'],
    ['export', EXPENSES, '--to', path.join(dir, 'x'), '--target', 'nonsense'],
    ['decide', 'r_none:1:0/approval', 'approve'],
    ['compile', EXPENSES, '--print', 'nonsense'],
    ['runs', '--limit', '0'],
    ['start', '--port', '99999'],
    ['nonsense'],
    ['run', EXPENSES, '--nonsense'],
  ];
  for (const args of cases) {
    const { code, out, err } = await interlock(...args);
    const what = `interlock ${args.join(' ')}: ${err}`;
    expect([what, code, out]).toEqual([what, 2, '']);
    expect(err.trimEnd().split('\n'), what).toHaveLength(1);
    expect(err, what).not.toMatch(/\[[a-z_.]+\]| at .*:\d+:\d+|undefined/);
  }
}, 90_000);

test('inputs come from a file or standard input, and single fields win over them', async () => {
  const file = path.join(dir, 'input.json');
  fs.writeFileSync(file, JSON.stringify({ amount: 9000, purpose: 'Train to a customer' }));
  const named = await interlock(
    'run',
    EXPENSES,
    '--practice',
    '--json',
    '--input',
    `@${file}`,
    '--set',
    'amount=600',
  );
  expect(json(named).waitingFor?.[0]?.details).toContain('$600');
  const child = start(['run', EXPENSES, '--practice', '--json', '--input', '-']);
  const piped = await ended(child, '{"amount": 700}');
  expect(json(piped).waitingFor?.[0]?.details).toContain('$700');
});

test('check says yes with 0 and no with 1', async () => {
  expect((await interlock('check', EXPENSES)).code).toBe(0);
  const wrong = flow('wrong', [{ id: 'ask', type: 'classify@1' }]);
  const { code, out } = await interlock('check', wrong, '--json');
  const { ok, problems } = JSON.parse(out) as { ok: boolean; problems: { sentence: string }[] };
  expect([code, ok]).toEqual([1, false]);
  expect(problems.length).toBeGreaterThan(0);
  const run = await interlock('run', wrong, '--practice');
  expect([run.code, run.out]).toEqual([2, '']);
});

test('events are printed as they commit, one object per line', async () => {
  const run = await interlock('run', EXPENSES, '--set', 'amount=320', '--practice', '--events');
  const events = run.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect([events[0].type, events.at(-1).type]).toEqual(['run.started', 'run.ended']);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
});

test('the compiled machine is pure data', async () => {
  const { code, out } = await interlock('compile', EXPENSES);
  expect([code, JSON.parse(out).format]).toEqual([0, 'interlock/machine@1']);
  const file = path.join(dir, 'machine.json');
  const written = await interlock('compile', EXPENSES, '--out', file);
  expect([written.code, written.out]).toEqual([0, '']);
  expect(fs.readFileSync(file, 'utf8')).toBe(out);
});

test('an export fills a new folder, fills it again, and leaves other folders alone', async () => {
  const to = path.join(dir, 'exported');
  const first = await interlock('export', EXPENSES, '--target', 'xstate', '--to', to, '--json');
  expect([first.code, json<{ files: string[] }>(first).files]).toEqual([
    0,
    expect.arrayContaining(['machine.json', 'runtime.mjs']),
  ]);
  expect((await interlock('export', EXPENSES, '--to', to)).code).toBe(0);
  const other = path.join(dir, 'other');
  fs.mkdirSync(other);
  fs.writeFileSync(path.join(other, 'README.md'), 'mine');
  const refused = await interlock('export', EXPENSES, '--to', other);
  expect([refused.code, fs.readdirSync(other)]).toEqual([2, ['README.md']]);
});

test('a command is carried out by the engine that holds the workspace, and says so', async () => {
  const place = path.join(dir, 'held');
  const opened = openWorkspace(findPlace(place), Math.random);
  const app = openApp(opened, { onQuit: () => {} });
  if (app === 'taken') throw new Error('taken');
  const down = new AbortController();
  const options = { isPrivate: true, signal: down.signal, once: createOnce(), onBug: () => {} };
  const close = await serveSocket(createApi(app, options), opened.socket);
  const args = ['run', EXPENSES, '--set', 'amount=1800', '--practice', '--json'];
  const run = await ended(start(args, place));
  expect([run.code, run.err]).toEqual([3, expect.stringContaining('Another Interlock')]);
  expect(app.engine.run(json(run).run)?.status).toBe('waiting');
  const [card] = json<{ id: string }[]>(await ended(start(['inbox', '--json'], place)));
  const events = await ended(
    start(['run', EXPENSES, '--set', 'amount=20', '--practice', '--events'], place),
  );
  expect(JSON.parse(events.out.trimEnd().split('\n').at(-1) ?? '').type).toBe('run.ended');
  const done = await ended(start(['decide', card?.id ?? '', 'approve', '--json'], place));
  expect([done.code, app.engine.run(json(run).run)?.status]).toEqual([0, 'done']);
  await close();
  down.abort();
  await app.close();
  const shown = await ended(start(['show', json(run).run, '--json'], place));
  expect(json(shown)).toEqual(json(done));
});

test('an interrupted run exits with 130 and can be taken up again', async () => {
  const slow = createServer(() => {});
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
  const { port } = slow.address() as AddressInfo;
  const place = path.join(dir, 'real');
  openWorkspace(findPlace(place), Math.random);
  const model = {
    provider: 'openai',
    address: `http://127.0.0.1:${port}/v1`,
    model: 'm',
    maxOutput: 64,
    price: { input: 1, output: 1 },
  };
  const models = { fast: [model], careful: [model], code: [model], judge: [model] };
  fs.writeFileSync(path.join(place, 'models.json'), JSON.stringify(models));
  const file = flow('slow', [draft]);
  const asked = new Promise((resolve) => slow.once('request', resolve));
  const child = start(['run', file, '--json'], place);
  const end = ended(child);
  await asked;
  const [running] = json<Summary[]>(await ended(start(['runs', '--json'], place)));
  const paused = await ended(start(['pause', running?.run ?? '', '--json'], place));
  expect([paused.code, paused.err]).toEqual([0, expect.stringContaining('Another Interlock')]);
  child.kill('SIGINT');
  const { code, out, err } = await end;
  expect([code, out]).toEqual([130, '']);
  expect(err).toContain('interlock resume');
  const [run] = json<Summary[]>(await ended(start(['runs', '--json'], place)));
  expect(run).toMatchObject({ run: running?.run, status: 'paused' });
  const stopped = await ended(start(['stop', run?.run ?? '', '--json'], place));
  expect(stopped.code).toBe(0);
  slow.closeAllConnections();
  slow.close();
});
