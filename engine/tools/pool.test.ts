// Work beside the engine's thread: it ends in time whatever it does, and never holds up the engine.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, expect, test } from 'vitest';
import { LIMITS } from '../base/limits.ts';
import { WORKER } from '../workspace/beside.ts';
import { wordOf } from '../../e2e/kit/documents.ts';
import { openPool, type Pool } from './pool.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'interlock-pool-'));
const file = path.join(dir, 'odd.mjs');
// A worker that does with each file what its name says.
writeFileSync(
  file,
  `import { parentPort, threadId } from 'node:worker_threads';
   const held = [];
   parentPort.on('message', ({ input: { name } }) => {
     if (name === 'loop') for (;;);
     if (name === 'outside') for (;;) {
       held.push(new Uint8Array(8 << 20).fill(1));
       Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
     }
     if (name === 'heap') for (;;) held.push({ a: [1, 2, 3] });
     if (name === 'throw') throw new Error('odd');
     if (name === 'exit') process.exit(0);
     if (name === 'wait') return;
     if (name === 'print') console.log('printed');
     const text = name === 'env' ? JSON.stringify(process.env) : String(threadId);
     parentPort.postMessage({ ok: true, value: { text } });
   });`,
);
const pools: Pool[] = [];
const odd = (size = 1): Pool => {
  const pool = openPool(pathToFileURL(file), size);
  pools.push(pool);
  return pool;
};
const ask = (pool: Pool, name: string, limits = {}) =>
  pool.run('text', { name, bytes: new Uint8Array() }, limits);
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('a worker in an endless loop is ended at its deadline, and the next piece of work is done', async () => {
  const pool = odd();
  const late = ask(pool, 'loop', { withinMs: 300 });
  const next = ask(pool, 'fine');
  expect(await late).toEqual({ ok: false, why: 'late' });
  expect(await next).toMatchObject({ ok: true });
});

test('the engine’s own thread goes on while a worker is busy', async () => {
  const pool = odd();
  let ticks = 0;
  const clock = setInterval(() => (ticks += 1), 5);
  await ask(pool, 'loop', { withinMs: 1000 });
  clearInterval(clock);
  expect(ticks).toBeGreaterThan(10);
});

test('a worker that takes too much memory, in its heap or beside it, is ended', async () => {
  const pool = odd(2);
  const both = [
    ask(pool, 'heap', { withinMs: 60_000 }),
    ask(pool, 'outside', { withinMs: 60_000 }),
  ];
  expect(await Promise.all(both)).toEqual([
    { ok: false, why: 'memory' },
    { ok: false, why: 'memory' },
  ]);
  expect(await ask(pool, 'fine')).toMatchObject({ ok: true });
});

test('a worker that breaks or leaves is told of and replaced', async () => {
  const pool = odd();
  for (const name of ['throw', 'exit'])
    expect(await ask(pool, name), name).toEqual({ ok: false, why: 'broke' });
  expect(await ask(pool, 'fine')).toMatchObject({ ok: true });
});

test('what nobody waits for any more is ended, waiting or under way', async () => {
  const pool = odd();
  const stop = new AbortController();
  const underWay = ask(pool, 'loop', { signal: stop.signal });
  const waiting = ask(pool, 'fine', { signal: stop.signal });
  const other = ask(pool, 'fine');
  stop.abort();
  expect(await underWay).toEqual({ ok: false, why: 'stopped' });
  expect(await waiting).toEqual({ ok: false, why: 'stopped' });
  expect(await other).toMatchObject({ ok: true });
});

test('a full queue refuses at once', async () => {
  const pool = odd();
  const all = Array.from({ length: LIMITS.poolQueue + 3 }, () => ask(pool, 'wait'));
  const first = await Promise.race(all);
  expect(first).toEqual({ ok: false, why: 'full' });
  await pool.close();
  expect((await Promise.all(all)).filter((d) => !d.ok && d.why === 'full')).toHaveLength(2);
});

test('closing ends what is under way and takes nothing new', async () => {
  const pool = odd(2);
  const busy = [ask(pool, 'loop'), ask(pool, 'wait'), ask(pool, 'wait')];
  await pool.close();
  for (const done of await Promise.all(busy)) expect(done).toEqual({ ok: false, why: 'stopped' });
  expect(await ask(pool, 'fine')).toEqual({ ok: false, why: 'stopped' });
});

test('a worker starts afresh after its share of work, and sees no environment', async () => {
  const pool = odd();
  const threads = new Set<string>();
  for (let n = 0; n < LIMITS.poolJobs + 1; n++) {
    const done = await ask(pool, 'fine');
    if (done.ok && 'text' in done.value) threads.add(done.value.text);
  }
  expect(threads.size).toBe(2);
  expect(await ask(pool, 'env')).toEqual({ ok: true, value: { text: '{}' } });
  expect(await ask(pool, 'print')).toMatchObject({ ok: true });
});

test('the real worker starts from its source and reads a document', async () => {
  const pool = openPool(WORKER);
  pools.push(pool);
  const input = { name: 'a.docx', bytes: wordOf(['Hello']) };
  expect(await pool.run('text', input)).toEqual({ ok: true, value: { text: 'Hello' } });
});
