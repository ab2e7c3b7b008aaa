// The tables of the journal's file, version by version. A version is never changed once released.
// T1 `events` is the truth; all other tables are working copies or can be made again from it.
// T2 `body` is the only part of an event that may ever be removed: salt (22 characters), payload JSON,
//    and, after a line break, the runner's working rows. All other columns are sealed by the chain.
// T3 runs are numbered inside the file (`n`), so that events and their index stay narrow.

import type { Schema } from './sqlite.ts';

const FIRST = `
CREATE TABLE runs(
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  root INTEGER NOT NULL,
  parent TEXT, parent_effect TEXT,
  workflow TEXT NOT NULL, name TEXT NOT NULL, version TEXT NOT NULL, machine TEXT NOT NULL,
  mode TEXT NOT NULL CHECK(mode IN ('practice','real')),
  control TEXT NOT NULL CHECK(control IN ('run','paused')),
  status TEXT NOT NULL CHECK(status IN ('active','done','failed','stopped')),
  started_at INTEGER NOT NULL, ended_at INTEGER,
  snapshot TEXT NOT NULL, snapshot_seq INTEGER NOT NULL,
  open TEXT NOT NULL, open_seq INTEGER NOT NULL,
  ledger TEXT, ledger_pos INTEGER NOT NULL
) STRICT;
CREATE INDEX runs_active ON runs(status) WHERE status = 'active';
CREATE INDEX runs_roots ON runs(workflow) WHERE parent IS NULL;
CREATE INDEX runs_children ON runs(parent) WHERE parent IS NOT NULL;
CREATE TABLE events(
  pos INTEGER PRIMARY KEY,
  run INTEGER NOT NULL, seq INTEGER NOT NULL, root INTEGER NOT NULL,
  at INTEGER NOT NULL, type TEXT NOT NULL, v INTEGER NOT NULL, key TEXT NOT NULL,
  head TEXT NOT NULL, sum TEXT, seal TEXT NOT NULL, body TEXT
) STRICT;
CREATE UNIQUE INDEX events_run ON events(run, seq);
CREATE INDEX events_children ON events(root) WHERE run <> root;
CREATE TRIGGER events_stay BEFORE DELETE ON events
  BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
CREATE TRIGGER events_hold
  BEFORE UPDATE OF pos, run, seq, root, at, type, v, key, head, sum, seal ON events
  BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TABLE days(day TEXT PRIMARY KEY, nano INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE cards(
  id TEXT PRIMARY KEY, run TEXT NOT NULL, root TEXT NOT NULL,
  state TEXT NOT NULL CHECK(state IN ('open','answered','expired','withdrawn')),
  asked TEXT NOT NULL, view TEXT NOT NULL
) STRICT;
CREATE INDEX cards_open ON cards(state) WHERE state = 'open';
CREATE TABLE items(
  run TEXT NOT NULL, each TEXT NOT NULL, number INTEGER NOT NULL,
  status TEXT NOT NULL CHECK(status IN ('open','taken','done','failed')),
  item TEXT NOT NULL, result TEXT,
  PRIMARY KEY(run, each, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE machines(hash TEXT PRIMARY KEY, config TEXT NOT NULL) STRICT;
CREATE TABLE folders(hash TEXT PRIMARY KEY, folder TEXT NOT NULL) STRICT;
CREATE TABLE blobs(hash TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE TABLE blob_uses(hash TEXT NOT NULL, pos INTEGER NOT NULL, PRIMARY KEY(hash, pos))
  STRICT, WITHOUT ROWID;
CREATE TABLE keyframes(root TEXT NOT NULL, pos INTEGER NOT NULL, view TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX keyframes_at ON keyframes(root, pos);
`;

/** The journal's file: `ILK1` in its header, so that no other program's file is taken for it. */
export const JOURNAL: Schema = { applicationId: 0x494c4b31, versions: [FIRST] };
