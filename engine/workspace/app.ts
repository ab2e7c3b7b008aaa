// The one place where everything is brought together: workspace, step types, models, tools, world,
// record, engine. Ways in get an App and know nothing of what stands behind it.
// AP1 the lock is taken before anything of the record is opened, and given back after all of it.

import { registry } from '../../nodes/index.ts';
import { validate } from '../2-validate/validate.ts';
import { realClock } from '../4-run/clock.ts';
import { openJournal } from '../5-record/journal.ts';
import { takeLock } from '../5-record/lock.ts';
import type { Answers } from '../api/contract.ts';
import type { JsonObject } from '../base/value.ts';
import { RefusedError } from '../base/refused.ts';
import type { Language } from '../base/text/say.ts';
import { createEngine, type Engine } from '../engine.ts';
import { createModels } from '../models/models.ts';
import type { Registry } from '../node.ts';
import { openWorld } from '../tools/practice-world.ts';
import type { Workspace } from './open.ts';
import { toolsOf } from './tools.ts';
import { workflowsOf, type Workflows } from './workflows.ts';

export type App = {
  language: Language;
  engine: Engine;
  registry: Registry;
  workspace: Workspace;
  workflows: Workflows;
  /** What practice tools changed. */
  world: { read: () => Answers['world']; reset: () => void };
  /** Checks the journal of one run, or of all. */
  verify: (run?: string) => Answers['verify'];
  /** A fresh one-time address of the designer; undefined when none is served. */
  newAddress: () => string | undefined;
  /** Begins to end the program that serves this app. */
  quit: () => void;
  close: () => Promise<void>;
};

/** What judging a document needs of an app. */
export type Judging = { registry: Registry; workspace: Pick<Workspace, 'setting'> };

export type AppOptions = {
  /** Called when a person asks the app to end. */
  onQuit: () => void;
};

/** Rows that stand in the practice world from the start, as the workflows' practice files say. */
const seedsOf = (workflows: Workflows) =>
  workflows
    .list()
    .flatMap(({ loaded }) => Object.entries(loaded.folder?.practice.world ?? {}))
    .flatMap(([table, rows]) => rows.map((row) => ({ table, row: row as JsonObject })));

/** Opens a workspace's engine; `taken` when another has it. Refuses a record it cannot use. */
export function openApp(workspace: Workspace, { onQuit }: AppOptions): App | 'taken' {
  const locked = takeLock(workspace.files.lock);
  if (!locked.ok && locked.wrong.code === 'record.locked') return 'taken';
  if (!locked.ok) throw new RefusedError(locked.wrong);
  const opened = openJournal(workspace.files);
  if (!opened.ok) {
    locked.lock.release();
    throw new RefusedError(opened.wrong);
  }
  const { journal } = opened;
  const { setting } = workspace;
  const workflows = workflowsOf(workspace, realClock.now, (folder) =>
    validate(folder, setting(), registry),
  );
  const world = openWorld(workspace.files.world, () => seedsOf(workflows));
  const tools = toolsOf({ world });
  const models = createModels({ env: process.env });
  const engine = createEngine({ registry, setting, models, tools, journal });
  return {
    language: 'en',
    engine,
    registry,
    workspace,
    workflows,
    world,
    verify: journal.verify,
    newAddress: () => undefined,
    quit: onQuit,
    close: async () => {
      await engine.close();
      locked.lock.release();
    },
  };
}
