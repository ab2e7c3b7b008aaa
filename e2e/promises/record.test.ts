// What stands in the record after real runs of the samples: of everything that was done, why it was
// allowed, by whom, with what, and what came of it; and any later change of it is noticed.

import Database from 'better-sqlite3';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Recorded } from '../../engine/4-run/events.ts';
import { journalOn } from '../../engine/5-record/journal.ts';
import { seeded } from '../kit/seeded.ts';
import { agree, begin, openHouse } from './house.ts';

const CHANGES = 400;
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-told-'));
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

type Of<T extends Recorded['type']> = Extract<Recorded, { type: T }>;
const isOf =
  <T extends Recorded['type']>(type: T) =>
  (event: Recorded): event is Of<T> =>
    event.type === type;

/** Says of every call what the record does not tell about it. */
function untold(events: Recorded[]): string[] {
  const settled = new Map(events.filter(isOf('effect.settled')).map((e) => [e.head.effect, e]));
  const grants = events
    .filter(isOf('card.answered'))
    .flatMap((e) => (e.head.grants ?? []).map(({ id }) => [id, e.head.by] as const));
  const given = new Map(grants);
  return events.filter(isOf('effect.opened')).flatMap((opened) => {
    const { effect, kind, admission } = opened.head;
    const end = settled.get(effect);
    const missing = [
      opened.payload?.input === undefined && 'what it was given',
      end === undefined && 'what came of it',
      end && end.payload?.value === undefined && !end.head.failure && 'its value',
      end && end.head.usage === undefined && 'what it cost',
    ];
    if (kind === 'tool' || kind === 'model') {
      const grant = admission?.grant;
      const by = grant === undefined ? undefined : given.get(grant);
      missing.push(
        admission === undefined && 'why it was allowed',
        admission?.why === undefined && 'the rule or reason',
        grant !== undefined && !by && 'who agreed',
      );
    }
    return missing
      .filter((one) => one !== false && one !== undefined)
      .map((m) => `${effect}: ${m}`);
  });
}

const COLUMNS = ['heads', 'seals', 'bodies'] as const;
type Row = Record<(typeof COLUMNS)[number], string> & { pos: number; run: number; seq: number };

test('the record tells of every action why it happened and what came of it, and no change of it goes unnoticed', async () => {
  const app = openHouse(dir);
  const runs = [
    await begin(app, 'expense-approval', { amount: 320 }),
    await begin(app, 'expense-approval', { amount: 1800 }),
    await begin(app, 'mail-to-crm'),
  ];
  for (const run of runs) {
    expect(await agree(app, run)).toBe('done');
    const events = app.engine.events(run, 0, 100_000);
    expect(untold(events)).toEqual([]);
    expect(events.filter(isOf('effect.opened')).length).toBeGreaterThan(2);
  }
  const agreed = app.engine.events(runs[1] ?? '', 0, 10_000).filter(isOf('effect.opened'));
  expect(agreed.some(({ head }) => head.admission?.grant !== undefined)).toBe(true);
  await app.close();

  const { files } = app.workspace;
  const db = new Database(files.database);
  db.exec('DROP TRIGGER entries_stay; DROP TRIGGER entries_hold; DROP INDEX entries_run');
  db.exec('CREATE INDEX entries_run ON entries(run, seq)');
  const journal = journalOn(db, files, 'plain');
  expect(journal.verify().ok).toBe(true);
  const rows = db.prepare<[], Row>('SELECT pos, run, seq, heads, seals, bodies FROM entries').all();
  const random = seeded(8);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const missed: string[] = [];
  const CHANGE: Record<string, (row: Row) => void> = {
    'a changed sign': (row) => {
      const column = pick(COLUMNS);
      const at = Math.floor(random() * row[column].length);
      const other = row[column][at] === 'x' ? 'y' : 'x';
      const text = row[column].slice(0, at) + other + row[column].slice(at + 1);
      db.prepare(`UPDATE entries SET ${column} = ? WHERE pos = ?`).run(text, row.pos);
    },
    'a row taken away': ({ pos }) => void db.prepare('DELETE FROM entries WHERE pos = ?').run(pos),
    'a cut tail': ({ run, seq }) =>
      void db.prepare('DELETE FROM entries WHERE run = ? AND seq >= ?').run(run, seq),
    'a row put in twice': ({ pos }) =>
      void db
        .prepare(
          `INSERT INTO entries SELECT (SELECT max(pos) FROM entries) + 100, run,
           seq + 100, root, at, key, heads, seals, bodies FROM entries WHERE pos = ?`,
        )
        .run(pos),
    'two rows exchanged': (row) => {
      const other = pick(rows.filter(({ pos, heads }) => pos !== row.pos && heads !== row.heads));
      const set = db.prepare('UPDATE entries SET heads = ?, seals = ?, bodies = ? WHERE pos = ?');
      set.run(other.heads, other.seals, other.bodies, row.pos);
      set.run(row.heads, row.seals, row.bodies, other.pos);
    },
  };
  for (let n = 0; n < CHANGES; n++) {
    const [what, change] = pick(Object.entries(CHANGE));
    const row = pick(rows);
    db.exec('BEGIN');
    try {
      change(row);
      const { ok, runs: found } = journal.verify();
      if (ok || !found.some((one) => !one.ok)) missed.push(`${what} at ${row.pos}`);
    } finally {
      db.exec('ROLLBACK');
    }
  }
  expect(missed).toEqual([]);
  expect(journal.verify().ok).toBe(true);
  journal.close();
}, 120_000);
