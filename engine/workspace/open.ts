// A workspace as the rest of the product sees it: its setting, and where its state lies. The
// workflows in it are in workflows.ts.
// O1 whichever command comes first creates the workspace from the template and the samples.
// O2 what cannot be read is refused with the sentence of its first problem; nothing is guessed.

import fs from 'node:fs';
import path from 'node:path';
import { loadWorkspace, stateOf } from '../1-document/load.ts';
import type { Problem, Setting } from '../1-document/schema.ts';
import { WORKSPACE_FILES } from '../1-document/workspace.ts';
import { refuse } from '../base/refused.ts';
import { mintId } from '../base/ids.ts';
import { ensureWorkspace, samplesDir } from './create.ts';
import { makeFolder } from './folder.ts';
import { socketPath, type Place } from './place.ts';

export type StateFiles = { database: string; anchors: string; lock: string; world: string };

/** Where everything lies in a state folder. */
const filesIn = (stateDir: string): StateFiles => ({
  database: path.join(stateDir, 'interlock.db'),
  anchors: path.join(stateDir, 'anchors.log'),
  lock: path.join(stateDir, 'engine.lock'),
  world: path.join(stateDir, 'world'),
});

export type Workspace = {
  id: string;
  dir: string;
  /** Database, blobs, anchor, lock, autosaves. */
  stateDir: string;
  /** The files of the record in it. */
  files: StateFiles;
  /** Private socket of whichever engine works on it. */
  socket: string;
  /** People, models and rules as they stand now. */
  setting: () => Setting;
};

/** Refuses with the first error among problems. */
export function refuseFor(problems: Problem[]): never {
  const [first] = problems.filter((problem) => problem.severity === 'error');
  return refuse(`problem.${first?.code ?? 'file_unreadable'}`, first?.params, first?.path);
}

/** The setting of a workspace folder as it stands on disk (O2). */
export function readSetting(dir: string): Setting {
  const { setting, problems } = loadWorkspace(dir);
  return setting ?? refuseFor(problems);
}

/** The same, read again only when one of its files changed: a run asks before every call. */
function settingIn(dir: string): () => Setting {
  let known: { state: string; setting: Setting } | undefined;
  return () => {
    const state = stateOf(dir, WORKSPACE_FILES);
    if (known?.state !== state) known = { state, setting: readSetting(dir) };
    return known.setting;
  };
}

/** What the file system says when a folder cannot be made or written, as a refusal. */
function refuseFolder(error: unknown, dir: string): never {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return refuse('workspace.no_folder', { dir, reason: code });
}

/** True when a place already holds a workspace. */
export const isWorkspace = (place: Place): boolean =>
  fs.existsSync(path.join(place.dir, 'workspace.json'));

/** Opens a workspace, creating it on its first day (O1). `random` names a new one. */
export function openWorkspace(place: Place, random: () => number): Workspace {
  const { dir } = place;
  try {
    ensureWorkspace(dir, samplesDir(), mintId('ws_', random));
  } catch (error) {
    refuseFolder(error, dir);
  }
  const { id } = readSetting(dir).workspace;
  const wanted = place.stateOf(id);
  try {
    makeFolder(wanted, 0o700);
  } catch (error) {
    refuseFolder(error, wanted);
  }
  const stateDir = fs.realpathSync(wanted);
  return {
    id,
    dir,
    stateDir,
    files: filesIn(stateDir),
    socket: socketPath(id, stateDir),
    setting: settingIn(dir),
  };
}
