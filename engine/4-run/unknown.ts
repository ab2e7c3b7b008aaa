// What cannot be known yet, while a gate looks ahead. A value nobody knows stands in for what is to
// come and carries a mark; whatever is made of it carries the mark too.
// U1 the mark travels as a label does, so texts, shaped data and children pass it on.
// U2 a reference to a marked value is unknown even where it has a fallback: the value will come.
// U3 stand-ins hold every declared field, so that no fallback is taken in their place.

import { look, isRef, isText, pathsIn, type Scope } from '../base/binding.ts';
import type { Field } from '../base/kinds.ts';
import { isObject, labelsAt, type Json, type Value } from '../base/value.ts';

/** The label of what is not known yet; no label of a drawing has a blank in it. */
const MARK = 'not known yet';

/** The id of a run that is only thought of. */
export const THOUGHT = '';

/** Every path a setting mentions: in references, texts and the fields of conditions. */
export function mentions(x: Json | undefined): string[] {
  if (x === undefined) return [];
  if (isRef(x)) return [x['@ref'], ...mentions(x.else)];
  if (isText(x)) return [...pathsIn(x['@text']), ...mentions(x.else as Json | undefined)];
  if (Array.isArray(x)) return x.flatMap(mentions);
  if (!isObject(x)) return [];
  const own = typeof x['field'] === 'string' && x['op'] !== undefined ? [x['field']] : [];
  return [...own, ...Object.values(x).flatMap(mentions)];
}

export const isMarked = (labels: Value['labels'], path = ''): boolean =>
  labelsAt(labels, path).includes(MARK);

/** Labels as they are shown: the mark is for nobody's eyes. */
export const shownLabels = (names: string[]): string[] => names.filter((name) => name !== MARK);

/** Is the value at a path, or what it would be taken from, not known yet (U2)? */
export function isUnknown(scope: Scope, path: string): boolean {
  const [root = '', id = '', what, ...rest] = path.split('.');
  if (root === 'run') return scope.run?.['id'] === THOUGHT && (id === '' || id === 'id');
  if (root === 'item' || root === 'input') {
    const value = root === 'item' ? scope.item : scope.input;
    return value !== undefined && isMarked(value.labels, path.split('.').slice(1).join('.'));
  }
  if ((root !== 'steps' && root !== 'previous') || what === 'port') return false;
  const entries = root === 'steps' ? scope.steps : scope.previous;
  const entry = entries && Object.hasOwn(entries, id) ? entries[id] : undefined;
  return entry !== undefined && isMarked(entry.value.labels, rest.join('.'));
}

/** The paths of a setting that are not known yet; a step may be named by its bare id too. */
export function unknownIn(setting: Json, scope: Scope): string[] {
  const paths = mentions(setting);
  const bare = ['steps', 'previous'].flatMap((root) =>
    Object.keys((root === 'steps' ? scope.steps : scope.previous) ?? {})
      .map((id) => `${root}.${id}`)
      .filter((path) => !paths.some((one) => one === path || one.startsWith(`${path}.`))),
  );
  return [...paths, ...bare].filter((path) => isUnknown(scope, path));
}

/** Does a path that is not known yet still have something standing in for it (U3)? */
export const stands = (scope: Scope, path: string): boolean => look(scope, path) !== undefined;

/** A value that stands in for one to come (U3). */
export const toCome = (fields: Field[]): Value => ({
  v: Object.fromEntries(fields.map((field) => [field.id, someOf(field)])),
  labels: { '': [MARK] },
});

function someOf({ kind, fields = [], choices = [] }: Field): Json {
  switch (kind) {
    case 'number':
    case 'money':
      return 0;
    case 'yes_no':
      return false;
    case 'list':
      return [];
    case 'record':
      return Object.fromEntries(fields.map((field) => [field.id, someOf(field)]));
    case 'choice':
      return choices[0]?.id ?? '';
    default:
      return '';
  }
}

/** The value with the mark on the whole of it. */
export const marked = ({ v, labels }: Value): Value => ({
  v,
  labels: { ...labels, '': [...new Set([...(labels[''] ?? []), MARK])] },
});
