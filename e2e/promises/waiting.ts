// An engine whose runs all wait, each for something else: a call that is never answered (one that
// may be repeated under its key, one that may not), a person, a time, another try. As a program of
// its own (`node waiting.ts DIR`) it starts one run of each, says `ready` and stays until it is
// killed.

import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { openJournal } from '../../engine/5-record/journal.ts';
import { takeLock } from '../../engine/5-record/lock.ts';
import { createEngine, type Engine } from '../../engine/engine.ts';
import type { Folder } from '../../engine/1-document/schema.ts';
import type { Journal, ToolPort } from '../../engine/4-run/ports.ts';
import { openWorkspace } from '../../engine/workspace/open.ts';
import { findPlace } from '../../engine/workspace/place.ts';
import { registry } from '../../nodes/index.ts';
import { cardOf, drawing, scopeOf, type StepSpec } from '../kit/drawing.ts';
import { sampleSetting } from '../kit/engine-kit.ts';

const HOUR_MS = 3_600_000;
/** In the workspace folder: a line for every call that arrived outside. */
export const WORLD = 'world.txt';
const rules: Folder['rules'] = [
  {
    id: 'all',
    name: 'Anything goes',
    when: { field: 'tool', op: 'is_not', value: '' },
    then: 'allow',
  },
];
const cards = ['hangs', 'once', 'fails'].map((name) =>
  cardOf(name, { effect: 'write', idempotency: name === 'once' ? 'none' : 'key' }),
);
const call = (tool: string): StepSpec => ['it', 'call_tool', { tool, args: { n: 1, text: 'x' } }];

const STEPS: Record<string, StepSpec> = {
  hangs: call('hangs'),
  once: call('once'),
  fails: call('fails'),
  asks: ['it', 'approval', { ask: 'manager', title: 'Go on?', covers: [] }],
  sleeps: ['it', 'wait', { ms: HOUR_MS }],
};

/** One run of each is started by `openWaiting`'s caller, by these names. */
export const WAITING: Record<string, Folder> = Object.fromEntries(
  Object.entries(STEPS).map(([id, step]) => {
    const out = step[1] === 'approval' ? 'it:approved>fin' : 'it:ok>fin';
    const scope = scopeOf(
      [['start', 'start'], step, ['fin', 'end', { outcome: 'done' }]],
      ['start:ok>it', out],
    );
    return [id, drawing(scope, { cards, rules, id })];
  }),
);

export type Waiting = {
  engine: Engine;
  journal: Journal;
  /** Calls that are under way, by key. */
  inFlight: Set<string>;
  close: () => Promise<void>;
};

/** Opens the engine over a workspace folder, with its lock. */
export function openWaiting(dir: string): Waiting {
  const { files } = openWorkspace(findPlace(dir), Math.random);
  const locked = takeLock(files.lock);
  const opened = openJournal(files);
  if (!locked.ok || !opened.ok) throw new Error('the workspace cannot be opened');
  const inFlight = new Set<string>();
  const tools: ToolPort = {
    call: ({ name, title }, _args, { key, signal }) => {
      appendFileSync(path.join(dir, WORLD), `${name} ${key}\n`);
      if (name !== 'fails') {
        inFlight.add(key);
        return new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason as Error)),
        );
      }
      const used = { modelCalls: 0, toolCalls: 1, tokens: 0, costNano: 0 };
      const params = { tool: title, message: 'down' };
      const failure = { kind: 'retryable' as const, code: 'failure.tool_said', params };
      return Promise.resolve({ ok: false, used, failure, retryAfterMs: HOUR_MS });
    },
  };
  const engine = createEngine({
    registry,
    tools,
    setting: sampleSetting,
    journal: opened.journal,
    models: {
      call: () => Promise.reject(new Error('no model in this test')),
      worst: () => ({ inputTokens: 0, outputTokens: 0 }),
    },
  });
  const close = async (): Promise<void> => {
    await engine.close();
    locked.lock.release();
  };
  return { engine, journal: opened.journal, inFlight, close };
}

if (process.argv[1] === import.meta.filename) {
  const { engine } = openWaiting(process.argv[2] ?? '');
  const setting = sampleSetting();
  for (const folder of Object.values(WAITING))
    await engine.startRun({ folder, setting, input: {}, practice: true, pace: 'full' });
  setInterval(() => {}, HOUR_MS);
  process.stdout.write('ready\n');
}
