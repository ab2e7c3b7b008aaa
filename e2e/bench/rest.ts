// What an engine costs while it does nothing, and how it behaves while it does much: 1,000 runs
// that wait for a person, taken up by a fresh process; then 50 runs at once, and one of them
// stopped. `rest.ts wait DIR` leaves the waiting runs in a folder; `rest.ts DIR` takes them up and
// measures.

import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openJournal } from '../../engine/5-record/journal.ts';
import { createEngine, type Engine } from '../../engine/engine.ts';
import type { Folder } from '../../engine/1-document/schema.ts';
import { registry } from '../../nodes/index.ts';
import { drawing, scopeOf } from '../kit/drawing.ts';
import { sampleSetting } from '../kit/engine-kit.ts';
import { chain, openBench, type Opened } from './steps.ts';

const WAITING = 1000;
const AT_REST_MS = 5000;
const SOAK_MS = 10_000;

const waits: Folder = drawing(
  scopeOf(
    [
      ['start', 'start'],
      ['gate', 'approval', { ask: 'manager', title: 'Go on?' }],
      ['fin', 'end', { outcome: 'done' }],
    ],
    ['start:ok>gate', 'gate:approved>fin', 'gate:refused>fin'],
  ),
);

function open(dir: string): Engine {
  const files = { database: join(dir, 'interlock.db'), anchors: join(dir, 'anchors') };
  const opened = openJournal(files);
  if (!opened.ok) throw new Error(opened.wrong.code);
  const setting = sampleSetting();
  return createEngine({
    registry,
    setting: () => setting,
    journal: opened.journal,
    models: {
      call: () => Promise.reject(new Error('no model here')),
      worst: () => ({ inputTokens: 0, outputTokens: 0 }),
    },
    tools: { call: () => Promise.reject(new Error('no tool here')) },
  });
}

async function leaveWaiting(dir: string): Promise<void> {
  const engine = open(dir);
  const setting = sampleSetting();
  const start = () =>
    engine.startRun({ folder: waits, setting, input: {}, practice: true, pace: 'full' });
  await Promise.all(Array.from({ length: WAITING }, start));
  await engine.close();
}

/** Megabytes in use once everything that can be given back has been. */
function residentMb(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().rss / 2 ** 20;
}

async function atRest(dir: string): Promise<Record<string, number>> {
  const emptyMb = residentMb();
  const began = performance.now();
  const engine = open(dir);
  await engine.recover();
  const takenUpMs = performance.now() - began;
  const listed = performance.now();
  const cards = engine.inbox().length;
  const inboxMs = performance.now() - listed;
  await sleep(1000);
  const used = process.cpuUsage();
  await sleep(AT_REST_MS);
  const { user, system } = process.cpuUsage(used);
  const restMb = residentMb();
  await engine.close();
  if (cards !== WAITING) throw new Error(`${cards} runs wait`);
  return { takenUpMs, inboxMs, restMb, emptyMb, cpuPercent: (user + system) / AT_REST_MS / 10 };
}

/** 50 runs at once, all the time: how late timers are, and what still starts after a stop. */
async function soak(opened: Opened): Promise<Record<string, number>> {
  const { engine, setting } = opened;
  const folder = chain(200);
  const start = async (): Promise<string> => {
    const started = await engine.startRun({
      folder,
      setting,
      input: {},
      practice: true,
      pace: 'full',
    });
    if ('wrong' in started) throw new Error(started.wrong.code);
    return started.run;
  };
  let isOver = false;
  const worker = async (): Promise<void> => {
    while (!isOver) await engine.settled(await start());
  };
  const workers = Array.from({ length: 50 }, worker);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  await sleep(1000);
  delay.enable();
  const lateMs: number[] = [];
  const until = performance.now() + SOAK_MS;
  while (performance.now() < until) {
    await sleep(200);
    lateMs.push(await lastStartAfterStop(engine, await start()));
  }
  delay.disable();
  isOver = true;
  await Promise.all(workers);
  return { delayP99Ms: delay.percentile(99) / 1e6, stopMs: Math.max(...lateMs) };
}

/** Milliseconds from asking for a stop to the last effect of that run that starts. */
async function lastStartAfterStop(engine: Engine, run: string): Promise<number> {
  let last = 0;
  const off = engine.subscribe((events) => {
    for (const e of events)
      if (e.run === run && e.type === 'effect.opened') last = performance.now();
  });
  await sleep(5);
  const asked = performance.now();
  await engine.stop(run);
  await sleep(20);
  off();
  return Math.max(0, last - asked);
}

const [, , first = '', second = ''] = process.argv;
if (first === 'wait') await leaveWaiting(second);
else {
  const rest = await atRest(first);
  const opened = openBench(true);
  const busy = await soak(opened);
  await opened.end();
  process.stdout.write(`${JSON.stringify({ ...rest, ...busy })}\n`);
}
