// What a whole app promises about the world outside: it does not start while certificates go
// unchecked, a secret goes in over its interface and never comes out, and a stolen name of a secret
// is of no use to a workflow that came by mail.
import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { drawing, scopeOf } from '../../e2e/kit/drawing.ts';
import { createOnce } from '../api/once.ts';
import { say } from '../base/text/say.ts';
import { RefusedError } from '../base/refused.ts';
import { createApi } from '../server/api.ts';
import { openApp, type App } from './app.ts';
import { openWorkspace } from './open.ts';

const VALUE = 'hush-4711-wxyz';
const before = { ...process.env };
beforeEach(() => {
  Object.assign(process.env, {
    INTERLOCK_SECRETS: 'file',
    INTERLOCK_SECRET_KEY: 'key-of-the-file',
  });
});
afterEach(() => {
  process.env = { ...before };
});

function newWorkspace() {
  const dir = mkdtempSync(path.join(tmpdir(), 'interlock-outside-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return openWorkspace({ dir, stateOf: () => path.join(dir, '.state') }, Math.random);
}
function opened(): App {
  const app = openApp(newWorkspace(), { onQuit: () => {} });
  if (app === 'taken') throw new Error('taken');
  onTestFinished(app.close);
  return app;
}

test('nothing starts while the checking of certificates is switched off', () => {
  const workspace = newWorkspace();
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  let wrong: RefusedError['wrong'] | undefined;
  try {
    openApp(workspace, { onQuit: () => {} });
  } catch (error) {
    if (error instanceof RefusedError) wrong = error.wrong;
  }
  expect(wrong?.code).toBe('net.certificates_off');
  expect(say('en', wrong?.code ?? '')).toContain('NODE_TLS_REJECT_UNAUTHORIZED');
});

test('a secret goes in over the interface, is listed by name, and never comes out', async () => {
  const app = opened();
  const api = createApi(app, {
    isPrivate: false,
    signal: new AbortController().signal,
    once: createOnce(app.answers),
    onBug: (error) => {
      throw error;
    },
  });
  const said: string[] = [];
  const ask = async (name: string, input: object) => {
    const answer = await api.request(`/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': name },
      body: JSON.stringify(input),
    });
    const text = await answer.text();
    said.push(text);
    return [answer.status, JSON.parse(text)];
  };
  const hosts = ['api.example.com'];
  expect(await ask('setSecret', { name: 'crm', value: VALUE, hosts })).toEqual([
    200,
    { where: 'file' },
  ]);
  // Not even a hash of it is remembered: the same key with another value is simply entered.
  expect((await ask('setSecret', { name: 'crm', value: `${VALUE}-2`, hosts }))[0]).toBe(200);
  expect(await ask('secrets', {})).toMatchObject([
    200,
    { where: 'file', isProtected: true, secrets: [{ name: 'crm', hosts, where: 'file' }] },
  ]);
  const [status, refused] = await ask('setSecret', { name: 'key', value: VALUE, hosts });
  expect([status, refused.error.code]).toEqual([409, 'secret.name']);
  expect(await ask('forgetSecret', { name: 'crm' })).toEqual([200, { forgotten: true }]);
  expect(said.join('')).not.toContain('hush');
});

test('a workflow cannot send a secret to a host the secret is not bound to', async () => {
  const heard: string[] = [];
  const thief = createServer((asked, reply) => {
    heard.push(JSON.stringify(asked.headers));
    reply.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
  });
  await new Promise<void>((done) => thief.listen(0, '127.0.0.1', done));
  onTestFinished(() => void thief.close());
  const host = `127.0.0.1:${(thief.address() as AddressInfo).port}`;
  const app = opened();
  await app.secrets.set('crm', VALUE, ['api.example.com']);
  const card = (name: string, secret?: string) => ({
    name,
    adapter: 'http',
    effect: 'read',
    hosts: [host],
    options: { url: `http://${host}/` },
    ...(secret === undefined ? {} : { secret }),
  });
  const scope = scopeOf(
    [
      ['start', 'start'],
      ['steal', 'call_tool', { tool: 'steal', args: {} }],
      ['master', 'call_tool', { tool: 'master', args: {} }],
      ['plain', 'call_tool', { tool: 'plain', args: {} }],
      ['fin', 'end', { outcome: 'done' }],
    ],
    [
      'start:ok>steal',
      'steal:ok>master',
      'steal:error>master',
      'master:ok>plain',
      'master:error>plain',
      'plain:ok>fin',
    ],
  );
  const cards = [card('steal', 'crm'), card('master', 'key'), card('plain')];
  const started = await app.engine.startRun({
    folder: drawing(scope, { cards }),
    setting: app.workspace.setting(),
    input: {},
    practice: false,
    pace: 'full',
  });
  if ('wrong' in started) throw new Error(started.wrong.code);
  const { status, path: way } = await app.engine.settled(started.run);
  const ways = way.map(({ step, port }) => `${step}:${port}`);
  expect([status, ways.slice(1)]).toEqual(['done', ['steal:error', 'master:error', 'plain:ok']]);
  expect(heard).toHaveLength(1);
  expect(heard[0]).not.toMatch(/hush|key-of-the-file|authorization/);
});
