// Watches every commit and keeps its own account of it. It shares no code with the fold, the
// ledger or the door: what they say is held against what it counts.
// WI1 legal changes: an effect, a card and a run each go only where they may, once closed nowhere.
// WI2 money is counted twice: what the book (book.ts) says of a run is what its ledger says.
// WI3 nothing starts in a paused run but what was stepped, nothing at all in one that is over or
//     waits in line.
// WI4 a grant opens one effect, in the place it names, with exactly the arguments agreed to.
// WI6 runs about the same thing are under way one after the other.
// WI5 a card has one outcome, by one person or by as many different ones as it needs.

import type { Folder } from '../../engine/1-document/schema.ts';
import type { Admission, Grant, Recorded } from '../../engine/4-run/events.ts';
import type { Commit, EffectRow, LedgerRow } from '../../engine/4-run/ports.ts';
import type { Usage } from '../../engine/node.ts';
import { accountAt, enter, type Book } from './book.ts';
import { holds } from './holds.ts';
import { readingOf } from './world.ts';

type SeenRun = {
  id: string;
  root: string;
  parent: string | undefined;
  folder: Folder | undefined;
  isPaused: boolean;
  isQueued: boolean;
  /** What it is about, where its workflow says so. */
  overlap: string | undefined;
  stepped: string;
  isOver: boolean;
  workMs: number;
};
type SeenEffect = {
  run: SeenRun;
  node: string;
  step: string;
  visit: number;
  kind: EffectRow['kind'];
  effectClass: string;
  row: EffectRow;
  /** By what it was last let start. */
  admission?: Admission;
  /** Times a person said that it shall be done once more. */
  again: number;
};
type Word = { by: string; choice: string; hash: string };
type SeenCard = {
  state: 'open' | 'closed';
  effect: string;
  kind: string;
  to: string;
  run: string;
  need: number;
  words: Word[];
  /** Readings from outside that stand on it. */
  shown: number[];
};

export type Witness = {
  book: Book;
  runs: Map<string, SeenRun>;
  effects: Map<string, SeenEffect>;
  cards: Map<string, SeenCard>;
  events: { run: string; seq: number; type: string }[];
  /** The card an effect was last held for. */
  behind: Map<string, string>;
  grants: Map<string, Grant & { usedBy?: string }>;
  /** Paths of runs below others, by id. */
  paths: Map<string, string>;
  /** Readings from outside that somebody saw on a card and agreed to. */
  confirmed: Set<number>;
};

export const createWitness = (book: Book): Witness => ({
  book,
  runs: new Map(),
  effects: new Map(),
  cards: new Map(),
  events: [],
  behind: new Map(),
  grants: new Map(),
  paths: new Map(),
  confirmed: new Set(),
});

const CLOSED = ['done', 'failed', 'cancelled'];
/** Where the status of a row may go from one commit to the next (WI1). */
const NEXT: Record<string, string[]> = {
  open: ['held', 'queued', 'started', 'unknown', ...CLOSED],
  held: ['open', 'queued', 'started', 'unknown', ...CLOSED],
  queued: ['open', 'held', 'started', 'unknown', ...CLOSED],
  started: ['open', 'held', 'queued', 'unknown', ...CLOSED],
  unknown: ['open', 'held', 'queued', 'started', ...CLOSED],
};

/** Takes note of one commit; throws Broken when something in it must not be. */
export function witness(w: Witness, work: Commit, made: Recorded[]): void {
  for (const row of work.effects) noteRow(w, row);
  for (const event of made) {
    w.events.push({ run: event.run, seq: event.seq, type: event.type });
    enter(w.book, event);
    note(w, event);
  }
  for (const row of work.effects) {
    const effect = w.effects.get(row.id);
    if (effect) effect.row = { ...row };
    else holds(row.kind === 'timer', () => `row of ${row.id} without an opening`);
  }
  for (const ledger of work.ledgers) balance(w, ledger);
  for (const run of w.runs.values()) {
    const root = w.runs.get(run.root);
    holds(run.isOver || !root?.isOver, () => `${run.id} goes on after its root has ended`);
  }
  apart(w);
}

/** Of runs about the same thing one at most is under way (WI6). */
function apart(w: Witness): void {
  const first = new Map<string, string>();
  for (const { id, overlap, isOver, isQueued } of w.runs.values()) {
    if (overlap === undefined || isOver || isQueued) continue;
    const other = first.get(overlap);
    holds(other === undefined, () => `${id} and ${other} are about the same thing`);
    first.set(overlap, id);
  }
}

function noteRow(w: Witness, row: EffectRow): void {
  const before = w.effects.get(row.id)?.row.status;
  if (before === undefined || before === row.status) return;
  holds(NEXT[before]?.includes(row.status), () => `${row.id}: ${before} became ${row.status}`);
}

