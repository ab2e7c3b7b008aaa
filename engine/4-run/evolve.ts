// The one fold: what a run looks like after its events. Runs in the engine and in the browser.
// E1 pure: same events, same view; a view handed in is never changed.
// E2 each event costs what it changes; folding many at once copies each container once.
// E3 a root run's view takes its children's events too: their steps, effects, cards and cost appear
//    inside, their own status stays with them.
// E4 a payload may have been removed; the fold then shows everything but the value.

import { NO_USAGE } from '../node.ts';
import type { Recorded, RunEventType } from './events.ts';
import { applyCard } from './evolve-cards.ts';
import { type Draft, draftOf, freshDraft, listOf, putStep } from './evolve-draft.ts';
import { forget } from './evolve-removed.ts';
import {
  admitted,
  attempted,
  closeEffect,
  holdBack,
  opened,
  patchEffect,
  settled,
  showStep,
  stepKey,
  stopStep,
  took,
} from './evolve-steps.ts';
import type { RunView } from './view.ts';

type EventOf<T extends RunEventType> = Extract<Recorded, { type: T }>;

/** The view after one more event. The first event must be the run's `run.started`. */
export const evolve = (view: RunView | undefined, event: Recorded): RunView =>
  evolveAll(view, [event]) as RunView;

/** The view after many more events: cheaper than one by one, with the same result. */
export function evolveAll(
  view: RunView | undefined,
  events: readonly Recorded[],
): RunView | undefined {
  let draft = view && draftOf(view);
  for (const event of events) {
    if (draft) apply(draft, event);
    else if (event.type === 'run.started') draft = begin(event);
  }
  return draft?.view;
}

/** The view of a run from all its events, or of a root from its own and its children's by `pos`. */
export const foldAll = (events: readonly Recorded[]): RunView | undefined =>
  evolveAll(undefined, events);

type Facts = Pick<
  RunView,
  'run' | 'root' | 'workflow' | 'name' | 'version' | 'machine' | 'mode' | 'by' | 'startedAt'
>;

/** A run of which nothing but its facts is known. */
export const bareView = (facts: Facts): RunView => ({
  ...facts,
  pos: 0,
  seq: 0,
  status: 'running',
  paused: false,
  input: { v: null, labels: {} },
  steps: {},
  path: [],
  effects: {},
  cards: {},
  grants: [],
  open: [],
  usage: NO_USAGE,
  children: [],
});

function begin(e: EventOf<'run.started'>): Draft {
  const { workflow, name, version, machine, mode, by, parent, trigger, test } = e.head;
  const { tags, input } = (e.payload as Partial<typeof e.payload> | undefined) ?? {};
  const at = Date.parse(e.at);
  const facts = { run: e.run, root: e.root, workflow, name, version, machine, mode, by };
  const d = freshDraft({
    ...bareView({ ...facts, startedAt: at }),
    ...(parent === undefined ? {} : { parent }),
    ...(tags ? { tags } : {}),
    trigger,
    ...(test ? { test } : {}),
    ...(input ? { input } : {}),
    pos: e.pos,
    seq: e.seq,
  });
  took(d, e.run, e.head.turn, at);
  return d;
}

/** Folds one event into a draft. Every type of the journal has its line here. */
function apply(d: Draft, e: Recorded): void {
  const at = Date.parse(e.at);
  const isOwn = e.run === d.view.run;
  d.view.pos = e.pos;
  if (isOwn) d.view.seq = e.seq;
  switch (e.type) {
    case 'run.started':
      took(d, e.run, e.head.turn, at);
      break;
    case 'run.event':
      if (e.head.ref !== undefined && d.view.effects[e.head.ref]) {
        patchEffect(d, e.head.ref, { status: 'done', endedAt: at, settledSeq: e.seq });
        closeEffect(d, e.head.ref);
      }
      took(d, e.run, e.head.turn, at);
      break;
    case 'run.paused':
    case 'run.resumed':
    case 'run.queued':
    case 'run.unqueued':
    case 'run.stopped':
      applyControl(d, e, isOwn);
      break;
    case 'run.retired': // all that is left of a run: no view is made of it
      break;
    case 'run.ended':
      ended(d, e, at);
      break;
    case 'child.started':
      patchEffect(d, e.head.effect, {
        child: e.head.child,
        ...(e.head.index === undefined ? {} : { index: e.head.index }),
      });
      listOf(d, 'children').push({
        child: e.head.child,
        step: e.head.step,
        ...(e.head.index === undefined ? {} : { index: e.head.index }),
        status: 'active',
      });
      break;
    case 'child.ended':
      childEnded(d, e.head.child, e.head.status);
      break;
    case 'value.removed':
      forget(d, e.run, e.head.of);
      break;
    case 'limit.reached':
    case 'limit.extended':
    case 'run.stepped':
    case 'note.added':
      break;
    case 'card.opened':
    case 'card.voted':
    case 'card.answered':
    case 'card.handed':
    case 'card.expired':
    case 'card.withdrawn':
      applyCard(d, e, at);
      break;
    default:
      applyEffect(d, e, at);
  }
  if (d.view.endedAt === undefined) d.view.status = statusOf(d.view);
}

