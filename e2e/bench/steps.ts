// Durable steps: runs of 20 trivial read steps on the product's own engine and journal.
// `governed`: rules, ledger and chain. `plain`: no rules, and a journal whose chain is left out.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal } from '../../engine/5-record/journal.ts';
import { createEngine, type EngineDeps } from '../../engine/engine.ts';
import type { Folder, Setting } from '../../engine/1-document/schema.ts';
import { registry } from '../../nodes/index.ts';
import { cardOf, drawing, scopeOf, type StepSpec } from '../kit/drawing.ts';
import { sampleSetting } from '../kit/engine-kit.ts';
import { bench, RESULT, tick } from './harness.ts';

const FIELDS = [
  { id: 'step', label: 'Step', kind: 'number' },
  { id: 'ok', label: 'OK', kind: 'yes_no' },
  { id: 'ts', label: 'Time', kind: 'number' },
  { id: 'text', label: 'Text', kind: 'text' },
];

/** A chain of `n` reads; every call is really made, none is answered from memory. */
export function chain(n: number, rules: Folder['rules'] = []): Folder {
  const ids = Array.from({ length: n }, (_x, i) => `s${i}`);
  const steps = ids.map((id, i): StepSpec => [id, 'call_tool', { tool: 'look', args: { n: i } }]);
  const arrows = ids.map((id, i) => `${id}:ok>${ids[i + 1] ?? 'fin'}`);
  return drawing(
    scopeOf(
      [['start', 'start'], ...steps, ['fin', 'end', { outcome: 'done' }]],
      ['start:ok>s0', ...arrows],
    ),
    {
      cards: [cardOf('look', { alwaysFresh: true, result: FIELDS })],
      rules,
      budget: { toolCalls: 100_000, attempts: 100_000 },
    },
  );
}

/** Ten rules that are all looked at before the last one matches. */
export const RULES: Folder['rules'] = Array.from({ length: 10 }, (_x, i) => ({
  id: `rule_${i}`,
  name: `Rule ${i}`,
  when: { field: 'tool', op: 'is', value: i === 9 ? 'look' : `other_${i}` },
  then: 'allow',
}));

export type Opened = {
  setting: Setting;
  engine: ReturnType<typeof createEngine>;
  commits: () => number;
  end: () => Promise<void>;
};

/** What an engine asks before every call: the setting, and a workflow's files as they stand. */
type Files = Pick<EngineDeps, 'setting' | 'standing'>;

/** An engine over a fresh folder; `commits` counts transactions. */
export function openBench(isGoverned: boolean, files?: Files): Opened {
  const dir = mkdtempSync(join(tmpdir(), 'interlock-bench-'));
  const record = { database: join(dir, 'interlock.db'), anchors: join(dir, 'anchors') };
  const opened = openJournal(record, isGoverned ? 'plain' : 'none');
  if (!opened.ok) throw new Error(opened.wrong.code);
  let commits = 0;
  const { journal } = opened;
  const counted = {
    ...journal,
    commit: (...work: Parameters<typeof journal.commit>) => {
      commits += 1;
      return journal.commit(...work);
    },
  };
  const used = { modelCalls: 0, toolCalls: 1, tokens: 0, costNano: 0 };
  const setting = files?.setting() ?? sampleSetting();
  const engine = createEngine({
    registry,
    ...(files ?? { setting: () => setting }),
    journal: counted,
    models: {
      call: () => Promise.reject(new Error('no model here')),
      worst: () => ({ inputTokens: 0, outputTokens: 0 }),
    },
    tools: {
      call: (_card, args, { run }) => {
        tick(run);
        return Promise.resolve({ ok: true, used, reply: { value: RESULT(Number(args['n'])) } });
      },
    },
  });
  return {
    setting,
    engine,
    commits: () => commits,
    end: async () => {
      await engine.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Runs one run of a folder to its end; `dir` is where its files lie. */
export async function runOnce(
  { engine, setting }: Opened,
  folder: Folder,
  dir?: string,
): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    let run = '';
    const early = new Set<string>();
    const stop = engine.subscribe((events) => {
      for (const e of events) {
        if (e.type !== 'run.ended') continue;
        if (e.run === run) {
          stop();
          resolve();
        } else if (run === '') early.add(e.run);
      }
    });
    void engine
      .startRun({
        folder,
        setting,
        ...(dir ? { dir } : {}),
        input: {},
        practice: true,
        pace: 'full',
      })
      .then((started) => {
        if ('wrong' in started) throw new Error(started.wrong.code);
        run = started.run;
        if (early.has(run)) {
          stop();
          resolve();
        }
      });
  });
  await ended;
}

if (import.meta.main) {
  const isGoverned = process.argv[2] === 'governed';
  const opened = openBench(isGoverned);
  const folder = chain(20, isGoverned ? RULES : []);
  const before = opened.commits();
  await runOnce(opened, folder);
  process.stdout.write(`${JSON.stringify({ commitsPerRun: opened.commits() - before })}\n`);
  await bench(isGoverned ? 'Interlock, rules + ledger + chain' : 'Interlock, no rules', () =>
    runOnce(opened, folder),
  );
  await opened.end();
}
