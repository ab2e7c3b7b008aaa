// The text of an event, free of what no store and no reader can hold.
// F1 lone surrogates become U+FFFD, in keys and values; what is returned is what was stored.

import type { RunEvent } from '../4-run/events.ts';

type Text = { head: unknown; payload: unknown; headText: string; payloadText: string };

/** An event's head and payload, well-formed, with their JSON text; no payload is an empty text. */
export function textOf({ head, payload }: RunEvent): Text {
  const text = jsonOf(head, payload);
  const isIll = text.headText.includes(ILL) || text.payloadText.includes(ILL);
  return isIll ? jsonOf(cleaned(head), cleaned(payload)) : text;
}
/** How JSON writes a lone surrogate; a text that says just this is cleaned for nothing. */
const ILL = '\\ud';

const jsonOf = (head: unknown, payload: unknown): Text => ({
  head,
  payload,
  headText: JSON.stringify(head),
  payloadText: payload === undefined ? '' : JSON.stringify(payload),
});

function cleaned<T>(x: T): T {
  if (typeof x === 'string') return x.toWellFormed() as T;
  if (Array.isArray(x)) return x.map(cleaned) as T;
  if (typeof x !== 'object' || x === null) return x;
  return Object.fromEntries(
    Object.entries(x).map(([k, y]) => [k.toWellFormed(), cleaned(y) as unknown]),
  ) as T;
}
