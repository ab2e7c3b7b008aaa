// What Interlock does when its own folder is damaged, full, closed to it, in use by another engine
// or no folder at all: a clear sentence, nothing lost, nothing half-done.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createOnce } from '../engine/api/once.ts';
import type { Summary } from '../engine/cli/summary.ts';
import { RefusedError } from '../engine/base/refused.ts';
import { openJournal } from '../engine/5-record/journal.ts';
import { createEngine } from '../engine/engine.ts';
import { createApi } from '../engine/server/api.ts';
import { serveSocket } from '../engine/server/socket.ts';
import { openApp } from '../engine/workspace/app.ts';
import { openWorkspace } from '../engine/workspace/open.ts';
import { findPlace } from '../engine/workspace/place.ts';
import { registry } from '../nodes/index.ts';
import { interlock, json, refusal, spawned, type Ended } from './kit/command-line.ts';
import { sampleFolder, sampleSetting } from './kit/engine-kit.ts';

const EXPENSES = path.resolve(import.meta.dirname, '../samples/expense-approval');
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-bad-'));
let workspace = '';
let places = 0;

const state = (...parts: string[]): string => path.join(workspace, '.state', ...parts);
const database = (): string => state('interlock.db');
const run = (amount: number): Promise<Ended> =>
  interlock('run', EXPENSES, '--practice', '--json', '--set', `amount=${amount}`);

/** A place for a workspace of a test's own; nothing is made there. */
function newPlace(): void {
  workspace = path.join(dir, `workspace-${(places += 1)}`);
  process.env['INTERLOCK_WORKSPACE'] = workspace;
}
/** A workspace with one ended and one waiting run. */
async function used(): Promise<{ ended: string; waiting: string; card: string }> {
  newPlace();
  const ended = json<Summary>(await run(320)).run;
  const waits = json<Summary>(await run(1800));
  return { ended, waiting: waits.run, card: waits.waitingFor?.[0]?.card ?? '' };
}

afterAll(() => {
  delete process.env['INTERLOCK_WORKSPACE'];
  fs.rmSync(dir, { recursive: true, force: true });
});

/** Every way of looking and of working, against a record that cannot be used. */
async function everyWay(code: number, says: RegExp): Promise<void> {
  for (const words of [['runs'], ['inbox'], ['verify'], ['show', 'r_any'], ['replay', 'r_any']])
    expect(refusal(await interlock(...words), code), words[0]).toMatch(says);
  expect(refusal(await run(320), code)).toMatch(says);
}

describe('a record', () => {
  const DAMAGE: [what: string, make: (whole: Buffer) => Buffer, says: RegExp][] = [
    [
      'of another program',
      () => Buffer.from('hello '.repeat(3000)),
      /not a record of Interlock, so/,
    ],
    [
      'cut in half',
      (whole) => whole.subarray(0, whole.length / 2),
      /is damaged\. Workflows are not/,
    ],
    ['blanked from its second page on', (whole) => Buffer.from(whole).fill(0, 4096), /is damaged/],
    [
      'with a first page of noise',
      (whole) => Buffer.from(whole).fill(0xff, 100, 4096),
      /is damaged/,
    ],
    [
      'with bytes turned all over',
      (whole) =>
        Buffer.from(whole.map((byte, i) => (i > 4096 && i % 37 === 0 ? byte ^ 0x5a : byte))),
      /is damaged/,
    ],
  ];
  test.each(DAMAGE)(
    '%s is named, left as it is, and nothing is lost with it',
    async (_, make, says) => {
      const { ended } = await used();
      const whole = fs.readFileSync(database());
      fs.writeFileSync(database(), make(whole));
      const bad = fs.readFileSync(database());
      for (const words of [['verify'], ['show', ended], ['replay', ended], ['runs']])
        expect(refusal(await interlock(...words)), words[0]).toMatch(says);
      expect(refusal(await run(320))).toMatch(says);
      expect(fs.readFileSync(database()).equals(bad)).toBe(true);
      fs.writeFileSync(database(), whole);
      expect((await interlock('verify')).code).toBe(0);
      expect((await interlock('show', ended)).code).toBe(0);
    },
  );

  test('that is gone, or empty, does not pass for one nothing ever stood in', async () => {
    const { ended, waiting } = await used();
    for (const lose of [() => fs.rmSync(database()), () => fs.writeFileSync(database(), '')]) {
      lose();
      expect((await interlock('runs')).out).toBe('Nothing has run in this workspace yet.\n');
      const all = await interlock('verify');
      expect(all.code).toBe(1);
      for (const gone of [ended, waiting])
        expect(all.out).toContain(`${gone}  The end was cut off: event 1 was written once`);
      expect((await interlock('verify', waiting)).code).toBe(1);
      expect(refusal(await interlock('verify', 'r_none'))).toMatch(/There is no run/);
    }
  });

  test('lies where a folder or nothing can be: the sentence names the place', async () => {
    newPlace();
    await interlock('runs');
    fs.mkdirSync(database(), { recursive: true });
    await everyWay(2, /The record .*interlock\.db c/);
  });
});

