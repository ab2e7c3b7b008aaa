// Earlier forms of a workflow, as files in the engine's state: when each was saved, what brought it
// about, who did it where that is known, and the name a person gave it.
// VF1 a version is one file that is never changed: its text is what stood in workflow.json, so that
//     it can be brought back by hand. When, how and by whom stand in its name.
// VF2 the newest LIMITS.autosaves stay, and of those before them the last of each hour, as many
//     again. What has a name, and what an upgrade found, does not fall out.
// VF3 what cannot be read counts as not there; nothing here keeps a workflow from being saved.

import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { hashText } from '../base/canonical.ts';
import { LIMITS } from '../base/limits.ts';
import { HOW, type How, type Kept } from './kept.ts';
import { writeAtomic } from './write.ts';

const ID = /^\d{13,}-[0-9a-f]{8}$/;
const FILE = new RegExp(
  `^(\\d{13,}-[0-9a-f]{8})(?:\\.(${HOW.join('|')})(?:\\.([a-z][a-z0-9_]{0,47}))?)?\\.json$`,
);
const HOUR = 3_600_000;

const aboutSchema = z.strictObject({ format: z.literal('interlock/version@1'), name: z.string() });

function fileName({ id, how, by }: Kept): string {
  if (by !== undefined) return `${id}.${how}.${by}.json`;
  return how === 'edit' ? `${id}.json` : `${id}.${how}.json`;
}
const aboutFile = (versions: string, id: string): string => path.join(versions, `${id}.about.json`);

/** The name somebody gave a version (VF3). */
function nameOf(versions: string, id: string): string | undefined {
  try {
    const about = JSON.parse(readFileSync(aboutFile(versions, id), 'utf8')) as unknown;
    return aboutSchema.parse(about).name;
  } catch {
    return undefined;
  }
}

/** Every version in a folder, oldest first. */
export function keptIn(versions: string): Kept[] {
  if (!existsSync(versions)) return [];
  const files = readdirSync(versions);
  const all = new Set(files);
  return files
    .flatMap((file): Kept[] => {
      const [, id, how = 'edit', by] = FILE.exec(file) ?? [];
      if (id === undefined) return [];
      const name = all.has(`${id}.about.json`) ? nameOf(versions, id) : undefined;
      return [
        {
          id,
          at: Number.parseInt(id, 10),
          how: how as How,
          ...(by === undefined ? {} : { by }),
          ...(name === undefined ? {} : { name }),
        },
      ];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Where a version lies (VF1). */
export const keptFile = (versions: string, kept: Kept): string =>
  path.join(versions, fileName(kept));

/** The text of a version; undefined when there is none of this id (VF3). */
export function readKept(versions: string, id: string): string | undefined {
  const kept = keptIn(versions).find((one) => one.id === id);
  try {
    return kept && readFileSync(keptFile(versions, kept), 'utf8');
  } catch {
    return undefined;
  }
}

const markOf = (text: string): string => hashText(text).slice(0, 8);

/** True when the newest version that stood in the file is this very text. */
export const isNewest = (versions: string, text: string): boolean =>
  keptIn(versions)
    .findLast(({ how }) => how !== 'set_aside')
    ?.id.endsWith(`-${markOf(text)}`) === true;

export type Keeping = {
  /** Milliseconds since 1970. */
  at: number;
  how: How;
  by?: string | undefined;
  name?: string;
};

/** Keeps a text as the newest version, unless it is that already; gives its id (VF2). */
export function keep(versions: string, text: string, { at, how, by, name }: Keeping): string {
  mkdirSync(versions, { recursive: true });
  const all = keptIn(versions);
  const last = all.at(-1);
  const isSame = last?.id.endsWith(`-${markOf(text)}`) === true;
  const moment = String(at === last?.at ? at + 1 : at).padStart(13, '0');
  const id = last && isSame ? last.id : `${moment}-${markOf(text)}`;
  // The name comes first: a crash in between must not leave a version that can fall out.
  if (name !== undefined) nameKept(versions, id, name);
  if (isSame) return id;
  const isBy = by !== undefined && FILE.test(fileName({ id, at, how, by }));
  const made: Kept = { id, at, how, ...(isBy ? { by } : {}) };
  writeAtomic(keptFile(versions, made), text);
  const named = new Set(readdirSync(versions).filter((file) => file.endsWith('.about.json')));
  for (const old of falling([...all, made], (one) => named.has(`${one.id}.about.json`)))
    rmSync(keptFile(versions, old), { force: true });
  return id;
}

/** Names a version, or takes its name away again with an empty one. */
export function nameKept(versions: string, id: string, name: string): void {
  if (!ID.test(id)) return;
  const about = aboutFile(versions, id);
  if (name === '') rmSync(about, { force: true });
  else writeAtomic(about, `${JSON.stringify({ format: 'interlock/version@1', name })}\n`);
}

/** Which of these, oldest first, fall out (VF2). */
export function falling(all: Kept[], isNamed: (kept: Kept) => boolean): Kept[] {
  const loose = all.filter((one) => one.how !== 'older' && !isNamed(one));
  const old = loose.slice(0, -LIMITS.autosaves);
  const hours = new Map(old.map((one) => [Math.floor(one.at / HOUR), one]));
  const stay = new Set([...hours.values()].slice(-LIMITS.autosaveHours));
  return old.filter((one) => !stay.has(one));
}
