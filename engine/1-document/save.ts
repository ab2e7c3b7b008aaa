// Writes workflows so that a power cut leaves the old file or the new one, never half of either.
// V1 temp file, flush, rename, flush of the folder: in this order, always.
// V2 what stood on disk is kept among the autosaves before it is replaced; they lie with the
//     engine's
//    state, never in a person's folder, which may be synced or in git.
// V3 a file somebody else changed since it was loaded is not overwritten.

import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { hashText } from '../base/canonical.ts';
import { LIMITS } from '../base/limits.ts';
import { workflowSchema, type Workflow } from './schema.ts';

/** Writes a file whole or not at all (V1). The folder must exist. */
export function writeAtomic(file: string, text: string): void {
  const dir = path.dirname(file);
  const temp = path.join(dir, `.${path.basename(file)}.${process.pid}.saving`);
  try {
    flushed(temp, 'w', (handle) => writeFileSync(handle, text));
    renameSync(temp, file);
  } catch (thrown) {
    rmSync(temp, { force: true });
    throw thrown;
  }
  // A folder cannot be flushed everywhere (Windows refuses to open one); the rename stands anyway.
  if (process.platform !== 'win32') flushed(dir, 'r', () => {});
}

function flushed(place: string, mode: 'r' | 'w', work: (handle: number) => void): void {
  const handle = openSync(place, mode);
  try {
    work(handle);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * The text of a workflow file. Names stand in the order of the schema and a place on one line, so
 * that a version tool shows exactly what a person changed. Throws on what is no workflow.
 */
export const workflowText = (workflow: Workflow): string =>
  `${JSON.stringify(workflowSchema.parse(workflow), null, 2)}\n`.replace(
    /\[\n\s+(-?[\d.]+),\n\s+(-?[\d.]+)\n\s+\]/g,
    '[$1, $2]',
  );

export type Saving = {
  dir: string;
  /** Folder of this workflow's autosaves, inside the engine's state. */
  versions: string;
  workflow: Workflow;
  /** Hash of the file this change was made on; leave it out for a new file. */
  expect?: string;
  /** Milliseconds since 1970, from the engine's clock. */
  at: number;
  /** True when nothing is wrong with it: it is then also kept as the last good version. */
  isGood?: boolean;
};

/** Saves workflow.json. `conflict` means that the file on disk is not the one expected (V3). */
export function saveWorkflow(
  saving: Saving,
): { ok: true; hash: string } | { ok: false; conflict: true } {
  const { dir, versions, workflow, expect, at, isGood } = saving;
  const file = path.join(dir, 'workflow.json');
  const now = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const text = workflowText(workflow);
  const hash = hashText(text);
  if (now === text) return { ok: true, hash };
  if (expect !== undefined && (now === undefined || hashText(now) !== expect))
    return { ok: false, conflict: true };
  mkdirSync(dir, { recursive: true });
  if (now !== undefined) keep(versions, now, at);
  writeAtomic(file, text);
  if (isGood) {
    mkdirSync(versions, { recursive: true });
    writeAtomic(path.join(versions, LAST_GOOD), text);
  }
  return { ok: true, hash };
}

/** Beside the autosaves: the newest version nothing was wrong with. */
export const LAST_GOOD = 'last-good.json';

/** Autosaves of a workflow, oldest first, as paths. */
export function autosaves(versions: string): string[] {
  if (!existsSync(versions)) return [];
  return readdirSync(versions)
    .filter((name) => /^\d{13,}-[0-9a-f]{8}\.json$/.test(name))
    .sort()
    .map((name) => path.join(versions, name));
}

/** Keeps a text among the autosaves, and only the newest LIMITS.autosaves of them (V2). */
function keep(versions: string, text: string, at: number): void {
  mkdirSync(versions, { recursive: true });
  const name = `${String(at).padStart(13, '0')}-${hashText(text).slice(0, 8)}.json`;
  writeAtomic(path.join(versions, name), text);
  for (const old of autosaves(versions).slice(0, -LIMITS.autosaves)) rmSync(old, { force: true });
}
