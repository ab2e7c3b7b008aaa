// The second witness: heads of runs in a file beside the database, so that a cut tail is noticed.
// N1 a head is anchored after its commit is durable, so an anchor is never ahead of the journal.
// N2 at rest (ended, waiting, paused) a run is anchored within `restMs`; a working one within
//    LIMITS.anchorMs or LIMITS.anchorEvents, whichever comes first. One fsync serves all runs due.
// N3 a torn last line, as a crash leaves it, is no anchor; every whole line is.

import fs from 'node:fs';
import { LIMITS } from '../base/limits.ts';

export type Anchor = { run: string; seq: number; pos: number; key: string; seal: string };

/** How long runs at rest may share one fsync. */
const REST_MS = 25;
/**
 * The file is rewritten with the last anchor of each run when it is larger than this at opening.
 */
const REWRITE_BYTES = 4 * 1024 * 1024;

/** All anchors of a file, oldest first; none when there is no file. */
export function readAnchors(file: string): Anchor[] {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  return text
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => {
      const [run, seq, pos, key, seal] = line.split('\t');
      if (!run || !seq || !pos || !key || !seal) return [];
      return [{ run, seq: Number(seq), pos: Number(pos), key, seal }];
    });
}

const lineOf = (a: Anchor): string => `${a.run}\t${a.seq}\t${a.pos}\t${a.key}\t${a.seal}\n`;

export type Anchors = {
  /** The last position anchored when the file was opened. */
  lastPos: number;
  /** Notes that a run has `events` new events; `isResting` when it will not move by itself. */
  touch: (head: Anchor, events: number, isResting: boolean) => void;
  /** Writes every head that is not anchored yet. Throws what the file system throws. */
  flush: () => void;
  close: () => void;
};

/** Opens the anchor file for appending. */
export function openAnchors(file: string): Anchors {
  rewriteIfLarge(file);
  dropTornLine(file);
  const fd = fs.openSync(file, 'a');
  const due = new Map<string, { head: Anchor; events: number }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firesAt = Infinity;
  let isClosed = false;

  const flush = (): void => {
    clearTimeout(timer);
    firesAt = Infinity;
    if (due.size === 0) return;
    const heads = Array.from(due.values(), ({ head }) => head);
    // By position: what a crash tears off is then what `lastPos` has not reached.
    heads.sort((a, b) => a.pos - b.pos);
    fs.writeSync(fd, heads.map(lineOf).join(''));
    fs.fsyncSync(fd);
    due.clear();
  };
  /** A full disk must not end the engine: the heads stay due and are tried again. */
  const tryFlush = (): void => {
    try {
      flush();
    } catch {
      arm(LIMITS.anchorMs);
    }
  };
  const arm = (ms: number): void => {
    const at = Date.now() + ms;
    if (at >= firesAt) return;
    clearTimeout(timer);
    firesAt = at;
    timer = setTimeout(tryFlush, ms);
    timer.unref();
  };
  return {
    lastPos: readAnchors(file).reduce((last, anchor) => Math.max(last, anchor.pos), 0),
    touch: (head, events, isResting) => {
      const count = (due.get(head.run)?.events ?? 0) + events;
      due.set(head.run, { head, events: count });
      if (count >= LIMITS.anchorEvents) tryFlush();
      else if (isResting) arm(REST_MS);
      else if (firesAt === Infinity) arm(LIMITS.anchorMs);
    },
    flush,
    close: () => {
      if (isClosed) return;
      isClosed = true;
      tryFlush();
      clearTimeout(timer);
      fs.closeSync(fd);
    },
  };
}

function rewriteIfLarge(file: string): void {
  if (!fs.existsSync(file) || fs.statSync(file).size <= REWRITE_BYTES) return;
  const last = new Map(readAnchors(file).map((a) => [a.run, a]));
  const fresh = `${file}.new`;
  const fd = fs.openSync(fresh, 'w');
  fs.writeSync(fd, [...last.values()].map(lineOf).join(''));
  fs.fsyncSync(fd);
  fs.closeSync(fd);
  fs.renameSync(fresh, file);
}

/** A line torn by a crash is taken away, so that the next one stands alone (N3). */
function dropTornLine(file: string): void {
  if (!fs.existsSync(file)) return;
  const text = fs.readFileSync(file);
  const whole = text.lastIndexOf(10) + 1;
  if (whole < text.length) fs.truncateSync(file, whole);
}
