// Kills a working engine at random moments and checks what it promised.
// C1 no acknowledged event is ever lost. C2 one logical step has one key, however often it was
//    sent.
// C3 every run finishes. C4 the test has teeth: kills land in flight, and keys are repeated.

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openReadOnly } from '../../engine/5-record/journal.ts';

const RECEIVER = new URL('./receiver.ts', import.meta.url).pathname;
const WORKER = new URL('./worker.ts', import.meta.url).pathname;

export type CrashReport = {
  kills: number;
  inFlight: number;
  runs: number;
  unfinished: number;
  requests: number;
  repeatedKeys: number;
  logicalSteps: number;
  stepsWithSeveralKeys: number;
  acknowledged: number;
  lost: number;
  verified: boolean;
};

type Receiver = { child: ChildProcess; port: string; file: string };

async function startReceiver(dir: string): Promise<Receiver> {
  const file = join(dir, 'requests.jsonl');
  writeFileSync(file, '');
  const child = spawn(process.execPath, [RECEIVER, file, '12'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<string>((resolve) => {
    createInterface({ input: child.stdout as NonNullable<typeof child.stdout> }).once(
      'line',
      resolve,
    );
  });
  return { child, port, file };
}

const openRequests = async ({ port }: Receiver): Promise<number> =>
  Number(await (await fetch(`http://127.0.0.1:${port}/open`)).text());

/** One life of the worker: until it is idle, or until it is killed after `afterMs` of activity. */
async function live(
  state: string,
  receiver: Receiver,
  starts: number,
  afterMs: number | undefined,
  acks: Set<string>,
): Promise<{ isIdle: boolean; inFlight: number }> {
  const child = spawn(process.execPath, [WORKER, state, receiver.port, String(starts)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let isIdle = false;
  let inFlight = 0;
  let isActive = (): void => {};
  const active = new Promise<void>((resolve) => (isActive = resolve));
  const lines = createInterface({ input: child.stdout as NonNullable<typeof child.stdout> });
  lines.on('line', (line) => {
    if (line === 'idle') isIdle = true;
    else acks.add(line.slice(4));
    isActive();
  });
  await Promise.race([active, gone]);
  if (afterMs !== undefined && !isIdle) {
    await Promise.race([new Promise((resolve) => setTimeout(resolve, afterMs)), gone]);
    inFlight = isIdle ? 0 : await openRequests(receiver);
    child.kill('SIGKILL');
  }
  await gone;
  return { isIdle, inFlight };
}

/**
 * Runs the campaign: `kills` kills at moments drawn from `random`, then a last undisturbed life.
 */
export async function crash(kills: number, random: () => number): Promise<CrashReport> {
  const dir = mkdtempSync(join(tmpdir(), 'interlock-crash-'));
  const receiver = await startReceiver(dir);
  const acks = new Set<string>();
  let [done, inFlight] = [0, 0];
  try {
    while (done < kills) {
      const life = await live(dir, receiver, 3, Math.floor(random() * 120), acks);
      if (life.isIdle) continue;
      done += 1;
      if (life.inFlight > 0) inFlight += 1;
    }
    await live(dir, receiver, 0, undefined, acks);
    return { kills: done, inFlight, ...judge(dir, receiver.file, acks) };
  } finally {
    receiver.child.kill('SIGKILL');
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Compares what was acknowledged and what arrived outside with what the journal says. */
function judge(
  dir: string,
  file: string,
  acks: Set<string>,
): Omit<CrashReport, 'kills' | 'inFlight'> {
  const opened = openReadOnly({
    database: join(dir, 'interlock.db'),
    anchors: join(dir, 'anchors'),
  });
  if (!opened.ok) throw new Error(opened.wrong.code);
  const { journal } = opened;
  const recorded = new Set(journal.eventsAfter(0).map((e) => `${e.run} ${e.seq}`));
  const requests = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { key: string; logical: string });
  const byLogical = new Map<string, Set<string>>();
  const byKey = new Map<string, number>();
  for (const { key, logical } of requests) {
    byLogical.set(logical, (byLogical.get(logical) ?? new Set()).add(key));
    byKey.set(key, (byKey.get(key) ?? 0) + 1);
  }
  const runs = journal.runs(100_000);
  const report = {
    runs: runs.length,
    unfinished: runs.filter((r) => r.status !== 'done').length,
    requests: requests.length,
    repeatedKeys: [...byKey.values()].filter((n) => n > 1).length,
    logicalSteps: byLogical.size,
    stepsWithSeveralKeys: [...byLogical.values()].filter((keys) => keys.size > 1).length,
    acknowledged: acks.size,
    lost: [...acks].filter((ack) => !recorded.has(ack)).length,
    verified: journal.verify().ok,
  };
  journal.close();
  return report;
}
