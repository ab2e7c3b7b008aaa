// The rows of for-each: what each item is and what came of it, so that a machine's context stays
// small.
// I1 opening a for-each again (the next round of a loop) starts its rows anew.
// I2 a run that ended keeps none: the values stand in the events of its children.

import type { Commit, Journal } from '../4-run/ports.ts';
import type { Db } from './sqlite.ts';

export type Items = ReturnType<typeof itemRows>;

/** Items read at once, and lists of which some are kept: a few megabytes at most. */
const AHEAD = 32;
const LISTS = 64;

/** Prepares the statements over items. */
export function itemRows(db: Db) {
  const some = db.prepare<[string, string, number], { item: string }>(
    `SELECT item FROM items WHERE run = ? AND each = ? AND number >= ? ORDER BY number
     LIMIT ${AHEAD}`,
  );
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
  /** Items that were read before their turn, by run and for-each, which takes them in order. */
  const ahead = new Map<string, { from: number; texts: string[] }>();
  const textOf = (run: string, each: string, index: number): string | undefined => {
    const key = `${run} ${each}`;
    let read = ahead.get(key);
    if (!read || index < read.from || index >= read.from + read.texts.length) {
      if (ahead.size >= LISTS) ahead.clear();
      read = { from: index, texts: some.all(run, each, index).map(({ item }) => item) };
      ahead.set(key, read);
    }
    return read.texts[index - read.from];
  };
  return {
    get: (run: string, each: string, index: number): ReturnType<Journal['item']> => {
      const item = textOf(run, each, index);
      return item === undefined ? undefined : { item };
    },
    /** Results in item order, null where there is none yet. */
    results: (run: string, each: string): (string | null)[] =>
      results.all(run, each).map((row) => row.result),
    drop: (run: string): void => {
      ahead.clear();
      dropItems.run(run);
    },
    write: (items: Commit['items']): void => {
      if (items.some(({ item }) => item !== undefined)) ahead.clear();
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
