// "What happened": one row per step that began, rooms before what is in them, with bars on the
// axis.
// RR1 pure; `end` is the whole record, `at` the moment shown: what began later is a row to come.
// RR2 rows never change places while time goes on: their order is that of the whole record, or of
//    the drawing where the record is too long to be held whole.

import { outerId } from '../../engine/base/ids.ts';
import type { EffectView, RunView, StepView } from '../../engine/4-run/view.ts';
import type { WorkflowScope } from '../../engine/1-document/schema.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import type { LightState } from '../canvas/states.tsx';
import { t } from '../words.ts';
import type { Axis } from './axis.ts';
import { effectsIn } from './effects-of.ts';
import { innerRows, type InnerRow } from './inner-rows.ts';
import { stepName, type Known } from './known.ts';
import { waitsItsTurn } from './waits-turn.ts';
import { effectOf, resultWords, shownState } from './result-words.ts';

export type Bar = { from: number; to: number; how: 'done' | 'running' | 'wait' | 'room' | 'fail' };
export type Row = {
  key: string;
  name: string;
  depth: number;
  state: LightState;
  words: string;
  /** How long it took so far, in milliseconds; undefined for rooms and what is to come. */
  took: number | undefined;
  bars: Bar[];
  isRoom: boolean;
  isFuture: boolean;
  isOver: boolean;
  /** A step that makes several calls: what it did inside. */
  inner: InnerRow[];
};

/**
 * Bars of one row are merged by the browser anyway; a loop of hundreds needs no more than these.
 */
const BARS = 60;

/** When each step first appeared: its earliest effect, way out or entry. */
function firstSeen(view: RunView): Map<string, number> {
  const first = new Map<string, number>();
  const note = (key: string, at: number): void => {
    const had = first.get(key);
    if (had === undefined || at < had) first.set(key, at);
  };
  for (const step of Object.entries(view.steps)) note(step[0], step[1].startedAt);
  for (const way of view.path) note(way.step, way.at);
  for (const effect of Object.values(view.effects))
    if (view.steps[outerId(effect.step)]) note(outerId(effect.step), effect.openedAt);
  return first;
}

/** Keys of the record in reading order: rooms before what is in them (RR2). */
function orderOf(view: RunView, known: Known): { key: string; depth: number }[] {
  const first = firstSeen(view);
  // Much can happen within one millisecond; the order of ways out tells what came first.
  const nth = new Map(view.path.map(({ step }, i) => [step, i] as const).toReversed());
  const byTime = (a: string, b: string): number =>
    (first.get(a) ?? 0) - (first.get(b) ?? 0) ||
    (nth.get(a) ?? view.path.length) - (nth.get(b) ?? view.path.length);
  const byPlace = (a: string, b: string): number => {
    const [one, other] = [known.nodes.get(a)?.at, known.nodes.get(b)?.at];
    return one && other ? one[1] - other[1] || one[0] - other[0] : byTime(a, b);
  };
  const inOrder = view.earlier ? byPlace : byTime;
  const drawn = new Set<string>();
  const inScope = (scope: WorkflowScope, depth: number): { key: string; depth: number }[] =>
    scope.nodes
      .filter((node) => first.has(node.id))
      .map((node) => node.id)
      .toSorted(inOrder)
      .flatMap((key) => {
        drawn.add(key);
        const inner = known.nodes.get(key)?.scope;
        const below = Object.keys(view.steps)
          .filter((other) => other.startsWith(`${key}/`))
          .toSorted(inOrder)
          .map((other) => (drawn.add(other), { key: other, depth: depth + 1 }));
        return [{ key, depth }, ...below, ...(inner ? inScope(inner, depth + 1) : [])];
      });
  const rows = inScope(known.workflow.scope, 0);
  const others = Object.keys(view.steps).filter((key) => !drawn.has(key));
  return [...rows, ...others.toSorted(inOrder).map((key) => ({ key, depth: 0 }))];
}

const isWaiting = (effect: EffectView): boolean =>
  effect.kind === 'card' ||
  effect.kind === 'timer' ||
  effect.status === 'held' ||
  effect.status === 'unknown' ||
  waitsItsTurn(effect);

function barOf(effect: EffectView, axis: Axis, now: number): Bar {
  const to = effect.endedAt ?? now;
  const from = isWaiting(effect) || effect.ms === undefined ? effect.openedAt : to - effect.ms;
  const how = isWaiting(effect)
    ? 'wait'
    : effect.endedAt === undefined
      ? 'running'
      : effect.failure
        ? 'fail'
        : 'done';
  return { from: axis.place(from), to: axis.place(to), how };
}

/** Bars of the same kind that overlap are one bar: several items of a room may wait at once. */
function joined(bars: Bar[]): Bar[] {
  const out: Bar[] = [];
  for (const bar of bars.toSorted((a, b) => a.from - b.from)) {
    const last = out.findLast((one) => one.how === bar.how);
    if (last && bar.from <= last.to) last.to = Math.max(last.to, bar.to);
    else out.push({ ...bar });
  }
  return out;
}

type Drawn = { key: string; isRoom: boolean; axis: Axis; now: number };

function barsOf(view: RunView, step: StepView, { key, isRoom, axis, now }: Drawn): Bar[] {
  if (isRoom)
    return [{ from: axis.place(step.startedAt), to: axis.place(step.endedAt ?? now), how: 'room' }];
  const own = effectsIn(view, key);
  if (own.length > 0) return joined(own.slice(-BARS).map((effect) => barOf(effect, axis, now)));
  const at = axis.place(step.startedAt);
  return [{ from: at, to: at, how: 'done' }];
}

/** The rows of the record at `at`, out of the whole record `end` (RR1). */
export function rowsOf(at: RunView, end: RunView, known: Known, axis: Axis, now: number): Row[] {
  return orderOf(end, known).flatMap(({ key, depth }): Row[] => {
    const last = end.steps[key];
    if (!last) return [];
    const step = at.steps[key];
    const node = known.nodes.get(key);
    const isRoom = node !== undefined && stepFacts(known.registry, node).shape === 'room';
    const name = stepName(known, key);
    const drawn = { key, isRoom, axis, now };
    if (!step)
      return [
        {
          key,
          name,
          depth,
          isRoom,
          isFuture: true,
          isOver: false,
          state: 'idle',
          took: undefined,
          words: t('app.happened.later'),
          bars: barsOf(end, last, drawn),
          inner: [],
        },
      ];
    const effect = effectOf(at, step);
    const took = Math.max(0, (step.endedAt ?? now) - step.startedAt);
    const isWait = effect?.kind === 'card' || effect?.kind === 'timer';
    return [
      {
        key,
        name,
        depth,
        isRoom,
        isFuture: false,
        isOver: step.endedAt !== undefined,
        state: shownState(step, at),
        words: resultWords(at, step, known),
        took: isRoom || !effect ? undefined : isWait || step.inner ? took : (effect.ms ?? took),
        bars: barsOf(at, step, drawn),
        inner: innerRows(at, step, known),
      },
    ];
  });
}
