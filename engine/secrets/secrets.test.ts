// Where secrets lie and where they may go: bound to hosts, protected, and asked for again when they
// cannot be read, while everything else goes on.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { say } from '../base/text/say.ts';
import type { Keychain } from './keychain.ts';
import { openSecrets, type SecretStore } from './store.ts';

const KEY = { INTERLOCK_SECRET_KEY: 'the-key-of-the-file' };
const API = { host: 'api.example.com', port: 443 };
const VALUE = 'hush-4711-ü';

const folder = (): string => {
  const dir = mkdtempSync(path.join(tmpdir(), 'interlock-secrets-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
};
const NO_KEYCHAIN: Keychain = {
  get: async () => Promise.reject(new Error('AccessDenied')),
  set: async () => Promise.reject(new Error('AccessDenied')),
  remove: async () => Promise.reject(new Error('AccessDenied')),
};
const keychainOf = (entries: Map<string, string>): Keychain => ({
  get: async (account) => entries.get(account),
  set: async (account, value) => void entries.set(account, value),
  remove: async (account) => void entries.delete(account),
});

type Opened = SecretStore & { file: string; learnt: string[] };
function open(env: Record<string, string> = KEY, keychain = NO_KEYCHAIN, dir = folder()): Opened {
  const file = path.join(dir, 'secrets.json');
  const learnt: string[] = [];
  const parts = { file, env, keychain, now: () => 0, learn: (v: string) => void learnt.push(v) };
  return { ...openSecrets(parts), file, learnt };
}
const ask = (more: object = {}) => ({ name: 'crm', place: API, by: 'tool' as const, ...more });
const codeOf = (read: Awaited<ReturnType<SecretStore['read']>>): string =>
  read.ok ? 'given' : read.wrong.code;

describe('a kept secret', () => {
  test('lies in the keychain where one works, and no file holds it', async () => {
    const entries = new Map<string, string>();
    const store = open(KEY, keychainOf(entries));
    expect(await store.set('crm', VALUE, ['api.example.com'])).toEqual({ where: 'keychain' });
    expect(await store.read(ask())).toEqual({ ok: true, value: VALUE });
    expect([...entries.keys()]).toEqual(['crm']);
    expect(readFileSync(store.file, 'utf8')).not.toContain('hush');
  });

  test('lies encrypted in a file of this user alone where there is no keychain', async () => {
    const store = open();
    expect(await store.set('crm', VALUE, ['api.example.com'])).toEqual({ where: 'file' });
    const text = readFileSync(store.file, 'utf8');
    expect(text).not.toContain('hush');
    expect(text).not.toContain(Buffer.from(VALUE).toString('base64'));
    if (process.platform !== 'win32') expect(statSync(store.file).mode & 0o777).toBe(0o600);
    expect(await open(KEY, NO_KEYCHAIN, path.dirname(store.file)).read(ask())).toEqual({
      ok: true,
      value: VALUE,
    });
  });

  test('lies nowhere when neither is there, and it is said how it can be given', async () => {
    const store = open({});
    const kept = await store.set('crm', VALUE, ['api.example.com']);
    expect(kept).toMatchObject({ wrong: { code: 'secret.no_place' } });
    expect(await store.where()).toBe('environment');
    const { wrong } = kept as { wrong: { code: string; params: Record<string, string> } };
    expect(say('en', wrong.code, wrong.params)).toContain('INTERLOCK_SECRET_CRM');
  });

  test('is listed by name, host and place, and never by value', async () => {
    const store = open({ ...KEY, INTERLOCK_SECRET_OPENAI: 'sk-from-env-1' });
    await store.set('crm', VALUE, ['api.example.com']);
    const listed = store.list();
    expect(listed).toMatchObject([
      { name: 'crm', hosts: ['api.example.com'], where: 'file' },
      { name: 'openai', hosts: [], where: 'environment' },
    ]);
    expect(JSON.stringify(listed)).not.toMatch(/hush|sk-/);
  });

  test('that is forgotten is gone', async () => {
    const entries = new Map<string, string>();
    const store = open(KEY, keychainOf(entries));
    await store.set('crm', VALUE, ['api.example.com']);
    expect([await store.forget('crm'), await store.forget('crm')]).toEqual([true, false]);
    expect(entries.size).toBe(0);
    expect(codeOf(await store.read(ask()))).toBe('failure.secret_missing');
  });

  test.each([
    ['key', VALUE, ['a.example'], 'secret.name'],
    ['crm_hosts', VALUE, ['a.example'], 'secret.name'],
    ['Crm', VALUE, ['a.example'], 'secret.name'],
    ['__proto__', VALUE, ['a.example'], 'secret.name'],
    ['crm', 'short', ['a.example'], 'secret.short'],
    ['crm', VALUE, [], 'secret.hosts'],
    ['crm', VALUE, ['https://a.example/'], 'secret.host'],
  ])('called %s with %s for %j is refused as %s', async (name, value, hosts, code) => {
    expect(await open().set(name, value, hosts)).toMatchObject({ wrong: { code } });
  });
});

describe('a secret goes only where its own list says', () => {
  test('whatever a card says', async () => {
    const store = open();
    await store.set('crm', VALUE, ['api.example.com', 'other.example:8443']);
    const to = async (host: string, port: number) =>
      codeOf(await store.read(ask({ place: { host, port } })));
    expect(await to('api.example.com', 443)).toBe('given');
    expect(await to('api.example.com', 587)).toBe('given');
    expect(await to('other.example', 8443)).toBe('given');
    expect(await to('other.example', 443)).toBe('failure.secret_host');
    expect(await to('evil.example', 443)).toBe('failure.secret_host');
    expect(await to('api.example.com.evil.example', 443)).toBe('failure.secret_host');
    expect(await to('xapi.example.com', 443)).toBe('failure.secret_host');
    expect(await to('api.example.com.', 443)).toBe('failure.secret_host');
  });

  test('also when it comes from the environment; a tool needs that list, a model does not', async () => {
    const env = { INTERLOCK_SECRET_CRM: `${VALUE}\n` };
    expect(codeOf(await open(env).read(ask()))).toBe('failure.secret_unbound');
    expect(await open(env).read(ask({ by: 'model' }))).toEqual({ ok: true, value: VALUE });
    const bound = { ...env, INTERLOCK_SECRET_CRM_HOSTS: 'API.example.com, b.example' };
    expect(codeOf(await open(bound).read(ask()))).toBe('given');
    for (const by of ['tool', 'model'])
      expect(
        codeOf(await open(bound).read(ask({ by, place: { host: 'evil.example', port: 443 } }))),
      ).toBe('failure.secret_host');
  });

  test('and changing that list in the file makes it unreadable instead', async () => {
    const store = open();
    await store.set('crm', VALUE, ['api.example.com']);
    const text = readFileSync(store.file, 'utf8').replace('api.example.com', 'evil.example');
    writeFileSync(store.file, text);
    const place = { host: 'evil.example', port: 443 };
    expect(codeOf(await store.read(ask({ place })))).toBe('failure.secret_again');
    const entries = new Map<string, string>();
    const chained = open(KEY, keychainOf(entries));
    await chained.set('crm', VALUE, ['api.example.com']);
    const moved = readFileSync(chained.file, 'utf8').replace('api.example.com', 'evil.example');
    writeFileSync(chained.file, moved);
    expect(codeOf(await chained.read(ask({ place })))).toBe('failure.secret_again');
  });

  test('the key of the file is no secret anybody can name', async () => {
    const env = { ...KEY, INTERLOCK_SECRET_KEY_HOSTS: 'api.example.com' };
    expect(codeOf(await open(env).read(ask({ name: 'key' })))).toBe('failure.secret_missing');
    expect(open(env).list()).toEqual([]);
  });
});

describe('a secret that cannot be read', () => {
  test('asks to be entered again, and the others go on', async () => {
    const store = open();
    await store.set('crm', VALUE, ['api.example.com']);
    await store.set('mail', 'other-secret', ['api.example.com']);
    const book = JSON.parse(readFileSync(store.file, 'utf8'));
    book.secrets.crm.sealed.tag = book.secrets.mail.sealed.tag;
    writeFileSync(store.file, JSON.stringify(book));
    const read = await store.read(ask());
    expect(codeOf(read)).toBe('failure.secret_again');
    if (!read.ok) expect(say('en', read.wrong.code, read.wrong.params)).toContain('enter it again');
    expect(codeOf(await store.read(ask({ name: 'mail' })))).toBe('given');
    await store.set('crm', VALUE, ['api.example.com']);
    expect(codeOf(await store.read(ask()))).toBe('given');
  });

  test('says what is missing: the key, or a keychain that opens', async () => {
    const store = open();
    await store.set('crm', VALUE, ['api.example.com']);
    const dir = path.dirname(store.file);
    expect(codeOf(await open({}, NO_KEYCHAIN, dir).read(ask()))).toBe('failure.secret_file_key');
    const other = { INTERLOCK_SECRET_KEY: 'another-key' };
    expect(codeOf(await open(other, NO_KEYCHAIN, dir).read(ask()))).toBe('failure.secret_again');
    const chained = open(KEY, keychainOf(new Map()));
    await chained.set('crm', VALUE, ['api.example.com']);
    const closed = open(KEY, NO_KEYCHAIN, path.dirname(chained.file));
    expect(codeOf(await closed.read(ask()))).toBe('failure.secret_keychain');
  });

  test('never falls back to another one of the same name', async () => {
    const store = open({
      ...KEY,
      INTERLOCK_SECRET_CRM: 'from-outside',
      INTERLOCK_SECRET_CRM_HOSTS: 'b.example',
    });
    await store.set('crm', VALUE, ['api.example.com']);
    const place = { host: 'b.example', port: 443 };
    expect(codeOf(await store.read(ask({ place })))).toBe('failure.secret_host');
  });

  test('because the whole book is broken leaves the book aside and everything else open', async () => {
    const store = open();
    writeFileSync(store.file, '{ half');
    expect(codeOf(await store.read(ask()))).toBe('failure.secret_missing');
    expect(store.list()).toEqual([]);
    await store.set('crm', VALUE, ['api.example.com']);
    expect(codeOf(await store.read(ask()))).toBe('given');
    expect(readFileSync(`${store.file}.unreadable`, 'utf8')).toBe('{ half');
  });
});

test('a stopped run uses no secret until somebody lets it again, also after a restart', async () => {
  const store = open();
  await store.set('crm', VALUE, ['api.example.com']);
  store.lock('r1');
  const again = open(KEY, NO_KEYCHAIN, path.dirname(store.file));
  expect(codeOf(await again.read(ask({ run: 'r1' })))).toBe('failure.secret_locked');
  expect(codeOf(await again.read(ask({ run: 'r1:4:0' })))).toBe('failure.secret_locked');
  expect(codeOf(await again.read(ask({ run: 'r10' })))).toBe('given');
  again.release('r1');
  expect(codeOf(await store.read(ask({ run: 'r1' })))).toBe('given');
});

test('whatever is read, entered or found in the environment is known to the redactor', async () => {
  const store = open({ ...KEY, INTERLOCK_SECRET_OPENAI: 'sk-from-env-1' });
  expect(store.learnt).toEqual(['sk-from-env-1', KEY.INTERLOCK_SECRET_KEY]);
  await store.set('crm', VALUE, ['api.example.com']);
  const again = open(KEY, NO_KEYCHAIN, path.dirname(store.file));
  await again.learnAll();
  expect(again.learnt).toContain(VALUE);
});
