// Tool servers that misbehave: each is a bounded failure of its own tool, and nothing of it stays.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { oddServer, openServers, toolCard, type ServerKit } from '../../e2e/kit/mcp-kit.ts';
import type { ToolServer } from '../4-run/ports.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'interlock-mcp-bad-'));
const open: ServerKit[] = [];
const kit = (...given: Parameters<typeof openServers>): ServerKit => {
  const one = openServers(...given);
  open.push(one);
  return one;
};
let names = 0;
const newFile = (): string => path.join(scratch, `notes-${(names += 1)}`);
const notesIn = (file: string): string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
const started = (file: string): number[] =>
  notesIn(file).flatMap((line) => (line.startsWith('start ') ? [Number(line.slice(6))] : []));
/** Is the process there and no zombie? */
function isAlive(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
const greet = toolCard('odd', 'greet');

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.end()));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** One call of a server that misbehaves in a way, beside one that behaves. */
async function called(
  way: string,
  card = greet,
  { signal = new AbortController().signal, file = newFile() } = {},
) {
  const good = { ...oddServer('good'), id: 'good' } as ToolServer;
  const one = kit([oddServer(way, file), good]);
  await one.trustAll('good');
  await one.trustAll('odd');
  const [bad, fine] = await Promise.all([
    one.call(card, { name: 'x' }, { signal }),
    one.call(toolCard('good', 'greet'), { name: 'x' }),
  ]);
  expect(fine).toMatchObject({ ok: true });
  return { one, bad, file };
}

describe('a server that', () => {
  const failures: [string, string, string][] = [
    ['dies during a call', 'dies', 'failure.mcp_ended'],
    ['sends a line of 10 MB', 'long_line', 'failure.mcp_line'],
    ['floods its error output', 'stderr_flood', 'failure.mcp_flood'],
    ['floods its output', 'stdout_flood', 'failure.mcp_flood'],
    ['answers with 300 kB', 'large', 'failure.mcp_too_large'],
    ['says that it is an error', 'is_error', 'failure.tool_said'],
  ];
  for (const [name, way, code] of failures)
    test(`${name} fails its own tool and no other, with a sentence`, async () => {
      const { bad, one, file } = await called(way);
      expect(bad).toMatchObject({ ok: false, failure: { code } });
      await one.close();
      expect(started(file).filter(isAlive)).toEqual([]);
    });

  test('breaks off while it may have changed something leaves that to a person', async () => {
    const card = toolCard('odd', 'greet', { effect: 'irreversible' });
    const { bad } = await called('dies', card);
    expect(bad).toMatchObject({ ok: false, failure: { code: 'failure.call_broke' } });
  });

  test('never answers a call is left at the deadline, and replaced', async () => {
    const deadline = new AbortController();
    const file = newFile();
    const waiting = called('silent_call', greet, { signal: deadline.signal, file });
    while (!notesIn(file).includes('call 1')) await sleep(20);
    deadline.abort();
    const { bad, one } = await waiting;
    expect(bad).toMatchObject({ ok: false, failure: { code: 'failure.call_broke' } });
    await one.look(one.named, 'odd');
    expect(started(file)).toHaveLength(2);
  });

  const strangers: [string, string][] = [
    ['never answers the greeting', 'mute'],
    ['answers it with garbage', 'garbage'],
    ['answers it with something else', 'wrong_handshake'],
  ];
  for (const [name, way] of strangers)
    test(`${name} is no tool server; nothing is called and nothing left`, async () => {
      const file = newFile();
      const one = kit([oddServer(way, file)]);
      await expect(one.trustAll('odd')).rejects.toMatchObject({ code: 'failure.mcp_handshake' });
      expect(await one.call(greet, { name: 'x' })).toMatchObject({
        ok: false,
        failure: { kind: 'retryable', code: 'failure.mcp_handshake' },
      });
      await one.close();
      expect(started(file).filter(isAlive)).toEqual([]);
    });

  test('ends when it is greeted the newer way is greeted the older way', async () => {
    const { bad } = await called('strict');
    expect(bad).toMatchObject({ ok: true });
  });

  test('prints a banner first is understood', async () => {
    const { bad } = await called('banner');
    expect(bad).toMatchObject({ ok: true });
  });

  test('asks for a model, a person or our folders gets none of them', async () => {
    const { bad, file } = await called('asks_back');
    expect(bad).toMatchObject({ ok: true });
    const answers = () => notesIn(file).filter((line) => line.startsWith('answered'));
    while (answers().length < 3) await sleep(20);
    expect(answers().sort()).toEqual(
      ['own-1', 'own-2', 'own-3'].map((id) => `answered ${id} -32601`),
    );
  });

  test('gives a structured answer is read by that, not by its text', async () => {
    const { bad } = await called('structured');
    expect(bad).toMatchObject({ ok: true, reply: { value: { total: 12.5 } } });
  });
});

describe('of a server that ignores SIGTERM and leaves grandchildren', () => {
  const stubborn = async () => {
    const file = newFile();
    const one = kit([oddServer('stubborn', file)]);
    await one.trustAll('odd');
    expect(await one.call(greet, { name: 'x' })).toMatchObject({ ok: true });
    expect(started(file).filter(isAlive)).toHaveLength(3);
    return { one, file };
  };

  test('nothing is left after closing', async () => {
    const { one, file } = await stubborn();
    await one.close();
    expect(started(file).filter(isAlive)).toEqual([]);
    expect(notesIn(file)).toContain('heard SIGTERM');
  });

  test('nothing is left after the engine was killed', async () => {
    const file = newFile();
    const script = `
      import { openServers, oddServer, toolCard } from ${JSON.stringify(path.resolve('e2e/kit/mcp-kit.ts'))};
      const one = openServers([oddServer('stubborn', ${JSON.stringify(file)})]);
      await one.trustAll('odd');
      await one.call(toolCard('odd', 'greet'), { name: 'x' });
      console.log('ready');
    `;
    const engine = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve) => engine.stdout.once('data', () => resolve()));
    const pids = started(file);
    expect(pids.filter(isAlive)).toHaveLength(3);
    engine.kill('SIGKILL');
    const left = () => pids.filter(isAlive).length;
    for (let waited = 0; waited < 10_000 && left(); waited += 50) await sleep(50);
    const stayed = pids.filter(isAlive);
    for (const pid of stayed) process.kill(pid, 'SIGKILL');
    expect(stayed).toEqual([]);
  });
});
