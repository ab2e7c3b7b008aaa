// From what a schema found wrong to problems in plain words, with the file and the place in it.
// SH1 every finding of a schema becomes at least one problem; nothing is passed on in its own
//     words.
// SH2 of the forms a value may have, the one it comes nearest to is explained, not all of them.

import type { z } from 'zod';
import { isObject, type Json } from '../base/value.ts';
import type { Problem } from './schema.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** More findings than this in one file help nobody. */
const MAX = 50;

const KIND_CODES: Record<string, string> = {
  string: 'shape_needs_text',
  number: 'shape_needs_number',
  int: 'shape_needs_whole',
  boolean: 'shape_needs_yes_no',
  array: 'shape_needs_list',
  tuple: 'shape_needs_list',
  object: 'shape_needs_group',
  record: 'shape_needs_group',
};

const dotted = (path: Path): string => path.map(String).join('.');

function at(doc: Json, path: Path): Json | undefined {
  let here: Json | undefined = doc;
  for (const key of path)
    here =
      typeof here === 'object' && here !== null && Object.hasOwn(here, key)
        ? (here as Record<PropertyKey, Json>)[key]
        : undefined;
  return here;
}

/**
 * The step that a place in a workflow file lies in: the innermost thing with an id under `nodes`.
 */
function stepAt(doc: Json, path: Path): string | undefined {
  for (let end = path.length; end > 1; end--) {
    if (path[end - 2] !== 'nodes') continue;
    const node = at(doc, path.slice(0, end));
    const id = isObject(node) ? node['id'] : undefined;
    if (typeof id === 'string') return id;
  }
  return undefined;
}

/** Problems of one file from what its schema found (SH1); `file` is a name or a code for it. */
export function shapeProblems(file: string, doc: Json, issues: readonly Issue[]): Problem[] {
  return issues
    .flatMap((issue) => explain(doc, issue, []))
    .slice(0, MAX)
    .map(({ code, path, params }) => {
      const step = stepAt(doc, path);
      const place = dotted(path);
      return {
        code,
        severity: 'error' as const,
        params: { ...params, file, place, where: place === '' ? 'place.whole' : 'place.inside' },
        ...(step === undefined ? {} : { step }),
        ...(place === '' ? {} : { path: place }),
      };
    });
}

type Finding = { code: string; path: Path; params: Problem['params'] };

function explain(doc: Json, issue: Issue, under: Path): Finding[] {
  const path = [...under, ...issue.path];
  const one = (code: string, params: Problem['params'] = {}): Finding[] => [{ code, path, params }];
  const last = String(path.at(-1) ?? '');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        code: 'shape_unknown_name',
        path: [...path, key],
        params: { name: key },
      }));
    case 'invalid_type':
      return at(doc, path) === undefined
        ? one('shape_missing', { name: last })
        : one(KIND_CODES[issue.expected] ?? 'shape_wrong');
    case 'invalid_value':
      return at(doc, path) === undefined
        ? one('shape_missing', { name: last })
        : one('shape_not_offered', { offered: issue.values.map(String).join(', ') });
    case 'too_big':
    case 'too_small':
      return one(sizeCode(issue.code, issue.origin), {
        limit: Number(issue.code === 'too_big' ? issue.maximum : issue.minimum),
      });
    case 'custom':
      return issue.message === 'id' ? one('shape_bad_id') : one('shape_wrong');
    case 'invalid_union':
      return nearest(issue.errors).flatMap((inner) => explain(doc, inner, path));
    case 'invalid_format':
      return one('shape_bad_form', { name: last });
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return one('shape_wrong');
  }
}

function sizeCode(code: 'too_big' | 'too_small', origin: string): string {
  const isBig = code === 'too_big';
  if (origin === 'string') return isBig ? 'shape_too_long' : 'shape_empty';
  if (origin === 'array' || origin === 'set') return isBig ? 'shape_too_many' : 'shape_too_few';
  return isBig ? 'shape_too_large' : 'shape_too_small';
}

/**
 * The form the value comes nearest to: the one whose findings lie deepest, then the fewest (SH2).
 */
function nearest(forms: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (form: readonly Issue[]): number => Math.max(0, ...form.map((i) => i.path.length));
  const isKind = (form: readonly Issue[]): boolean =>
    form.some((i) => i.code === 'invalid_type' && i.path.length === 0);
  const order = [...forms].sort(
    (a, b) => depth(b) - depth(a) || Number(isKind(a)) - Number(isKind(b)) || a.length - b.length,
  );
  return order[0] ?? [];
}
