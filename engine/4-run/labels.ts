// Where a step's answer came from, told by the engine and never by the step alone.
// L1 a model's answer carries everything its prompt carried, and `model`.
// L2 a tool's result carries what its card says of its source and everything its arguments carried.
// L3 what a person confirmed carries `approved:<card>`; what a person typed carries `user`. What a
//    person only left as it stood in the form of a question still comes from where it came.
// L4 a step that decides carries what it looked at, whether or not it hands that on.
// L5 what went wrong is told in words of where it went wrong, and these may be a stranger's.

import { conditionsIn } from '../1-document/references.ts';
import {
  allLabels,
  isObject,
  joinLabels,
  labelsAt,
  type Json,
  type JsonObject,
  type Labels,
} from '../base/value.ts';
import type { Failure, StepResult } from '../node.ts';
import { isUntrusted, sourceLabels } from '../policy/source.ts';
import type { LiveEffect } from './live.ts';
import { asked } from './steering.ts';

/** The labels of an effect's value. */
export function labelsOf(effect: LiveEffect, result: StepResult): Labels {
  const own = 'labels' in result ? result.labels : undefined;
  const from = allLabels(effect.input.settings.labels);
  switch (effect.row.kind) {
    case 'model':
      return joinLabels({ '': [...from, 'model'] }, own ?? {});
    case 'tool':
      return joinLabels({ '': [...from, ...sourceOf(effect)] }, own ?? {});
    case 'card':
      return own ?? { '': [`approved:${effect.openCard ?? effect.row.id}`] };
    case 'compute':
      return withLooks(effect, own ?? whole(from));
    default:
      return own ?? whole(from);
  }
}

const whole = (labels: string[]): Labels => (labels.length ? { '': labels } : {});

const sourceOf = ({ card }: LiveEffect): string[] => (card ? sourceLabels(card) : ['tool']);

/** L4: what the conditions of a step looked at, which its settings only name. */
function withLooks(effect: LiveEffect, labels: Labels): Labels {
  if (!decides(effect.raw)) return labels;
  const seen = asked(effect.raw, effect.input.scope);
  return seen.length ? joinLabels(labels, { '': seen }) : labels;
}

const known = new WeakMap<JsonObject, boolean>();

/** Settings stand in the plan and keep their identity, so they are read only once. */
function decides(raw: JsonObject): boolean {
  let is = known.get(raw);
  if (is === undefined) known.set(raw, (is = conditionsIn(raw).length > 0));
  return is;
}

/** The labels of what a person sent off: what they changed is theirs, the rest is where it was. */
export function labelsOfAnswer(effect: LiveEffect, value: JsonObject): Labels {
  const { v, labels } = effect.input.settings;
  const fields = isObject(v) && Array.isArray(v['fields']) ? v['fields'] : [];
  const kept = fields.map((one, i): Labels => {
    const { id, proposal } = proposalOf(one);
    const isKept = id !== undefined && proposal !== null && same(value[id], proposal);
    return isKept ? { [id]: [...labelsAt(labels, `fields.${i}.value`), 'user'].sort() } : {};
  });
  return joinLabels({ '': ['user'] }, ...kept);
}

function proposalOf(one: Json): { id?: string; proposal: Json } {
  const field = isObject(one) ? one['field'] : undefined;
  const id = isObject(field) && typeof field['id'] === 'string' ? { id: field['id'] } : {};
  return { ...id, proposal: (isObject(one) ? one['value'] : undefined) ?? null };
}

const same = (a: Json | undefined, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A failure with where its words came from, where that matters (L5). */
export function toldFrom(effect: LiveEffect, failure: Failure): Failure {
  const from = allLabels(labelsOf(effect, { failure }));
  const all = [...new Set([...from, ...(failure.from ?? [])])].sort();
  return isUntrusted(all) ? { ...failure, from: all } : failure;
}
