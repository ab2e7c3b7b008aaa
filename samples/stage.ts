// A stage for the samples: the real engine with the practice model, the practice tools and a world
// of its own in a temporary folder, on a clock that a test moves by hand.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadFolder, loadWorkspace } from '../engine/1-document/load.ts';
import type { Folder } from '../engine/1-document/schema.ts';
import { compile } from '../engine/3-compile/compile.ts';
import { printGraph } from '../engine/3-compile/print.ts';
import { simulatedClock, type SimulatedClock } from '../engine/4-run/clock.ts';
import type { CardView, RunView } from '../engine/4-run/view.ts';
import { openJournal } from '../engine/5-record/journal.ts';
import { isObject, type Json, type JsonObject } from '../engine/base/value.ts';
import { say } from '../engine/base/text/say.ts';
import {
  createEngine,
  type DecideRequest,
  type Engine,
  type StartRequest,
} from '../engine/engine.ts';
import { createModels } from '../engine/models/models.ts';
import { textReader } from '../engine/tools/file-text.ts';
import { openPool } from '../engine/tools/pool.ts';
import { WORKER } from '../engine/workspace/beside.ts';
import { toolsOf } from '../engine/workspace/tools.ts';
import { openWorld, type PracticeWorld } from '../engine/tools/practice-world.ts';
import { fillFiles, inputsOf } from '../engine/workspace/input-file.ts';
import { registry } from '../nodes/index.ts';

const HERE = import.meta.dirname;

/** The shipped people, models and rules; throws when they have problems. */
export function shippedSetting() {
  const { setting, problems } = loadWorkspace(path.join(HERE, '_workspace'));
  if (!setting) throw new Error(problems.map((p) => p.code).join(', '));
  return setting;
}

/** A sample's folder; throws when it has problems. */
export function shippedFolder(slug: string): Folder {
  const { folder, problems } = loadFolder(path.join(HERE, slug));
  if (!folder) throw new Error(problems.map((p) => p.code).join(', '));
  return folder;
}

/** What the compiler makes of a sample before it becomes a machine, as text. */
export const printedGraph = (slug: string): string =>
  printGraph(compile(shippedFolder(slug), registry).graph);

/** The examples a form is filled with. */
const examples = ({ workflow }: Folder): JsonObject =>
  Object.fromEntries(
    workflow.input.flatMap((f) => (f.example === undefined ? [] : [[f.id, f.example as Json]])),
  );

export type Stage = {
  engine: Engine;
  clock: SimulatedClock;
  world: PracticeWorld;
  folder: Folder;
  /** Runs the sample with its examples, some of them replaced, until it ends or waits. */
  play: (input?: JsonObject, how?: Pick<StartRequest, 'test' | 'recorded'>) => Promise<RunView>;
  /** The open cards of a run and its children. */
  cards: (run: string) => CardView[];
  decide: (card: CardView, choice: string, more?: Partial<DecideRequest>) => Promise<RunView>;
  /** Closes the engine and takes the folder away; the second time nothing is left to do. */
  end: () => Promise<void>;
};

/** Sets a sample up; `change` may alter its folder before anything runs. */
export function openStage(slug: string, change: (folder: Folder) => void = () => {}): Stage {
  const dir = mkdtempSync(path.join(tmpdir(), 'interlock-sample-'));
  const folder = structuredClone(shippedFolder(slug));
  change(folder);
  const setting = shippedSetting();
  const clock = simulatedClock(Date.UTC(2026, 10, 20, 10));
  const world = openWorld(path.join(dir, 'world'));
  const pool = openPool(WORKER);
  const opened = openJournal({ database: path.join(dir, 'it.db'), anchors: path.join(dir, 'a') });
  if (!opened.ok) throw new Error(opened.wrong.code);
  const engine = createEngine({
    registry,
    setting: () => setting,
    clock,
    journal: opened.journal,
    models: createModels({ env: {} }),
    tools: toolsOf({ world, pool, stateDir: dir }),
  });
  const at = path.join(HERE, slug);
  let ended = false;
  return {
    engine,
    clock,
    world,
    folder,
    play: async (input = {}, how = {}) => {
      const given = { ...examples(folder), ...input };
      const started = await engine.startRun({
        folder,
        setting,
        dir: at,
        practice: true,
        pace: 'full',
        ...how,
        input: await fillFiles(folder.workflow.input, given, {
          find: inputsOf(at),
          read: textReader(pool),
        }),
      });
      if ('wrong' in started) throw new Error(JSON.stringify(started.wrong));
      return engine.settled(started.run);
    },
    cards: (run) => engine.inbox().filter((c) => c.run === run || c.run.startsWith(`${run}:`)),
    decide: async (card, choice, more = {}) => {
      const done = await engine.decide({ card: card.id, choice, ...more });
      if ('wrong' in done) throw new Error(JSON.stringify(done.wrong));
      return engine.settled(card.run.split(':')[0] as string);
    },
    end: async () => {
      if (ended) return;
      ended = true;
      await engine.close();
      await pool.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The way a run took: `step:port` in order. */
export const wayOf = (view: RunView): string[] => view.path.map((p) => `${p.step}:${p.port}`);

/** A part of what a run handed back. */
export const outputOf = (view: RunView, part: string): Json | undefined =>
  isObject(view.output?.v) ? view.output.v[part] : undefined;

/** The sentence on a card that says what went wrong. */
export const detailOf = (card: CardView): string =>
  card.body.detail ? say('en', card.body.detail.code, card.body.detail.params) : '';

/** What is kept in a table of the practice world. */
export const rowsIn = ({ world }: Stage, table: string): JsonObject[] =>
  (world.read().tables.find((t) => t.name === table)?.rows ?? []).map((r) => r.row);

/** A step's settings inside a folder, for changing them. */
export function settingsOf(folder: Folder, id: string): JsonObject {
  const find = (scope: Folder['workflow']['scope']): JsonObject | undefined => {
    for (const node of scope.nodes) {
      const found = node.id === id ? node.settings : node.scope && find(node.scope);
      if (found) return found as JsonObject;
    }
    return undefined;
  };
  const found = find(folder.workflow.scope);
  if (!found) throw new Error(`no step ${id}`);
  return found;
}
