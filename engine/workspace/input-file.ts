// A file a person hands to a run: its name, its kind, and its text where it can be read.
// F1 nothing in it is executed or looked up; what cannot be read is kept and has no text.
// F2 from a form its name never becomes a path: only files directly under `inputs/` are found.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { statOf } from '../1-document/load.ts';
import type { Field } from '../base/kinds.ts';
import { LIMITS } from '../base/limits.ts';
import { refuse } from '../base/refused.ts';
import { isObject, type Json, type JsonObject } from '../base/value.ts';
import { fileType } from '../tools/file-kinds.ts';
import type { ReadText } from '../tools/file-text.ts';

/** A name without folders and without what some system cannot keep; never empty. */
export function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  // oxlint-disable-next-line no-control-regex -- exactly these cannot stand in a name
  const kept = last.replace(/[\u0000-\u001f<>:"|?*]/g, '_').replace(/[. ]+$/, '');
  return kept.replace(/^\.+/, '').slice(-120) || 'file';
}

/**
 * The value of a `file` field: `{name, type, size, text}`; where it has no text, `unread` says why
 * in one word (see `Unread`).
 */
export async function fileValue(
  name: string,
  bytes: Uint8Array,
  read: ReadText,
): Promise<JsonObject> {
  if (bytes.length > LIMITS.fileBytes)
    refuse('input.file_too_big', { name, mb: LIMITS.fileBytes / 1024 / 1024 });
  return { name, type: fileType(name), size: bytes.length, ...(await read(name, bytes)) };
}

/** Reads the file at a place; undefined when there is none. */
async function readPlace(place: string, read: ReadText): Promise<JsonObject | undefined> {
  const found = statOf(place);
  if (!found?.isFile()) return undefined;
  const name = path.basename(place);
  // The size is looked at first, so that no huge file is read only to be refused.
  if (found.size > LIMITS.fileBytes)
    refuse('input.file_too_big', { name, mb: LIMITS.fileBytes / 1024 / 1024 });
  return fileValue(name, readFileSync(place), read);
}

/** Where a named file is looked for; undefined = nowhere. */
export type Finder = (name: string) => string | undefined;

/** Files under a workflow's `inputs/` (F2). */
export const inputsOf =
  (dir: string): Finder =>
  (name) =>
    plainName(name) === name ? path.join(dir, 'inputs', name) : undefined;

/** The name of a file of which nothing but its name was given. */
function bareName(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value;
  if (!isObject(value) || Object.hasOwn(value, 'size')) return undefined;
  return typeof value['name'] === 'string' ? value['name'] : '';
}

/** How named files are found and read. */
export type Filling = { find: Finder; read: ReadText };

async function fill(field: Field, value: Json, filling: Filling): Promise<Json> {
  const { of } = field;
  if (field.kind === 'list' && of && Array.isArray(value))
    return Promise.all(value.map((one) => fill(of, one, filling)));
  const name = field.kind === 'file' ? bareName(value) : undefined;
  const place = name ? filling.find(name) : undefined;
  return (place === undefined ? undefined : await readPlace(place, filling.read)) ?? value;
}

/** The input with every file that was only named read from where `find` says; others stay named. */
export async function fillFiles(
  fields: Field[],
  input: JsonObject,
  filling: Filling,
): Promise<JsonObject> {
  const filled = { ...input };
  for (const field of fields) {
    const value = Object.hasOwn(input, field.id) ? input[field.id] : undefined;
    if (value !== undefined) filled[field.id] = await fill(field, value, filling);
  }
  return filled;
}

/** Refuses when a file is still only a name: nobody knows where it is. */
export function refuseNamedOnly(fields: Field[], input: JsonObject): void {
  for (const { kind, id } of fields) {
    const name = kind === 'file' ? bareName(input[id]) : undefined;
    if (name) refuse('input.file_missing', { name }, id);
  }
}
