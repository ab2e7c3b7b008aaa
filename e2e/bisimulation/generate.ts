// Random graphs for the compiler's tests: adversarial on purpose, far denser than people draw.
// Every construct occurs: forks that nest and forks that do not, the three joins, loops, groups,
// for-each, steps made of inner steps, waits, deadlines, sub-workflows, ends, problems with and
// without arrows.

import { edgeId } from '../../engine/base/ids.ts';
import type { Condition } from '../../engine/base/condition.ts';
import { defaultWays } from '../../engine/3-compile/default-ways.ts';
import type { IREdge, IRGraph, IRKind, IRScope, IRStep } from '../../engine/3-compile/ir.ts';
import { below, oneOf, type Chance } from './random.ts';
import { seeded } from '../kit/seeded.ts';

export type Shape = {
  /** Steps of the top scope; bodies add to them. */
  size: number;
  /** Arrows into a step are 1 to this many. */
  density: number;
  /** Share of containers, share of `first` joins. */
  containers: number;
  first: number;
  /** How deep containers nest. */
  depth: number;
};

/** A mixed bag: most graphs small, one in seven over forty steps. */
export function randomShape(chance: Chance): Shape {
  const isLarge = chance() < 0.15;
  return {
    size: isLarge ? 41 + below(chance, 20) : 2 + below(chance, 25),
    density: 1 + below(chance, 7),
    containers: oneOf(chance, [0, 0.15, 0.25]),
    first: 0.15 + chance() * 0.15,
    depth: 2,
  };
}

/** The graph of a seed, default ways out drawn. */
export function randomGraph(seed: number, shape: Shape): IRGraph {
  const scope = randomScope(seeded(seed), 'n', shape);
  return defaultWays({ id: 'random', name: 'Random', version: '1.0.0', scope });
}

const PORTS = [
  ['ok', 'error'],
  ['ok', 'error'],
  ['ok', 'unsure', 'error'],
  ['approved', 'refused', 'sent_back', 'error'],
  ['approved', 'refused', 'timeout', 'error'],
  ['a', 'b', 'c', 'error'],
  ['ok', 'over', 'error'],
];
const PROBLEMS = ['error', 'unsure', 'refused', 'timeout', 'over'];

/** The ports of what is no task. */
const OF_KIND: Partial<Record<IRKind, string[]>> = {
  start: ['ok'],
  join: ['ok'],
  wait: ['ok', 'error'],
  end: [],
  loop: ['done', 'over', 'error'],
  group: ['ok', 'error'],
  each: ['ok', 'error'],
  workflow: ['ok', 'refused', 'error'],
};

function randomScope(
  chance: Chance,
  prefix: string,
  shape: Shape,
  kinds?: readonly IRKind[],
): IRScope {
  const steps: IRStep[] = [stepOf(chance, `${prefix}0`, 'start', shape)];
  const edges: IREdge[] = [];
  for (let i = 1; i < shape.size; i++) {
    const kind = kinds ? oneOf(chance, kinds) : kindOf(chance, shape);
    const step = stepOf(chance, `${prefix}${i}`, kind, shape);
    const sources = steps.filter((other) => other.ports.length > 0);
    const count = 1 + below(chance, chance() * shape.density);
    for (let k = 0; k < count; k++) {
      // Mostly near neighbours, so that graphs grow long as well as wide.
      const back = chance() < 0.7 ? Math.min(sources.length, 4) : sources.length;
      const from = sources[sources.length - 1 - below(chance, back)] as IRStep;
      const port = from.ports[below(chance, chance() * from.ports.length)] as string;
      const arrow = { from: from.id, port, to: step.id };
      const id = edgeId(arrow);
      if (!edges.some((edge) => edge.id === id)) edges.push({ id, ...arrow });
    }
    steps.push(step);
  }
  return { steps, edges };
}

function kindOf(chance: Chance, { containers, depth }: Shape): IRKind {
  const x = chance();
  if (depth > 0 && x < containers) return oneOf(chance, ['loop', 'loop', 'group', 'each']);
  if (x < containers + 0.06) return 'lowered';
  if (x > 0.95) return 'join';
  if (x > 0.92) return 'end';
  if (x > 0.89) return 'wait';
  return x > 0.87 ? 'workflow' : 'task';
}

function stepOf(chance: Chance, id: string, kind: IRKind, shape: Shape): IRStep {
  const ports = OF_KIND[kind] ?? oneOf(chance, PORTS);
  const x = chance();
  const join = x < shape.first ? 'first' : x < shape.first * 2 ? 'every' : 'all';
  const mustHandle = ports.filter((port) => PROBLEMS.includes(port));
  const isSwitchedOff = chance() < 0.05 || kind === 'wait';
  return {
    id,
    node: id,
    name: id,
    kind,
    type: `${kind}@1`,
    ports,
    mustHandle,
    settings: {},
    join: kind === 'start' ? 'all' : join,
    ...(isSwitchedOff ? { noDefault: ['error'] } : {}),
    ...(ports.includes('timeout') ? { deadline: 60_000 } : {}),
    ...(kind === 'wait' ? { waitMs: 1000 } : {}),
    ...(kind === 'end' ? { outcome: oneOf(chance, ['done', 'refused', 'does_not_know']) } : {}),
    ...bodyOf(chance, id, kind, shape),
  };
}

/** Inner steps: tasks and joins only, which belong to the step around them. */
function innerOf(chance: Chance, id: string, shape: Shape): IRScope {
  const plain = { ...shape, size: 2 + below(chance, 5), containers: 0, depth: 0 };
  const drawn = randomScope(chance, `${id}__`, plain, ['task', 'task', 'task', 'join']);
  return { ...drawn, steps: drawn.steps.map((step) => ({ ...step, node: id })) };
}

function bodyOf(chance: Chance, id: string, kind: IRKind, shape: Shape): Partial<IRStep> {
  if (kind === 'lowered') return { body: innerOf(chance, id, shape) };
  if (kind !== 'loop' && kind !== 'group' && kind !== 'each') return {};
  const size = 2 + below(chance, 5);
  const body = randomScope(chance, `${id}_`, { ...shape, size, depth: shape.depth - 1 });
  if (kind === 'each') return { body, items: [], concurrency: 1 + below(chance, 3) };
  return kind === 'group'
    ? { body }
    : { body, maxRounds: 1 + below(chance, 3), until: untilOf(chance, body) };
}

/** By the round or by what a step of the body ended with. */
function untilOf(chance: Chance, body: IRScope): Condition {
  if (chance() < 0.5) return { field: 'round', op: 'at_least', value: 1 + below(chance, 4) };
  const { id, ports } = oneOf(chance, body.steps);
  return { field: `steps.${id}.port`, op: 'is', value: ports[0] ?? 'ok' };
}
