// Workflow folders as somebody else might send them: real ones, with a few things changed that a
// careless hand, a broken disk or an attacker would change. The same seed is the same folder.

import type { Json, JsonObject } from '../../engine/base/value.ts';
import { isObject } from '../../engine/base/value.ts';

/** File contents by name. */
export type FolderFiles = Record<string, string | Uint8Array>;
type Random = () => number;

const DEEP = 4000;
/** What most changes are made to. */
const DRAWING = 'workflow.json';
/** Values nobody should trust; `raw` ones are no JSON that a program would write. */
const HOSTILE: Json[] = [
  null,
  '',
  -1,
  0,
  1e308,
  1.5,
  true,
  [],
  {},
  [[[[]]]],
  '../../../outside',
  '/etc/passwd',
  'C:\\Windows\\system32',
  '$(touch outside)',
  '`touch outside`',
  '; touch outside #',
  '{{constructor.constructor("return process")()}}',
  '{{__proto__.polluted}}',
  '${process.exit(1)}',
  'https://evil.example/collect',
  'data:text/html,<script>alert(1)</script>',
  '<script>alert(1)</script>',
  '\u202egnp.exe',
  '\ud800',
  '\u0000',
  '__proto__',
  'constructor',
  'toString',
  'x'.repeat(100_000),
  '(a+)+$',
  { '@ref': 'input.__proto__.polluted' },
  { '@ref': 'steps.constructor.value' },
  { '@blob': '0'.repeat(64), size: 1, preview: 'x' },
  { constructor: { prototype: { polluted: true } } },
  JSON.parse('{"__proto__": {"polluted": true}}') as Json,
  { field: 'tool', op: 'matches', value: '(a+)+$' },
  Array.from({ length: 3000 }, (_, i) => i),
];

const pick = <T>(random: Random, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)] as T;

type Place = { of: JsonObject | Json[]; key: string; isSetting: boolean };

/**
 * Every place in a document: the object or list, the name in it, and whether a setting is there.
 */
function places(doc: Json, isSetting = false, found: Place[] = []): Place[] {
  if (!isObject(doc) && !Array.isArray(doc)) return found;
  for (const key of Object.keys(doc)) {
    found.push({ of: doc as JsonObject, key, isSetting });
    places((doc as JsonObject)[key] as Json, isSetting || key === 'settings', found);
  }
  return found;
}

function bend(doc: Json, random: Random): void {
  const all = places(doc);
  // Settings are in any shape until their step reads them, so that is where most can be wrong.
  const settings = all.filter(({ isSetting }) => isSetting);
  const among = settings.length && random() < 0.8 ? settings : all;
  if (!among.length) return;
  const { of, key } = pick(random, among);
  const { of: from, key: name } = pick(random, among);
  const set = (value: Json): void => {
    Object.defineProperty(of, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  };
  const how = random();
  if (how < 0.5) set(structuredClone(pick(random, HOSTILE)));
  else if (how < 0.65) set(structuredClone((from as JsonObject)[name] as Json));
  else if (how < 0.75) delete (of as JsonObject)[key];
  else if (how < 0.85) set({ [pick(random, ['__proto__', 'extra', 'constructor', ''])]: 1 });
  else if (Array.isArray(of)) of.push(structuredClone(of[0] ?? null));
  else set([structuredClone(of[key] as Json)]);
}

/** What can happen to a file as a file. */
function spoil(text: string, random: Random): string | Uint8Array {
  const at = Math.floor(random() * text.length);
  return pick<() => string | Uint8Array>(random, [
    () => text.slice(0, at),
    () => '',
    () => `\ufeff${text}`,
    () => Buffer.from(text, 'utf16le'),
    () => `${text.slice(0, at)}\u0000${text.slice(at)}`,
    () => `${text}${text}`,
    () => text.replace('{', '{"__proto__": {"polluted": true}, '),
    () => text.replace('{', '{"id": "twice", "id": "twice", '),
    () => text.replace(/: *"[^"]*"/, `: ${'['.repeat(DEEP)}${']'.repeat(DEEP)}`),
    () => Buffer.from(Buffer.from(text).map((byte, i) => (i === at ? byte ^ 0x5a : byte))),
    () => text.replace(/"(\w+)":/, '"\\u005f\\u005fproto\\u005f\\u005f":'),
    () => text.replace(/\d+/, '1e999'),
  ])();
}

/** A folder made of another, changed in one to four places. */
export function foreign(whole: Record<string, Json>, random: Random): FolderFiles {
  const docs = structuredClone(whole);
  const names = Object.keys(docs);
  const spoilt = random() < 0.2 ? pick(random, names) : undefined;
  for (let n = Math.floor(random() * 3); n >= 0; n--)
    bend(docs[random() < 0.7 ? DRAWING : pick(random, names)] as Json, random);
  return Object.fromEntries(
    names.map((name) => {
      const text = JSON.stringify(docs[name], null, 1);
      return [name, name === spoilt ? spoil(text, random) : text];
    }),
  );
}
