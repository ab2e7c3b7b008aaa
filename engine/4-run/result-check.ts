// A tool's answer is looked at before anybody reads it: what looks like success and is none is a
// failure with a name.
// RC1 the checks run in this order; the first that fails names the failure.
// RC2 what the card declares as a result is taken as it is meant: a field called `error`, or a page
//     as a text, is an answer where the card says so.
// RC3 such a failure is never tried again by itself: the call was made, and may have done
//    something.

import { asText } from '../base/binding.ts';
import { compare } from '../base/condition.ts';
import { isObject, partAt, type Json, type JsonObject } from '../base/value.ts';
import type { AuthorityCard, Failure, ToolReply } from '../node.ts';

type Check = (card: AuthorityCard, reply: ToolReply, args: JsonObject, at: number) => Found;
type Found = { code: string; params?: Record<string, string | number> } | undefined;

/** Why the answer of a tool is not believed, if it is not. `at`: when it arrived. */
export function disbelieved(
  card: AuthorityCard,
  reply: ToolReply,
  args: JsonObject,
  at: number,
): Failure | undefined {
  for (const check of CHECKS) {
    const found = check(card, reply, args, at);
    if (!found) continue;
    const { code, params = {} } = found;
    return {
      kind: 'terminal',
      code: `failure.answer_${code}`,
      params: { tool: card.title, ...params },
    };
  }
  return undefined;
}

const short = (v: Json): string => asText(v).toWellFormed().slice(0, 160) || '—';
const isEmpty = (v: Json | undefined): boolean =>
  v === undefined || v === null || v === '' || v === false;

/** A card that expects parts was given none. */
const empty: Check = ({ result }, { value }) => {
  const isNothing = isEmpty(value) || (isObject(value) ? Object.keys(value) : [1]).length === 0;
  return isNothing && result.some(({ required }) => required) ? { code: 'empty' } : undefined;
};

const PAGE = /^\s*(?:<!doctype\s+html|<html[\s>])/i;

/** A page where parts were expected: a sign-in, an outage, a proxy. */
const page: Check = ({ result }, { value }) =>
  result.length > 0 && typeof value === 'string' && PAGE.test(value) ? { code: 'page' } : undefined;

const ERRORS = ['error', 'errors', 'isError'];
const DONE = ['ok', 'success'];

/** An error in the body of an answer that pretends to be one (RC2). */
const errorInside: Check = ({ result }, { value }) => {
  if (!isObject(value)) return undefined;
  const isOwn = (name: string): boolean =>
    Object.hasOwn(value, name) && !result.some(({ id }) => id === name);
  const said = ERRORS.filter(isOwn).find((name) => !isEmpty(value[name]) && !isNone(value[name]));
  const undone = DONE.filter(isOwn).find((name) => value[name] === false);
  if (said === undefined && undone === undefined) return undefined;
  const message = said === undefined ? value['message'] : value[said];
  return { code: 'error', params: { said: short(message ?? null) } };
};
const isNone = (v: Json | undefined): boolean =>
  v === 0 || (typeof v === 'object' && v !== null && Object.keys(v).length === 0);

/** Older than the card allows; one without a time is judged by the step that reads it. */
const stale: Check = (card, { asOf }, _args, at) =>
  isStale(card, asOf, at) ? { code: 'stale' } : undefined;

/** Is something that was true then too old for the card now? */
export const isStale = (
  { freshWithinMs }: AuthorityCard,
  asOf: string | undefined,
  at: number,
): boolean =>
  freshWithinMs !== undefined &&
  asOf !== undefined &&
  !(Math.abs(at - Date.parse(asOf)) <= freshWithinMs);

/**
 * About somebody else than was asked about; a card that names no argument of its own fits nobody.
 */
const otherSubject: Check = ({ subject, args: declared }, { value }, args) => {
  if (!subject) return undefined;
  const asked = args[subject.arg] ?? null;
  if (asked === null && declared.some(({ id }) => id === subject.arg)) return undefined;
  const got = partAt(value, subject.result) ?? null;
  return asked !== null && compare(got, 'is', asked)
    ? undefined
    : { code: 'other_subject', params: { asked: short(asked), got: short(got) } };
};

/** Said to be done, with nothing to show for it. */
const noProof: Check = ({ proof }, { value }) => {
  if (proof === undefined) return undefined;
  const got = partAt(value, proof);
  return isEmpty(got) || isNone(got) ? { code: 'no_proof', params: { field: proof } } : undefined;
};

const CHECKS: Check[] = [page, errorInside, empty, stale, otherSubject, noProof];
