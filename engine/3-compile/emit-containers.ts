// The states of containers: group, loop, for-each, and steps made of several. Each is one state
// with its body inside it.
// C1 a problem nobody handles inside leaves by the container's own port: `over` where it has one
//    and that is what happened, else `error`; everything still running inside stops.
// C2 a loop is next → round → next; its rounds are bounded by the machine itself.
// C3 a for-each opens (the engine counts the items), runs lanes that take items, and closes (the
//    engine answers with the list). Items and results never live in the machine.
// C4 a step made of inner steps is left by the way that its last inner step took, a problem at
//    once; one that it does not have leaves by `error`.

import { baseOf, cancelled, invokeParams, isRepeatable, tidy } from './emit-steps.ts';
import type { IRScope, IRStep } from './ir.ts';
import type { Segment } from './plan.ts';
import {
  action,
  guard,
  record,
  type ActionRef,
  type Emitted,
  type Place,
  type State,
  type States,
  type Transition,
} from './place.ts';
import { idsIn } from './sees.ts';
import { drawnWay } from './tokens.ts';
import { problemWays, waysOut } from './ways-out.ts';
import type { JsonObject } from '../base/value.ts';

/** The state of a container step. */
export function containerState(place: Place, segment: Segment, step: number): State {
  const it = place.facts.steps[step]!;
  const cancel = cancelled(place, segment, step).map(tidy);
  const again = isRepeatable(place, it);
  const entry = action('enter', {
    step: it.id,
    ...(again ? { again, body: it.kind === 'each' ? [] : idsIn(it.body as IRScope) } : {}),
  });
  return {
    ...baseOf(it),
    entry: [entry] as never,
    ...(cancel.length ? { always: cancel } : {}),
    ...INNER[it.kind as keyof typeof INNER](place, segment, step),
  };
}

const INNER = { group: groupInner, lowered: loweredInner, loop: loopInner, each: eachInner };

/** The body of a group or loop, in the same machine. */
function body(place: Place, segment: Segment, step: number, end: string): Emitted {
  const it = place.facts.steps[step]!;
  return place.emitScope(
    {
      ...place,
      container: it,
      level: 'container',
      again: isRepeatable(place, it) || it.kind === 'loop',
      ...(it.kind === 'loop' ? { loop: it.id } : {}),
      leave: (port, before) => leaving(place, segment, step, port, before),
    },
    it.body as IRScope,
    it.id,
    end,
  );
}

/** C1 */
function leaving(
  place: Place,
  segment: Segment,
  step: number,
  inner: string,
  before: ActionRef[],
): Transition[] {
  const it = place.facts.steps[step]!;
  const isOwn = it.ports.includes(inner) && (inner === 'over' || it.kind === 'lowered');
  const port = isOwn ? inner : 'error';
  const result = record(place, it.id, port, 'event');
  const isDrawn = place.facts.out[step]?.some((arrow) => arrow.port === port);
  if (!isDrawn && it.mustHandle.includes(port))
    return problemWays(place, step, port, [...before, action('settle', result)], false);
  const way = drawnWay(place, segment, step, port, result);
  return [{ ...way, actions: [...before, ...(way.actions ?? [])] }];
}

const lastOf = (ways: Transition[]): JsonObject => tidy(ways.at(-1) as Transition);

function groupInner(place: Place, segment: Segment, step: number): State {
  const it = place.facts.steps[step]!;
  const end = `${it.id}__done`;
  const { initial, states } = body(place, segment, step, `#${end}`);
  return {
    initial,
    states: { ...states, finished: { id: end, type: 'final' } },
    onDone: [lastOf(waysOut(place, segment, step, 'ok', 'last'))],
  };
}

/** C4 */
function loweredInner(place: Place, segment: Segment, step: number): State {
  const it = place.facts.steps[step]!;
  const end = `${it.id}__done`;
  const { initial, states } = body(place, segment, step, `#${end}`);
  const byPort = it.ports
    .filter((port) => port !== 'error')
    .map((port) => ({
      guard: guard('last_port', { of: it.id, is: port }),
      ...lastOf(waysOut(place, segment, step, port, 'last')),
    }));
  return {
    initial,
    states: { ...states, finished: { id: end, type: 'final' } },
    onDone: [...byPort, lastOf(waysOut(place, segment, step, 'error', 'last'))] as never,
  };
}

