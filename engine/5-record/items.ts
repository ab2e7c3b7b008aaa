// The rows of for-each: what each item is and what came of it, so that a machine's context stays
// small.
// I1 opening a for-each again (the next round of a loop) starts its rows anew.
// I2 a run that ended keeps none: the values stand in the events of its children.

import type { Commit, Journal } from '../4-run/ports.ts';
import type { Db } from './sqlite.ts';

export type Items = ReturnType<typeof itemRows>;

/** Prepares the statements over items. */
export function itemRows(db: Db) {
  const item = db.prepare<
    [string, string, number],
    { item: string; result: string | null; status: string }
  >('SELECT item, result, status FROM items WHERE run = ? AND each = ? AND number = ?');
  const results = db.prepare<[string, string], { result: string | null }>(
    'SELECT result FROM items WHERE run = ? AND each = ? ORDER BY number',
  );
  const newItem = db.prepare('INSERT OR REPLACE INTO items VALUES(?, ?, ?, ?, ?, ?)');
  const changeItem = db.prepare(
    `UPDATE items SET status = ?, result = coalesce(?, result)
     WHERE run = ? AND each = ? AND number = ?`,
  );
  const dropEach = db.prepare('DELETE FROM items WHERE run = ? AND each = ?');
  const dropItems = db.prepare('DELETE FROM items WHERE run = ?');
  return {
    get: (run: string, each: string, index: number): ReturnType<Journal['item']> =>
      item.get(run, each, index),
    /** Results in item order, null where there is none yet. */
    results: (run: string, each: string): (string | null)[] =>
      results.all(run, each).map((row) => row.result),
    drop: (run: string): void => void dropItems.run(run),
    write: (items: Commit['items']): void => {
      for (const i of items) {
        if (i.item === undefined) {
          changeItem.run(i.status, i.result ?? null, i.run, i.each, i.index);
          continue;
        }
        if (i.index === 0) dropEach.run(i.run, i.each);
        newItem.run(i.run, i.each, i.index, i.status, i.item, i.result ?? null);
      }
    },
  };
}
