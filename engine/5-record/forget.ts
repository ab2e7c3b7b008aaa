// Taking a value out of the record for good while the record stays whole.
// G1 only an event `value.removed` does this, in its own commit: who and why stand in the chain.
// G2 removed are the body with its salt, blobs nobody else names, and every copy that was made of
//    it: keyframes, the shown card, the snapshot and open rows of a run that has ended (those of an
//    active run hold what it still needs, and go with its end).
// G3 the file forgets too: `secure_delete` is on from the first row (a page that was split earlier
//    would keep a copy otherwise), and the log is folded in right after the commit.

import type { CardView } from '../4-run/view.ts';
import type { Blobs } from './blobs.ts';
import { headOf, withoutBody } from './entries.ts';
import type { EventReader } from './event-reader.ts';
import type { RunWriter } from './run-writer.ts';
import type { SideTables } from './side-tables.ts';
import type { Db } from './sqlite.ts';

export type Removal = {
  events: EventReader;
  rows: RunWriter;
  side: SideTables;
  blobs: Blobs;
  removeBody: (pos: number) => void;
  dropKeyframes: (root: string) => void;
};

/** Prepares what removing needs. */
export function removal(
  db: Db,
  events: EventReader,
  rows: RunWriter,
  side: SideTables,
  blobs: Blobs,
): Removal {
  const entry = db.prepare<[number], { pos: number; bodies: string }>(
    'SELECT pos, bodies FROM entries WHERE pos <= ? ORDER BY pos DESC LIMIT 1',
  );
  const keep = db.prepare('UPDATE entries SET bodies = ? WHERE pos = ?');
  const frames = db.prepare('DELETE FROM keyframes WHERE root = ?');
  return {
    events,
    rows,
    side,
    blobs,
    removeBody: (pos) => {
      const found = entry.get(pos);
      if (found) keep.run(withoutBody(found.bodies, pos - found.pos), found.pos);
    },
    dropKeyframes: (root) => void frames.run(root),
  };
}

/**
 * Removes the payload of event `seq` of `run` and its copies (G2). Unknown numbers change nothing.
 */
export function removeValue(r: Removal, run: string, seq: number): void {
  const [event] = r.events.ofRun(run, seq, seq);
  const tail = r.rows.tail(run);
  if (!event || !tail) return;
  // The working rows that rode on the body are kept elsewhere first.
  r.rows.keepLedger(event.root);
  if (tail.status === 'active') r.rows.saveOpen(tail, tail.seq, tail.open);
  r.removeBody(event.pos);
  r.blobs.release(event.pos);
  r.dropKeyframes(event.root);
  const { type, head } = headOf(event);
  if (type.startsWith('card.')) forgetCard(r, type, head as { card: string }, run, event.root);
}

function forgetCard(
  r: Removal,
  type: string,
  head: { card: string },
  run: string,
  root: string,
): void {
  const view = r.side.card(head.card);
  if (!view) return;
  const { edit, note, changes, proposal, ...rest } = view;
  const body: CardView['body'] = { title: '', facts: [], fields: [], covers: [] };
  if (type === 'card.opened') r.side.putCard({ ...view, body }, run, root);
  else if (type === 'card.handed')
    r.side.putCard({ ...rest, ...kept({ edit, note, changes }) }, run, root);
  else if (type === 'card.voted') {
    const votes = view.votes?.map(({ note: _note, ...vote }) => vote);
    r.side.putCard({ ...rest, ...kept({ edit, note, changes, votes }) }, run, root);
  } else r.side.putCard({ ...rest, ...kept({ proposal }) }, run, root);
}

const kept = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined)) as Partial<T>;
