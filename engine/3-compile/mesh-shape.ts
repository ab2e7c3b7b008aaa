// Where arrows do not nest: the smallest set of steps that can be run side by side and left as
// one.
// H1 the set is closed: what its steps lead to is in it, is its one join, or lies outside the
//    segment.
// H2 its regions are the steps that nothing in the set comes before alone (children of the entry
//    in the dominator tree), each with everything only it leads to.

import {
  add,
  both,
  either,
  has,
  isEmpty,
  members,
  noBits,
  within,
  bitsOf,
  without,
  type Bits,
} from './bits.ts';
import { isRaceClean } from './fork-shape.ts';
import type { Arrow, Facts } from './graph.ts';

/** The smallest closed set around these steps, up to one common join, or all they reach (H1). */
export function closedSet(
  facts: Facts,
  inside: Bits,
  targets: number[],
): { steps: Bits; join?: number } {
  const wanted = bitsOf(facts.size, targets);
  const reached = both(targets.map((t) => facts.reach[t] as Bits).reduce(either), inside);
  for (const join of members(reached)) {
    if (has(wanted, join)) continue;
    const steps = without(reached, facts.reach[join] as Bits);
    if (isEmpty(steps) || !within(wanted, steps) || !isRaceClean(facts, steps)) continue;
    if (members(steps).every((step) => endsAt(facts, steps, inside, step, join)))
      return { steps, join };
  }
  return { steps: reached };
}

function endsAt(facts: Facts, steps: Bits, inside: Bits, step: number, join: number): boolean {
  const isFirst = facts.steps[join]?.join === 'first';
  return (
    has(facts.reach[step] as Bits, join) &&
    (facts.out[step] as Arrow[]).every(
      ({ to }) => has(steps, to) || to === join || (!has(inside, to) && !isFirst),
    )
  );
}

/** The regions of a closed set, in order (H2). In flat mode every step is its own. */
export function regionsOf(
  facts: Facts,
  set: Bits,
  mode: 'structured' | 'flat',
): { head: number; steps: Bits }[] {
  const headOf = new Map<number, number>();
  const found = new Map<number, Bits>();
  for (const step of members(set)) {
    const heads = new Set((facts.in[step] as Arrow[]).map(({ from }) => headOf.get(from)));
    const [only] = heads;
    const head = mode === 'flat' || heads.size > 1 || only === undefined ? step : only;
    headOf.set(step, head);
    if (head === step) found.set(step, noBits(facts.size));
    add(found.get(head) as Bits, step);
  }
  return [...found].map(([head, steps]) => ({ head, steps }));
}
