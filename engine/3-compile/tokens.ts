// Moving a token: which transitions leave a step by a way out, and what they say about arrows.
// K1 an arrow that leads out of a segment is marked: taken (live) or never to be taken (dead).
//    Marks are worked out here, once; the machine only writes them down.
// K2 a join that takes the first arrow is entered at once, which stops everything else around it.
// K3 a problem nobody drew an arrow for leaves by the default way (default-ways.ts) or the
//    container. `denied` never takes the default way: where no drawn arrow takes `error`, the run
//    fails.

import { has, noBits, either, without, both, type Bits } from './bits.ts';
import { forkKey, meshOf, type Fork, type Segment } from './plan.ts';
import type { Arrow } from './graph.ts';
import {
  DONE,
  FAILED,
  action,
  guard,
  record,
  type ActionRef,
  type Place,
  type Transition,
} from './place.ts';
import type { JsonObject } from '../base/value.ts';

const ids = (arrows: Arrow[]): string[] => arrows.map(({ id }) => id);

/** The marks of a transition, as parameters; empty lists are left out. */
const marks = (lists: { live?: string[]; dead?: string[]; clear?: string[] }): JsonObject =>
  Object.fromEntries(Object.entries(lists).filter(([, list]) => list && list.length > 0));

/** An action that only marks; none where there is nothing to mark. */
const markOnly = (params: JsonObject): ActionRef[] =>
  Object.keys(params).length ? [action('mark', params)] : [];

/**
 * Arrows out of the segment that cannot be taken any more once the token moved from `from` to
 * `to`.
 */
export function deadExits(
  { facts }: Place,
  segment: Segment,
  from: number,
  to: number[],
): string[] {
  if (segment.exits.length === 0) return [];
  const after = to.map((t) => facts.reach[t] as Bits).reduce(either, noBits(facts.size));
  const gone = without(both(facts.reach[from] as Bits, segment.inside), after);
  return ids(segment.exits.filter((arrow) => has(gone, arrow.from)));
}

/** The token ends here: nothing that only this step led to will run. */
export const die = (place: Place, segment: Segment, step: number): Transition => ({
  target: segment.end,
  actions: markOnly(marks({ dead: deadExits(place, segment, step, []) })),
});

/** Is the step stopped when a first-wins join in a mesh starts, because it only feeds that join? */
export const isRacing = ({ plan }: Place, step: number): boolean =>
  [...plan.races.values()].some((feeders) => has(feeders, step));

/**
 * Where a token enters a step: a racing step has a gate before it, which lets nobody in once the
 * race is over, so that no step starts only to be stopped.
 */
export const doorOf = (place: Place, step: number): string =>
  `${place.facts.steps[step]?.id}${isRacing(place, step) ? '__gate' : ''}`;

/**
 * The token goes to `step`, by the arrows in `live`; inside a mesh that means opening the mesh.
 * Arrows in `keep` carry marks that a fork's branches left.
 */
export function enter(
  place: Place,
  segment: Segment,
  step: number,
  live: Arrow[],
  keep: Arrow[] = [],
): Transition {
  const { facts } = place;
  const mesh = meshOf(segment, step);
  if (!mesh) return { target: `#${doorOf(place, step)}`, actions: [] };
  const inward = facts.steps.flatMap((_s, i) =>
    has(mesh.inside, i) ? (facts.in[i] as Arrow[]) : [],
  );
  const isInner = (arrow: Arrow): boolean => has(mesh.inside, arrow.from);
  const joinArrows =
    mesh.join === undefined ? [] : (facts.in[mesh.join] as Arrow[]).filter(isInner);
  const decided = new Set([...live, ...keep]);
  return {
    target: `#${mesh.id}`,
    actions: [
      action('open', {
        live: ids(live),
        keep: ids(keep),
        dead: ids(inward.filter((arrow) => !isInner(arrow) && !decided.has(arrow))),
        clear: ids([...inward.filter(isInner), ...joinArrows]),
      }),
    ],
  };
}

/**
 * What happens when every branch of a fork, or every region of a mesh, has ended. Marks nobody
 * reads any more (`spent` and, once it starts, the join's) are forgotten, so that the context
 * stays small.
 */
export function afterAll(
  place: Place,
  segment: Segment,
  join: number | undefined,
  joinArrows: Arrow[],
  spent: Arrow[] = [],
): Transition[] {
  const spentIds = ids(spent);
  if (join === undefined) {
    return [{ target: segment.end, actions: markOnly(marks({ clear: spentIds })) }];
  }
  const { facts } = place;
  const waits = !meshOf(segment, join); // inside a mesh the join's own waiting state decides
  const isEvery = waits && facts.steps[join]?.join === 'every';
  const needed = isEvery ? (facts.in[join] as Arrow[]) : joinArrows;
  const way = enter(place, segment, join, [], joinArrows);
  const forget = markOnly(marks({ clear: [...spentIds, ...(waits ? ids(needed) : [])] }));
  return [
    {
      guard: guard(isEvery ? 'all_live' : 'any_live', { edges: ids(needed) }),
      ...way,
      actions: [...forget, ...(way.actions ?? [])],
    },
    die(place, segment, join),
  ];
}