describe('a workspace', () => {
  beforeEach(newPlace);

  test('where a file lies, or nothing can, is refused', async () => {
    fs.writeFileSync(workspace, '');
    await everyWay(2, /cannot be used as a workspace \(E\w+\)\. Choose another one/);
    for (const place of ['/proc/interlock/workspace', path.join(workspace, 'x'.repeat(300))]) {
      process.env['INTERLOCK_WORKSPACE'] = place;
      expect(refusal(await interlock('runs'))).toMatch(/cannot be used as a workspace/);
    }
  });

  test('with a broken or missing file of its own names it, and is left as it is', async () => {
    await interlock('runs');
    for (const name of ['workspace.json', 'people.json', 'models.json', 'rules.json']) {
      const file = path.join(workspace, name);
      const whole = fs.readFileSync(file, 'utf8');
      for (const [content, says] of [
        ['{"a":', 'ends too early, at line 1, column 6'],
        ['', 'is empty'],
        ['{"__proto__": 1}', 'uses the name “__proto__”, at line 1'],
        ['7', 'is needed in'],
      ]) {
        fs.writeFileSync(file, content ?? '');
        const said = refusal(await run(320));
        expect(said).toContain(name);
        expect(said).toContain(says);
        expect(fs.readFileSync(file, 'utf8')).toBe(content);
      }
      fs.writeFileSync(file, whole);
    }
    fs.rmSync(path.join(workspace, 'people.json'));
    expect(refusal(await run(320))).toBe('The workspace has no people.json.');
  });

  test('that may only be read takes no run and says so', async () => {
    const { waiting, card } = await used();
    const uid = process.getuid?.() === 0 ? 65_534 : undefined;
    const before = fs.readFileSync(database());
    fs.chmodSync(dir, 0o755);
    for (const name of fs.readdirSync(state()))
      fs.chmodSync(state(name), name === 'world' ? 0o555 : 0o444);
    fs.chmodSync(state(), 0o555);
    const as = { ...(uid === undefined ? {} : { uid }), env: { HOME: dir } };
    const [looked, decided] = await Promise.all([
      spawned(['show', waiting], as),
      spawned(['decide', card, 'approve'], as),
    ]);
    for (const ended of [looked, decided])
      expect(refusal(ended)).toMatch(/may not write to .*interlock\.db\. Give it the right to/);
    expect(fs.readFileSync(database()).equals(before)).toBe(true);
    fs.chmodSync(state(), 0o700);
  });
});

