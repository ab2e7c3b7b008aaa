// A record that cannot be used is moved out of the way, whole, so that the app can start: nothing
// of it is changed or lost, and workflows never lay in it.
// AS1 only damage and files that are no record are moved; one of a newer version, one that is in
//     use and one that may not be written are left where they are.

import fs from 'node:fs';
import path from 'node:path';
import type { Said } from '../node.ts';
import type { RecordFiles } from './journal.ts';
import { JOURNAL } from './schema.ts';
import { openDatabaseReadOnly } from './sqlite.ts';

/** Larger files are not looked through at a start; damage in them is met where it is read. */
const LOOKED_THROUGH = 64 * 1024 * 1024;

const isUseless = (code: string): boolean => code === 'record.damaged' || code === 'record.foreign';

/** What is wrong with the record's file as a whole, if anything is (AS1). */
export function damageOf({ database }: RecordFiles): Said | undefined {
  const size = fs.statSync(database, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0 || size > LOOKED_THROUGH) return undefined;
  const opened = openDatabaseReadOnly(database, JOURNAL);
  if (!opened.ok) return isUseless(opened.wrong.code) ? opened.wrong : undefined;
  try {
    const found = opened.db.pragma('quick_check(1)', { simple: true });
    return found === 'ok' ? undefined : { code: 'record.damaged', params: { file: database } };
  } catch {
    return { code: 'record.damaged', params: { file: database } };
  } finally {
    opened.db.close();
  }
}

/** Moves the record with its log and its anchors into a folder beside it, and names that folder. */
export function setAside({ database, anchors }: RecordFiles, now: number): string {
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-');
  const to = path.join(path.dirname(database), `damaged-${stamp}`);
  fs.mkdirSync(to, { mode: 0o700 });
  for (const file of [database, `${database}-wal`, `${database}-shm`, anchors])
    if (fs.existsSync(file)) fs.renameSync(file, path.join(to, path.basename(file)));
  return to;
}
