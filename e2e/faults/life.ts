// One life of the program that faults are done to: an engine over a state folder, a drawing with
// every kind of step that must survive, and an outside world that is a file. It takes up what it
// finds, starts the run when nothing was ever started, answers its own cards, and ends. Says on
// stdout what it was told is durable (`ack <run> <seq>`), `done` at the end, or `stuck` when the
// disk refuses and it gives up.

import { appendFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openJournal } from '../../engine/5-record/journal.ts';
import { RefusedError } from '../../engine/base/refused.ts';
import { createEngine } from '../../engine/engine.ts';
import type { ToolPort } from '../../engine/4-run/ports.ts';
import type { CardView } from '../../engine/4-run/view.ts';
import { registry } from '../../nodes/index.ts';
import { sampleSetting } from '../kit/engine-kit.ts';
import { SURVIVOR } from './survivor.ts';

const [, , state = '', world = '', patience = 'gives-up'] = process.argv;
const used = { modelCalls: 0, toolCalls: 1, tokens: 0, costNano: 0 };

/** The world: a line for every call that arrived, whatever becomes of the caller. */
const tools: ToolPort = {
  call: async ({ name }, _args, { key, run, step, visit }) => {
    const logical = `${run}/${step}/${visit}`;
    appendFileSync(world, `${JSON.stringify({ tool: name, key, logical })}\n`);
    await new Promise((resolve) => setImmediate(resolve));
    return { ok: true, used, reply: { value: { n: 1 } } };
  },
};

const answers: Partial<Record<CardView['kind'], string>> = {
  approval: 'approve',
  unknown: 'done',
  trouble: 'retry',
};

function stuck(): never {
  writeSync(1, 'stuck\n');
  process.exit(0);
}

function giveUp(error: unknown): never {
  if (!(error instanceof RefusedError)) throw error;
  return stuck();
}

/** A few seconds; the engine tries a full disk again every second. */
const MOST_TURNS = 1500;

async function live(): Promise<void> {
  const opened = openJournal({
    database: join(state, 'run.db'),
    anchors: join(state, 'run.anchors'),
  });
  if (!opened.ok) throw new RefusedError(opened.wrong);
  const setting = sampleSetting();
  const engine = createEngine({
    registry,
    tools,
    setting: () => setting,
    journal: opened.journal,
    models: {
      call: () => Promise.reject(new Error('no model in this test')),
      worst: () => ({ inputTokens: 0, outputTokens: 0 }),
    },
  });
  engine.subscribe((events) => {
    writeSync(1, events.map((e) => `ack ${e.run} ${e.seq}\n`).join(''));
  });
  await engine.recover();
  if (!engine.runs(10).length)
    await engine.startRun({ folder: SURVIVOR, setting, input: {}, practice: true, pace: 'full' });
  for (let turns = 0; ; turns++) {
    for (const { id, kind } of engine.inbox()) {
      const edit = kind === 'unknown' ? { edit: { n: 1 } } : {};
      await engine.decide({ card: id, choice: answers[kind] ?? 'answer', ...edit });
    }
    const runs = engine.runs(10);
    if (runs.length && runs.every((run) => run.endedAt !== undefined)) break;
    if (turns > MOST_TURNS) return stuck();
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  writeSync(1, 'done\n');
  await engine.close();
}

for (;;) {
  try {
    await live();
    break;
  } catch (error) {
    if (patience === 'gives-up') giveUp(error);
    if (!(error instanceof RefusedError)) throw error;
    // The disk was full for a moment: what was asked is asked again.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