function loopInner(place: Place, segment: Segment, step: number): State {
  const it = place.facts.steps[step]!;
  const [bodyId, end] = [`${it.id}__body`, `${it.id}__done`];
  const { initial, states } = body(place, segment, step, `#${end}`);
  const sees = place.sees(it.until);
  const finished = lastOf(waysOut(place, segment, step, 'done', 'last'));
  const until = guard('until', {
    condition: it.until as never,
    ...(sees.length ? { sees } : {}),
    loop: it.id,
  });
  const more = {
    guard: guard('rounds_left', { loop: it.id, max: it.maxRounds as number }),
    target: `#${bodyId}`,
    actions: [action('round', { loop: it.id, body: idsIn(it.body as IRScope) })],
  };
  return {
    initial: 'next',
    states: {
      next: { always: [tidy(more), lastOf(waysOut(place, segment, step, 'over', 'last'))] },
      round: {
        id: bodyId,
        initial,
        states: { ...states, finished: { id: end, type: 'final' } },
        onDone: [{ guard: until, ...finished }, { target: 'next' }] as never,
      },
    },
  };
}

function eachInner(place: Place, segment: Segment, step: number): State {
  const it = place.facts.steps[step]!;
  place.addPart(it);
  const failing = waysOut(place, segment, step, 'error', 'event').map(tidy);
  const work = (ref: string, src: string, setting: JsonObject): State => ({
    id: ref,
    src,
    input: invokeParams(place, it, { with: setting, each: it.id }) as never,
    onError: failing,
  });
  const [opening, lanes, closing] = [`${it.id}__open`, `${it.id}__items`, `${it.id}__close`];
  const toLanes = { target: `#${lanes}`, actions: [action('items', { each: it.id })] };
  return {
    initial: 'open',
    states: {
      open: {
        id: opening,
        invoke: {
          ...work(opening, 'each_open', { items: it.items ?? null }),
          onDone: [tidy(toLanes)],
        },
      },
      items: {
        id: lanes,
        type: 'parallel',
        states: eachLanes(place, it, failing),
        onDone: [{ target: `#${closing}` }],
      },
      close: {
        id: closing,
        invoke: {
          ...work(closing, 'each_close', {}),
          onDone: [lastOf(waysOut(place, segment, step, 'ok', 'event'))],
        },
      },
    },
  };
}

/**
 * Lanes side by side, each taking the next item until none is left. Taking is an entry action:
 * guards of several lanes are evaluated before any action, so on a transition two lanes could take
 * one item.
 */
function eachLanes(place: Place, it: IRStep, failing: JsonObject[]): States {
  const src = `scope:${it.id}`;
  const own = new Set(idsIn(it.body as IRScope));
  const sees = place.sees(it.body).filter((id) => !own.has(id));
  const lane = (n: number): State => {
    const ref = `${it.id}__lane${n}`;
    const at = { each: it.id, lane: n };
    const input = {
      ...invokeParams(place, it, { with: {}, ...at }),
      ...(sees.length ? { sees } : {}),
    };
    return {
      initial: 'take',
      states: {
        take: {
          entry: [action('take_item', at)] as never,
          always: [{ guard: guard('has_item', at), target: 'item' }, { target: 'idle' }] as never,
        },
        item: {
          id: ref,
          tags: ['item'],
          invoke: {
            id: ref,
            src,
            input: input as never,
            onError: failing,
            onDone: [tidy({ target: 'take', actions: [action('item_done', at)] })],
          },
        },
        idle: { type: 'final' },
      },
    };
  };
  return Object.fromEntries(
    Array.from({ length: it.concurrency ?? 1 }, (_x, i) => [`Lane ${i + 1}`, lane(i + 1)]),
  );
}
