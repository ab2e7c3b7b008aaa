// The working tables beside the events: days, cards, machines, folders.
// All are changed in the same transaction as the events that explain them.

import type { Commit, Day, DayCounts } from '../4-run/ports.ts';
import type { CardView } from '../4-run/view.ts';
import type { Db } from './sqlite.ts';

type DayRow = DayCounts & { nano: number; raised: string };
const NO_COUNTS = { modelCalls: 0, toolCalls: 0, tokens: 0, attempts: 0, workMs: 0, raised: null };
const NO_DAY: DayRow = { ...NO_COUNTS, nano: 0, raised: '{}' };

export type SideTables = ReturnType<typeof sideTables>;

/** Prepares the statements over the working tables. */
export function sideTables(db: Db) {
  const day = db.prepare<[string], DayRow>(
    `SELECT nano, model_calls AS modelCalls, tool_calls AS toolCalls, tokens, attempts,
     work_ms AS workMs, raised FROM days WHERE day = ?`,
  );
  const addDay = db.prepare(
    `INSERT INTO days(day, nano, model_calls, tool_calls, tokens, attempts, work_ms, raised)
     VALUES(@day, @nano, @modelCalls, @toolCalls, @tokens, @attempts, @workMs, coalesce(@raised, '{}'))
     ON CONFLICT(day) DO UPDATE SET nano = nano + excluded.nano,
     model_calls = model_calls + excluded.model_calls,
     tool_calls = tool_calls + excluded.tool_calls,
     tokens = tokens + excluded.tokens, attempts = attempts + excluded.attempts,
     work_ms = work_ms + excluded.work_ms, raised = coalesce(@raised, raised)`,
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
    /** What all runs of a day used; reservations are part of it. */
    dayUse: (name: string): Day => {
      const { nano, raised, ...counts } = day.get(name) ?? NO_DAY;
      return { raised, use: { ...counts, costNano: nano, reservedNano: 0, reservedTokens: 0 } };
    },
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
      for (const d of work.daySpent ?? []) addDay.run({ ...NO_COUNTS, ...d });
    },
  };
}
