// Setting one value deep inside a step's settings without touching the rest.
// ES1 only own, ordinary names are followed: a path can never reach an object's prototype.

import { isObject, type Json, type JsonObject } from '../base/value.ts';

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype', '']);
const INDEX = /^(0|[1-9]\d{0,5})$/;

/**
 * The settings with `value` at the dotted path, lists by position (one past the end appends);
 * without a value what stands there is taken away. Undefined for a path that leads nowhere (ES1).
 */
export function setAt(settings: JsonObject, path: string, value?: Json): JsonObject | undefined {
  const keys = path.split('.');
  if (keys.some((key) => FORBIDDEN.has(key))) return undefined;
  const next = put(settings, keys, value);
  return isObject(next) ? next : undefined;
}

function put(here: Json | undefined, keys: string[], value: Json | undefined): Json | undefined {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (Array.isArray(here)) return putInList(here, key, rest, value);
  if (here !== undefined && here !== null && !isObject(here)) return undefined;
  const own = isObject(here) ? here : {};
  const inner = put(Object.hasOwn(own, key) ? own[key] : undefined, rest, value);
  if (inner === undefined && (value !== undefined || rest.length)) return undefined;
  const { [key]: _old, ...others } = own;
  return inner === undefined ? others : { ...own, [key]: inner };
}

function putInList(
  list: Json[],
  key: string,
  rest: string[],
  value: Json | undefined,
): Json[] | undefined {
  const at = INDEX.test(key) ? Number(key) : -1;
  if (at < 0 || at > list.length) return undefined;
  if (rest.length === 0 && value === undefined) return list.filter((_x, i) => i !== at);
  const inner = put(list[at], rest, value);
  if (inner === undefined) return undefined;
  return at === list.length ? [...list, inner] : list.with(at, inner);
}
