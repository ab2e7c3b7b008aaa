// `interlock secrets`: a value goes in by standard input and never comes out, wherever it is asked.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { json, type Ended } from '../../e2e/kit/command-line.ts';

const MAIN = path.resolve(import.meta.dirname, 'main.ts');
const VALUE = 'hush-4711-wxyz';
const dir = mkdtempSync(path.join(tmpdir(), 'interlock-secrets-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** One command as a process of its own, with something on its standard input. */
function run(args: string[], input = '', env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const own = { INTERLOCK_SECRETS: 'file', INTERLOCK_SECRET_KEY: 'key-of-the-file' };
  const words = [MAIN, 'secrets', ...args, '--workspace', dir];
  const child = spawn(process.execPath, words, { env: { ...process.env, ...own, ...env } });
  const said = { out: '', err: '' };
  child.stdout.on('data', (part) => (said.out += part));
  child.stderr.on('data', (part) => (said.err += part));
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })));
}
const book = (): string => readFileSync(path.join(dir, '.state/secrets.json'), 'utf8');

test('a secret is kept, listed by name, and forgotten; its value is shown by none of it', async () => {
  const kept = await run(['set', 'crm', '--host', 'API.example.com'], `${VALUE}\n`);
  expect([kept.code, kept.err]).toEqual([0, '']);
  expect(kept.out).toContain('encrypted file');
  const listed = await run(['list', '--json']);
  expect(json(listed)).toMatchObject({
    where: 'file',
    isProtected: true,
    secrets: [{ name: 'crm', hosts: ['api.example.com'], where: 'file' }],
  });
  const told = await run(['list']);
  expect(told.out).toMatch(/^crm +api\.example\.com +file$/m);
  const forgotten = await run(['forget', 'crm']);
  expect(forgotten.code).toBe(0);
  expect((await run(['forget', 'crm'])).code).toBe(2);
  const all = [kept, listed, told, forgotten].map(({ out, err }) => out + err).join('');
  expect(all).not.toContain('hush');
  expect(book()).not.toContain('hush');
});

test('entering it again keeps the hosts it had, and a new list replaces them', async () => {
  await run(['set', 'mail', '--host', 'a.example', '--host', 'b.example:993'], VALUE);
  await run(['set', 'mail'], `${VALUE}-2`);
  const hosts = async () =>
    json<{ secrets: { hosts: string[] }[] }>(await run(['list', '--json'])).secrets[0]?.hosts;
  expect(await hosts()).toEqual(['a.example', 'b.example:993']);
  await run(['set', 'mail', '--host', 'c.example'], VALUE);
  expect(await hosts()).toEqual(['c.example']);
});

test.each([
  [['set', 'crm'], VALUE, '--host'],
  [['set', 'crm', '--host', 'a.example'], 'abc\n', 'at least 6'],
  [['set', 'key', '--host', 'a.example'], VALUE, '“key”'],
  [['set', 'crm', VALUE, '--host', 'a.example'], '', 'standard input'],
  [['set', 'crm', `--value=${VALUE}`, '--host', 'a.example'], '', 'standard input'],
])('%j is refused in one sentence', async (args, input, said) => {
  const { code, out, err } = await run(args, input);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(said);
  expect(err.trimEnd()).not.toContain('\n');
  expect(err).not.toContain('hush');
});

test('where nothing protects a secret, that is said, and nothing is kept', async () => {
  const env = { INTERLOCK_SECRET_KEY: '' };
  const listed = await run(['list'], '', env);
  expect(listed.err).toContain('not protected');
  const { code, err } = await run(['set', 'crm', '--host', 'a.example'], VALUE, env);
  expect(code).toBe(2);
  expect(err).toContain('INTERLOCK_SECRET_CRM');
});
