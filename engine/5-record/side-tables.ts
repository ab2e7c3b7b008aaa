// The working tables beside the events: days, cards, machines, folders.
// All are changed in the same transaction as the events that explain them.

import type { Commit } from '../4-run/ports.ts';
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
     ON CONFLICT(id) DO UPDATE SET
     state = excluded.state, asked = excluded.asked, view = excluded.view`,
  );
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
    machine: (hash: string): string | undefined => machine.get(hash)?.config,
    folder: (hash: string): string | undefined => folder.get(hash)?.folder,
    addFolder: (hash: string, text: string): void => void addFolder.run(hash, text),
    putCard: (view: CardView, run: string, root: string): void =>
      void putCard.run(view.id, run, root, view.state, view.to, JSON.stringify(view)),
    /** Has a commit anything for these tables? */
    hasWork: (work: Commit): boolean =>
      work.machines.length + work.cards.length > 0 || (work.daySpent ?? []).length > 0,
    /** Writes everything of a commit for these tables. */
    write: (work: Commit): void => {
      for (const m of work.machines) addMachine.run(m.hash, m.config);
      for (const c of work.cards)
        putCard.run(c.id, c.run, c.root, c.state, c.to, JSON.stringify(c.view));
      for (const d of work.daySpent ?? []) addDay.run(d.day, d.nano);
    },
  };
}
