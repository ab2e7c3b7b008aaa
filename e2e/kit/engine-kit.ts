// A real engine in a temporary folder, with a model and tools whose answers a test writes down.
// Only models and tools are stand-ins; journal, machine, admission and cards are the product's own.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadFolder, loadWorkspace } from '../../engine/1-document/load.ts';
import type { Folder, Setting } from '../../engine/1-document/schema.ts';
import { openJournal } from '../../engine/5-record/journal.ts';
import { createEngine, type Engine } from '../../engine/engine.ts';
import type { Clock, ModelPort, ToolPort } from '../../engine/4-run/ports.ts';
import type { Json, JsonObject } from '../../engine/base/value.ts';
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

/** One call as a stand-in saw it. */
export type Seen = {
  kind: 'model' | 'tool';
  step: string;
  key: string;
  attempt: number;
  args?: JsonObject;
};
export type Script = {
  /** Answers by step; a function sees the attempt number. */
  model?: Record<string, (attempt: number) => Json>;
  tool?: Record<string, (args: JsonObject, attempt: number) => Json | Promise<Json>>;
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

const USED = { modelCalls: 1, toolCalls: 0, tokens: 40, costNano: 100_000 };

/** Opens an engine over `dir` (a new folder when absent). */
export function openKit(
  script: Script,
  dir = mkdtempSync(join(tmpdir(), 'interlock-kit-')),
  clock?: Clock,
): Kit {
  const seen: Seen[] = [];
  const setting = sampleSetting();
  const models: ModelPort = {
    call: async (_call, _entry, ctx) => {
      seen.push({ kind: 'model', step: ctx.step, key: ctx.key, attempt: ctx.attempt });
      const answer = script.model?.[ctx.step]?.(ctx.attempt);
      if (answer === undefined)
        return { ok: true, used: USED, reply: { answer: null, doesNotKnow: true } };
      return {
        ok: true,
        used: USED,
        reply: { answer, confidence: { share: 0.9, source: 'rule' } },
      };
    },
    worst: () => ({ inputTokens: 400, outputTokens: 160 }),
  };
  const tools: ToolPort = {
    call: async (card, args, ctx) => {
      seen.push({ kind: 'tool', step: ctx.step, key: ctx.key, attempt: ctx.attempt, args });
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
  };
  const opened = openJournal({
    database: join(dir, 'interlock.db'),
    anchors: join(dir, 'anchors'),
  });
  if (!opened.ok) throw new Error(opened.wrong.code);
  const engine = createEngine({
    registry,
    setting: () => setting,
    models,
    tools,
    journal: opened.journal,
    ...(clock ? { clock } : {}),
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
