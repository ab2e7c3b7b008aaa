// A secret planted in twelve places a run meets, in six forms each, is found nowhere afterwards:
// not in the record, not in what commands show, not in an export, not in what a crash says. With
// the redactor off every single one is found, so the search is worth something.
import { createServer, type ServerResponse } from 'node:http';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Redactor } from '../engine/secrets/redactor.ts';
import { openApp } from '../engine/workspace/app.ts';
import { openWorkspace } from '../engine/workspace/open.ts';
import { interlock, spawned, writeFolder } from './kit/command-line.ts';
import { drawing, scopeOf, type StepSpec } from './kit/drawing.ts';

const SECRET = 'hush"/+\\7Qz-4711-wxyz';
const utf8 = Buffer.from(SECRET, 'utf8');
const FORMS = {
  plain: SECRET,
  base64: utf8.toString('base64'),
  percent: encodeURIComponent(SECRET),
  hex: utf8.toString('hex'),
  escaped: JSON.stringify(SECRET).slice(1, -1),
  lines: `${SECRET.slice(0, 9)}\n${SECRET.slice(9)}`,
};
type Form = keyof typeof FORMS;
const forms = Object.keys(FORMS) as Form[];
/** What a tool answers, by place; the last part of the address names the form. */
const ANSWERS: Record<string, (planted: string, reply: ServerResponse) => void> = {
  body: (planted, reply) => json(reply, 200, { text: planted }),
  name: (planted, reply) => json(reply, 200, { data: { [planted]: 1 } }),
  refused: (planted, reply) => json(reply, 400, { error: { message: planted } }),
  accepted: (planted, reply) => json(reply, 200, { error: planted }),
  header: (planted, reply) =>
    void reply.writeHead(200, { 'content-type': planted.replaceAll('\n', ' ') }).end('x'),
  plain_text: (planted, reply) =>
    void reply.writeHead(422, { 'content-type': 'text/plain' }).end(planted),
};
const PLACES = [
  ...Object.keys(ANSWERS),
  'answer',
  'model_error',
  'input',
  'note',
  'edit',
  'drawing',
];
const plantedAt = (place: string, form: Form): string => `[${place}:${FORMS[form]}]`;

