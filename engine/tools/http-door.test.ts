// A tool at an address behind the door: what surely never left is tried again by itself even where
// a repeat would be wrong; what may have been heard is put to a person and repeated by nobody.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSocketServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { drawing, scopeOf } from '../../e2e/kit/drawing.ts';
import { sampleSetting } from '../../e2e/kit/engine-kit.ts';
import { registry } from '../../nodes/index.ts';
import { realClock, simulatedClock } from '../4-run/clock.ts';
import { openJournal } from '../5-record/journal.ts';
import { createEngine } from '../engine.ts';
import { createModels } from '../models/models.ts';
import { createNet } from '../net/safe-fetch.ts';
import { createTools } from './adapters.ts';
import { httpAdapter } from './http.ts';

/** An engine whose only tool is an address. */
async function posting(host: string, more: object = {}) {
  const dir = mkdtempSync(path.join(tmpdir(), 'interlock-door-'));
  const files = { database: path.join(dir, 'i.db'), anchors: path.join(dir, 'anchors') };
  const opened = openJournal(files);
  if (!opened.ok) throw new Error(opened.wrong.code);
  const clock = simulatedClock();
  const net = createNet({ after: realClock.after });
  const secrets = {
    read: async () => ({ ok: false as const, wrong: { code: 'failure.secret_missing' } }),
  };
  const setting = sampleSetting();
  const engine = createEngine({
    registry,
    setting: () => setting,
    models: createModels({}),
    tools: createTools({ http: httpAdapter({ net, secrets }) }),
    journal: opened.journal,
    clock,
  });
  onTestFinished(async () => {
    await engine.close();
    await net.close();
    rmSync(dir, { recursive: true, force: true });
  });
  const card = {
    name: 'pay',
    adapter: 'http',
    effect: 'irreversible',
    hosts: [host],
    options: { method: 'POST', url: `http://${host}/` },
    ...more,
  };
  const allow = { field: 'tool', op: 'is' as const, value: 'pay' };
  const rules = [{ id: 'ok', name: 'Paying is fine', when: allow, then: 'allow' as const }];
  const scope = scopeOf(
    [
      ['start', 'start'],
      ['act', 'call_tool', { tool: 'pay', args: {} }],
      ['fin', 'end', { outcome: 'done' }],
    ],
    ['start:ok>act', 'act:ok>fin'],
  );
  const folder = drawing(scope, { cards: [card], rules });
  const started = await engine.startRun({
    folder,
    setting,
    input: {},
    practice: false,
    pace: 'full',
  });
  if ('wrong' in started) throw new Error(started.wrong.code);
  const attempts = () =>
    engine.events(started.run, 0, 1000).filter(({ type }) => type === 'attempt.ended').length;
  const cards = () =>
    Object.values(engine.run(started.run)?.cards ?? {}).filter(({ state }) => state === 'open');
  /** Lets the pause after each attempt pass, until the run waits for somebody or has ended. */
  const settled = async () => {
    let passed = 0;
    for (;;) {
      const view = engine.run(started.run);
      if (view?.endedAt !== undefined || cards().length) return view;
      if (attempts() > passed) {
        passed += 1;
        await clock.advance(5000);
      } else await new Promise((done) => setTimeout(done, 2));
    }
  };
  return { settled, cards, attempts };
}

test('a call that surely never left is tried again, however irreversible it is', async () => {
  const closed = createSocketServer();
  await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done));
  const { port } = closed.address() as AddressInfo;
  await new Promise((done) => closed.close(done));
  const run = await posting(`127.0.0.1:${port}`);
  await run.settled();
  expect(run.attempts()).toBe(2);
  expect(run.cards()).toMatchObject([{ kind: 'trouble' }]);
});

test.each([
  ['breaks off', (socket: Socket) => socket.destroy(), 'unknown'],
  ['fails with an error of its own', undefined, 'unknown'],
])('an irreversible call that %s is put to a person and made once', async (_name, end, kind) => {
  let heard = 0;
  const server = createServer((asked, reply) => {
    heard += 1;
    if (end) end(asked.socket);
    else reply.writeHead(500).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const run = await posting(`127.0.0.1:${(server.address() as AddressInfo).port}`);
  await run.settled();
  expect(run.cards()).toMatchObject([{ kind }]);
  expect(heard).toBe(1);
});

test('with a key that travels, the same call is made again under the same key', async () => {
  const keys: (string | undefined)[] = [];
  const server = createServer((asked, reply) => {
    keys.push(String(asked.headers['idempotency-key']));
    if (keys.length < 3) asked.socket.destroy();
    else reply.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const run = await posting(host, { idempotency: 'key' });
  expect((await run.settled())?.status).toBe('done');
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toMatch(/:\d+:\d+$/);
});
