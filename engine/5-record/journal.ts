// The journal: everything above behind the one port the runner knows, and the read-only one beside
// it.
// J1 one writer: whoever opens a journal holds the engine's lock (lock.ts); readers may be many.
// J2 reading never changes anything but disposable keyframes.
// J3 damage is found wherever it is met, not only at opening: every part is guarded.

import { assert } from '../base/assert.ts';
import { LIMITS } from '../base/limits.ts';
import { RefusedError } from '../base/refused.ts';
import type { EffectRow, Journal, RunRow } from '../4-run/ports.ts';
import type { Said } from '../node.ts';
import { openAnchors } from './anchor.ts';
import { attemptReader } from './attempts.ts';
import { blobStore } from './blobs.ts';
import type { SealKey } from './chain.ts';
import { committer, type Writer } from './commit.ts';
import { removal } from './forget.ts';
import { itemRows } from './items.ts';
import { closedEffects } from './past-effects.ts';
import { eventOf } from './entries.ts';
import { eventReader } from './event-reader.ts';
import { guarded, refusalOf } from './guarded.ts';
import { notesOf } from './notes.ts';
import { type Tail, runRows } from './run-rows.ts';
import { retirement } from './retire.ts';
import { runWriter } from './run-writer.ts';
import { saltSource } from './salt.ts';
import { JOURNAL } from './schema.ts';
import { sideTables } from './side-tables.ts';
import { type Db, openDatabase, openDatabaseReadOnly } from './sqlite.ts';
import { type Verified, verify } from './verify.ts';
import { views } from './views.ts';

/** Where a workspace's record lies: the database and, beside it, its anchors. */
export type RecordFiles = { database: string; anchors: string };

type Writing = 'commit' | 'putBlob' | 'saveFolder' | 'anchorNow' | 'tidy';
/** What a command may ask while another engine writes. */
export type JournalReader = Omit<Journal, Writing> & {
  verify: (run?: string) => Verified;
  /** The answer that was given to the key of a command. */
  answerTo: (key: string) => { of: string; answer: string } | undefined;
};
export type JournalWriter = Journal &
  JournalReader & { keepAnswer: (key: string, of: string, answer: string) => void };
type Opened<T> = { ok: true; journal: T } | { ok: false; wrong: Said };

/** How often the trickle of keyframes takes a turn, while some are missing. */
const CATCH_UP_MS = 100;
/**
 * It lets a burst of work pass, and then rests so many times as long as it worked, so that runs
 * keep most of a busy thread.
 */
const MOST_WAITS = 10;
const REST_SHARE = 4;
const KEYFRAME = LIMITS.keyframeEvery;

/** Opens the journal for the engine; `key: 'none'` is for scratch journals that prove nothing. */
export function openJournal(files: RecordFiles, key: SealKey = 'plain'): Opened<JournalWriter> {
  const opened = openDatabase(files.database, JOURNAL);
  return opened.ok ? over(opened.db, files, (db) => journalOn(db, files, key)) : opened;
}

/** A journal over an open database, guarded (J3); one that cannot be set up is closed again. */
function over<T extends JournalReader & Record<string, (...args: never[]) => unknown>>(
  db: Db,
  { database }: RecordFiles,
  make: (db: Db) => T,
): Opened<T> {
  try {
    const journal = make(db);
    return { ok: true, journal: guarded(journal, database, () => isDamaged(journal)) };
  } catch (error) {
    db.close();
    const refusal = refusalOf(error, database);
    if (refusal instanceof RefusedError) return { ok: false, wrong: refusal.wrong };
    throw error;
  }
}

/** True for a record that does not verify, or cannot even be verified. */
function isDamaged({ verify: look }: Pick<JournalReader, 'verify'>): boolean {
  try {
    return !look().ok;
  } catch {
    return true;
  }
}

/** The journal over a database that is open already; closing the journal closes it. */
export function journalOn(db: Db, files: RecordFiles, key: SealKey): JournalWriter {
  const parts = partsOf(db, files, false);
  const { events, side, notes, items, blobs } = parts;
  const rows = runWriter(db, events, parts.rows);
  const writer: Writer = {
    db,
    key,
    salt: saltSource(),
    rows,
    side,
    notes,
    items,
    blobs,
    removal: removal(db, events, rows, side, blobs),
    tails: new Map(),
    ledgers: new Map(),
    folders: new Map(),
    pos: events.lastPos(),
  };
  const anchors = openAnchors(files.anchors);
  // What a crash kept from being anchored is anchored now.
  for (const run of key === 'none' ? [] : parts.rows.after(anchors.lastPos)) {
    const last = events.lastOf(run);
    if (last) anchors.touch({ run, seq: last.seq, pos: last.pos, key, seal: last.seal }, 1, true);
  }
  const trickle = keyframeTrickle(parts.view.catchUp);
  const write = committer(writer);
  const reading = readingOf(parts);
  const commit: Journal['commit'] = (work, at) => {
    const { events: made, touched } = write(work, at);
    for (const { tail, events: count } of touched) {
      if (count === 0) continue;
      const { id: run, seq, pos, seal } = tail;
      if (key !== 'none') anchors.touch({ run, seq, pos, key, seal }, count, isResting(tail));
      if (tail.status === 'active') trickle.count(tail.root, count);
      else trickle.forget(tail.id);
    }
    for (const e of made) {
      if (e.type === 'value.removed') forgetFully(db, parts.view, e.root);
      else if (e.type === 'run.retired') parts.view.forget(e.root);
    }
    return made;
  };
  return {
    ...reading,
    commit,
    tidy: retirement(db, events, commit),
    effects: (run, open) => {
      const tail = open ? writer.tails.get(run) : undefined;
      return tail ? [...tail.open.values()] : reading.effects(run, open);
    },
    ledger: (root) => writer.ledgers.get(root) ?? reading.ledger(root),
    folder: (hash) => writer.folders.get(hash) ?? reading.folder(hash),
    saveFolder: (hash, text) => void writer.folders.set(hash, text),
    putBlob: blobs.put,
    keepAnswer: parts.notes.keepAnswer,
    anchorNow: anchors.flush,
    close: () => {
      anchors.close();
      trickle.stop();
      reading.close();
    },
  };
}

