// The state of one ordinary step: invoked work, a wait, a pass-through, an end.
// E1 whatever carries out a step sees one shape: one invoke, whose static data is StepCall's.
// E2 a result that names no port of the step leaves by `error`: it broke its contract.

import type { JsonObject } from '../base/value.ts';
import type { InvokeParams } from '../base/machine.ts';
import { has } from './bits.ts';
import { ordinaryPort } from './default-ways.ts';
import type { Arrow } from './graph.ts';
import type { IRStep } from './ir.ts';
import type { Segment } from './plan.ts';
import {
  FAILED,
  STOPPED,
  action,
  guard,
  record,
  sight,
  type ActionRef,
  type Place,
  type State,
  type States,
  type Transition,
} from './place.ts';
import { die, drawnWay } from './tokens.ts';
import { waysOut } from './ways-out.ts';

/** Id, tag and meta of a step's state. */
export const baseOf = (step: IRStep): State => ({
  id: step.id,
  tags: [step.kind],
  meta: { node: step.node, type: step.type, name: step.name },
});

/** A transition as JSON: empty parts are left out. */
export const tidy = ({ guard: condition, target, actions }: Transition): JsonObject =>
  ({
    ...(condition ? { guard: condition } : {}),
    ...(target ? { target } : {}),
    ...(actions?.length ? { actions } : {}),
  }) as JsonObject;

/**
 * Leave when a first-wins join that only this step feeds starts: when one of its arrows is live.
 * The join and its feeders see that in the same moment, so nothing starts only to be stopped.
 */
export function cancelled(place: Place, segment: Segment, step: number): Transition[] {
  const lost = die(place, segment, step);
  return [...place.plan.races].flatMap(([join, feeders]) => {
    const edges = (place.facts.in[join] as Arrow[]).map(({ id }) => id);
    return has(feeders, step) ? [{ guard: guard('any_live', { edges }), ...lost }] : [];
  });
}

/** Of several ways the one without a condition: where nothing was denied. */
const plainWay = (ways: Transition[]): Transition => ways.at(-1) as Transition;

const always = (transitions: Transition[]): State =>
  transitions.length ? { always: transitions.map(tidy) } : {};

/** The static data of an invoked step. */
export function invokeParams(
  place: Place,
  step: IRStep,
  over: Partial<InvokeParams> = {},
): InvokeParams {
  const setting = over.with ?? step.settings;
  return {
    step: step.id,
    node: step.node,
    type: step.type,
    with: setting,
    ...sight(place, setting, step.id),
    ...(isRepeatable(place, step) ? { visits: step.asksFor ?? step.id } : {}),
    ...(step.timeoutMs === undefined ? {} : { timeoutMs: step.timeoutMs }),
    ...(step.attempts === undefined ? {} : { attempts: step.attempts }),
    ...over,
  };
}

/** Can the step run more than once in one run? */
export const isRepeatable = (place: Place, step: IRStep): boolean =>
  place.again || step.asksFor !== undefined || place.facts.asks.has(step.id);

/**
 * Where everything repeats, a visit is counted as it begins; elsewhere only *retry* counts, so
 * that a run that goes well keeps no numbers.
 */
const countVisit = (place: Place, step: IRStep): State =>
  place.again ? { entry: [action('visit', { step: step.id })] as never } : {};

const countRetry = ({ again }: Place, step: IRStep): ActionRef[] =>
  again || step.body ? [] : [action('visit', { step: step.id, before: 1 })];

/**
 * The states of one step that is no container: its own and, where it has one, that of *Ask the
 * owner*.
 */
export function stepStates(place: Place, segment: Segment, step: number): State {
  const it = place.facts.steps[step]!;
  const cancel = cancelled(place, segment, step);
  const base = baseOf(it);
  if (it.kind === 'end') {
    const over = die(place, segment, step);
    const ends = action('end', {
      step: it.id,
      outcome: it.outcome ?? 'done',
      ...(it.output === undefined ? {} : { output: it.output }),
      ...sight(place, it.output),
    });
    return {
      ...base,
      ...always([...cancel, { ...over, actions: [ends, ...(over.actions ?? [])] }]),
    };
  }
  if (it.kind === 'start' || it.kind === 'join') {
    const port = ordinaryPort(it) ?? 'ok';
    return { ...base, ...always([...cancel, plainWay(waysOut(place, segment, step, port))]) };
  }
  if (it.kind === 'wait') return { ...base, ...always(cancel), ...waiting(place, segment, step) };
  return {
    ...base,
    ...always(cancel),
    ...countVisit(place, it),
    invoke: {
      id: it.id,
      src: it.kind === 'workflow' ? 'child' : 'step',
      input: invokeParams(place, it) as never,
      ...answers(place, segment, step),
    },
    ...deadline(place, segment, step),
  };
}

