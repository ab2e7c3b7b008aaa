// The runner's rows of work without a table of their own: what the events say about an effect is its
// row; only what they do not say is written, behind the payload of the run's last event of a commit.
// W1 the open rows of a run are `runs.open` (as of `open_seq`), then each later event, then its line.
// W2 a row is opened by `effect.opened` and closed by `effect.settled` or the `run.event` of a timer.

import { assert } from '../base/assert.ts';
import type { RunEvent } from '../4-run/events.ts';
import type { EffectRow } from '../4-run/ports.ts';

const CLOSED = new Set<EffectRow['status']>(['done', 'failed', 'cancelled']);
export const isClosed = (row: EffectRow): boolean => CLOSED.has(row.status);

/** The open rows of one run by effect id. */
export type Open = Map<string, EffectRow>;
/** Rows as a commit leaves them; null = closed. */
export type Changed = Map<string, EffectRow | null>;

type Where = { run: string; root: string; at: number };
type Look = (id: string) => EffectRow | null | undefined;

/** What an event by itself makes of an effect's row: nothing, closed (null), or the row. */
export function rowAfter(
  event: Pick<RunEvent, 'type' | 'head'>,
  look: Look,
  where: Where,
): { id: string; row: EffectRow | null } | undefined {
  const e = event as RunEvent;
  if (e.type === 'effect.opened') return { id: e.head.effect, row: opened(e.head, where) };
  if (e.type === 'effect.settled') return { id: e.head.effect, row: null };
  if (e.type === 'run.event' && e.head.ref !== undefined) return { id: e.head.ref, row: null };
  if (e.type !== 'effect.admitted') return undefined;
  const had = look(e.head.effect);
  return had ? { id: had.id, row: started(had, where.at) } : undefined;
}

function opened(head: Extract<RunEvent, { type: 'effect.opened' }>['head'], w: Where): EffectRow {
  const { effect: id, step, node, visit, kind, ref, typeName, dueAt = null, admission } = head;
  const row: EffectRow = {
    ...{ id, run: w.run, root: w.root, ref, step, node, visit, kind, typeName, status: 'open' },
    ...{ attempt: 0, dueAt, openedAt: w.at, startedAt: null, work: '{}' },
  };
  return admission?.decision === 'start' ? started(row, w.at) : row;
}

const started = (row: EffectRow, at: number): EffectRow => ({
  ...row,
  status: 'started',
  attempt: row.attempt + 1,
  startedAt: at,
  dueAt: null,
});

type Line = (
  | string
  | [string, EffectRow['status'], number, number | null, number | null, string]
)[];

/** What a commit's rows say beyond its events, as one line; empty when that is nothing. */
export function lineOf(rows: readonly EffectRow[], look: Look): string {
  const line: Line = [];
  for (const row of rows) {
    const known = look(row.id);
    if (isClosed(row)) {
      if (known) line.push(row.id);
      continue;
    }
    assert(known, `effect ${row.id} was never opened by an event`);
    const { id, status, attempt, dueAt, startedAt, work } = row;
    const isSaid =
      known.status === status &&
      known.attempt === attempt &&
      known.dueAt === dueAt &&
      known.startedAt === startedAt &&
      known.work === work;
    if (!isSaid) line.push([id, status, attempt, dueAt, startedAt, work]);
  }
  return line.length === 0 ? '' : JSON.stringify(line);
}

/** Applies one stored event and its line to the open rows of its run (W1). */
export function applyEvent(
  open: Open,
  event: Pick<RunEvent, 'type' | 'head'>,
  line: string,
  where: Where,
): void {
  const after = rowAfter(event, (id) => open.get(id), where);
  if (after?.row) open.set(after.id, after.row);
  else if (after) open.delete(after.id);
  if (line === '') return;
  for (const change of JSON.parse(line) as Line) {
    if (typeof change === 'string') {
      open.delete(change);
      continue;
    }
    const [id, status, attempt, dueAt, startedAt, work] = change;
    const had = open.get(id);
    if (had) open.set(id, { ...had, status, attempt, dueAt, startedAt, work });
  }
}

/** All open rows of a run, as one text and back. */
export const packOpen = (open: ReadonlyMap<string, EffectRow>): string =>
  JSON.stringify([...open.values()]);
export const unpackOpen = (text: string): Open =>
  new Map((JSON.parse(text) as EffectRow[]).map((row) => [row.id, row]));
