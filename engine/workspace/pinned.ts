// Kept results and examples as they lie in a workflow's folder: reading and writing the files.
// KF1 a file that cannot be read is refused when it is asked for, and never written over.
// KF2 an example's file is named after it; no name leads out of the folder.

import fs from 'node:fs';
import path from 'node:path';
import { statOf } from '../1-document/load.ts';
import {
  EXAMPLES,
  KEPT_FILE,
  NOTHING_KEPT,
  parseExample,
  parseKept,
  textOfFile,
  type ExampleFile,
  type KeptResult,
} from '../1-document/pinned.ts';
import { writeAtomic } from '../1-document/write.ts';
import { LIMITS } from '../base/limits.ts';
import { refuse } from '../base/refused.ts';
import { makeFolder } from './folder.ts';
import { slugOf } from './naming.ts';

function textAt(place: string): string | undefined {
  const found = statOf(place);
  if (!found) return undefined;
  if (!found.isFile() || found.size > LIMITS.documentBytes) refuse('kept.unreadable', { place });
  return fs.readFileSync(place, 'utf8');
}

/** The results that were kept of a workflow's steps (KF1). */
export function keptIn(dir: string): KeptResult[] {
  const place = path.join(dir, KEPT_FILE);
  const text = textAt(place);
  if (text === undefined) return [];
  return (parseKept(text) ?? refuse('kept.unreadable', { place })).results;
}

/** Keeps the results; without any the file goes away. */
export function keepIn(dir: string, results: KeptResult[]): void {
  const place = path.join(dir, KEPT_FILE);
  if (results.length) writeAtomic(place, textOfFile({ ...NOTHING_KEPT, results }));
  else fs.rmSync(place, { force: true });
}

export type NamedExample = { id: string; file: ExampleFile };

/** The saved examples by name; a file that is none is left out. */
export function examplesIn(dir: string): NamedExample[] {
  const folder = path.join(dir, EXAMPLES);
  if (!statOf(folder)?.isDirectory()) return [];
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name): NamedExample[] => {
      const text = textAt(path.join(folder, name));
      const file = text === undefined ? undefined : parseExample(text);
      return file ? [{ id: name.slice(0, -'.json'.length), file }] : [];
    });
}

/** Saves an example under a free name made of its own; answers with its id (KF2). */
export function saveExampleIn(dir: string, file: ExampleFile): string {
  const folder = path.join(dir, EXAMPLES);
  makeFolder(path.join(dir, 'inputs'));
  makeFolder(folder);
  const taken = fs.readdirSync(folder).map((name) => name.replace(/\.json$/, ''));
  const id = slugOf(file.name, taken);
  writeAtomic(path.join(folder, `${id}.json`), textOfFile(file));
  return id;
}

/** Takes an example away (KF2). */
export function forgetExampleIn(dir: string, id: string): void {
  const known = examplesIn(dir).some((one) => one.id === id);
  if (!known) refuse('kept.no_example', { id });
  fs.rmSync(path.join(dir, EXAMPLES, `${id}.json`), { force: true });
}
