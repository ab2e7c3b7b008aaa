// Reads a file's text without building anything: what is wrong is found, with its place, before
// JSON.parse or a schema sees a byte of it.
// SC1 never throws, never recurses deeper than the limit, whatever the file holds.
// SC2 what passes is accepted by JSON.parse; a lone surrogate written as an escape is fine.
// SC3 names that reach into an object's prototype are refused, wherever they stand.

import { LIMITS } from '../base/limits.ts';

/** A finding with its place; lines and columns count from 1. */
export type ScanFault = {
  code:
    | 'file_empty'
    | 'file_too_big'
    | 'file_not_text'
    | 'file_broken'
    | 'file_cut_off'
    | 'file_too_deep'
    | 'file_forbidden_name'
    | 'file_double_name';
  line: number;
  column: number;
  params: Record<string, string | number>;
};
export type Scanned = { ok: true; text: string } | { ok: false; fault: ScanFault };

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;
/** A string: no raw control characters, only known escapes. */
// oxlint-disable-next-line no-control-regex -- exactly these characters must not stand in a string
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
/** What may follow a backslash. */
const ESCAPE = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/;
const WORDS = ['true', 'false', 'null'];
/** Characters of the offending place that are shown in the sentence. */
const SHOWN = 12;

/** Bytes as text; the byte order mark is dropped. Undefined when they are not UTF-8. */
export function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Checks one file. Text in is taken as already decoded. Never throws (SC1). */
export function scan(file: string | Uint8Array): Scanned {
  const wrong = (code: ScanFault['code'], params: ScanFault['params'] = {}): Scanned => ({
    ok: false,
    fault: { code, line: 1, column: 1, params },
  });
  // A character is at least one byte, so the cheap test comes first and is never too strict.
  if (file.length > LIMITS.documentBytes)
    return wrong('file_too_big', { megabytes: LIMITS.documentBytes / 1_048_576 });
  const text = typeof file === 'string' ? file.replace(/^\uFEFF/, '') : decode(file);
  if (text === undefined) return wrong('file_not_text');
  if (text.trim() === '') return wrong('file_empty');
  const found = walk(text);
  return found ? { ok: false, fault: found } : { ok: true, text };
}

type Place = { at: number };

/** The first fault in the text, if any. */
function walk(text: string): ScanFault | undefined {
  const place: Place = { at: 0 };
  try {
    value(text, place, 1);
    skip(text, place);
    if (place.at < text.length) stop(text, place.at, 'file_broken');
  } catch (thrown) {
    if (thrown instanceof Stop) return thrown.fault;
    throw thrown;
  }
  return undefined;
}

/** Carries the first fault out of the recursion; caught in `walk`, nowhere else. */
class Stop extends Error {
  readonly fault: ScanFault;
  constructor(fault: ScanFault) {
    super(fault.code);
    this.fault = fault;
  }
}

function stop(text: string, at: number, code: ScanFault['code'], params = {}): never {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = at - before.lastIndexOf('\n');
  const isEnd = code === 'file_broken' && at >= text.length;
  const rest = text.slice(at, at + SHOWN * 2).split('\n')[0] ?? '';
  // Control characters must not reach a terminal or a screen.
  const found = [...rest.replace(/\p{C}/gu, '')].slice(0, SHOWN).join('').trim();
  // What cannot be shown is named by its number.
  const number = (text.charCodeAt(at) || 0).toString(16).toUpperCase().padStart(4, '0');
  const isHidden = found === '' || /^\p{C}/u.test(rest);
  throw new Stop({
    code: isEnd ? 'file_cut_off' : code,
    line,
    column,
    params: { found: isHidden ? `U+${number}` : found, ...params },
  });
}

/** Moves over what `pattern` (sticky) finds at the place; false when it finds nothing there. */
function take(text: string, place: Place, pattern: RegExp): boolean {
  pattern.lastIndex = place.at;
  if (!pattern.test(text)) return false;
  place.at = pattern.lastIndex;
  return true;
}

const skip = (text: string, place: Place): boolean => take(text, place, SPACE);

function value(text: string, place: Place, depth: number): void {
  skip(text, place);
  const first = text[place.at];
  if (first === '{') return object(text, place, depth);
  if (first === '[') return list(text, place, depth);
  if (first === '"') return string(text, place);
  const word = WORDS.find((w) => text.startsWith(w, place.at));
  if (word) place.at += word.length;
  else if (!take(text, place, NUMBER)) stop(text, place.at, 'file_broken');
}

/** A string, also one of many megabytes: a single pattern would overflow its own stack there. */
function string(text: string, place: Place): void {
  const from = place.at;
  const end = closing(text, from);
  const isShort = end !== undefined && end - from < 1_000;
  if (isShort ? take(text, place, STRING) : long(text, place, end)) return;
  if (end === undefined) stop(text, text.length, 'file_broken');
  stop(text, offence(text, from, end), 'file_broken');
}

/** Where a string holds what it may not: a raw control character, or an escape that is none. */
function offence(text: string, from: number, end: number): number {
  for (let at = from + 1; at < end; at++) {
    if (text.charCodeAt(at) < 0x20) return at;
    if (text[at] !== '\\') continue;
    const [escape] = ESCAPE.exec(text.slice(at, at + 6)) ?? [];
    if (escape === undefined) return at;
    at += escape.length - 1;
  }
  return from;
}

/** Where the quote stands that closes the string opened at `from`. */
function closing(text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return undefined;
}

/** The same test for a long string, by the one judge that cannot overflow. */
function long(text: string, place: Place, end: number | undefined): boolean {
  if (end === undefined) return false;
  try {
    JSON.parse(text.slice(place.at, end + 1));
  } catch {
    return false;
  }
  place.at = end + 1;
  return true;
}

function deeper(text: string, place: Place, depth: number): void {
  if (depth > LIMITS.documentDepth)
    stop(text, place.at, 'file_too_deep', { depth: LIMITS.documentDepth });
  place.at += 1;
  skip(text, place);
}

/** After a member: true when another follows, false at the closing bracket. */
function another(text: string, place: Place, close: string): boolean {
  skip(text, place);
  const next = text[place.at];
  if (next !== ',' && next !== close) stop(text, place.at, 'file_broken');
  place.at += 1;
  return next === ',';
}

function list(text: string, place: Place, depth: number): void {
  deeper(text, place, depth);
  if (text[place.at] === ']') {
    place.at += 1;
    return;
  }
  do value(text, place, depth + 1);
  while (another(text, place, ']'));
}

function object(text: string, place: Place, depth: number): void {
  deeper(text, place, depth);
  if (text[place.at] === '}') {
    place.at += 1;
    return;
  }
  const names = new Set<string>();
  do {
    member(text, place, names);
    value(text, place, depth + 1);
  } while (another(text, place, '}'));
}

/** The name of a member and its colon. Two members of one name would hide one of them. */
function member(text: string, place: Place, names: Set<string>): void {
  skip(text, place);
  const from = place.at;
  if (text[from] !== '"') stop(text, from, 'file_broken');
  string(text, place);
  const name = JSON.parse(text.slice(from, place.at)) as string;
  if (FORBIDDEN.has(name)) stop(text, from, 'file_forbidden_name', { name });
  if (names.has(name)) stop(text, from, 'file_double_name', { name });
  names.add(name);
  skip(text, place);
  if (text[place.at] !== ':') stop(text, place.at, 'file_broken');
  place.at += 1;
}