/**
 * The ways a step is left by `port`, first match first. `value` says where its value comes from.
 * More than one only where `denied` must not take the default way.
 */
export function waysOut(
  place: Place,
  segment: Segment,
  step: number,
  port: string,
  value?: 'event' | 'last',
): Transition[] {
  const { facts } = place;
  const { id, mustHandle } = facts.steps[step]!;
  const isDrawn = (facts.out[step] as Arrow[]).some((arrow) => arrow.port === port);
  const result = record(place, id, port, value);
  return !isDrawn && mustHandle.includes(port)
    ? problemWays(place, step, port, [action('settle', result)], true)
    : [drawnWay(place, segment, step, port, result)];
}

/** Where a problem goes that nobody drew an arrow for (K3). */
export function problemWays(
  place: Place,
  step: number,
  port: string,
  before: ActionRef[],
  isCause: boolean,
): Transition[] {
  const { id, noDefault } = place.facts.steps[step]!;
  const blame = isCause ? [action('fail', { step: id, port })] : [];
  const fails = { target: FAILED, actions: [...before, ...blame] };
  if (place.leave) return place.leave(port, [...before, ...blame]);
  if (place.level === 'item' || noDefault?.includes(port)) return [fails];
  if (port === 'refused') {
    return [
      { target: DONE, actions: [...before, action('end', { step: id, outcome: 'refused' })] },
    ];
  }
  const ask = place.facts.asks.get(id);
  if (!ask) return [fails];
  const asks = { target: `#${ask.id}`, actions: before };
  return port === 'error' ? [{ guard: guard('denied'), ...fails }, asks] : [asks];
}

/** Along the drawn arrows of a way out, or to the end where there are none. */
export function drawnWay(
  place: Place,
  segment: Segment,
  step: number,
  port: string,
  result: JsonObject,
): Transition {
  const { facts } = place;
  const taken = takenArrows(place, segment, step, port);
  const inside = taken.filter(({ to }) => has(segment.inside, to));
  const toJoin = taken.filter(({ to }) => to === segment.join?.step);
  const leaving = taken.filter(({ to }) => !has(segment.inside, to) && to !== segment.join?.step);
  const jump = firstJoin(place, segment, toJoin, leaving);
  if (jump) return settledBy(result, {}, jump);
  const live = ids([...toJoin, ...leaving]);
  const ahead = inside.map(({ to }) => to);
  const dead = deadExits(place, segment, step, ahead).filter((id) => !live.includes(id));
  if (inside.length === 0) return settledBy(result, { live, dead }, { target: segment.end });
  const fork = segment.forks.get(forkKey(step, port));
  if (fork) return intoFork(place, segment, fork, result, { live, dead });
  return settledBy(result, { live, dead }, enter(place, segment, (inside[0] as Arrow).to, inside));

  function settledBy(
    params: JsonObject,
    lists: Parameters<typeof marks>[0],
    way: Transition,
  ): Transition {
    return {
      ...way,
      actions: [action('settle', { ...params, ...marks(lists) }), ...(way.actions ?? [])],
    };
  }

  function intoFork(
    at: Place,
    home: Segment,
    { id, join, joinArrows }: Fork,
    params: JsonObject,
    lists: { live: string[]; dead: string[] },
  ): Transition {
    const direct = joinArrows.filter((arrow) => arrow.from === step);
    if (direct.length && join !== undefined && facts.steps[join]?.join === 'first') {
      return settledBy(params, lists, enter(at, home, join, direct));
    }
    const clear = ids(joinArrows.filter((arrow) => arrow.from !== step));
    return settledBy(
      params,
      { ...lists, live: [...lists.live, ...ids(direct)], clear },
      { target: `#${id}` },
    );
  }
}

/**
 * The arrows of a way out that still mean something: one that alone leads to an *every* join of the
 * same segment never starts it, because the join's other arrows cannot be taken any more.
 */
function takenArrows({ facts }: Place, segment: Segment, step: number, port: string): Arrow[] {
  const arrows = (facts.out[step] as Arrow[]).filter((arrow) => arrow.port === port);
  const inside = arrows.filter(({ to }) => has(segment.inside, to));
  const [only] = inside;
  if (inside.length !== 1 || !only || meshOf(segment, only.to)) return arrows;
  const target = facts.steps[only.to];
  const isSkipped = target?.join === 'every' && (facts.in[only.to] as Arrow[]).length > 1;
  return isSkipped ? arrows.filter((arrow) => arrow !== only) : arrows;
}

/**
 * The transition into a first-wins join that one of these arrows reaches, outermost segments last
 * (K2).
 */
function firstJoin(
  place: Place,
  segment: Segment,
  toJoin: Arrow[],
  leaving: Arrow[],
): Transition | undefined {
  const isFirst = (step: number): boolean => place.facts.steps[step]?.join === 'first';
  for (let at = segment.parent; at; at = at.parent) {
    const { join } = at;
    const far = leaving.filter(({ to }) => to === join?.step);
    if (join && far.length && isFirst(join.step)) return enter(place, join.home, join.step, far);
  }
  const { join } = segment;
  return join && toJoin.length && isFirst(join.step)
    ? enter(place, join.home, join.step, toJoin)
    : undefined;
}
