// Watches every commit and keeps its own account of it. It shares no code with the fold, the
// ledger or the door: what they say is held against what it counts.
// WI1 legal changes: an effect, a card and a run each go only where they may, once closed nowhere.
// WI2 money is counted twice: Σ usage of events + Σ reservations held = the ledger, never over cap.
// WI3 nothing starts in a paused run but what was stepped, nothing at all in one that is over.
// WI4 a grant opens one effect with exactly the arguments that were agreed to.

import type { Folder } from '../../engine/1-document/schema.ts';
import type { Admission, Grant, Recorded } from '../../engine/4-run/events.ts';
import type { Commit, EffectRow, LedgerRow } from '../../engine/4-run/ports.ts';
import type { Usage } from '../../engine/node.ts';
import { nanoOfUsd } from '../../engine/budgets/money.ts';

type SeenRun = {
  id: string;
  root: string;
  parent: string | undefined;
  folder: Folder | undefined;
  isPaused: boolean;
  stepped: string;
  isOver: boolean;
  caps: Record<string, number>;
  spent: Usage;
};
type SeenEffect = {
  run: SeenRun;
  node: string;
  visit: number;
  kind: EffectRow['kind'];
  effectClass: string;
  row: EffectRow;
  /** Reserved for the attempt in flight: nano-dollars, tokens, and the day it was taken on. */
  held?: { nano: number; day: string } | undefined;
  /** Times a person said that it shall be done once more. */
  again: number;
};
type SeenCard = { state: 'open' | 'closed'; effect: string; kind: string; to: string; run: string };

export type Witness = {
  runs: Map<string, SeenRun>;
  effects: Map<string, SeenEffect>;
  cards: Map<string, SeenCard>;
  events: { run: string; seq: number; type: string }[];
  /** Nano-dollars settled and reserved, by day of the reservation. */
  days: Map<string, number>;
  grants: Map<string, Grant & { usedBy?: string }>;
};

export const createWitness = (): Witness => ({
  runs: new Map(),
  effects: new Map(),
  cards: new Map(),
  events: [],
  days: new Map(),
  grants: new Map(),
});

/** What does not hold; the message says what was seen. */
export class Broken extends Error {}

export function holds(condition: unknown, message: () => string): asserts condition {
  if (!condition) throw new Broken(message());
}

const NONE: Usage = {
  costNano: 0,
  modelCalls: 0,
  toolCalls: 0,
  tokens: 0,
  attempts: 0,
  workMs: 0,
};
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
export function witness(
  w: Witness,
  work: Commit,
  made: Recorded[],
  folders: { byRun: (event: Recorded) => Folder | undefined; dayNano: number },
): void {
  for (const row of work.effects) noteRow(w, row);
  for (const event of made) {
    w.events.push({ run: event.run, seq: event.seq, type: event.type });
    note(w, event, folders);
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
}

function noteRow(w: Witness, row: EffectRow): void {
  const before = w.effects.get(row.id)?.row.status;
  if (before === undefined || before === row.status) return;
  holds(NEXT[before]?.includes(row.status), () => `${row.id}: ${before} became ${row.status}`);
}

type Folders = Parameters<typeof witness>[3];
const AFTER_THE_END = ['effect.dropped', 'value.removed', 'note.added'];

function note(w: Witness, e: Recorded, folders: Folders): void {
  if (e.type === 'run.started') return begin(w, e, folders);
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
    case 'limit.extended': {
      const root = w.runs.get(run.root) as SeenRun;
      const before = root.caps[e.head.counter] ?? 0;
      holds(e.head.cap >= before, () => `${e.head.counter} of ${e.run} was lowered`);
      root.caps[e.head.counter] = e.head.cap;
      return;
    }
    case 'child.started':
      return mayGo(w, run, e.head.effect, 'a child');
    default:
      noteEffect(w, run, e, folders);
  }
}

function begin(w: Witness, e: Recorded & { type: 'run.started' }, folders: Folders): void {
  holds(!w.runs.has(e.run), () => `${e.run} started twice`);
  const above = e.head.parent === undefined ? undefined : w.runs.get(e.head.parent);
  const folder = folders.byRun(e);
  const { costUsd = 0, minutes = 0, onLimit: _on, ...counts } = folder?.workflow.budget ?? {};
  w.runs.set(e.run, {
    id: e.run,
    root: e.root,
    parent: e.head.parent,
    folder,
    isPaused: above?.isPaused ?? false,
    stepped: '',
    isOver: false,
    caps: {
      ...(counts as Record<string, number>),
      costUsd: nanoOfUsd(costUsd),
      minutes: minutes * 60_000,
      day: folders.dayNano,
    },
    spent: NONE,
  });
}

function end(w: Witness, run: SeenRun): void {
  run.isOver = true;
  for (const [id, card] of w.cards)
    holds(card.run !== run.id || card.state !== 'open', () => `${id} is open, its run has ended`);
  for (const [id, effect] of w.effects)
    holds(effect.run !== run || !effect.held, () => `${id} holds money, its run has ended`);
}

