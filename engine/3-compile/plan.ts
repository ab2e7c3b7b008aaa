// How the steps of a scope are cut into parts in which one thing happens at a time.
// P1 a segment holds one token: at most one of its own steps is active.
// P2 where several arrows leave one way out, the segment opens: a *fork* where the branches nest
//    (each keeps to itself and all lead to one join or to nothing), else a *mesh*, whose regions
//    wait for each other's arrows. Both are exact; a fork costs less and looks like the drawing.
// P3 flat mode puts every step but the first into one mesh: slow, simple, and a check on the rest.

import { bitsOf, has, members, meet, noBits, remove, add, type Bits } from './bits.ts';
import { feedersOf, type Arrow, type Facts } from './graph.ts';
import { shapeOf, type ForkShape } from './fork-shape.ts';
import { closedSet, regionsOf } from './mesh-shape.ts';

export type Mode = 'structured' | 'flat';

export type Segment = {
  id: string;
  /** Everything inside, nested forks and meshes included; `head` is where the token comes in. */
  inside: Bits;
  head: number;
  /** Target of a token that has nowhere to go. */
  end: string;
  parent?: Segment;
  /** The join this segment leads to, and the segment that holds it. */
  join?: { step: number; home: Segment };
  /** Steps with a state of their own here, in order. */
  own: number[];
  forks: Map<string, Fork>;
  meshes: Mesh[];
  /** Arrows that lead out of the segment, other than to its join. */
  exits: Arrow[];
};

export type Fork = {
  id: string;
  from: number;
  port: string;
  branches: Segment[];
  join?: number;
  /** Arrows into the join from the fork or its branches. */
  joinArrows: Arrow[];
};

export type Mesh = { id: string; inside: Bits; join?: number; regions: Segment[] };

export type Plan = {
  top: Segment;
  /** First-wins joins inside meshes: everything that only feeds them stops when they start. */
  races: Map<number, Bits>;
};

/** What planning needs to know everywhere. */
type Job = { facts: Facts; mode: Mode; races: Map<number, Bits> };

export const forkKey = (from: number, port: string): string => `${from} ${port}`;

/** The mesh of this segment that holds a step, if any. */
export const meshOf = (segment: Segment, step: number): Mesh | undefined =>
  segment.meshes.find((mesh) => has(mesh.inside, step));

/** Cuts a scope. `id` begins every generated id; `end` is where the scope is finished. */
export function planScope(facts: Facts, id: string, end: string, mode: Mode): Plan {
  const job: Job = { facts, mode, races: new Map() };
  const all = bitsOf(facts.size, facts.steps.keys());
  return { top: segment(job, { id, end, head: 0, inside: all }), races: job.races };
}

type Outline = Pick<Segment, 'id' | 'end' | 'head' | 'inside' | 'parent' | 'join'>;

function segment(job: Job, outline: Outline): Segment {
  const { facts } = job;
  const { inside, join } = outline;
  const exits = members(inside)
    .flatMap((step) => facts.out[step] as Arrow[])
    .filter(({ to }) => !has(inside, to) && to !== join?.step);
  const made: Segment = { ...outline, exits, own: [], forks: new Map(), meshes: [] };
  const { shapes, sets } = openings(job, made);
  made.meshes = sets.map(({ steps, join: to }, i) => ({
    id: `${made.id}__mesh${i + 1}`,
    inside: steps,
    regions: [],
    ...(to === undefined ? {} : { join: to }),
  }));
  const forks = shapes.filter(({ from }) => !meshOf(made, from));
  const nested = noBits(facts.size);
  for (const shape of forks) {
    for (const branch of shape.branches)
      for (const step of members(branch.steps)) add(nested, step);
  }
  made.own = members(inside).filter((step) => !meshOf(made, step) && !has(nested, step));
  for (const shape of forks)
    made.forks.set(forkKey(shape.from, shape.port), fork(job, made, shape));
  for (const mesh of made.meshes) mesh.regions = regions(job, made, mesh);
  return made;
}

