// Inputs from the command line: typed by the fields the workflow declares. Pure but for reading
// what `--input` names.
// I1 a text that does not fit its field travels on as it is, so that the engine's own sentence
//    names what is wrong; nothing is guessed or dropped here.
// I2 of what `--input` names no more is read than a request may carry, however long it goes on.

import { closeSync, openSync, readSync } from 'node:fs';
import type { Field } from '../base/kinds.ts';
import { LIMITS } from '../base/limits.ts';
import { say } from '../base/text/say.ts';
import { parseTyped } from '../base/typed.ts';
import { isObject, type Json, type JsonObject } from '../base/value.ts';
import { scan } from '../1-document/scan.ts';
import { CommandEnd, t } from './output.ts';

/** Splits `key=value` at the first equals sign. */
export function pair(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new CommandEnd(t('wrong.pair', { text }));
  return [text.slice(0, at), text.slice(at + 1)];
}

function parsed(text: string): Json | undefined {
  const found = scan(text);
  try {
    return found.ok ? (JSON.parse(found.text) as Json) : undefined;
  } catch {
    return undefined;
  }
}

/** Kinds that may be written down whole, as they stand in files. */
const WHOLE = new Set(['file', 'record', 'list']);

/** A text as a value of its field; without a field it stays a text (I1). */
export function typed(field: Field | undefined, text: string): Json {
  if (!field) return text;
  if (WHOLE.has(field.kind) && /^\s*[[{]/.test(text)) return parsed(text) ?? text;
  return parseTyped(field, text);
}

/** `--set k=v` pairs over declared fields; the last one of a name counts. */
export const typedPairs = (fields: Field[], pairs: string[]): JsonObject =>
  Object.fromEntries(
    pairs.map(pair).map(([key, text]) => [
      key,
      typed(
        fields.find((f) => f.id === key),
        text,
      ),
    ]),
  );

/** The object `--input` names: literal, `@file`, or `-` for stdin. */
export function readInput(text: string | undefined): JsonObject {
  if (text === undefined) return {};
  const isPlace = text === '-' || text.startsWith('@');
  const file = text === '-' ? t('input.stdin') : text.slice(1) || text;
  const found = scan(isPlace ? bytesAt(text, file) : text);
  if (!found.ok) {
    const { code, params, line, column } = found.fault;
    const where = { file: isPlace ? file : '--input', line, column };
    throw new CommandEnd(say('en', `problem.${code}`, { ...params, ...where }));
  }
  const value = JSON.parse(found.text) as Json;
  if (!isObject(value)) throw new CommandEnd(t('wrong.input', { example: '{"amount": 320}' }));
  return value;
}

const PIECE = 65_536;

/** What stands at a place, and one byte more than is allowed where there is more (I2). */
function bytesAt(text: string, file: string): Uint8Array {
  try {
    const handle = text === '-' ? 0 : openSync(text.slice(1), 'r');
    const pieces: Buffer[] = [];
    for (let size = 0, read = 1; read > 0 && size <= LIMITS.documentBytes; size += read) {
      const piece = Buffer.alloc(PIECE);
      read = readSync(handle, piece);
      pieces.push(piece.subarray(0, read));
    }
    if (handle !== 0) closeSync(handle);
    return Buffer.concat(pieces);
  } catch {
    throw new CommandEnd(t('wrong.input_file', { file }));
  }
}

/** Examples for the fields that were not given, and their names, for saying so. */
export function withExamples(
  fields: Field[],
  given: JsonObject,
): { input: JsonObject; taken: string[] } {
  const taken = fields.filter((f) => !Object.hasOwn(given, f.id) && f.example !== undefined);
  const examples = Object.fromEntries(taken.map((f) => [f.id, f.example as Json]));
  return { input: { ...examples, ...given }, taken: taken.map((f) => f.id) };
}
