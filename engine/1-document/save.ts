// Saves workflows: what stood there is never lost, and what somebody else wrote never overwritten.
// V1 written whole or not at all: see write.ts.
// V2 a text is kept among the versions before it stands in the file, and so is what stands there
//     and was written by somebody else. Versions lie with the engine's state, never in a person's
//     folder, which may be synced or in git.
// V3 a file somebody else changed since it was loaded is not overwritten.

import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hashText } from '../base/canonical.ts';
import type { How } from './kept.ts';
import { isNewest, keep } from './version-files.ts';
import { isOlder } from './migrate.ts';
import { workflowSchema, type Workflow } from './schema.ts';
import { writeAtomic } from './write.ts';

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
  /** Folder of this workflow's versions, inside the engine's state. */
  versions: string;
  workflow: Workflow;
  /** Hash of the file this change was made on; leave it out for a file nobody has seen yet. */
  expect?: string;
  /** Milliseconds since 1970, from the engine's clock. */
  at: number;
  /** True when nothing is wrong with it: it is then also kept as the last good version. */
  isGood?: boolean;
  /** What this save is; drawing unless said. */
  how?: How;
  by?: string | undefined;
};

/** Saves workflow.json. `conflict` means that the file on disk is not the one expected (V3). */
export function saveWorkflow(
  saving: Saving,
): { ok: true; hash: string } | { ok: false; conflict: true } {
  const { dir, versions, workflow, expect, at, isGood, how = 'edit', by } = saving;
  const file = path.join(dir, 'workflow.json');
  const now = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const text = workflowText(workflow);
  const hash = hashText(text);
  if (now === text) return { ok: true, hash };
  if (expect !== undefined && (now === undefined || hashText(now) !== expect))
    return { ok: false, conflict: true };
  mkdirSync(dir, { recursive: true });
  if (now !== undefined && expect !== undefined && !isNewest(versions, now))
    keep(versions, now, { at, how: isOlder(now) ? 'older' : 'outside' });
  keep(versions, text, { at, how, by });
  writeAtomic(file, text);
  if (isGood) {
    mkdirSync(versions, { recursive: true });
    writeAtomic(path.join(versions, LAST_GOOD), text);
  }
  return { ok: true, hash };
}

/** Beside the versions: the newest version nothing was wrong with. */
export const LAST_GOOD = 'last-good.json';