type Openings = { shapes: ForkShape[]; sets: { steps: Bits; join?: number }[] };

/**
 * Where several arrows leave one way out of the segment's own steps: forks and closed sets (P2).
 */
function openings({ facts, mode }: Job, { inside, head, parent }: Segment): Openings {
  if (mode === 'flat') {
    const rest = inside.slice();
    remove(rest, head);
    const isTop = !parent && members(rest).length > 0;
    return { shapes: [], sets: isTop ? [{ steps: rest }] : [] };
  }
  const shapes: ForkShape[] = [];
  let sets: Openings['sets'] = [];
  const hidden = noBits(facts.size);
  for (const step of members(inside)) {
    if (has(hidden, step)) continue;
    for (const port of facts.steps[step]?.ports ?? []) {
      const targets = targetsOf(facts, step, port).filter((to) => has(inside, to));
      if (targets.length < 2) continue;
      const shape = shapeOf(facts, inside, step, port);
      if (shape) shapes.push(shape);
      else sets.push(closedSet(facts, inside, targets));
      const covered = shape
        ? shape.branches.flatMap((branch) => members(branch.steps))
        : members((sets.at(-1) as { steps: Bits }).steps);
      for (const x of covered) add(hidden, x);
    }
  }
  sets = merged(facts, inside, sets);
  return { shapes, sets };
}

const targetsOf = (facts: Facts, step: number, port: string): number[] =>
  (facts.out[step] as Arrow[]).filter((arrow) => arrow.port === port).map(({ to }) => to);

/** Closed sets that share steps become one, until none do. */
function merged(facts: Facts, inside: Bits, sets: Openings['sets']): Openings['sets'] {
  for (const [i, a] of sets.entries()) {
    const b = sets.findIndex((other, j) => j > i && meet(a.steps, other.steps));
    if (b < 0) continue;
    const steps = [...members(a.steps), ...members((sets[b] as { steps: Bits }).steps)];
    const rest = sets.filter((_set, j) => j !== b);
    rest[i] = closedSet(facts, inside, steps);
    return merged(facts, inside, rest);
  }
  return sets;
}

function fork(job: Job, parent: Segment, shape: ForkShape): Fork {
  const { facts } = job;
  const step = facts.steps[shape.from]!;
  const id = `fork__${step.id}__${portName(step.ports, shape.port)}`;
  const join = shape.join === undefined ? parent.join : { step: shape.join, home: parent };
  const branches = shape.branches.map(({ head, steps }, i) => {
    const branch = `${id}__b${i + 1}`;
    return segment(job, {
      id: branch,
      end: `#${branch}__end`,
      head,
      inside: steps,
      parent,
      ...(join ? { join } : {}),
    });
  });
  return {
    id,
    from: shape.from,
    port: shape.port,
    branches,
    joinArrows: shape.joinArrows,
    ...(shape.join === undefined ? {} : { join: shape.join }),
  };
}

/**
 * A port as part of an id: letters, digits and underscores, still different from every other port.
 */
function portName(ports: string[], port: string): string {
  const clean = port.replace(/\W/g, '_');
  return ports.some((p) => p !== port && p.replace(/\W/g, '_') === clean)
    ? `${clean}_${ports.indexOf(port) + 1}`
    : clean;
}

function regions(job: Job, parent: Segment, mesh: Mesh): Segment[] {
  const { facts, races } = job;
  const found = regionsOf(facts, mesh.inside, job.mode);
  for (const { head } of found) {
    if (facts.steps[head]?.join !== 'first') continue;
    races.set(
      head,
      feedersOf(facts, head).map((word, i) => word & (mesh.inside[i] as number)),
    );
  }
  const join = mesh.join === undefined ? parent.join : { step: mesh.join, home: parent };
  return found.map(({ head, steps }) => {
    const id = `${mesh.id}__${facts.steps[head]?.id}`;
    return segment(job, {
      id,
      end: `#${id}__end`,
      head,
      inside: steps,
      parent,
      ...(join ? { join } : {}),
    });
  });
}
