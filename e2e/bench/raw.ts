// The physical limit beside everything else: one small insert per FULL transaction, nothing more.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Transactions per second with one fsync each, over `n` inserts. */
export function rawRate(n = 3000): number {
  const dir = mkdtempSync(join(tmpdir(), 'interlock-raw-'));
  const db = new Database(join(dir, 'raw.db'));
  db.pragma('journal_mode=WAL');
  db.pragma('synchronous=FULL');
  db.exec('CREATE TABLE j(run TEXT, seq INTEGER, body TEXT, PRIMARY KEY(run, seq))');
  const insert = db.prepare('INSERT INTO j VALUES(?, ?, ?)');
  const body = 'x'.repeat(200);
  for (let i = 0; i < 200; i++) insert.run('warm', i, body);
  const began = performance.now();
  for (let i = 0; i < n; i++) insert.run('r', i, body);
  const rate = (n * 1000) / (performance.now() - began);
  db.close();
  rmSync(dir, { recursive: true, force: true });
  return rate;
}
