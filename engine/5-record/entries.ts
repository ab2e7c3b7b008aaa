// How events lie in the file: one row for the consecutive events of one run in one commit, because
// a row costs more than the events in it.
// Y1 `heads`, `seals` and `bodies` hold one line per event, in order; JSON text never holds a raw
//    line break or tab, so lines and their parts are found without parsing, byte for byte.
// Y2 `pos` and `seq` are those of the first event; the others follow without gaps.
// Y3 a removed body leaves an empty line; everything else of the event stands.

import { isoOf } from '../base/instant.ts';
import type { Recorded, RunEvent } from '../4-run/events.ts';
import { partsOf, type Sealed } from './chain.ts';

/** The version of the event vocabulary written today. */
export const EVENT_VERSION = 1;

/** A row of the file, with the ids of its run and root. */
export type Entry = {
  pos: number;
  seq: number;
  run: string;
  root: string;
  at: number;
  key: string;
  heads: string;
  seals: string;
  bodies: string;
};

/** One event as it is sealed and stored: `line` is its type, version and head. */
export type EventRow = Sealed & { seal: string; body: string };

/** Type, version and head of an event in one line. */
export const lineOf = (type: string, headText: string): string =>
  `["${type}",${EVENT_VERSION},${headText}]`;

/** The events of an entry. */
export function eventsIn(entry: Entry): EventRow[] {
  const { pos, seq, run, root, at, key } = entry;
  const seals = entry.seals.split('\n');
  const bodies = entry.bodies.split('\n');
  return entry.heads.split('\n').map((line, i) => {
    const [sum = '', seal = ''] = (seals[i] ?? '').split(' ');
    const body = bodies[i] ?? '';
    return { pos: pos + i, seq: seq + i, run, root, at, key, line, sum, seal, body };
  });
}

/** Type, version and head of a stored event. */
export function headOf(row: EventRow): RunEvent & { v: number } {
  const [type, v, head] = JSON.parse(row.line) as [string, number, unknown];
  return { type, v, head } as RunEvent & { v: number };
}

/** The event a row holds. */
export function eventOf(row: EventRow): Recorded {
  const { pos, seq, run, root } = row;
  const { type, v, head } = headOf(row);
  const { payload: text } = partsOf(row.body);
  const payload = text === '' ? undefined : (JSON.parse(text) as unknown);
  const at = isoOf(row.at);
  return { pos, seq, run, root, at, v, type, head, payload } as Recorded;
}

/** The bodies of an entry without that of its `i`-th event. */
export const withoutBody = (bodies: string, i: number): string =>
  bodies
    .split('\n')
    .map((body, k) => (k === i ? '' : body))
    .join('\n');
