// The heaviest run through a room of steps, when every step has a weight: exact wherever steps
// follow one another, and never too small.
// HV1 a step runs at most once per round of its room, so none is ever counted twice.
// HV2 of ways that exclude each other only the heaviest counts; what runs side by side counts
//     together.
// HV3 where ways run side by side and meet again, what lies behind the meeting belongs to the step
//     all of it passes (its nearest dominator). That may count two ways of which one is taken,
//     never one too few.

import { has, members, type Bits } from './bits.ts';
import type { Arrow, Facts } from './graph.ts';

export type Heaviest = { weight: number; steps: number[] };

/** What follows a step: its weight, the steps it begins with, and by which of the two counts. */
type Choice = { weight: number; next: number[]; inLine: boolean };
const END: Choice = { weight: 0, next: [], inLine: true };

type Room = {
  facts: Facts;
  /** By step: where each of its ways out leads. */
  ways: number[][][];
  /** By step: the steps it is the nearest dominator of. */
  behind: number[][];
  /** By step, itself included: the heaviest line from it; undefined where something forks. */
  lines: (Choice | undefined)[];
  /** By step, itself included: the bound for all that it dominates. */
  bounds: Choice[];
};

/** The heaviest run from the beginning to an end, with the numbers of the steps on it, in order. */
export function heaviest(facts: Facts, weights: readonly number[]): Heaviest {
  if (facts.size === 0) return { weight: 0, steps: [] };
  const room = weighed(facts, weights);
  const steps = [...new Set(stepsOf(room, 0, room.lines[0] !== undefined))].sort((a, b) => a - b);
  return { weight: weightIn(room), steps };
}

/** The weight of the heaviest run. */
export const weightOf = (facts: Facts, weights: readonly number[]): number =>
  facts.size === 0 ? 0 : weightIn(weighed(facts, weights));

const weightIn = ({ lines, bounds }: Room): number => (lines[0] ?? (bounds[0] as Choice)).weight;

/** What does not hang on weights; a room is weighed once for each counter. */
const shapes = new WeakMap<Facts, Pick<Room, 'ways' | 'behind'>>();

function weighed(facts: Facts, weights: readonly number[]): Room {
  const shape = shapes.get(facts) ?? { ways: facts.out.map(byPort), behind: behindOf(facts) };
  shapes.set(facts, shape);
  const room: Room = { facts, ...shape, lines: [], bounds: [] };
  for (let i = facts.size - 1; i >= 0; i--) {
    const own = weights[i] ?? 0;
    room.lines[i] = plus(lineFrom(room, i), own);
    room.bounds[i] = plus(boundBehind(room, i), own) as Choice;
  }
  return room;
}

const plus = (choice: Choice | undefined, own: number): Choice | undefined =>
  choice && { ...choice, weight: choice.weight + own };

/** The heavier of two; of a way and no way at all the way, so that a run is followed to its end. */
const heavier = (a: Choice, b: Choice): Choice => (a === END || b.weight > a.weight ? b : a);

function byPort(arrows: Arrow[]): number[][] {
  const ports = new Map<string, number[]>();
  for (const { port, to } of arrows) ports.set(port, [...(ports.get(port) ?? []), to]);
  return [...ports.values()];
}

function behindOf({ size, dominators }: Facts): number[][] {
  const behind: number[][] = Array.from({ length: size }, () => []);
  for (let i = 1; i < size; i++) behind[members(dominators[i] as Bits).at(-2) ?? 0]?.push(i);
  return behind;
}

/** HV2: what follows a step when never two steps run at once from there on. */
function lineFrom({ ways, lines }: Room, i: number): Choice | undefined {
  let best = END;
  for (const to of ways[i] ?? []) {
    const [next = i] = to;
    const line = to.length === 1 ? lines[next] : undefined;
    if (!line) return undefined;
    best = heavier(best, { weight: line.weight, next: [next], inLine: true });
  }
  return best;
}

/** HV3: what follows a step, of all that it dominates. */
function boundBehind({ facts, ways, behind, lines, bounds }: Room, i: number): Choice {
  const options = (ways[i] ?? []).map((to): Choice => {
    const next = (behind[i] ?? []).filter((child) =>
      to.some((target) => has(facts.reach[target] as Bits, child)),
    );
    const weight = next.reduce((sum, child) => sum + (bounds[child] as Choice).weight, 0);
    const [only = i] = to;
    const line = to.length === 1 ? lines[only] : undefined;
    return line && line.weight < weight
      ? { weight: line.weight, next: [only], inLine: true }
      : { weight, next, inLine: false };
  });
  return options.reduce(heavier, END);
}

/** The steps a choice stands for. */
function stepsOf(room: Room, i: number, inLine: boolean): number[] {
  const choice = (inLine ? room.lines[i] : room.bounds[i]) ?? END;
  return [i, ...choice.next.flatMap((next) => stepsOf(room, next, choice.inLine))];
}

/** The longest time: what runs side by side takes as long as its slowest branch. */
export function longest(facts: Facts, times: readonly number[]): number {
  const from: number[] = [];
  for (let i = facts.size - 1; i >= 0; i--) {
    const next = (facts.out[i] ?? []).map(({ to }) => from[to] ?? 0);
    from[i] = (times[i] ?? 0) + Math.max(0, ...next);
  }
  return from[0] ?? 0;
}
