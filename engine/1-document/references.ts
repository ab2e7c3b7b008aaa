// Where settings look: every reference, every place in a text, every field of a condition.
// RF1 found by form alone, so that it holds for every step there is and will be.

import { isRef, isText, pathsIn } from '../base/binding.ts';
import type { Condition } from '../base/condition.ts';
import { isObject, partAt, type Json, type JsonObject } from '../base/value.ts';

export type Reference = {
  /** What is looked up: `steps.read.value.total`. */
  path: string;
  /** Where in the settings it stands, dotted: `show.0.value`. */
  at: string;
  how: 'ref' | 'text' | 'condition';
  /** True where a value stands ready in case there is none; a condition never needs one. */
  hasElse: boolean;
};

/** A leaf of a condition: `{field, op, value}`. */
const isLeaf = (x: JsonObject): x is JsonObject & { field: string; op: string } =>
  typeof x['field'] === 'string' && typeof x['op'] === 'string';

/** Everything the settings look up, in reading order. */
export function referencesIn(settings: Json, at = ''): Reference[] {
  const under = (key: string | number): string => (at === '' ? String(key) : `${at}.${key}`);
  if (Array.isArray(settings)) return settings.flatMap((x, i) => referencesIn(x, under(i)));
  if (!isObject(settings)) return [];
  if (isRef(settings)) {
    const { '@ref': path, else: other } = settings;
    const own: Reference = { path, at, how: 'ref', hasElse: other !== undefined };
    return other === undefined ? [own] : [own, ...referencesIn(other, under('else'))];
  }
  if (isText(settings)) {
    const { '@text': text } = settings;
    const others = isObject(settings.else) ? settings.else : {}; // a file may hold anything there
    return [
      ...pathsIn(text).map((path): Reference => {
        return { path, at, how: 'text', hasElse: Object.hasOwn(others, path) };
      }),
      ...referencesIn(others, under('else')),
    ];
  }
  const own: Reference[] = isLeaf(settings)
    ? [{ path: settings.field, at: under('field'), how: 'condition', hasElse: true }]
    : [];
  return [...own, ...Object.entries(settings).flatMap(([key, x]) => referencesIn(x, under(key)))];
}

/** The settings with every path they look up replaced by `to(path)`; all else stays as it is. */
export function mapReferences(settings: Json, to: (path: string) => string): Json {
  if (Array.isArray(settings)) return settings.map((x) => mapReferences(x, to));
  if (!isObject(settings)) return settings;
  if (isRef(settings)) {
    const { '@ref': path, else: other } = settings;
    return {
      '@ref': to(path),
      ...(other === undefined ? {} : { else: mapReferences(other, to) }),
    };
  }
  const entries = Object.entries(settings).map(([key, x]): [string, Json] => [
    key,
    mapReferences(x, to),
  ]);
  const mapped: JsonObject = Object.fromEntries(entries);
  if (isText(settings)) {
    mapped['@text'] = replacePlaces(settings['@text'], to);
    const others = Object.entries(settings.else ?? {});
    if (others.length)
      mapped['else'] = Object.fromEntries(
        others.map(([path, x]) => [to(path), mapReferences(x, to)]),
      );
  } else if (isLeaf(settings)) mapped['field'] = to(settings.field);
  return mapped;
}

const replacePlaces = (text: string, to: (path: string) => string): string =>
  text.replace(/\{\{\s*([A-Za-z0-9_.]+)\s*\}\}/g, (_all, path: string) => `{{${to(path)}}}`);

/** A condition and where in the settings it stands, dotted. */
export type Placed = { condition: Condition; at: string };

/** Whole conditions in settings, outermost only, with their place. */
export function conditionsIn(settings: Json, at = ''): Placed[] {
  const under = (key: string | number): string => (at === '' ? String(key) : `${at}.${key}`);
  if (Array.isArray(settings)) return settings.flatMap((x, i) => conditionsIn(x, under(i)));
  if (!isObject(settings)) return [];
  if (isCondition(settings)) return [{ condition: settings as unknown as Condition, at }];
  return Object.entries(settings).flatMap(([key, x]) => conditionsIn(x, under(key)));
}

function isCondition(x: Json): boolean {
  if (!isObject(x)) return false;
  const parts = partAt(x, 'all') ?? partAt(x, 'any');
  if (Array.isArray(parts)) return Object.keys(x).length === 1 && parts.every(isCondition);
  if (isObject(x['not'])) return Object.keys(x).length === 1 && isCondition(x['not']);
  return typeof x['field'] === 'string' && typeof x['op'] === 'string';
}
