// The runner's working rows without tables of their own: what the events say about an effect is its
// row; only what they do not say is written, behind the payload of the last event of a commit.
// W1 the open rows of a run are `runs.open` (as of `open_seq`), then each later event, then its
//    line.
// W2 a row is opened by `effect.opened` and closed by `effect.settled` or the `run.event` of a
//    timer.
// W3 the ledger of a root is `runs.ledger` (as of `ledger_pos`), or the newest line after that.

import { assert } from '../base/assert.ts';
import type { RunEvent } from '../4-run/events.ts';
import type { EffectRow, LedgerRow } from '../4-run/ports.ts';

const isClosed = ({ status }: EffectRow): boolean =>
  status === 'done' || status === 'failed' || status === 'cancelled';

/** The open rows of one run by effect id. */
export type Open = Map<string, EffectRow>;

/** The effect an event opens, starts or closes. */
function effectOf(event: RunEvent): string | undefined {
  switch (event.type) {
    case 'effect.opened':
    case 'effect.admitted':
    case 'effect.settled':
      return event.head.effect;
    case 'run.event':
      return event.head.ref;
    default:
      return undefined;
  }
}

const closes = (event: RunEvent): boolean =>
  event.type === 'effect.settled' || event.type === 'run.event';

type RowChange = [
  id: string,
  status: EffectRow['status'],
  attempt: number,
  dueAt: number | null,
  startedAt: number | null,
  work: string,
];
/** What a line holds: rows (an id alone is closed) and the root's ledger. */
export type Line = { rows?: (string | RowChange)[]; ledger?: LedgerRow };

const COUNTERS = [
  ...(['root', 'costNano', 'reservedNano', 'modelCalls', 'toolCalls', 'tokens'] as const),
  ...(['reservedTokens', 'attempts', 'workMs', 'extended', 'parts'] as const),
];
/** A ledger as it was written, by whatever version: the first knew no parts. */
export const ledgerOf = (stored: object): LedgerRow => {
  const { parts, ...rest } = stored as LedgerRow;
  return { ...rest, parts: parts ?? '' };
};
/** Do two ledgers say the same? */
export const isSameLedger = (a: LedgerRow, b: LedgerRow | undefined): boolean =>
  b !== undefined && COUNTERS.every((key) => a[key] === b[key]);

/** A line as text, empty for none, and back. A ledger is written as its values in order. */
export function lineText({ rows, ledger }: Line): string {
  if (!rows && !ledger) return '';
  return JSON.stringify({ rows, ledger: ledger && COUNTERS.map((key) => ledger[key]) });
}
export function lineIn(text: string): Line {
  if (text === '') return {};
  const { rows, ledger } = JSON.parse(text) as { rows?: Line['rows']; ledger?: unknown[] };
  const line: Line = {};
  if (rows) line.rows = rows;
  if (ledger)
    line.ledger = ledgerOf(Object.fromEntries(COUNTERS.map((key, i) => [key, ledger[i]])));
  return line;
}

/** Is this row what the last event about it, and nothing else, makes of it? */
function isSaid(row: EffectRow, event: RunEvent, had: EffectRow | undefined, at: number): boolean {
  if (event.type === 'effect.opened') {
    const isStarted = event.head.admission?.decision === 'start';
    return (
      row.work === NO_WORK &&
      row.status === (isStarted ? 'started' : 'open') &&
      row.attempt === (isStarted ? 1 : 0) &&
      row.startedAt === (isStarted ? at : null) &&
      row.dueAt === (isStarted ? null : (event.head.dueAt ?? null))
    );
  }
  return (
    event.type === 'effect.admitted' &&
    had !== undefined &&
    row.status === 'started' &&
    row.work === had.work &&
    row.attempt === had.attempt + 1 &&
    row.startedAt === at &&
    row.dueAt === null
  );
}
const NO_WORK = '{}';

/** What rows say beyond the events of their commit; undefined when that is nothing. */
export function rowsBeyond(
  rows: readonly EffectRow[],
  events: readonly RunEvent[],
  open: Open,
  at: number,
): Line['rows'] {
  const said = new Map<string, RunEvent>();
  const openedNow = new Set<string>();
  for (const event of events) {
    const id = effectOf(event);
    if (id !== undefined) said.set(id, event);
    if (event.type === 'effect.opened') openedNow.add(event.head.effect);
  }
  let beyond: Line['rows'];
  for (const row of rows) {
    const event = said.get(row.id);
    const had = open.get(row.id);
    if (isClosed(row)) {
      if ((had || event) && !(event && closes(event))) (beyond ??= []).push(row.id);
      continue;
    }
    assert(had || openedNow.has(row.id), `effect ${row.id} was never opened by an event`);
    if (event && isSaid(row, event, had, at)) continue;
    const { id, status, attempt, dueAt, startedAt, work } = row;
    (beyond ??= []).push([id, status, attempt, dueAt, startedAt, work]);
  }
  return beyond;
}

/** The open rows as a commit leaves them: changed in place, and given back. */
export function changeOpen(
  open: Open,
  events: readonly RunEvent[],
  rows: readonly EffectRow[],
): Open {
  for (const event of events) {
    const id = effectOf(event);
    if (id !== undefined && closes(event)) open.delete(id);
  }
  for (const row of rows) {
    if (isClosed(row)) open.delete(row.id);
    else open.set(row.id, row);
  }
  return open;
}

type Where = { run: string; root: string; at: number };

/** Applies one stored event and its line to the open rows of its run (W1). */
export function applyEvent(open: Open, event: RunEvent, line: string, where: Where): void {
  const id = effectOf(event);
  if (event.type === 'effect.opened') open.set(event.head.effect, opened(event.head, where));
  else if (event.type === 'effect.admitted') start(open, event.head.effect, where.at);
  else if (id !== undefined) open.delete(id);
  for (const change of lineIn(line).rows ?? []) {
    if (typeof change === 'string') {
      open.delete(change);
      continue;
    }
    const [of, status, attempt, dueAt, startedAt, work] = change;
    const had = open.get(of);
    if (had) open.set(of, { ...had, status, attempt, dueAt, startedAt, work });
  }
}

function opened(head: Extract<RunEvent, { type: 'effect.opened' }>['head'], w: Where): EffectRow {
  const { effect: id, step, node, visit, kind, ref, typeName, dueAt = null, admission } = head;
  const isStarted = admission?.decision === 'start';
  return {
    id,
    run: w.run,
    root: w.root,
    ref,
    step,
    node,
    visit,
    kind,
    typeName,
    status: isStarted ? 'started' : 'open',
    attempt: isStarted ? 1 : 0,
    dueAt: isStarted ? null : dueAt,
    openedAt: w.at,
    startedAt: isStarted ? w.at : null,
    work: NO_WORK,
  };
}

function start(open: Open, id: string, at: number): void {
  const had = open.get(id);
  if (had)
    open.set(id, {
      ...had,
      status: 'started',
      attempt: had.attempt + 1,
      startedAt: at,
      dueAt: null,
    });
}

/** All open rows of a run, as one text and back. */
export const packOpen = (open: ReadonlyMap<string, EffectRow>): string =>
  JSON.stringify([...open.values()]);
export const unpackOpen = (text: string): Open =>
  new Map((JSON.parse(text) as EffectRow[]).map((row) => [row.id, row]));