/** Opens the journal for reading while another engine may be writing it. */
export function openReadOnly(files: RecordFiles): Opened<JournalReader> {
  const opened = openDatabaseReadOnly(files.database, JOURNAL);
  if (!opened.ok) return opened;
  return over(opened.db, files, (db) => readingOf(partsOf(db, files, true)));
}

function partsOf(db: Db, files: RecordFiles, isReadOnly: boolean) {
  const events = eventReader(db);
  const rows = runRows(db, events);
  const blobs = blobStore(db);
  const look = (run?: string): Verified =>
    verify({ events, allRuns: rows.all, blob: blobs.get, anchorFile: files.anchors }, run);
  const isSound = (run: string): boolean => !isDamaged({ verify: () => look(run) });
  return {
    db,
    files,
    events,
    rows,
    view: views(db, events, rows, { isReadOnly, isSound }),
    look,
    side: sideTables(db),
    notes: notesOf(db),
    items: itemRows(db),
    blobs,
    attempts: attemptReader(db),
  };
}

function readingOf(parts: ReturnType<typeof partsOf>) {
  const { db, events, rows, side, notes, items, blobs, view } = parts;
  const all = Number.MAX_SAFE_INTEGER;
  return {
    run: (id: string): RunRow | undefined => rows.get(id),
    activeRuns: rows.active,
    children: rows.children,
    effects: (run: string, open: boolean): EffectRow[] =>
      open ? rows.open(run) : [...closedEffects(events.ofRun(run, 1, all)), ...rows.open(run)],
    effect: (id: string): EffectRow | undefined => {
      const run = runOf(id);
      return (
        rows.open(run).find((row) => row.id === id) ??
        closedEffects(events.ofRun(run, 1, all)).find((row) => row.id === id)
      );
    },
    ledger: rows.ledger,
    dayUse: side.dayUse,
    note: notes.note,
    answerTo: notes.answerTo,
    machine: side.machine,
    folder: side.folder,
    eventsOf: (run: string, fromSeq = 1, toSeq = all) =>
      events.ofRun(run, fromSeq, toSeq).map(eventOf),
    eventsAfter: (pos: number, root?: string, limit = all) =>
      (root === undefined ? events.after(pos, limit) : events.ofRoot(root, pos, limit)).map(
        eventOf,
      ),
    attemptsSince: parts.attempts,
    card: side.card,
    openCards: side.openCards,
    closedCards: side.closedCards,
    item: items.get,
    itemResults: items.results,
    blob: blobs.get,
    lastPos: events.lastPos,
    runs: view.list,
    view: view.at,
    verify: parts.look,
    close: () => void db.close(),
  };
}

/** Nothing of this run is in work: it ended, or waits for a person, a time, a child or a resume. */
function isResting({ status, control, open }: Tail): boolean {
  if (status !== 'active') return true;
  for (const row of open.values()) {
    const isOther = row.kind === 'card' || row.kind === 'timer' || row.kind === 'child';
    if (isOther || row.status === 'held' || row.status === 'unknown') continue;
    if (control === 'run' || row.status === 'started') return false;
  }
  return true;
}

/** Makes keyframes a little at a time, so that nothing waits for them. */
function keyframeTrickle(catchUp: (root: string) => boolean) {
  const counts = new Map<string, number>();
  const behind = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;
  let waited = 0;
  const turn = (): void => {
    timer = undefined;
    const [root] = behind;
    if (root === undefined) return;
    if (isBusy && waited < MOST_WAITS) {
      waited += 1;
      return arm();
    }
    const began = performance.now();
    if (!catchUp(root)) behind.delete(root);
    if (behind.size === 0) waited = 0;
    arm((performance.now() - began) * REST_SHARE);
  };
  const arm = (restMs = 0): void => {
    if (timer || behind.size === 0) return;
    isBusy = false;
    timer = setTimeout(turn, Math.max(CATCH_UP_MS, restMs));
    timer.unref();
  };
  return {
    count: (root: string, events: number): void => {
      isBusy = true;
      const count = (counts.get(root) ?? 0) + events;
      counts.set(root, count % KEYFRAME);
      if (count < KEYFRAME) return;
      behind.add(root);
      arm();
    },
    /** An ended run needs no counting any more; what is behind is still made up. */
    forget: (root: string): void => void counts.delete(root),
    stop: (): void => clearTimeout(timer),
  };
}

/** What was removed must not be read back from the log of the database either. */
function forgetFully(db: Db, view: { forget: (root: string) => void }, root: string): void {
  view.forget(root);
  db.pragma('wal_checkpoint(TRUNCATE)');
}

const runOf = (effect: string): string => {
  const parts = effect.split(':');
  assert(parts.length > 2, `${effect} is no effect id`);
  return parts.slice(0, -2).join(':');
};