const json = (reply: ServerResponse, status: number, body: unknown): void =>
  void reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const server = createServer((asked, reply) => {
  const [, place = '', form = ''] = (asked.url ?? '').split('/');
  ANSWERS[place]?.(plantedAt(place, form as Form), reply);
});
let host = '';
let model: LLMock;
const folders: string[] = [];
const before = { ...process.env };

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  model = new LLMock({ port: 0, host: '127.0.0.1' });
  await model.start();
  for (const form of forms) {
    const answer = { text: plantedAt('answer', form) };
    const content = { reason: 'so', answer, confidence: 0.9, does_not_know: false };
    model.onMessage(new RegExp(`answer ${form}`), { content: JSON.stringify(content) });
    const error = { message: plantedAt('model_error', form), type: 'x' };
    model.onMessage(new RegExp(`error ${form}`), { error, status: 400 });
  }
  Object.assign(process.env, {
    INTERLOCK_SECRET_CANARY: SECRET,
    INTERLOCK_SECRET_CANARY_HOSTS: host,
    INTERLOCK_SECRET_MODEL: 'key-of-the-model',
  });
});
afterAll(async () => {
  process.env = before;
  server.close();
  await model.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A workflow that meets the secret everywhere, in one form. */
function drawn(form: Form) {
  const tools = Object.keys(ANSWERS);
  const agent = { maxOutputTokens: 200, minConfidence: 0 };
  const field = { id: 'note', label: 'Note', kind: 'long_text' };
  const steps: StepSpec[] = [
    ['start', 'start'],
    ...tools.map((place): StepSpec => [place, 'call_tool', { tool: 'ask', args: { place, form } }]),
    ['answer', 'draft', { ...agent, instructions: 'Write.', data: { about: `answer ${form}` } }],
    [
      'model_error',
      'draft',
      { ...agent, instructions: 'Write.', data: { about: `error ${form}` } },
    ],
    [
      'gate',
      'approval',
      {
        ask: 'manager',
        title: 'Is it fine?',
        show: [{ label: plantedAt('drawing', form), value: { '@ref': 'input.text' } }],
        fields: [{ field, value: '' }],
      },
    ],
    ['fin', 'end', { outcome: 'done' }],
  ];
  const way = [...tools, 'answer', 'model_error', 'gate'];
  const arrows = way.flatMap((from, i) => {
    const to = way[i + 1] ?? '';
    return to ? [`${from}:ok>${to}`, `${from}:error>${to}`] : [];
  });
  const ends = ['gate:approved>fin', 'gate:refused>fin', 'start:ok>body', 'answer:unsure>fin'];
  const text = { id: 'text', label: 'Text', kind: 'long_text' as const };
  const asked = { ...text, required: true };
  return drawing(scopeOf(steps, [...arrows, ...ends, 'model_error:unsure>fin']), {
    id: `meets_${form}`,
    input: [asked],
    cards: [
      {
        name: 'ask',
        adapter: 'http',
        effect: 'read',
        alwaysFresh: true,
        hosts: [host],
        secret: 'canary',
        options: { url: `http://${host}/{{place}}/{{form}}` },
        args: [
          { id: 'place', label: 'Place', kind: 'text' },
          { id: 'form', label: 'Form', kind: 'text' },
        ],
        result: [text, { id: 'data', label: 'Data', kind: 'record' }],
      },
    ],
  });
}

/** A workspace with a model at an address, and a run of every form that ended. */
async function lived(redactor?: Redactor) {
  const dir = mkdtempSync(path.join(tmpdir(), 'interlock-canary-'));
  folders.push(dir);
  const state = path.join(dir, '.state');
  const place = { dir, stateOf: () => state };
  const workspace = openWorkspace(place, Math.random);
  const entry = { provider: 'openai', address: `${model.url}/v1`, model: 'm', secret: 'model' };
  const roles = ['fast', 'careful', 'code', 'judge'];
  const priced = { ...entry, price: { input: 0, output: 0 } };
  const models = Object.fromEntries(roles.map((role) => [role, [priced]]));
  writeFileSync(path.join(dir, 'models.json'), JSON.stringify(models));
  const app = openApp(workspace, { onQuit: () => {}, ...(redactor ? { redactor } : {}) });
  if (app === 'taken') throw new Error('taken');
  const runs: string[] = [];
  const views: string[] = [];
  for (const form of forms) {
    const folder = drawn(form);
    const started = await app.engine.startRun({
      folder,
      setting: workspace.setting(),
      input: { text: plantedAt('input', form) },
      practice: false,
      pace: 'full',
    });
    if ('wrong' in started) throw new Error(started.wrong.code);
    runs.push(started.run);
    const waiting = await app.engine.settled(started.run);
    const [card] = Object.values(waiting.cards).filter(({ state: s }) => s === 'open');
    expect(card?.kind, JSON.stringify(waiting.failure ?? card?.body)).toBe('approval');
    const decided = await app.engine.decide({
      card: card?.id ?? '',
      choice: 'approve',
      by: card?.to ?? '',
      note: plantedAt('note', form),
      edit: { note: plantedAt('edit', form) },
    });
    expect('wrong' in decided, JSON.stringify(decided)).toBe(false);
    const ended = await app.engine.settled(started.run);
    expect(ended.status).toBe('done');
    views.push(JSON.stringify(ended));
  }
  await app.close();
  return { dir, state, runs, views };
}

/** Every file below a folder, as bytes. */
const filesIn = (dir: string): Buffer[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file));

/** A text as records and shown texts carry it. */
const written = (text: string): string[] => {
  const escaped = JSON.stringify(text).slice(1, -1);
  const again = JSON.stringify(escaped).slice(1, -1);
  return [
    text,
    escaped,
    again,
    ...[text, escaped, again].map((t) => t.replace(/\\*\n|\\+n/g, ' ')),
  ];
};
const isIn = (where: (Buffer | string)[], texts: string[]): boolean =>
  where.some((one) => texts.some((text) => one.includes(text)));

test('with the redactor off, the secret is found in every place and every form', async () => {
  const off: Redactor = { learn: () => {}, text: (text) => text, deep: (value) => value };
  const { state } = await lived(off);
  const files = filesIn(state);
  const missed = PLACES.flatMap((place) =>
    forms
      .filter((form) => !isIn(files, written(plantedAt(place, form))))
      .map((form) => `${place} ${form}`),
  );
  expect(missed).toEqual([]);
  expect(PLACES.length * forms.length).toBe(72);
});

test('a secret is found nowhere in the record, in what is shown of it, or in an export', async () => {
  const { dir, state, runs, views } = await lived();
  const shown: string[] = [...views];
  for (const run of runs)
    for (const command of [
      ['show', run],
      ['show', run, '--json'],
      ['replay', run, '--json'],
    ]) {
      const { out, err } = await interlock(...command, '--workspace', dir);
      shown.push(out, err);
    }
  const exported = path.join(dir, 'exported');
  for (const form of forms) {
    const folder = writeFolder(path.join(dir, 'drawn', form), drawn(form));
    const to = path.join(exported, form);
    const { out, err, code } = await interlock('export', folder, '--to', to, '--workspace', dir);
    expect([code, err]).toEqual([0, '']);
    shown.push(out, (await interlock('compile', folder, '--workspace', dir)).out);
  }
  const where = [...filesIn(state), ...filesIn(exported), ...shown];
  const found = forms.filter((form) => isIn(where, written(FORMS[form])));
  expect(found).toEqual([]);
  // What was planted did arrive: its frame is there, and the secret inside it is not.
  for (const place of PLACES) expect(isIn(where, [`[${place}:•••]`]), place).toBe(true);
});

test('nothing a process prints holds a secret, whatever it was given', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'interlock-canary-'));
  folders.push(dir);
  const folder = writeFolder(path.join(dir, 'drawn'), drawn('plain'));
  const input = JSON.stringify({ text: plantedAt('input', 'plain') });
  const args = ['run', folder, '--practice', '--input', input, '--events', '--workspace', dir];
  const ran = await spawned(args);
  const texts = [ran.out, ran.err];
  expect(ran.out).toContain('[input:•••]');
  const refused = await spawned([
    'run',
    folder,
    '--input',
    `${plantedAt('input', 'plain')} is no input`,
    '--workspace',
    dir,
  ]);
  texts.push(refused.out, refused.err);
  expect(isIn([...texts, ...filesIn(path.join(dir, '.state'))], written(SECRET))).toBe(false);
});

test('a program that breaks down says so without its secrets', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'interlock-canary-'));
  folders.push(dir);
  const script = [
    'const once = setInterval(() => {',
    '  if (!process.listenerCount("uncaughtException")) return;',
    '  clearInterval(once);',
    '  const secret = process.env.INTERLOCK_SECRET_CANARY;',
    '  throw new Error(`called with Bearer ${secret}`, { cause: new Error(secret) });',
    '}, 1);',
  ];
  const breaking = `data:text/javascript,${encodeURIComponent(script.join(''))}`;
  const env = { NODE_OPTIONS: `--import=${breaking}` };
  const sample = path.resolve(import.meta.dirname, '../samples/expense-approval');
  const ended = await spawned(['run', sample, '--practice', '--workspace', dir], { env });
  expect(ended.code).toBe(1);
  expect(ended.err).toContain('called with Bearer •••');
  expect(isIn([ended.out, ended.err], written(SECRET))).toBe(false);
});
