// What rules may look at of one call, worked out of the call itself: where its arguments came from,
// the money it moves, the hour it is made at. The door asks this before a call, and whoever tries
// rules on past runs asks the same.
// FA1 pure; the instant and the time zone are handed in.
// FA2 an argument that stands nowhere in a step's settings may come from anything in them.

import { isObject, labelsAt, type JsonObject, type Value } from '../base/value.ts';
import type { AuthorityCard } from '../node.ts';
import type { RuleFacts } from './rules.ts';

/** Labels by argument (FA2); `settings` are the resolved settings of the step that calls. */
export function argLabels(args: JsonObject, { v, labels }: Value): Record<string, string[]> {
  const given = isObject(v) && isObject(v['args']) ? v['args'] : {};
  const of = (id: string): string =>
    Object.hasOwn(given, id) && given[id] !== null ? `args.${id}` : '';
  return Object.fromEntries(Object.keys(args).map((id) => [id, labelsAt(labels, of(id))]));
}

/** The money a call moves, where its card says which argument holds it. */
export function amountOf(
  { amountArg }: Pick<AuthorityCard, 'amountArg'>,
  args: JsonObject,
): { amount?: number } {
  const amount = amountArg === undefined ? undefined : args[amountArg];
  return typeof amount === 'number' ? { amount } : {};
}

type Time = Pick<RuleFacts, 'hour' | 'weekday'>;
const times = new Map<string, { quarter: number; time: Time }>();

/** Hour and weekday in a time zone; worked out once per quarter of an hour. */
export function localTime(timeZone: string, at: number): Time {
  const quarter = Math.floor(at / 900_000);
  const known = times.get(timeZone);
  if (known?.quarter === quarter) return known.time;
  const options = { hour: '2-digit', weekday: 'long', hour12: false, timeZone } as const;
  const parts = new Intl.DateTimeFormat('en-GB', options).formatToParts(at);
  const part = (type: string): string => parts.find((p) => p.type === type)?.value ?? '';
  const time = { hour: Number(part('hour')) % 24, weekday: part('weekday').toLowerCase() };
  times.set(timeZone, { quarter, time });
  return time;
}