/** What each answer of an invoked step leads to. */
function answers(place: Place, segment: Segment, step: number): JsonObject {
  const it = place.facts.steps[step]!;
  const named = it.ports.filter(
    (port) => port !== 'error' && !(port === 'timeout' && it.deadline !== undefined),
  );
  const toError = waysOut(place, segment, step, 'error', 'event');
  const byPort = named.map((port) => ({
    ...plainWay(waysOut(place, segment, step, port, 'event')),
    guard: guard('port', { is: port }),
  }));
  return {
    onDone: [...byPort, plainWay(toError)].map(tidy), // E2
    onError: toError.map(tidy),
  };
}

/** The way out `timeout` of a step whose answer has a deadline. */
function deadline(place: Place, segment: Segment, step: number): State {
  const it = place.facts.steps[step]!;
  if (it.deadline === undefined || !it.ports.includes('timeout')) return {};
  const way = tidy(plainWay(waysOut(place, segment, step, 'timeout')));
  if (typeof it.deadline === 'number') return { after: { [String(it.deadline)]: [way] } };
  return { after: { [`delay__${it.id}`]: [way] }, meta: waitMeta(place, it, { ms: it.deadline }) };
}

const waitMeta = (place: Place, it: IRStep, setting: JsonObject): JsonObject => ({
  ...(baseOf(it)['meta'] as JsonObject),
  wait: invokeParams(place, it, { with: setting }) as never,
});

/**
 * A fixed wait is its milliseconds; one that a setting says may also fail, when the setting is no
 * time.
 */
function waiting(place: Place, segment: Segment, step: number): State {
  const it = place.facts.steps[step]!;
  const way = [tidy(plainWay(waysOut(place, segment, step, ordinaryPort(it) ?? 'ok')))];
  if (it.waitMs !== undefined) return { after: { [String(it.waitMs)]: way } };
  const fails = waysOut(place, segment, step, 'error', 'event').map(tidy);
  return {
    after: { [`delay__${it.id}`]: way },
    on: { [`xstate.error.actor.${it.id}`]: fails },
    meta: waitMeta(place, it, it.waitFor as JsonObject),
  };
}

/** *Ask the owner*: run the step again, go on with the value given, or stop the run. */
export function askStates(place: Place, segment: Segment, step: number): States {
  const it = place.facts.steps[step]!;
  const ask = place.facts.asks.get(it.id);
  if (!ask) return {};
  const answer = (port: string): JsonObject => record(place, ask.id, port, 'event');
  const settle = (port: string): ActionRef[] => [action('settle', answer(port))];
  const port = ordinaryPort(it) ?? 'ok';
  const goOn = drawnWay(place, segment, step, port, { ...answer('go_on'), for: it.id, as: port });
  const ways: Transition[] = [
    {
      guard: guard('port', { is: 'retry' }),
      target: `#${it.id}`,
      actions: [...settle('retry'), ...countRetry(place, it)],
    },
    { guard: guard('port', { is: 'go_on' }), ...goOn },
    { guard: guard('port', { is: 'stop' }), target: STOPPED, actions: settle('stop') },
  ];
  const fails = {
    target: FAILED,
    actions: [...settle('error'), action('fail', { step: ask.id, port: 'error' })],
  };
  return {
    [`${place.keys[step]} · ask`]: {
      ...baseOf(ask),
      ...always(cancelled(place, segment, step)),
      invoke: {
        id: ask.id,
        src: 'step',
        input: invokeParams(place, ask) as never,
        onDone: ways.map(tidy),
        onError: [tidy(fails)],
      },
    },
  };
}
