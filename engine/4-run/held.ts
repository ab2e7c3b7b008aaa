// Runs that could not be taken up: nothing of them moves, a sentence says why, and they can still
// be stopped.
// HE1 a held run is paused in the record with the reason; every start tries it again.
// HE2 a held run is stopped without its machine: what may have been under way is unknown.

import { emptyLedger } from '../budgets/ledger.ts';
import type { Receipt, RunEvent } from './events.ts';
import { receiptIn } from './inventory.ts';
import { emptyCommit, type Commit, type RunRow } from './ports.ts';
import type { Runner } from './runner.ts';
import { said, usageOf } from './turn.ts';

type Written = { row: RunRow; events: RunEvent[] }[];

/** Writes events of runs that are not in work; throws what the journal throws. */
function write(runner: Runner, written: Written, cards: Commit['cards'] = []): void {
  const { journal, clock } = runner.deps;
  const runs = written.map(({ row, events }) => ({ ...row, seq: row.seq + events.length }));
  const all = written.flatMap(({ row: { id: run, root }, events }) =>
    events.map((event) => ({ run, root, event })),
  );
  const made = journal.commit({ ...emptyCommit(), cards, runs, events: all }, clock.now());
  for (const listen of runner.listeners) listen(made);
}

/** Holds a family of runs: the reason stands in the record, and nothing of it moves (HE1). */
export function holdFamily(runner: Runner, root: string, rows: RunRow[], error: Error): void {
  const why = said('why.cannot_recover', { reason: error.message.slice(0, 200) });
  runner.held.set(root, why);
  const event: RunEvent = { type: 'run.paused', head: { by: '', why }, payload: undefined };
  const moving = rows.filter(({ control }) => control === 'run');
  try {
    if (moving.length)
      write(
        runner,
        moving.map((row) => ({ row: { ...row, control: 'paused' as const }, events: [event] })),
      );
  } catch {
    return; // it is held all the same; the next start says so in the record
  }
}

/** Stops a held family for good (HE2). Throws what the journal throws. */
export function stopHeld(runner: Runner, root: string, by: string): Receipt {
  const { journal, clock } = runner.deps;
  const rows = journal.activeRuns().filter((row) => row.root === root);
  const view = journal.view(root);
  const asSeen: Receipt = view
    ? receiptIn({ view, folder: undefined })
    : { done: [], notDone: [], unknown: [], waiting: [] };
  const { notDone, unknown, ...rest } = asSeen;
  const receipt: Receipt = { ...rest, notDone: [], unknown: [...unknown, ...notDone] };
  const ended: RunEvent = {
    type: 'run.ended',
    head: { status: 'stopped', usage: usageOf(journal.ledger(root) ?? emptyLedger(root)) },
    payload: undefined,
  };
  const why = said('why.stopped_by', { by });
  const stopped: RunEvent = { type: 'run.stopped', head: { by, why, receipt }, payload: undefined };
  const open = journal.openCards().filter(({ run }) => rows.some(({ id }) => id === run));
  const written = rows.map((row) => ({
    row: { ...row, status: 'stopped' as const, endedAt: clock.now() },
    events: [
      ...(row.id === root ? [stopped] : []),
      ...open.filter(({ run }) => run === row.id).map(({ id }) => withdrawn(id)),
      ended,
    ],
  }));
  const cards = open.map((card) => ({
    id: card.id,
    run: card.run,
    root,
    state: 'withdrawn' as const,
    to: card.to,
    view: { ...card, state: 'withdrawn' as const },
  }));
  write(runner, written, cards);
  runner.held.delete(root);
  return receipt;
}

const withdrawn = (card: string): RunEvent => ({
  type: 'card.withdrawn',
  head: { card, why: { code: 'why.no_longer_needed' } },
  payload: undefined,
});