/** Nothing goes ahead in a paused run but the one effect that was stepped (WI3). */
function mayGo(w: Witness, run: SeenRun, effect: string, what: string): void {
  const root = w.runs.get(run.root) as SeenRun;
  const isPaused = run.isPaused || root.isPaused;
  holds(!isPaused || run.stepped === effect, () => `${what} of ${effect} in a paused run`);
}

function noteEffect(w: Witness, run: SeenRun, e: Recorded, folders: Folders): void {
  switch (e.type) {
    case 'effect.opened': {
      const { effect: id, node, visit, kind, effectClass } = e.head;
      holds(!w.effects.has(id), () => `${id} was opened twice`);
      const row = { status: 'open' } as EffectRow;
      w.effects.set(id, { run, node, visit, kind, effectClass, row, again: 0 });
      if (e.head.admission) admitted(w, id, e.head.admission, e.at, folders);
      return;
    }
    case 'effect.admitted':
      return admitted(w, e.head.effect, e.head.admission, e.at, folders);
    case 'attempt.ended':
      return spend(w, run, e.head.effect, e.head.usage);
    case 'effect.settled': {
      const effect = w.effects.get(e.head.effect);
      const isOwn = effect?.kind === 'compute' || effect?.kind === 'each';
      if (isOwn && e.head.status !== 'cancelled') mayGo(w, run, e.head.effect, 'computing');
      return spend(w, run, e.head.effect, e.head.usage);
    }
    case 'card.opened':
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
    w.cards.set(id, { state: 'open', effect, kind, to, run: run.id });
    return;
  }
  holds(card?.state === 'open', () => `${e.type} of ${id}, which is not open`);
  if (e.type === 'card.handed') {
    card.to = e.head.to;
    return;
  }
  card.state = 'closed';
  if (e.type !== 'card.answered') return;
  const effect = w.effects.get(card.effect);
  if (effect && card.kind === 'unknown' && e.head.choice === 'again') effect.again += 1;
  for (const grant of e.head.grants) {
    holds(!w.grants.has(grant.id), () => `grant ${grant.id} was given twice`);
    w.grants.set(grant.id, grant);
  }
}

function admitted(w: Witness, id: string, a: Admission, at: string, { dayNano }: Folders): void {
  if (a.decision !== 'start') return;
  const effect = w.effects.get(id);
  holds(effect, () => `${id} was admitted and never opened`);
  const { run } = effect;
  holds(!run.isOver && !w.runs.get(run.root)?.isOver, () => `${id} starts after the end`);
  holds(!effect.held, () => `${id} starts while it is in flight`);
  mayGo(w, run, id, 'a start');
  mayStart(w, id, effect, a);
  const day = at.slice(0, 10);
  const nano = a.reservedNano ?? 0;
  effect.held = { nano, day };
  const total = (w.days.get(day) ?? 0) + nano;
  w.days.set(day, total);
  const cap = Math.max(w.runs.get(run.root)?.caps['day'] ?? 0, dayNano);
  holds(nano === 0 || total <= cap, () => `the day ${day} comes to ${total} of ${cap}: ${id}`);
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
  holds(
    grant.step === effect.node && grant.visit === effect.visit && grant.argsHash === a.argsHash,
    () => `${id} starts by a grant for something else`,
  );
  grant.usedBy = id;
}

function spend(w: Witness, run: SeenRun, id: string, usage: Usage): void {
  const effect = w.effects.get(id);
  const root = w.runs.get(run.root) as SeenRun;
  const sum = { ...root.spent };
  for (const key of Object.keys(sum) as (keyof Usage)[]) sum[key] += usage[key];
  root.spent = sum;
  if (!effect?.held) return;
  const { day, nano } = effect.held;
  w.days.set(day, (w.days.get(day) ?? 0) + usage.costNano - nano);
  effect.held = undefined;
}

/** The ledger against what was counted here (WI2). */
function balance(w: Witness, ledger: LedgerRow): void {
  const root = w.runs.get(ledger.root);
  if (!root) return;
  const flying = [...w.effects.values()].filter((e) => e.run.root === root.id && e.held);
  const held = flying.reduce((sum, e) => sum + (e.held?.nano ?? 0), 0);
  const models = flying.filter((e) => e.kind === 'model').length;
  const { spent, caps } = root;
  const counted = [
    ['settled cost', spent.costNano, ledger.costNano],
    ['reserved', held, ledger.reservedNano],
    ['tokens', spent.tokens, ledger.tokens],
    ['attempts', spent.attempts + flying.length, ledger.attempts],
    ['model calls', spent.modelCalls + models, ledger.modelCalls],
    ['tool calls', spent.toolCalls + flying.length - models, ledger.toolCalls],
    ['work', spent.workMs, ledger.workMs],
  ] as const;
  for (const [what, own, theirs] of counted)
    holds(own === theirs, () => `${root.id} ${what}: events say ${own}, the ledger ${theirs}`);
  const used: Record<string, number> = {
    costUsd: ledger.costNano + ledger.reservedNano,
    modelCalls: ledger.modelCalls,
    toolCalls: ledger.toolCalls,
    tokens: ledger.tokens + ledger.reservedTokens,
    attempts: ledger.attempts,
  };
  for (const [counter, n] of Object.entries(used))
    holds(n <= (caps[counter] ?? 0), () => `${root.id} ${counter}: ${n} of ${caps[counter]}`);
}
