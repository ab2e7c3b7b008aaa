// What could fill an empty setting: the value of the form or of an earlier step that fits it best.
// OF1 only what the step can see is offered, what is surely there before what may be missing.
// OF2 the nearest step comes first; of the form what is called the same comes before the rest.

import { freshId } from '../base/ids.ts';
import type { Field, Kind } from '../base/kinds.ts';
import type { Json } from '../base/value.ts';
import type { Edit } from '../1-document/change.ts';
import type { Problem } from '../1-document/schema.ts';
import { FITS } from './fits.ts';
import { includes, type Drawing, type Step } from './step.ts';
import { find } from './visible.ts';

/** A value that fits: its path, its own name, and the name of the step that gives it, if any. */
export type Offered = { path: string; what: string; other: string | undefined; sure: boolean };

/** What is wanted: a kind of value, and what it is called where that may help. */
export type Wanted = { kind: Kind; id?: string; label?: string };

type Fix = { code: string; edit: Edit; params: Problem['params'] };

const alike = (a: string | undefined, b: string): boolean =>
  a !== undefined && a.trim().toLowerCase() === b.trim().toLowerCase();

/** How well a field answers what is wanted; 0 = not at all. */
function fit({ kind, id, label }: Wanted, field: Field): number {
  if (!(FITS[kind] ?? new Set([kind])).has(field.kind)) return 0;
  if (alike(id, field.id) || alike(label, field.label)) return 3;
  // A mail address or a list is rarely anything else; a text may be about anything.
  return kind === field.kind && (kind === 'mail' || kind === 'list' || kind === 'file') ? 2 : 0;
}

/** Steps of the rooms around that come before, nearest first (OF2). */
function earlier(step: Step): Step[] {
  const found: Step[] = [];
  for (let at: Step | undefined = step; at; at = at.room.of) {
    const own = at;
    found.push(...(at.room.order ?? []).filter((one) => includes(own.before, one)).toReversed());
  }
  return found;
}

const fieldsOf = ({ output, card }: Step): Field[] =>
  (output && 'fields' in output ? output.fields : undefined) ?? card?.result ?? [];

/** The best value for what is wanted, if there is one (OF1, OF2). */
function offerFor(drawing: Drawing, step: Step, wanted: Wanted): Offered | undefined {
  const { input } = drawing.folder.workflow;
  const all = [
    ...input.map((field) => ({ field, path: `input.${field.id}`, other: undefined })),
    ...earlier(step).flatMap((other) =>
      fieldsOf(other).map((field) => {
        return { field, path: `steps.${other.node.id}.value.${field.id}`, other: other.node.name };
      }),
    ),
  ];
  const rated = all.flatMap(({ field, path, other }) => {
    const points = fit(wanted, field);
    const found = points > 0 ? find(drawing, { step, afterRound: false }, path) : undefined;
    return found?.ok ? [{ path, what: field.label, other, sure: found.sure, points }] : [];
  });
  const best = rated.toSorted((a, b) => b.points - a.points || Number(b.sure) - Number(a.sure))[0];
  return best && { path: best.path, what: best.what, other: best.other, sure: best.sure };
}

/** The fix that takes such a value; an address nobody gives yet can be asked for in the form. */
export function fixByOffer(
  drawing: Drawing,
  step: Step,
  field: string,
  wanted: Wanted,
): Fix | undefined {
  const offered = offerFor(drawing, step, wanted);
  const set = (value: Json): Edit => ({ do: 'set', step: step.node.id, path: field, value });
  if (offered) {
    const { path, what, other = '', sure } = offered;
    const value: Json = sure ? { '@ref': path } : { '@ref': path, else: '' };
    const code = other ? 'fix.take_from_step' : 'fix.take_from_form';
    return { code, edit: set(value), params: { fixWhat: what, fixFrom: other } };
  }
  if (wanted.kind !== 'mail' || wanted.label === undefined) return undefined;
  const { input } = drawing.folder.workflow;
  const id = freshId(wanted.label, new Set(input.map((one) => one.id)), 'mail');
  const asked: Field = { id, label: wanted.label, kind: 'mail', required: true };
  const edit: Edit = {
    do: 'set_workflow',
    field: 'input',
    value: [...input, asked] as unknown as Json,
  };
  return { code: 'fix.ask_in_form', edit, params: { fixWhat: wanted.label } };
}