describe('a full disk', () => {
  test('ends what was asked with a sentence; what happened is recorded when there is space', async () => {
    const place = fs.mkdtempSync(path.join(dir, 'full-'));
    const opened = openJournal({
      database: path.join(place, 'it.db'),
      anchors: path.join(place, 'a'),
    });
    if (!opened.ok) throw new Error(opened.wrong.code);
    let isFull = false;
    let answer = (): void => {};
    const { journal } = opened;
    const full = new RefusedError({ code: 'record.disk_full' });
    const engine = createEngine({
      registry,
      setting: sampleSetting,
      journal: {
        ...journal,
        commit: (work, at) => {
          if (isFull) throw full;
          return journal.commit(work, at);
        },
      },
      models: {
        call: () =>
          new Promise((resolve) => {
            const used = { modelCalls: 1, toolCalls: 0, tokens: 9, costNano: 9 };
            answer = () => resolve({ ok: true, used, reply: { answer: null, doesNotKnow: true } });
          }),
        worst: () => ({ inputTokens: 9, outputTokens: 9 }),
      },
      tools: { call: () => Promise.reject(new Error('not needed')) },
    });
    const input = { amount: 320, purpose: 'Train', category: 'travel', date: '2026-11-12' };
    const request = { folder: sampleFolder('expense-approval'), setting: sampleSetting(), input };
    const start = () => engine.startRun({ ...request, practice: true, pace: 'full' });
    const first = await start();
    if ('wrong' in first) throw new Error(first.wrong.code);
    await expect.poll(() => answer.name).toBe('answer');
    isFull = true;
    const waits = engine.settled(first.run);
    waits.catch(() => {});
    answer();
    await expect(waits).rejects.toBe(full);
    await expect(start()).rejects.toBe(full);
    await expect(engine.pause(first.run)).rejects.toBe(full);
    expect(engine.standing().trouble).toMatchObject({ said: { code: 'record.disk_full' } });
    isFull = false;
    expect((await engine.settled(first.run)).path.at(-1)).toMatchObject({ step: 'how_much' });
    expect(engine.runs(10).map(({ run: id }) => id)).toEqual([first.run]);
    expect(engine.run(first.run)?.paused).toBeFalsy();
    expect(engine.standing().trouble).toBeUndefined();
    await engine.close();
  });

  test('at the other end of a pipe or a redirection is said once, and no stack', async () => {
    await used();
    if (!fs.existsSync('/dev/full')) return;
    const shell: [string, ...string[]] = ['sh', '-c', 'exec "$@" > /dev/full', 'sh'];
    expect(refusal(await spawned(['runs'], { through: shell }), 1)).toMatch(/cannot be written/);
  });
});

describe('a second engine on the same workspace', () => {
  let close = async (): Promise<void> => {};
  beforeAll(async () => {
    newPlace();
    const opened = openWorkspace(findPlace(workspace), Math.random);
    const app = openApp(opened, { onQuit: () => {} });
    if (app === 'taken') throw new Error('taken');
    const down = new AbortController();
    const options = { isPrivate: true, signal: down.signal, once: createOnce(), onBug: () => {} };
    const closeSocket = await serveSocket(createApi(app, options), opened.socket);
    close = async () => {
      await closeSocket();
      down.abort();
      await app.close();
    };
  });
  afterEach(() => close());

  test('is never opened: the command goes to the first through its socket, wrong or right', async () => {
    const waits = await run(1800);
    expect([waits.code, waits.err]).toEqual([3, expect.stringMatching(/^Another Interlock holds/)]);
    const { run: id, waitingFor } = json<Summary>(waits);
    const card = waitingFor?.[0]?.card ?? '';
    const wrong: [string[], string][] = [
      [['step', id], 'This run is not paused'],
      [['stop', 'r_none'], 'There is no run called "r_none"'],
      [['decide', card, 'approve', '--edit', 'amount=0'], 'Amount must be at least $0.01.'],
      [['run', EXPENSES, '--practice', '--set', 'amount=-1'], 'Amount must be at least $0.01.'],
    ];
    for (const [words, says] of wrong) {
      const ended = await interlock(...words);
      expect([ended.code, ended.out]).toEqual([2, '']);
      expect(ended.err.split('\n')).toEqual([
        'Another Interlock holds this workspace, so it carries this out.',
        expect.stringContaining(says),
        '',
      ]);
    }
    const done = await interlock('decide', card, 'approve', '--json');
    expect([done.code, json<Summary>(done).status]).toEqual([0, 'done']);
    expect((await interlock('verify', id)).code).toBe(0);
  });
});
