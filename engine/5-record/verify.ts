// Checking that the record is the one that was written: every event, every removed value, every
// tail.
// V1 the first event that is not as it was written is named by its number in its run.
// V2 an ended or waiting run is checked to its last event; of a running one the newest events may
//    not be anchored yet, and how many is said.
// V3 a missing body is right exactly when an intact later event says that it was removed.
// V4 of a run that has left the record its last event is checked, and the seal that one names.

import type { Said } from '../node.ts';
import { type Anchor, readAnchors } from './anchor.ts';
import { blobHash, blobsIn } from './blobs.ts';
import { partsOf, sealOf, sumOf } from './chain.ts';
import { type EventRow, headOf } from './entries.ts';
import type { EventReader } from './event-reader.ts';

/** What verifying one run found; `badSeq` names the first bad event. */
export type Verdict = {
  run: string;
  ok: boolean;
  badSeq?: number;
  said: Said;
  notAnchored?: number;
  removed: number;
};
export type Verified = { ok: boolean; runs: Verdict[] };

type Sources = {
  events: Pick<EventReader, 'ofRun'>;
  allRuns: () => string[];
  blob: (hash: string) => string | undefined;
  anchorFile: string;
};

/** Checks one run, or all the journal and the anchors know. */
export function verify(from: Sources, run?: string): Verified {
  const anchors = Map.groupBy(readAnchors(from.anchorFile), (a) => a.run);
  const runs = run === undefined ? [...new Set([...from.allRuns(), ...anchors.keys()])] : [run];
  const verdicts = runs.map((id) => verifyRun(from, id, anchors.get(id) ?? []));
  return { ok: verdicts.every((v) => v.ok), runs: verdicts };
}

function verifyRun(from: Sources, run: string, anchors: Anchor[]): Verdict {
  const rows = from.events.ofRun(run, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  const removed = removedIn(rows);
  const bad = (seq: number, code: string): Verdict => ({
    run,
    ok: false,
    badSeq: seq,
    said: { code, params: { seq } },
    removed: removed.size,
  });
  const gone = retiredIn(rows[0]);
  if (!rows.length) {
    const kept = retiredBelow(from, run);
    if (kept) return retiredVerdict(run, kept, anchors) ?? bad(kept.events, 'verify.rewritten');
  }
  const first = gone ? gone.events + 1 : 1;
  let before = gone?.seal ?? '';
  for (const [i, row] of rows.entries()) {
    const seq = first + i;
    if (row.seq !== seq) return bad(seq, 'verify.missing');
    // A journal that was never sealed proves nothing, and must not pass for one that was.
    if (row.key === 'none') return bad(seq, 'verify.unsealed');
    if (row.run !== run || sealOf(before, row) !== row.seal) return bad(seq, 'verify.changed');
    if (!isBodyIntact(from, row, removed)) return bad(seq, 'verify.changed');
    before = row.seal;
  }
  let checked = 0;
  for (const anchor of anchors.toSorted((a, b) => a.seq - b.seq)) {
    if (gone && anchor.seq < first) {
      if (anchor.seq === gone.events && anchor.seal !== gone.seal)
        return bad(anchor.seq, 'verify.rewritten');
      continue; // of what is gone only the last seal is kept
    }
    const row = rows[anchor.seq - first];
    if (!row) return bad(first + rows.length, 'verify.cut');
    if (row.seal !== anchor.seal || row.pos !== anchor.pos || row.key !== anchor.key)
      return bad(checked + 1, 'verify.rewritten');
    checked = anchor.seq;
  }
  const notAnchored = rows.length - Math.max(0, checked - first + 1);
  if (gone) return retired(run, gone.events);
  return {
    run,
    ok: true,
    removed: removed.size,
    said: saidOf(rows.length, notAnchored, removed.size),
    ...(notAnchored > 0 ? { notAnchored } : {}),
  };
}

/** How a run or one below it ended that has left the record (retire.ts). */
type Gone = { events: number; seal: string };

/** What a run was, if all that is left of it is the event that says so (V4). */
function retiredIn(row: EventRow | undefined): Gone | undefined {
  if (!row?.line.startsWith('["run.retired"')) return undefined;
  const { events, seal } = headOf(row).head as Gone;
  return row.seq === events + 1 ? { events, seal } : undefined;
}

/** The same of a run whose root has left the record, as the root's last event says it. */
function retiredBelow(from: Sources, run: string): Gone | undefined {
  const root = run.split(':')[0] ?? run;
  const [row] = from.events.ofRun(root, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  if (!row || root === run || !retiredIn(row)) return undefined;
  const { runs } = headOf(row).head as { runs: [string, number, string][] };
  const found = runs.find(([id]) => id === run);
  return found && { events: found[1], seal: found[2] };
}

const retired = (run: string, events: number): Verdict => ({
  run,
  ok: true,
  removed: 0,
  said: { code: 'verify.retired', params: { events } },
});

/** Nothing is left of it: its anchors must end where its root says it ended. */
const retiredVerdict = (run: string, { events, seal }: Gone, anchors: Anchor[]) =>
  anchors.some((a) => a.seq > events || (a.seq === events && a.seal !== seal))
    ? undefined
    : retired(run, events);

function saidOf(events: number, notAnchored: number, removed: number): Said {
  if (notAnchored > 0) return { code: 'verify.newer', params: { events, count: notAnchored } };
  if (removed > 0) return { code: 'verify.removed', params: { events, count: removed } };
  return { code: 'verify.ok', params: { events } };
}

/** Numbers of the events whose values were removed, as the events of the run say. */
function removedIn(rows: EventRow[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const row of rows) {
    if (!row.line.startsWith('["value.removed"')) continue;
    try {
      found.set((headOf(row).head as { of: number }).of, row.seq);
    } catch {
      // A line that is no longer JSON is found by its seal.
    }
  }
  return found;
}

function isBodyIntact(from: Sources, row: EventRow, removed: Map<number, number>): boolean {
  if (row.body === '') return row.sum === '' || removed.has(row.seq);
  if (sumOf(row.body) !== row.sum) return false;
  return blobsIn(partsOf(row.body).payload).every((name) => {
    const text = from.blob(name);
    return text !== undefined && blobHash(text) === name;
  });
}
