// The one place where everything is brought together: workspace, step types, models, tools, world,
// record, engine. Ways in get an App and know nothing of what stands behind it.
// AP1 the lock is taken before anything of the record is opened, and given back after all of it.
// AP2 nothing starts while the checking of certificates is switched off.
// AP3 tools, models, record and engine are used through the redactor and in no other way.

import { registry } from '../../nodes/index.ts';
import type { Folder } from '../1-document/schema.ts';
import { validate } from '../2-validate/validate.ts';
import { realClock } from '../4-run/clock.ts';
import { damageOf, setAside } from '../5-record/aside.ts';
import { openJournal, type JournalWriter } from '../5-record/journal.ts';
import { takeLock } from '../5-record/lock.ts';
import type { Answers } from '../api/contract.ts';
import type { JsonObject } from '../base/value.ts';
import { refuse, RefusedError } from '../base/refused.ts';
import type { Language } from '../base/text/say.ts';
import { createEngine, type Engine } from '../engine.ts';
import { createModels } from '../models/models.ts';
import { createNet } from '../net/safe-fetch.ts';
import type { Registry } from '../node.ts';
import { createRedactor, type Redactor } from '../secrets/redactor.ts';
import type { SecretStore } from '../secrets/store.ts';
import type { ToolServers } from '../tools/mcp.ts';
import { openWorld } from '../tools/practice-world.ts';
import { textReader, type ReadText } from '../tools/file-text.ts';
import { openPool } from '../tools/pool.ts';
import type { World } from '../tools/world.ts';
import { authorityFiles, type AuthorityFiles } from './authority-files.ts';
import { createAsking, type Asking } from './asking.ts';
import { WORKER } from './beside.ts';
import type { Workspace } from './open.ts';
import { standingIn } from './standing.ts';
import { quietEngine, quietJournal, quietModels, quietServers, quietTools } from './quiet.ts';
import { secretsOf } from './secrets.ts';
import { serversIn } from './tool-servers.ts';
import { toolsOf } from './tools.ts';
import { versionsOf, type Versions } from './versions.ts';
import { workflowsOf, type Workflows } from './workflows.ts';

export type App = {
  language: Language;
  engine: Engine;
  registry: Registry;
  workspace: Workspace;
  workflows: Workflows;
  versions: Versions;
  /** Tools and rules, put in force as whole files. */
  authority: AuthorityFiles;
  /** What practice tools changed. */
  world: { read: () => Answers['world']; reset: () => void } & Pick<World, 'rows'>;
  /** The words in a file somebody hands in. */
  readText: ReadText;
  /** Programs and addresses whose tools the workflows use. */
  servers: ToolServers;
  /** Questions to models that belong to no run. */
  asking: Asking;
  /** Names, hosts and whereabouts of secrets; their values never leave it for a way in. */
  secrets: SecretStore;
  /** Where a damaged record was moved to when this app was opened. */
  movedTo: string | undefined;
  /** Answers to commands by the key they were given; see api/once.ts. */
  answers: Pick<JournalWriter, 'answerTo' | 'keepAnswer'>;
  /** Starts nothing new and lets what is in flight be recorded: before closing. */
  drain: () => Promise<void>;
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
  /** A damaged record is moved out of the way, and a new one begun; else it is refused. */
  setAside?: true;
  /** Hides what this app learns, where the caller writes something himself. */
  redactor?: Redactor;
};

/** Rows that stand in the practice world from the start, as the workflows' practice files say. */
const seedsOf = (workflows: Workflows) =>
  workflows
    .list()
    .flatMap(({ loaded }) => Object.entries(loaded.folder?.practice.world ?? {}))
    .flatMap(([table, rows]) => rows.map((row) => ({ table, row: row as JsonObject })));

/** Moves a damaged record out of the way; what cannot be moved is refused when it is opened. */
function movedAside(files: Workspace['files']): string | undefined {
  try {
    return damageOf(files) && setAside(files, realClock.now());
  } catch {
    return undefined;
  }
}

/** Opens a workspace's engine; `taken` when another has it. Refuses a record it cannot use. */
export function openApp(workspace: Workspace, options: AppOptions): App | 'taken' {
  const { onQuit, redactor = createRedactor() } = options;
  if (process.env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') refuse('net.certificates_off'); // AP2
  const locked = takeLock(workspace.files.lock);
  if (!locked.ok && locked.wrong.code === 'record.locked') return 'taken';
  if (!locked.ok) throw new RefusedError(locked.wrong);
  const movedTo = options.setAside && movedAside(workspace.files);
  const opened = openJournal(workspace.files);
  if (!opened.ok) {
    locked.lock.release();
    throw new RefusedError(opened.wrong);
  }
  const journal = quietJournal(opened.journal, redactor); // AP3
  const { setting } = workspace;
  const judge = (folder: Folder) => validate(folder, setting(), registry);
  const workflows = workflowsOf(workspace, realClock.now, judge);
  const versions = versionsOf({ workspace, workflows, now: realClock.now, judge });
  const world = openWorld(workspace.files.world, () => seedsOf(workflows));
  const pool = openPool(WORKER);
  const secrets = secretsOf(workspace, redactor.learn);
  void secrets.learnAll();
  const net = createNet({ after: realClock.after });
  const servers = quietServers(serversIn(workspace.stateDir, { net, secrets }), redactor);
  const { stateDir } = workspace;
  const outside = { net, secrets };
  const tools = quietTools(toolsOf({ world, pool, stateDir, servers, outside }), redactor);
  const models = quietModels(createModels({ secrets, fetchAt: net.fetchAt }), redactor);
  const engine = quietEngine(
    createEngine({
      registry,
      setting,
      standing: standingIn(workspace.dir),
      models,
      tools,
      journal,
      keys: secrets,
    }),
    redactor,
  );
  return {
    language: 'en',
    engine,
    registry,
    workspace,
    workflows,
    versions,
    authority: authorityFiles({ workspace, workflows, now: realClock.now }),
    world,
    readText: textReader(pool),
    servers,
    secrets,
    asking: createAsking({ engine, net, secrets, redactor }),
    answers: journal,
    movedTo,
    drain: engine.drain,
    verify: journal.verify,
    newAddress: () => undefined,
    quit: onQuit,
    close: async () => {
      await engine.close();
      await servers.close();
      await net.close();
      await pool.close();
      locked.lock.release();
    },
  };
}
