// Published versions of a workflow, in its own folder: `published/<version>.json`.
// PF1 what is published is never changed; a number is published once.
// PF2 before a workflow that nobody published here is changed for the first time, it is taken down
//     as it was found, so that "changed since" always has something to be held against.
// PF3 what cannot be read is not there; what cannot be written down as found keeps nobody from
//     saving.

import fs from 'node:fs';
import path from 'node:path';
import { textsOf } from '../1-document/load.ts';
import { byVersion, essence, versionOfRun, type LastPublished } from '../1-document/essence.ts';
import { publishedFolder, publishedSchema, type Published } from '../1-document/published.ts';
import type { Folder } from '../1-document/schema.ts';
import { writeAtomic } from '../1-document/write.ts';

const FOLDER = 'published';
const FILE = /^(\d{1,9}\.\d{1,9}\.\d{1,9})\.json$/;

const fileOf = (dir: string, version: string): string => path.join(dir, FOLDER, `${version}.json`);

/** Numbers that were published, the oldest first. */
export function publishedIn(dir: string): string[] {
  try {
    return fs
      .readdirSync(path.join(dir, FOLDER))
      .flatMap((name) => FILE.exec(name)?.[1] ?? [])
      .sort(byVersion);
  } catch {
    return [];
  }
}

/** One published version; undefined when there is none, or it cannot be read (PF3). */
export function readPublished(dir: string, version: string): Published | undefined {
  try {
    const data = JSON.parse(fs.readFileSync(fileOf(dir, version), 'utf8')) as unknown;
    const read = publishedSchema.safeParse(data);
    return read.success && read.data.version === version ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** What was published last and can still be read. */
export const lastPublished = (dir: string): Published | undefined =>
  publishedIn(dir)
    .toReversed()
    .reduce<Published | undefined>((found, one) => found ?? readPublished(dir, one), undefined);

/** Writes a version down; false when this number was published before (PF1). */
export function writePublished(dir: string, published: Published): boolean {
  const file = fileOf(dir, published.version);
  if (fs.existsSync(file)) return false;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  writeAtomic(file, `${JSON.stringify(published, null, 2)}\n`);
  return true;
}

/** Takes a workflow down as it was found, when nothing of it was ever published (PF2). */
export function takeDown(dir: string, folder: Folder, now: () => number): void {
  const [version = ''] = folder.workflow.version.split('+');
  if (byVersion(version, '1.0.0') < 0 || publishedIn(dir).length) return;
  try {
    const files = textsOf(dir);
    writePublished(dir, {
      format: 'interlock/published@1',
      version,
      at: now(),
      note: '',
      changed: [],
      found: true,
      files,
    });
  } catch {
    // PF3
  }
}

type Known = { state: string; last: LastPublished | undefined };
const known = new Map<string, Known>();

/** What was published last and its mark, read again only when it is another file. */
function lastIn(dir: string): LastPublished | undefined {
  const newest = publishedIn(dir).at(-1);
  if (newest === undefined) return undefined;
  const found = fs.statSync(fileOf(dir, newest), { throwIfNoEntry: false });
  const state = `${newest} ${found?.mtimeMs} ${found?.size}`;
  const before = known.get(dir);
  if (before?.state === state) return before.last;
  const published = lastPublished(dir);
  const folder = published && publishedFolder(published);
  const last = folder && { version: published.version, essence: essence(folder) };
  known.set(dir, { state, last });
  return last;
}

/** The folder as a run of it is to carry it: under its number, or as a draft of it. */
export function asRun(dir: string, folder: Folder): Folder {
  const version = versionOfRun(folder, lastIn(dir));
  return version === folder.workflow.version
    ? folder
    : { ...folder, workflow: { ...folder.workflow, version } };
}
