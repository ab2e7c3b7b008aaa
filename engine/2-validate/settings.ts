// Are a step's settings complete and readable, said in the words of its form.
// SE1 what is missing is asked for by the name a person sees, never by its name in the file.
// SE2 empty is missing: a form that shows nothing has not been filled in.

import type { z } from 'zod';
import { isSaid } from '../base/text/say.ts';
import { isObject, partAt, type Json } from '../base/value.ts';
import type { NodeDefinition } from '../node.ts';
import type { Problem } from '../1-document/schema.ts';
import { onStep } from './problem.ts';
import { fillIn, toBound } from './repairs.ts';
import { allSteps, type Drawing, type Step } from './step.ts';

type Issue = z.core.$ZodIssue;
/** The step that is looked at, and the drawing it stands in. */
type Place = { drawing: Drawing; step: Step };

export const settings = (drawing: Drawing): Problem[] =>
  allSteps(drawing).flatMap((step) => ofStep(drawing, step));

function ofStep(drawing: Drawing, step: Step): Problem[] {
  const { definition, read } = step;
  if (!definition || !read) return [];
  const found = read.ok
    ? []
    : read.issues.flatMap((issue) => explain({ drawing, step }, issue, []));
  const named = new Set(found.map((problem) => problem.field));
  const empty = requiredOf(definition)
    .filter((name) => isEmpty(step.node.settings[name]) && !named.has(name))
    .map((name) => missing({ drawing, step }, name));
  return once([...found, ...empty]);
}

/** Of several findings about one setting the first says enough. */
const once = (problems: Problem[]): Problem[] =>
  [...new Map(problems.toReversed().map((p) => [p.field, p])).values()].toReversed();

const isEmpty = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

const required = new WeakMap<NodeDefinition, string[]>();

/** Settings that must be given: those whose schema does not accept to have none. */
function requiredOf(definition: NodeDefinition): string[] {
  const known = required.get(definition);
  if (known) return known;
  const shape = (definition.settings as { shape?: Record<string, z.ZodType> }).shape ?? {};
  const names = Object.keys(shape).filter((name) => !shape[name]?.safeParse(undefined).success);
  required.set(definition, names);
  return names;
}

const dotted = (path: readonly PropertyKey[]): string => path.map(String).join('.');

/**
 * The form's own name for a setting: positions in lists do not count, the nearest known name does.
 */
function settingLabel(type: string, path: string): string {
  const names = path.split('.').filter((key) => !/^\d+$/.test(key));
  for (let end = names.length; end > 0; end--) {
    const code = `node.${type}.setting.${names.slice(0, end).join('.')}`;
    if (isSaid(code)) return code;
  }
  return path;
}

/** SE1. A setting may have its own sentence: `problem.setting_missing.<type>.<setting>`. */
function missing({ drawing, step }: Place, field: string): Problem {
  const type = step.definition?.type ?? '';
  const own = `setting_missing.${type}.${field.replaceAll(/\.\d+(?=\.|$)/g, '')}`;
  const code = isSaid(`problem.${own}`) ? own : 'setting_missing';
  const fix = fillIn(drawing, step, field);
  return onStep(code, step, { setting: settingLabel(type, field) }, { field, fix });
}

function explain(place: Place, issue: Issue, under: readonly PropertyKey[]): Problem[] {
  const { step } = place;
  const path = [...under, ...issue.path];
  const field = dotted(path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => {
      const at = dotted([...path, name]);
      const fix = {
        code: 'fix.remove_setting',
        edit: { do: 'set' as const, step: step.node.id, path: at },
      };
      const code = name === 'tools' ? 'two_tools' : 'setting_unknown';
      return onStep(code, step, { name }, { field: at, fix });
    });
  if (isEmpty(partAt(step.node.settings, field))) return [missing(place, field)];
  if (issue.code === 'invalid_union') return inUnion(place, issue.errors, path);
  const setting = settingLabel(step.definition?.type ?? '', field);
  const fix = toBound(step, issue, field);
  return [onStep(codeOf(issue), step, { setting, ...limitOf(issue) }, { field, fix })];
}

/** A setting with several forms: what lies deepest is what the person meant to write. */
function inUnion(
  place: Place,
  forms: readonly (readonly Issue[])[],
  path: readonly PropertyKey[],
): Problem[] {
  const { step } = place;
  const depth = (form: readonly Issue[]): number => Math.max(0, ...form.map((i) => i.path.length));
  const value = partAt(step.node.settings, dotted(path));
  const deepest = forms.toSorted((a, b) => depth(b) - depth(a))[0] ?? [];
  if (depth(deepest) > 0 && isObject(value))
    return deepest.flatMap((issue) => explain(place, issue, path));
  const plain = forms.map((form) => form[0]).find((i) => i && i.code !== 'invalid_type');
  const issue = plain ?? forms.at(-1)?.[0];
  if (issue) return explain(place, issue, path);
  // There is no form of that name, so nothing in it was looked at.
  const field = dotted(path);
  const setting = settingLabel(step.definition?.type ?? '', field);
  return [onStep('setting_wrong', step, { setting }, { field })];
}

function codeOf(issue: Issue): string {
  if (issue.code === 'too_big')
    return issue.origin === 'array'
      ? 'setting_too_many'
      : issue.origin === 'string'
        ? 'setting_too_long'
        : 'setting_too_large';
  if (issue.code === 'too_small')
    return issue.origin === 'array' ? 'setting_too_few' : 'setting_too_small';
  if (issue.code === 'custom' && issue.message === 'twice') return 'setting_twice';
  if (issue.code === 'custom' && /^(reserved|otherwise)$/.test(issue.message))
    return 'setting_reserved';
  return 'setting_wrong';
}

const limitOf = (issue: Issue): Problem['params'] =>
  issue.code === 'too_big'
    ? { limit: Number(issue.maximum) }
    : issue.code === 'too_small'
      ? { limit: Number(issue.minimum) }
      : {};
