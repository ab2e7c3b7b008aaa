// When the arrows that leave one way out nest: then they compile to plain parallel branches.
// S1 a branch is what only its own arrow reaches; nothing enters it from outside.
// S2 what leaves the branches for the rest of the segment goes to one join; without one, nothing
//    does.
// S3 every step of a branch leads to that join, else a branch's tail would hold the join up.
// S4 no first-wins join inside a branch leaves a step running that the outer join need not wait
//    for.
// S5 where the join is first-wins, nothing in a branch leads anywhere else: the losers are
//    stopped.

import { add, both, has, isEmpty, members, noBits, type Bits } from './bits.ts';
import { feedersOf, type Arrow, type Facts } from './graph.ts';

export type ForkShape = {
  from: number;
  port: string;
  branches: { head: number; steps: Bits }[];
  join?: number;
  joinArrows: Arrow[];
};

/** The nested shape of a way out with several arrows inside a segment, or undefined. */
export function shapeOf(
  facts: Facts,
  inside: Bits,
  from: number,
  port: string,
): ForkShape | undefined {
  const arrows = (facts.out[from] as Arrow[]).filter((a) => a.port === port && has(inside, a.to));
  const ways = arrows.map(({ to }) => both(facts.reach[to] as Bits, inside));
  const { own, shared } = ownAndShared(facts.size, ways);
  const joins = new Set<number>();
  for (const [i, arrow] of arrows.entries()) {
    const mine = own[i] as Bits;
    if (isEmpty(mine)) joins.add(arrow.to);
    for (const step of members(mine)) {
      if (!entersOnly(facts, step, mine, arrow)) return undefined; // S1
      for (const { to } of facts.out[step] as Arrow[]) {
        if (has(inside, to) && !has(mine, to)) joins.add(to);
      }
    }
  }
  const [join] = joins;
  if (joins.size > 1 || (join === undefined && shared)) return undefined; // S2
  if (join !== undefined && !own.every((mine) => leadsTo(facts, mine, inside, join)))
    return undefined;
  const branches = arrows.flatMap(({ to }, i) =>
    isEmpty(own[i] as Bits) ? [] : [{ head: to, steps: own[i] as Bits }],
  );
  if (join === undefined) return { from, port, branches, joinArrows: [] };
  const joinArrows = (facts.in[join] as Arrow[]).filter(
    (a) => (a.from === from && a.port === port) || branches.some(({ steps }) => has(steps, a.from)),
  );
  return { from, port, branches, join, joinArrows };
}

/** What only one way reaches, way by way; whether anything is reached by several. */
function ownAndShared(size: number, ways: Bits[]): { own: Bits[]; shared: boolean } {
  const [once, twice] = [noBits(size), noBits(size)];
  for (const way of ways) {
    way.forEach((word, i) => {
      twice[i] = (twice[i] as number) | ((once[i] as number) & word);
      once[i] = (once[i] as number) | word;
    });
  }
  return {
    own: ways.map((way) => way.map((word, i) => word & ~(twice[i] as number))),
    shared: !isEmpty(twice),
  };
}

const entersOnly = (facts: Facts, step: number, mine: Bits, by: Arrow): boolean =>
  (facts.in[step] as Arrow[]).every((a) => has(mine, a.from) || a === by);

function leadsTo(facts: Facts, mine: Bits, inside: Bits, join: number): boolean {
  const isFirst = facts.steps[join]?.join === 'first';
  const straysFrom = (step: number): boolean =>
    (facts.out[step] as Arrow[]).some(({ to }) => !has(inside, to) && to !== join);
  return (
    isRaceClean(facts, mine) && // S4
    members(mine).every(
      (step) => has(facts.reach[step] as Bits, join) && !(isFirst && straysFrom(step)), // S3, S5
    )
  );
}

/**
 * S4: after an inner first-wins join started, nothing before it in the set can still be running.
 */
export function isRaceClean(facts: Facts, set: Bits): boolean {
  return members(set).every((join) => {
    if (facts.steps[join]?.join !== 'first' || (facts.in[join] as Arrow[]).length < 2) return true;
    const stopped = feedersOf(facts, join);
    add(stopped, join);
    return members(set).every(
      (step) =>
        !has(facts.reach[step] as Bits, join) ||
        has(stopped, step) ||
        has(facts.dominators[join] as Bits, step),
    );
  });
}