const AFTER_THE_END = ['effect.dropped', 'value.removed', 'note.added', 'run.retired'];

function note(w: Witness, e: Recorded): void {
  if (e.type === 'run.started') return begin(w, e);
  const run = w.runs.get(e.run);
  holds(run, () => `${e.type} of ${e.run}, which never started`);
  holds(!run.isOver || AFTER_THE_END.includes(e.type), () => `${e.type} after the end of ${e.run}`);
  switch (e.type) {
    case 'run.paused':
      run.isPaused = true;
      return;
    case 'run.resumed':
      run.isPaused = false;
      run.stepped = '';
      return;
    case 'run.stepped':
      holds(run.isPaused, () => `${e.run} is stepped and not paused`);
      run.stepped = e.head.effect;
      return;
    case 'run.ended':
      return end(w, run);
    case 'run.queued':
      run.isQueued = true;
      return;
    case 'run.unqueued':
      run.isQueued = false;
      return;
    case 'child.started':
      w.paths.set(e.head.child, pathOf(w, run, e.head));
      return mayGo(w, run, e.head.effect, 'a child');
    default:
      noteEffect(w, run, e);
  }
}

/** Where a run below another one stands: the path of the one above, and one hop more. */
function pathOf(
  w: Witness,
  run: SeenRun,
  { effect, index }: { effect: string; index?: number },
): string {
  const { node, visit } = w.effects.get(effect) ?? {};
  return `${w.paths.get(run.id) ?? ''}${node}:${visit}${index === undefined ? '' : `:${index}`}/`;
}

function begin(w: Witness, e: Recorded & { type: 'run.started' }): void {
  holds(!w.runs.has(e.run), () => `${e.run} started twice`);
  const above = e.head.parent === undefined ? undefined : w.runs.get(e.head.parent);
  w.runs.set(e.run, {
    id: e.run,
    root: e.root,
    parent: e.head.parent,
    folder: w.book.folderOf(e.head.workflow),
    isPaused: above?.isPaused ?? false,
    isQueued: false,
    overlap: e.head.overlap,
    stepped: '',
    isOver: false,
    workMs: 0,
  });
}

function end(w: Witness, run: SeenRun): void {
  run.isOver = true;
  for (const [id, card] of w.cards)
    holds(card.run !== run.id || card.state !== 'open', () => `${id} is open, its run has ended`);
  for (const [id, { run: own, held }] of w.book.effects)
    holds(own.id !== run.id || !held, () => `${id} holds money, its run has ended`);
}

/** Nothing goes ahead in a paused run but the one effect that was stepped (WI3). */
function mayGo(w: Witness, run: SeenRun, effect: string, what: string): void {
  const root = w.runs.get(run.root) as SeenRun;
  const isPaused = run.isPaused || root.isPaused || root.isQueued;
  holds(!isPaused || run.stepped === effect, () => `${what} of ${effect} in a paused run`);
}

function noteEffect(w: Witness, run: SeenRun, e: Recorded): void {
  switch (e.type) {
    case 'effect.opened': {
      const { effect: id, node, step, visit, kind, effectClass } = e.head;
      holds(!w.effects.has(id), () => `${id} was opened twice`);
      const row = { status: 'open' } as EffectRow;
      w.effects.set(id, { run, node, step, visit, kind, effectClass, row, again: 0 });
      if (e.head.admission) admitted(w, id, e.head.admission);
      return;
    }
    case 'effect.admitted':
      return admitted(w, e.head.effect, e.head.admission);
    case 'effect.held':
      if (e.head.card !== undefined) w.behind.set(e.head.effect, e.head.card);
      return;
    case 'attempt.ended':
      return worked(w, run, e.head.usage);
    case 'effect.settled': {
      const effect = w.effects.get(e.head.effect);
      const isOwn = effect?.kind === 'compute' || effect?.kind === 'each';
      if (isOwn && e.head.status !== 'cancelled') mayGo(w, run, e.head.effect, 'computing');
      return worked(w, run, e.head.usage);
    }
    case 'card.opened':
    case 'card.voted':
    case 'card.answered':
    case 'card.expired':
    case 'card.withdrawn':
    case 'card.handed':
      return noteCard(w, run, e);
    default: // the other events change nothing that is counted here
  }
}

type CardEvent = Recorded & { type: `card.${string}` };

