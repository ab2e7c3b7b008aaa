// The tables of the journal's file, version by version. A version is never changed once released.
// T1 `entries` is the truth (entries.ts says how events lie in it; the view `events` shows them one
//    by one, for whoever opens the file with another program); all else can be made again from it.
// T2 `bodies` is the only part that may ever lose something: payloads, their salts, and the working
//    rows that ride on them. Everything else is sealed by the chain.
// T3 runs are numbered inside the file (`n`), so that entries and their index stay narrow.

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
CREATE TABLE entries(
  pos INTEGER PRIMARY KEY,
  run INTEGER NOT NULL, seq INTEGER NOT NULL, root INTEGER NOT NULL,
  at INTEGER NOT NULL, key TEXT NOT NULL,
  heads TEXT NOT NULL, seals TEXT NOT NULL, bodies TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX entries_run ON entries(run, seq);
CREATE INDEX entries_children ON entries(root) WHERE run <> root;
CREATE TRIGGER entries_stay BEFORE DELETE ON entries
  BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
CREATE TRIGGER entries_hold BEFORE UPDATE OF pos, run, seq, root, at, key, heads, seals ON entries
  BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE VIEW events AS
  SELECT e.pos + j.key AS pos, r.id AS run, e.seq + j.key AS seq, o.id AS root, e.at,
    j.value ->> 0 AS type, j.value ->> 1 AS v, j.value -> 2 AS head
  FROM entries e JOIN runs r ON r.n = e.run JOIN runs o ON o.n = e.root,
    json_each('[' || replace(e.heads, char(10), ',') || ']') j;
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

// Days count more than money; a few notes outlive the engine; answers given to a key are kept; and
// a run may be retired: then, and only then, its events go (retire.ts).
const SECOND = `
ALTER TABLE days ADD COLUMN model_calls INTEGER NOT NULL DEFAULT 0;
ALTER TABLE days ADD COLUMN tool_calls INTEGER NOT NULL DEFAULT 0;
ALTER TABLE days ADD COLUMN tokens INTEGER NOT NULL DEFAULT 0;
ALTER TABLE days ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE days ADD COLUMN work_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE days ADD COLUMN raised TEXT NOT NULL DEFAULT '{}';
ALTER TABLE runs ADD COLUMN retired_at INTEGER;
CREATE INDEX cards_run ON cards(run);
CREATE TABLE notes(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE answers(key TEXT NOT NULL UNIQUE, of TEXT NOT NULL, answer TEXT NOT NULL) STRICT;
DROP TRIGGER entries_stay;
CREATE TRIGGER entries_stay BEFORE DELETE ON entries
  WHEN NOT EXISTS (SELECT 1 FROM runs r JOIN runs o ON o.n = r.root
    WHERE r.n = OLD.run AND o.retired_at IS NOT NULL)
  BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
`;

/** The journal's file: `ILK1` in its header, so that no other program's file is taken for it. */
export const JOURNAL: Schema = { applicationId: 0x494c4b31, versions: [FIRST, SECOND] };
