// Attempts of the last minutes or hours, read from the newest entry backwards: what rates, breakers
// and fail-over look at after a start.
// AT1 only heads are read, and of those only the lines that speak of an attempt.
// AT2 clocks may have been set back: reading goes on a little past the instant asked for.

import type { Failure } from '../node.ts';
import type { ModelNamed } from '../4-run/events.ts';
import type { PastAttempt, RunRow } from '../4-run/ports.ts';
import type { Db } from './sqlite.ts';

type Row = { at: number; heads: string; mode: RunRow['mode'] };
type Head = {
  ms?: number;
  status?: 'done' | 'failed' | 'cancelled';
  failure?: Failure;
  tool?: string;
  model?: ModelNamed;
  restMs?: number;
  over?: unknown;
};

const SLACK_MS = 60_000;
const ENDS = /^\["(?:attempt\.ended|effect\.settled)"/;

/** Prepares the reader on an open file. */
export function attemptReader(db: Db): (since: number, most: number) => PastAttempt[] {
  const newest = db.prepare<[], Row>(
    `SELECT e.at, e.heads, r.mode FROM entries e JOIN runs r ON r.n = e.run ORDER BY e.pos DESC`,
  );
  return (since, most) => {
    const found: PastAttempt[] = [];
    let read = 0;
    for (const row of newest.iterate()) {
      read += 1;
      if (row.at < since - SLACK_MS || read > most) break; // AT2
      if (row.at < since) continue;
      for (const line of row.heads.split('\n').toReversed()) found.push(...attemptIn(line, row));
    }
    return found.reverse();
  };
}

/** The attempt a line tells of, if it does (AT1). */
function attemptIn(line: string, { at, mode }: Row): PastAttempt[] {
  if (!ENDS.test(line) || !(line.includes('"tool":') || line.includes('"model":'))) return [];
  const [, , head] = JSON.parse(line) as [string, number, Head];
  const { tool, model, ms = 0, status, failure, restMs, over } = head;
  if (tool === undefined && !model) return [];
  return [
    {
      ...(model ? { kind: 'model', of: model.at } : { kind: 'tool', of: tool ?? '' }),
      mode,
      at,
      ms,
      ...(failure ? { failure } : {}),
      ...(status === 'cancelled' ? { wasCancelled: true } : {}),
      ...(restMs === undefined ? {} : { restMs }),
      ...(over !== undefined && model ? { unruly: `${model.name} ${model.at}` } : {}),
    },
  ];
}
