// "Exactly this will happen": the covered calls as a card shows them, with what is being changed.
// EX1 drawn from the canonical arguments of the card; what is not known yet says so.
// EX2 a change shows beside what it replaces. The engine plans the calls anew from the changed
//     values; here an argument follows a field only where both have the same id and the same value.

import { isObject, type Json, type JsonObject } from '../../engine/base/value.ts';
import type { Field } from '../../engine/base/kinds.ts';
import type { CardView } from '../../engine/4-run/view.ts';
import type { Names } from '../canvas/step-facts.ts';
import { t } from '../words.ts';
import { single } from './calls.ts';
import { valueWords } from './value-words.ts';

export type Line = {
  id: string;
  label: string;
  value: Json;
  field: Field | undefined;
  known: boolean;
  labels: string[];
  /** The changed value, where this argument follows a field that was changed. */
  changed?: Json;
  /** What somebody agreed to before, where the door asks because it is something else now. */
  before?: Json;
  /** The field a person may change here in place. */
  editable: Field | undefined;
};
export type Deed = { key: string; title: string; effect: string; lines: Line[] };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The door asks again: the facts of its card are what was agreed to before. */
export const isAskedAnew = ({ kind, body }: CardView): boolean =>
  kind === 'approval' && body.detail?.code === 'why.changed_since_approval';

/** The covered calls in order, with `changes` by field id in them (EX1, EX2). */
export function deedsOf(card: CardView, changes: JsonObject = {}): Deed[] {
  const now: JsonObject = { ...card.proposal, ...changes };
  const agreed = new Map(isAskedAnew(card) ? card.body.facts.map((f) => [f.label, f.value]) : []);
  return single(card).map((cover, i) => ({
    key: `${i} ${cover.step}`,
    title: cover.toolTitle,
    effect: cover.effect,
    lines: cover.args.map((arg) => {
      const follows = card.body.fields.find(
        ({ field, value }) => field.id === arg.id && same(value, arg.value),
      );
      const to = follows && Object.hasOwn(now, arg.id) ? now[arg.id] : undefined;
      const isChanged = to !== undefined && !same(to, arg.value);
      const before = agreed.get(arg.label);
      return {
        id: arg.id,
        label: arg.label,
        value: arg.value,
        known: arg.known,
        field: arg.field,
        labels: arg.labels,
        editable: follows?.field,
        ...(isChanged ? { changed: to } : {}),
        ...(before === undefined ? {} : { before }),
      };
    }),
  }));
}

/** Fields a person may change that no line of a deed shows. */
export function otherFields(card: CardView): CardView['body']['fields'] {
  const shown = new Set(
    deedsOf(card).flatMap(({ lines }) => lines.flatMap(({ editable }) => editable?.id ?? [])),
  );
  return card.body.fields.filter(({ field }) => !shown.has(field.id));
}

/** The person a line names, by id, by name or by mail address. */
export function personIn(value: Json, names: Names): string | undefined {
  if (typeof value !== 'string') return undefined;
  const found = [...names.people.values()].find((one) => one.mail === value || one.name === value);
  return names.people.get(value)?.name ?? found?.name;
}

/** A line's value in words; a person's id is said by name. */
export const lineWords = (value: Json, field: Field | undefined, names: Names): string =>
  personIn(value, names) ?? valueWords(value, field);

/** The question of a card that moves money: how much, and to whom. Undefined for all others. */
export function payQuestion(
  card: CardView,
  names: Names,
  changes?: JsonObject,
): string | undefined {
  const spends = deedsOf(card, changes).filter(({ effect }) => effect === 'spend');
  const [deed] = spends;
  if (!deed || spends.length !== 1) return undefined;
  const amount = deed.lines.find(({ field, known }) => field?.kind === 'money' && known);
  if (!amount) return undefined;
  const words = valueWords(amount.changed ?? amount.value, amount.field);
  const who = deed.lines.map(({ value }) => personIn(value, names)).find(Boolean);
  return who ? t('card.pay.to', { amount: words, who }) : t('card.pay', { amount: words });
}

/** True when something a fact tells stands in a deed already, word for word. */
export function isTold(card: CardView, fact: Json): boolean {
  return (
    !isObject(fact) &&
    card.body.covers.some(({ args }) => args.some((arg) => arg.known && same(arg.value, fact)))
  );
}