type ControlEvent = EventOf<
  'run.paused' | 'run.resumed' | 'run.queued' | 'run.unqueued' | 'run.stopped'
>;

/** What took hold of a run: a person, a stop that was set, or a run before it in line. */
function applyControl(d: Draft, e: ControlEvent, isOwn: boolean): void {
  switch (e.type) {
    case 'run.paused':
      if (isOwn) Object.assign(d.view, { paused: true, pausedFor: e.head });
      return holdBack(d);
    case 'run.resumed':
      if (isOwn) {
        d.view.paused = false;
        delete d.view.pausedFor;
      }
      return;
    case 'run.queued':
      d.view.queued = { behind: e.head.behind };
      return holdBack(d);
    case 'run.unqueued':
      delete d.view.queued;
      return;
    case 'run.stopped':
      if (isOwn) d.view.receipt = e.head.receipt;
  }
}

type EffectEvent = EventOf<
  | 'effect.opened'
  | 'effect.admitted'
  | 'effect.held'
  | 'effect.settled'
  | 'effect.unknown'
  | 'effect.dropped'
  | 'attempt.ended'
>;

function applyEffect(d: Draft, e: EffectEvent, at: number): void {
  switch (e.type) {
    case 'effect.opened':
      opened(d, e, at);
      break;
    case 'effect.admitted':
      admitted(d, e.head.effect, e.head.admission);
      break;
    case 'effect.held':
      patchEffect(d, e.head.effect, {
        status: e.head.admission.decision === 'queue' ? 'queued' : 'held',
        admission: e.head.admission,
        ...(e.head.dueAt === undefined ? {} : { dueAt: e.head.dueAt }),
      });
      showStep(d, e.head.effect, e.head.card === undefined ? 'held' : 'waiting');
      break;
    case 'attempt.ended':
      attempted(d, e);
      break;
    case 'effect.settled':
      settled(d, e, at);
      break;
    case 'effect.unknown':
      patchEffect(d, e.head.effect, { status: 'unknown' });
      showStep(d, e.head.effect, 'unknown');
      break;
    case 'effect.dropped': // its reserve was settled when nobody waited for it any more
      break; // what it cost was counted when its effect was given up
  }
}

function childEnded(d: Draft, child: string, status: string): void {
  // Children end soon after they start, so the youngest are looked at first.
  for (let i = d.view.children.length - 1; i >= 0; i--) {
    const entry = d.view.children[i];
    if (entry?.child !== child) continue;
    listOf(d, 'children')[i] = { ...entry, status };
    return;
  }
}

/** Nothing stays open after the end; what was in work then shows as stopped. */
function ended(d: Draft, e: EventOf<'run.ended'>, at: number): void {
  for (const id of d.view.open.filter((one) => d.view.effects[one]?.run === e.run)) {
    if (d.view.effects[id]?.status !== 'unknown')
      patchEffect(d, id, { status: 'cancelled', endedAt: at });
    stopStep(d, id, at);
    closeEffect(d, id);
  }
  if (e.run !== d.view.run) return childEnded(d, e.run, e.head.status);
  const { status, outcome, end, failure } = e.head;
  // Usage stays the sum of what settled: children may still settle theirs in the same commit.
  Object.assign(d.view, { status, endedAt: at, endedSeq: e.seq });
  delete d.view.queued;
  if (outcome) d.view.outcome = outcome;
  if (end !== undefined) d.view.end = end;
  if (failure) d.view.failure = failure;
  if (e.payload?.output) d.view.output = e.payload.output;
  const failed = failure && stepKey(d, e.run, failure.step);
  for (const [key, step] of Object.entries(d.view.steps)) {
    if (step.endedAt !== undefined) continue;
    const state = key === failed ? 'failed' : step.step === end ? 'done' : 'stopped';
    putStep(d, key, { ...step, state, endedAt: at });
  }
}

/** `waiting`: nothing is in flight, but a person, a time or a limit is waited for. */
function statusOf(view: RunView): RunView['status'] {
  if (view.paused) return 'paused';
  if (view.queued) return 'waiting';
  let waits = false;
  for (const id of view.open) {
    const effect = view.effects[id];
    if (!effect || effect.child !== undefined) continue;
    const still = effect.status === 'held' || effect.status === 'unknown';
    if (!still && effect.kind !== 'card' && effect.kind !== 'timer') return 'running';
    waits = true;
  }
  return waits ? 'waiting' : 'running';
}
