// Moving a token: which transitions leave a step by a way out, and what they say about arrows.
// K1 an arrow that leads out of a segment is marked: taken (live) or never to be taken (dead).
//    Marks are worked out here, once; the machine only writes them down.
// K2 a join that takes the first arrow is entered at once, which stops everything else around it.

import { has, noBits, either, without, both, type Bits } from './bits.ts';
import { forkKey, meshOf, type Fork, type Segment } from './plan.ts';
import type { Arrow } from './graph.ts';
import { action, guard, type ActionRef, type Place, type Transition } from './place.ts';
import type { JsonObject } from '../base/value.ts';

const ids = (arrows: Arrow[]): string[] => arrows.map(({ id }) => id);

type Marks = { live?: string[]; dead?: string[]; clear?: string[] };

/** The marks of a transition, as parameters; empty lists are left out. */
const marks = (lists: Marks): JsonObject =>
  Object.fromEntries(Object.entries(lists).filter(([, list]) => list && list.length > 0));

/** An action that only marks; none where there is nothing to mark. */
const markOnly = (params: JsonObject): ActionRef[] =>
  Object.keys(params).length ? [action('mark', params)] : [];

/**
 * Arrows out of the segment that cannot be taken any more once the token moved from `from` to
 * `to`.
 */
function deadExits({ facts }: Place, segment: Segment, from: number, to: number[]): string[] {
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
function enter(
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

/** A transition that first writes down a step's result and the marks that come with it. */
function settledBy(result: JsonObject, lists: Marks, way: Transition): Transition {
  const settle = action('settle', { ...result, ...marks(lists) });
  return { ...way, actions: [settle, ...(way.actions ?? [])] };
}

/** Along the drawn arrows of a way out, or to the end where there are none. */
export function drawnWay(
  place: Place,
  segment: Segment,
  step: number,
  port: string,
  result: JsonObject,
): Transition {
  const taken = takenArrows(place, segment, step, port);
  const inside = taken.filter(({ to }) => has(segment.inside, to));
  const toJoin = taken.filter(({ to }) => to === segment.join?.step);
  const leaving = taken.filter(({ to }) => !has(segment.inside, to) && to !== segment.join?.step);
  const jump = firstJoin(place, segment, toJoin, leaving);
  if (jump) return settledBy(result, {}, jump);
  const live = ids([...toJoin, ...leaving]);
  const ahead = inside.map(({ to }) => to);
  const dead = deadExits(place, segment, step, ahead).filter((id) => !live.includes(id));
  const [next] = inside;
  if (!next) return settledBy(result, { live, dead }, { target: segment.end });
  const fork = segment.forks.get(forkKey(step, port));
  return fork
    ? intoFork(place, segment, fork, result, { live, dead })
    : settledBy(result, { live, dead }, enter(place, segment, next.to, inside));
}

/**
 * Into a fork. Arrows that lead from it straight to its join are taken at once; what its branches
 * marked in an earlier round is forgotten.
 */
function intoFork(
  place: Place,
  segment: Segment,
  fork: Fork,
  result: JsonObject,
  lists: Marks & { live: string[] },
): Transition {
  const { id, from, join, joinArrows } = fork;
  const direct = joinArrows.filter((arrow) => arrow.from === from);
  if (direct.length && join !== undefined && place.facts.steps[join]?.join === 'first') {
    return settledBy(result, lists, enter(place, segment, join, direct));
  }
  const clear = ids(joinArrows.filter((arrow) => arrow.from !== from));
  const live = [...lists.live, ...ids(direct)];
  return settledBy(result, { ...lists, live, clear }, { target: `#${id}` });
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