function noteCard(w: Witness, run: SeenRun, e: CardEvent): void {
  const { card: id } = e.head;
  const card = w.cards.get(id);
  if (e.type === 'card.opened') {
    const { effect, kind, to } = e.head;
    holds(!card, () => `card ${id} was opened twice`);
    const other = [...w.cards].find(([, c]) => c.effect === effect && c.state === 'open');
    holds(!other, () => `${effect} has two open cards`);
    if (kind !== 'unknown') mayGo(w, run, effect, 'a card');
    const need = e.payload?.quorum?.need ?? 1;
    const shown = readingsIn(e.payload);
    w.cards.set(id, { state: 'open', effect, kind, to, run: run.id, need, words: [], shown });
    return;
  }
  holds(card?.state === 'open', () => `${e.type} of ${id}, which is not open`);
  if (e.type === 'card.handed') {
    card.to = e.head.to;
    return;
  }
  if (e.type === 'card.voted') {
    const { by, choice, hash } = e.head;
    card.words = [...card.words.filter((word) => word.by !== by), { by, choice, hash }];
    return;
  }
  card.state = 'closed';
  if (e.type === 'card.answered') outcome(w, card, e);
}

/** Numbers from outside (world.ts) anywhere in what a card shows. */
function readingsIn(shown: unknown): number[] {
  const numbers = JSON.stringify(shown ?? null).match(/\d{7,}/g) ?? [];
  return numbers.flatMap((n) => readingOf(Number(n)) ?? []);
}

/** What an answer settles, and what it opens (WI5). */
function outcome(w: Witness, card: SeenCard, e: CardEvent & { type: 'card.answered' }): void {
  const { card: id, choice, grants } = e.head;
  if (card.need > 1 && choice === 'approve') {
    const last = card.words.at(-1);
    const same = card.words.filter((word) => word.choice === choice && word.hash === last?.hash);
    holds(same.length >= card.need, () => `${id}: ${same.length} of ${card.need} agreed`);
  }
  if (choice === 'approve') for (const reading of card.shown) w.confirmed.add(reading);
  const effect = w.effects.get(card.effect);
  if (effect && card.kind === 'unknown' && choice === 'again') effect.again += 1;
  holds(choice === 'approve' || !grants.length, () => `${id}: ${choice} gave grants`);
  for (const grant of grants) {
    holds(!w.grants.has(grant.id), () => `grant ${grant.id} was given twice`);
    w.grants.set(grant.id, grant);
  }
}

function admitted(w: Witness, id: string, a: Admission): void {
  if (a.decision !== 'start') return;
  const effect = w.effects.get(id);
  holds(effect, () => `${id} was admitted and never opened`);
  const { run } = effect;
  holds(!run.isOver && !w.runs.get(run.root)?.isOver, () => `${id} starts after the end`);
  mayGo(w, run, id, 'a start');
  mayStart(w, id, effect, a);
  effect.admission = a;
}

/** By an agreement, by a rule that allows, or because its class needs neither (WI4). */
function mayStart(w: Witness, id: string, effect: SeenEffect, a: Admission): void {
  const rule = effect.run.folder?.rules.find((one) => one.id === a.rule);
  holds(rule?.then !== 'deny', () => `${id} starts against the rule ${rule?.id}`);
  if (a.grant === undefined) {
    const isFree = ['none', 'read'].includes(effect.effectClass) || rule !== undefined;
    holds(isFree && rule?.then !== 'ask', () => `${id} starts and nobody agreed`);
    return;
  }
  const grant = w.grants.get(a.grant);
  holds(grant, () => `${id} starts by a grant nobody gave`);
  holds(grant.usedBy === undefined || grant.usedBy === id, () => `${grant.id} was used twice`);
  const isStep = grant.step === effect.step || grant.step === effect.node;
  const isHere = (grant.within ?? '') === (w.paths.get(effect.run.id) ?? '');
  holds(
    isStep && isHere && grant.visit === effect.visit && grant.argsHash === a.argsHash,
    () => `${id} starts by a grant for something else: ${JSON.stringify(grant)}`,
  );
  grant.usedBy = id;
}

function worked(w: Witness, run: SeenRun, { workMs }: Usage): void {
  const root = w.runs.get(run.root);
  if (root) root.workMs += workMs;
}

/** The ledger against what was counted here (WI2). */
function balance(w: Witness, ledger: LedgerRow): void {
  const root = w.runs.get(ledger.root);
  if (!root) return;
  const { used, heldNano, heldTokens } = accountAt(w.book, root.id);
  const counted = [
    ['settled cost', used.costUsd, ledger.costNano],
    ['reserved', heldNano, ledger.reservedNano],
    ['tokens', used.tokens, ledger.tokens],
    ['reserved tokens', heldTokens, ledger.reservedTokens],
    ['attempts', used.attempts, ledger.attempts],
    ['model calls', used.modelCalls, ledger.modelCalls],
    ['tool calls', used.toolCalls, ledger.toolCalls],
    ['work', root.workMs, ledger.workMs],
  ] as const;
  for (const [what, own, theirs] of counted)
    holds(own === theirs, () => `${root.id} ${what}: events say ${own}, the ledger ${theirs}`);
}
