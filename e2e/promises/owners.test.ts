// After a kill. Every run that is not over is moved by somebody: a call under way, a time that will
// come, a person who is asked; until the program is back nobody claims that it runs. And nothing
// that was begun is done once more without a person's word, unless the other side can tell.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Summary } from '../../engine/cli/summary.ts';
import { interlock, json } from '../kit/command-line.ts';
import { openWaiting, WAITING, WORLD, type Waiting } from './waiting.ts';

let dir = '';
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-owners-'));
});
afterEach(() => fs.rmSync(dir, { recursive: true, force: true }));

const PROGRAM = path.join(import.meta.dirname, 'waiting.ts');
const statuses = async (): Promise<Record<string, string>> => {
  const listed = json<Summary[]>(await interlock('runs', '--json', '--workspace', dir));
  return Object.fromEntries(listed.map(({ workflow, status }) => [workflow, status]));
};

/** Open work of runs that are under way and that nothing will ever move. */
function orphans({ engine, journal, inFlight }: Waiting): string[] {
  const asked = new Set(engine.inbox().map(({ effect }) => effect));
  return journal.activeRuns().flatMap(({ id, control, workflow }) => {
    const open = journal.effects(id, true);
    if (control === 'paused') return [];
    const lost = open.filter(({ id: effect, kind, status, dueAt }) => {
      if (asked.has(effect)) return false;
      if (kind === 'timer' || status === 'queued') return dueAt === null;
      return status !== 'started' || !inFlight.has(effect);
    });
    return open.length
      ? lost.map(({ step, status }) => `${workflow} ${step} ${status}`)
      : [workflow];
  });
}

/** Starts the program, and kills it when all of its runs wait. */
async function killed(): Promise<Record<string, string>> {
  const child = spawn(process.execPath, [PROGRAM, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await expect.poll(called).toHaveLength(3);
  const before = await statuses();
  child.kill('SIGKILL');
  await gone;
  return before;
}

/** Calls that arrived outside, as `tool key`. */
const called = (): string[] => {
  const file = path.join(dir, WORLD);
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().split('\n') : [];
};
const callsOf = (tool: string): string[] => called().filter((line) => line.startsWith(tool));

const WAIT = { asks: 'waiting', sleeps: 'waiting' };
const RUN = { hangs: 'running', once: 'running', fails: 'running' };

test('no run says that it is running when nobody runs it', async () => {
  expect(await killed()).toEqual({ ...WAIT, ...RUN });
  const left = 'interrupted';
  expect(await statuses()).toEqual({ ...WAIT, hangs: left, once: left, fails: left });
  const [run = ''] = json<Summary[]>(await interlock('runs', '--json', '--workspace', dir)).flatMap(
    (one) => (one.workflow === 'hangs' ? [one.run] : []),
  );
  const shown = await interlock('show', run, '--workspace', dir);
  expect(shown.out).toContain(`Go on with: interlock resume ${run}`);

  const again = openWaiting(dir);
  expect(orphans(again).sort()).toEqual(['hangs it started', 'once it started']);
  await again.engine.recover();
  await expect.poll(() => orphans(again)).toEqual([]);
  expect(await statuses()).toEqual({ ...WAIT, ...RUN, once: 'waiting' });
  expect(again.engine.runs(9)).toHaveLength(Object.keys(WAITING).length);
  await again.close();
  expect(await statuses()).toMatchObject({ hangs: left, once: 'waiting' });
}, 60_000);

test('no action happens twice behind your back', async () => {
  await killed();
  const again = openWaiting(dir);
  await again.engine.recover();
  // What may be repeated is repeated under its key, so that the other side knows it again.
  await expect.poll(() => callsOf('hangs')).toHaveLength(2);
  expect(new Set(callsOf('hangs')).size).toBe(1);
  // What may not be repeated is a question, and nothing is done until it is answered.
  const [card] = again.engine.inbox().filter(({ kind }) => kind === 'unknown');
  expect(card).toMatchObject({ kind: 'unknown', step: 'it', state: 'open' });
  await again.close();
  const third = openWaiting(dir);
  await third.engine.recover();
  expect(callsOf('once')).toHaveLength(1);
  const answers = [1, 2].map(() => third.engine.decide({ card: card?.id ?? '', choice: 'again' }));
  const taken = await Promise.all(answers);
  expect(taken.filter((answer) => 'card' in answer)).toHaveLength(1);
  await expect.poll(() => callsOf('once')).toHaveLength(2);
  await third.close();
  expect(callsOf('once')).toHaveLength(2);
}, 60_000);
