// The working tables beside the events: days, cards, items, machines, folders.
// All are changed in the same transaction as the events that explain them.

import type { Commit, Journal } from '../4-run/ports.ts';
import type { CardView } from '../4-run/view.ts';
import type { Db } from './sqlite.ts';

export type SideTables = ReturnType<typeof sideTables>;

/** Prepares the statements over the working tables. */
export function sideTables(db: Db) {
  const day = db.prepare<[string], { nano: number }>('SELECT nano FROM days WHERE day = ?');
  const addDay = db.prepare(
    'INSERT INTO days VALUES(?, ?) ON CONFLICT(day) DO UPDATE SET nano = nano + excluded.nano',
  );
  const card = db.prepare<[string], { view: string }>('SELECT view FROM cards WHERE id = ?');
  const openCards = db.prepare<[], { view: string }>(
    "SELECT view FROM cards WHERE state = 'open' ORDER BY rowid",
  );
  const closedCards = db.prepare<[number], { view: string }>(
    "SELECT view FROM cards WHERE state <> 'open' ORDER BY rowid DESC LIMIT ?",
  );
  const putCard = db.prepare(
    `INSERT INTO cards VALUES(?, ?, ?, ?, ?, ?)
     ON CONFLICT(id) DO UPDATE SET state = excluded.state, asked = excluded.asked, view = excluded.view`,
  );
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
  const dropLater = db.prepare('DELETE FROM items WHERE run = ? AND each = ? AND number > ?');
  const dropItems = db.prepare('DELETE FROM items WHERE run = ?');
  const machine = db.prepare<[string], { config: string }>(
    'SELECT config FROM machines WHERE hash = ?',
  );
  const addMachine = db.prepare('INSERT OR IGNORE INTO machines VALUES(?, ?)');
  const folder = db.prepare<[string], { folder: string }>(
    'SELECT folder FROM folders WHERE hash = ?',
  );
  const addFolder = db.prepare('INSERT OR IGNORE INTO folders VALUES(?, ?)');
  const viewOf = (row: { view: string }): CardView => JSON.parse(row.view) as CardView;

  return {
    daySpent: (name: string): number => day.get(name)?.nano ?? 0,
    card: (id: string): CardView | undefined => {
      const found = card.get(id);
      return found && viewOf(found);
    },
    openCards: (): CardView[] => openCards.all().map(viewOf),
    closedCards: (limit: number): CardView[] => closedCards.all(limit).map(viewOf),
    item: (run: string, each: string, index: number): ReturnType<Journal['item']> =>
      item.get(run, each, index),
    itemResults: (run: string, each: string): (string | null)[] =>
      results.all(run, each).map((row) => row.result),
    machine: (hash: string): string | undefined => machine.get(hash)?.config,
    folder: (hash: string): string | undefined => folder.get(hash)?.folder,
    addFolder: (hash: string, text: string): void => void addFolder.run(hash, text),
    /** A run that ended needs its items no more; their values stand in its children's events. */
    dropItems: (run: string): void => void dropItems.run(run),
    putCard: (view: CardView, run: string, root: string): void =>
      void putCard.run(view.id, run, root, view.state, view.to, JSON.stringify(view)),
    /** Has a commit anything for these tables? */
    hasWork: (work: Commit): boolean =>
      work.machines.length + work.cards.length + work.items.length > 0 ||
      (work.daySpent ?? []).length > 0,
    /** Writes everything of a commit that is not an event, a run or a working row. */
    write: (work: Commit): void => {
      for (const m of work.machines) addMachine.run(m.hash, m.config);
      for (const c of work.cards)
        putCard.run(c.id, c.run, c.root, c.state, c.to, JSON.stringify(c.view));
      for (const i of work.items) {
        if (i.item === undefined)
          changeItem.run(i.status, i.result ?? null, i.run, i.each, i.index);
        else {
          if (i.index === 0) dropLater.run(i.run, i.each, -1);
          newItem.run(i.run, i.each, i.index, i.status, i.item, i.result ?? null);
        }
      }
      for (const d of work.daySpent ?? []) addDay.run(d.day, d.nano);
    },
  };
}
