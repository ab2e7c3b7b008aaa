// A real engine in a temporary folder, with a model and tools whose answers a test writes down.
// Only models and tools are stand-ins; journal, machine, admission and cards are the product's own.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadFolder, loadWorkspace } from '../../engine/1-document/load.ts';
import type { Folder, Setting } from '../../engine/1-document/schema.ts';
import { openJournal } from '../../engine/5-record/journal.ts';
import { createEngine, type Engine, type EngineDeps } from '../../engine/engine.ts';
import type { CallContext, Clock, Journal, ModelPort, ToolPort } from '../../engine/4-run/ports.ts';
import { innerId } from '../../engine/base/ids.ts';
import type { Json, JsonObject } from '../../engine/base/value.ts';
import type { ModelTask } from '../../engine/node.ts';
import { registry } from '../../nodes/index.ts';

const SAMPLES = new URL('../../samples/', import.meta.url).pathname;

/** The folder of a shipped sample, parsed; throws when it has errors. */
export function sampleFolder(slug: string): Folder {
  const { folder, problems } = loadFolder(join(SAMPLES, slug));
  if (!folder) throw new Error(problems.map((p) => p.code).join(', '));
  return folder;
}

/** The shipped workspace's people, models and rules. */
export function sampleSetting(): Setting {
  const { setting, problems } = loadWorkspace(join(SAMPLES, '_workspace'));
  if (!setting) throw new Error(problems.map((p) => p.code).join(', '));
  return setting;
}

/** One call as a stand-in saw it; an inner call of a step is `<step>__<part>`. */
export type Seen = {
  kind: 'model' | 'tool';
  step: string;
  key: string;
  attempt: number;
  args?: JsonObject;
};
export type Script = {
  /** Answers by step, or inner step; a function sees the attempt number and the task. */
  model?: Record<string, (attempt: number, task: ModelTask) => Json | Promise<Json>>;
  tool?: Record<string, (args: JsonObject, attempt: number) => Json | Promise<Json>>;
  /** Parts of the ports that stand in for the kit's own. */
  models?: Partial<ModelPort>;
  tools?: Partial<ToolPort>;
  /** Rules and cards as files have them now. */
  standing?: EngineDeps['standing'];
};

export type Kit = {
  engine: Engine;
  seen: Seen[];
  dir: string;
  setting: Setting;
  /** Closes this engine and opens another over the same state, as a restart does. */
  restart: () => Promise<Kit>;
  end: () => Promise<void>;
};

const placeOf = ({ step, part }: Pick<CallContext, 'step' | 'part'>): string =>
  part === undefined ? step : innerId(step, part);

const USED = { modelCalls: 1, toolCalls: 0, tokens: 40, costNano: 100_000 };

function journalIn(dir: string): Journal {
  const files = { database: join(dir, 'interlock.db'), anchors: join(dir, 'anchors') };
  const opened = openJournal(files);
  if (!opened.ok) throw new Error(opened.wrong.code);
  return opened.journal;
}

/** Opens an engine over `dir` (a new folder when absent). */
export function openKit(
  script: Script,
  dir = mkdtempSync(join(tmpdir(), 'interlock-kit-')),
  clock?: Clock,
): Kit {
  const seen: Seen[] = [];
  const setting = sampleSetting();
  const models: ModelPort = {
    call: async ({ task }, _entry, ctx) => {
      const step = placeOf(ctx);
      seen.push({ kind: 'model', step, key: ctx.key, attempt: ctx.attempt });
      const answer = await script.model?.[step]?.(ctx.attempt, task);
      if (answer === undefined)
        return { ok: true, used: USED, reply: { answer: null, doesNotKnow: true } };
      return {
        ok: true,
        used: USED,
        reply: { answer, confidence: { share: 0.9, source: 'rule' } },
      };
    },
    worst: () => ({ inputTokens: 400, outputTokens: 160 }),
    ...script.models,
  };
  const tools: ToolPort = {
    call: async (card, args, ctx) => {
      seen.push({ kind: 'tool', step: placeOf(ctx), key: ctx.key, attempt: ctx.attempt, args });
      const used = { modelCalls: 0, toolCalls: 1, tokens: 0, costNano: 0 };
      const value = await script.tool?.[card.name]?.(args, ctx.attempt);
      return value === undefined
        ? {
            ok: false,
            used,
            failure: {
              kind: 'retryable',
              code: 'failure.tool_said',
              params: { tool: card.title, message: 'down' },
            },
          }
        : { ok: true, used, reply: { value } };
    },
    ...script.tools,
  };
  const engine = createEngine({
    registry,
    setting: () => setting,
    models,
    tools,
    journal: journalIn(dir),
    ...(clock ? { clock } : {}),
    ...(script.standing ? { standing: script.standing } : {}),
  });
  return {
    engine,
    seen,
    dir,
    setting,
    restart: async () => {
      await engine.close();
      const again = openKit(script, dir, clock);
      await again.engine.recover();
      return again;
    },
    end: async () => {
      await engine.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
