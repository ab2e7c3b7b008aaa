// Which earlier steps a setting names: that, and nothing else, is what its step gets to look at.
// A name is a reference, a place in a text, the field of a condition, or a step's bare id.
// SE1 a path may name a step that is not drawn here: a part of a drawing that is tried alone is
//     given what came before it.

import { isRef, isText, pathsIn } from '../base/binding.ts';
import { isObject, type Json } from '../base/value.ts';
import type { IRScope } from './ir.ts';

/** The ids named anywhere inside a setting, in order of their first mention. */
export type Sees = (setting: unknown) => string[];

const PATH = /(?:^|\{\{\s*)(?:steps|previous)\.([a-z0-9_]+)/g;

export function seesOf(scope: IRScope): Sees {
  const ids = new Set(idsIn(scope));
  return (setting) => {
    const found = new Set<string>();
    collect(setting as Json, (text) => {
      if (ids.has(text)) found.add(text);
      for (const [, id = ''] of text.matchAll(PATH)) found.add(id);
    });
    return [...found];
  };
}

const FIELD = /^(?:steps|previous)\.([a-z0-9_]+)\.value\.([A-Za-z0-9_]+)/;

/**
 * By step id: the fields of its value that later steps cannot do without: named by a condition, or
 * by a reference or text that says nothing else to fall back on.
 */
export function fieldsNeeded(scope: IRScope): Map<string, Set<string>> {
  const needed = new Map<string, Set<string>>();
  const note = (path: string): void => {
    const [, id, field] = FIELD.exec(path) ?? [];
    if (id && field) needed.set(id, (needed.get(id) ?? new Set()).add(field));
  };
  const walk = (x: Json): void => {
    if (isRef(x)) {
      if (x.else === undefined) note(x['@ref']);
    } else if (isText(x)) {
      for (const path of pathsIn(x['@text'])) if (x.else?.[path] === undefined) note(path);
    } else if (Array.isArray(x)) x.forEach(walk);
    else if (isObject(x)) {
      if (typeof x['field'] === 'string') note(x['field']);
      Object.values(x).forEach(walk);
    }
  };
  walk(scope as unknown as Json);
  return needed;
}

/** Every step id of a scope and the containers in it. */
export const idsIn = (scope: IRScope): string[] =>
  scope.steps.flatMap((step) => [step.id, ...(step.body ? idsIn(step.body) : [])]);

function collect(x: Json | undefined, text: (text: string) => void): void {
  if (typeof x === 'string') text(x);
  else if (Array.isArray(x)) for (const y of x) collect(y, text);
  else if (isObject(x)) for (const y of Object.values(x)) collect(y, text);
}
