// What a recorded run was asked and answered, taken out of its events: all that re-deciding needs.
// PS1 only what was recorded; a value that was removed since has no answer here.
// PS2 what a step asked is kept as a hash of the question: the same question has the same answer,
//     and no other question has.
// PS3 values stay as they were stored; large leaves lie beside them, as far as they are not huge.

import { hashOf } from '../base/canonical.ts';
import { isBlobRef, isObject, type Json, type JsonObject, type Value } from '../base/value.ts';
import type { CardKind, Failure } from '../node.ts';
import type { Outcome, Recorded, RunEventType } from '../4-run/events.ts';

/** One answer; `way` timeout = nobody answered in time. */
export type PastAnswer = {
  asked: string;
  at: string;
  port: string;
  value: Value;
  failure?: Failure;
};

export type Past = {
  run: string;
  /** When it began, ISO. */
  at: string;
  context: JsonObject;
  workflow: JsonObject;
  input: Value;
  status: 'active' | 'done' | 'failed' | 'stopped';
  end?: string;
  outcome?: Outcome;
  /** By `<step> <visit> <item>`, in the order they came. */
  answers: Record<string, PastAnswer>;
  /** The same, of what had begun and was never answered. */
  open: string[];
  /** Steps before which somebody was asked, by a card. */
  asks: string[];
  /** Items and sub-workflows by the same key. */
  children: Record<string, Past>;
  leaves: Record<string, string>;
};

type EventOf<T extends RunEventType> = Extract<Recorded, { type: T }>;

/** Where an answer is found: the step, its execution, and of a for-each the item. */
export const keyOf = (step: string, visit: number, index?: number): string =>
  `${step} ${visit}${index === undefined ? '' : ` ${index}`}`;

/** The hash of what was asked (PS2): the call, or what a child was given. */
export const askedOf = (question: Json | undefined): string =>
  question === undefined ? '' : hashOf(question);

/** Leaves above this are left out: what rests on them cannot be told. */
const LARGEST_LEAF = 64 * 1024;

/** The past of a run from its events and those of the runs below it, in order (PS1). */
export function pastOf(
  events: readonly Recorded[],
  leaf: (hash: string) => string | undefined,
): Past | undefined {
  const byRun = Map.groupBy(events, (event) => event.run);
  const root = events[0]?.root ?? '';
  return readRun(byRun, root, leaf);
}

type ByRun = Map<string, readonly Recorded[]>;
type Leaf = (hash: string) => string | undefined;

function readRun(byRun: ByRun, run: string, leaf: Leaf): Past | undefined {
  const events = byRun.get(run) ?? [];
  const [started] = events;
  if (started?.type !== 'run.started') return undefined;
  const given = started.payload as typeof started.payload | undefined;
  if (!given) return undefined; // its input was removed
  const { head } = started;
  const past: Past = {
    run,
    at: started.at,
    context: { id: run, by: head.by, by_name: given.byName ?? head.by, mode: head.mode },
    workflow: { id: head.workflow, name: head.name, version: head.version },
    input: given.input,
    status: 'active',
    answers: {},
    open: [],
    asks: [],
    children: {},
    leaves: {},
  };
  keepLeaves(past, given.input.v, leaf);
  const opened: Opened = new Map();
  for (const event of events) take(past, event, opened, { byRun, leaf });
  const left = [...opened.values()].filter(({ isGone }) => !isGone || past.status === 'stopped');
  past.open = [...new Set(left.map(({ key }) => key))];
  return past;
}

/** Cards by which a step, or the door before it, asks somebody. */
const ASKING = new Set<CardKind>(['approval', 'question', 'trouble']);

/** `isGone`: it was broken off, and never answered. */
type Opened = Map<string, { key: string; event: EventOf<'effect.opened'>; isGone?: true }>;

function take(past: Past, event: Recorded, opened: Opened, around: { byRun: ByRun; leaf: Leaf }) {
  const { type } = event;
  if (type === 'effect.opened') {
    const { kind, effect, step, visit } = event.head;
    if (kind !== 'each' && kind !== 'timer') opened.set(effect, { key: keyOf(step, visit), event });
  } else if (type === 'child.started') child(past, event, opened, around);
  else if (type === 'card.opened') {
    if (ASKING.has(event.head.kind)) past.asks.push(event.head.step);
  } else if (type === 'effect.settled') answered(past, event, opened, around.leaf);
  else if (type === 'run.event') timedOut(past, event, opened);
  else if (type === 'run.ended') {
    const { status, end, outcome } = event.head;
    Object.assign(past, { status, ...(end ? { end } : {}), ...(outcome ? { outcome } : {}) });
  }
}

function child(
  past: Past,
  { head }: EventOf<'child.started'>,
  opened: Opened,
  { byRun, leaf }: { byRun: ByRun; leaf: Leaf },
): void {
  const above = opened.get(head.effect);
  if (!above) return;
  if (head.index !== undefined)
    above.key = keyOf(above.event.head.step, above.event.head.visit, head.index);
  const below = readRun(byRun, head.child, leaf);
  if (below) past.children[above.key] = below;
}

function answered(
  past: Past,
  { at, head, payload }: EventOf<'effect.settled'>,
  opened: Opened,
  leaf: Leaf,
): void {
  const found = opened.get(head.effect);
  if (!found) return;
  if (head.status === 'cancelled') return void (found.isGone = true);
  opened.delete(head.effect);
  const { key, event } = found;
  const { call, input } = event.payload ?? {};
  const question = call ?? (event.head.kind === 'child' ? input?.v : undefined);
  if (!head.failure && !payload) return; // PS1
  past.answers[key] = {
    asked: askedOf(question),
    at,
    port: head.port,
    value: payload?.value ?? { v: null, labels: {} },
    ...(head.failure ? { failure: head.failure } : {}),
  };
  keepLeaves(past, payload?.value.v ?? null, leaf);
}

/** A step that was left because its time was over. */
function timedOut(past: Past, { at, head }: EventOf<'run.event'>, opened: Opened): void {
  for (const { step, port } of head.turn.moves)
    for (const [effect, { key, event }] of opened) {
      if (port === undefined || event.head.step !== step) continue;
      opened.delete(effect);
      past.answers[key] = { asked: '', at, port: TIMEOUT, value: { v: null, labels: {} } };
    }
}

/** The way a step is left by when its deadline passes. */
export const TIMEOUT = 'timeout';

/** PS3 */
function keepLeaves(past: Past, v: Json, leaf: Leaf): void {
  if (isBlobRef(v)) {
    const text = v.size > LARGEST_LEAF ? undefined : leaf(v['@blob']);
    if (text !== undefined) past.leaves[v['@blob']] = text;
  } else if (Array.isArray(v)) for (const x of v) keepLeaves(past, x, leaf);
  else if (isObject(v)) for (const x of Object.values(v)) keepLeaves(past, x, leaf);
}
