// From segments to states: own steps, then the forks and meshes that open beside them.

import { has } from './bits.ts';
import { containerState } from './emit-containers.ts';
import { askStates, cancelled, stepStates, tidy } from './emit-steps.ts';
import { factsOf, type Arrow } from './graph.ts';
import type { IRScope } from './ir.ts';
import { cleanKey, keysOf } from './names.ts';
import { planScope, type Fork, type Mesh, type Segment } from './plan.ts';
import {
  freeKey,
  guard,
  type Emitted,
  type Place,
  type State,
  type States,
  type Surroundings,
  type Transition,
} from './place.ts';
import { afterAll, die, doorOf, isRacing } from './tokens.ts';

/**
 * The states of a scope. `id` begins generated ids, `end` is the target where the scope is
 * finished.
 */
export function emitScope(around: Surroundings, scope: IRScope, id: string, end: string): Emitted {
  const facts = factsOf(scope);
  const plan = planScope(facts, id, end, around.mode);
  const keys = keysOf(facts.steps.map((step) => step.name));
  return {
    initial: keys[0] as string,
    states: segmentStates({ ...around, facts, plan, keys }, plan.top),
  };
}

const CONTAINERS = ['group', 'lowered', 'loop', 'each'];

const gateKey = (key: string): string => `${key} · gate`;

/** A gate before a racing step: see doorOf. */
const gate = (place: Place, segment: Segment, step: number): State => ({
  id: doorOf(place, step),
  always: [...cancelled(place, segment, step), { target: `#${place.facts.steps[step]?.id}` }].map(
    tidy,
  ),
});

/** The states of a segment. A step that waits for arrows before it starts needs no gate. */
function segmentStates(place: Place, segment: Segment, waitsAt?: number): States {
  const states: States = {};
  for (const step of segment.own) {
    const isContainer = CONTAINERS.includes(place.facts.steps[step]!.kind);
    const key = place.keys[step] as string;
    if (isRacing(place, step) && step !== waitsAt)
      states[gateKey(key)] = gate(place, segment, step);
    states[key] = (isContainer ? containerState : stepStates)(place, segment, step);
    Object.assign(states, askStates(place, segment, step));
    for (const fork of segment.forks.values()) {
      if (fork.from === step)
        states[freeKey(states, forkName(place, fork))] = forkState(place, segment, fork);
    }
  }
  for (const mesh of segment.meshes) {
    const first = place.keys[mesh.regions[0]!.head] as string;
    states[freeKey(states, `Together: ${first}`)] = meshState(place, segment, mesh);
  }
  return states;
}

function forkName(place: Place, { from, port }: Fork): string {
  const isOnly = place.facts.steps[from]!.ports.filter((p) => p !== 'error').length === 1;
  return cleanKey(`After ${place.keys[from]}${isOnly ? '' : ` ${port}`}`);
}

const finished = (segment: Segment): State => ({ id: segment.end.slice(1), type: 'final' });

function forkState(
  place: Place,
  segment: Segment,
  { id, branches, join, joinArrows }: Fork,
): State {
  const regions: States = {};
  for (const branch of branches) {
    const key = place.keys[branch.head] as string;
    regions[freeKey(regions, key)] = {
      id: branch.id,
      initial: isRacing(place, branch.head) ? gateKey(key) : key,
      states: { ...segmentStates(place, branch), finished: finished(branch) },
    };
  }
  const onDone = afterAll(place, segment, join, joinArrows).map(tidy);
  return { id, type: 'parallel', tags: ['fork'], states: regions, onDone };
}

function meshState(place: Place, segment: Segment, { id, inside, join, regions }: Mesh): State {
  const { facts } = place;
  const states: States = {};
  for (const region of regions) {
    states[freeKey(states, place.keys[region.head] as string)] = {
      id: region.id,
      initial: 'waiting',
      states: {
        waiting: { tags: ['waiting'], always: waiting(place, region).map(tidy) },
        ...segmentStates(place, region, region.head),
        finished: finished(region),
      },
    };
  }
  const inner = (arrow: Arrow): boolean => has(inside, arrow.from);
  const joinArrows = join === undefined ? [] : (facts.in[join] as Arrow[]).filter(inner);
  const spent = facts.in.flatMap((arrows, i) => (has(inside, i) ? arrows : []));
  return {
    id,
    type: 'parallel',
    tags: ['mesh'],
    states,
    onDone: afterAll(place, segment, join, joinArrows, spent).map(tidy),
  };
}

/** A region waits until its head's arrows are decided: then it starts, or it never will. */
function waiting(place: Place, region: Segment): Transition[] {
  const { facts } = place;
  const { id, join } = facts.steps[region.head]!;
  const edges = (facts.in[region.head] as Arrow[]).map((arrow) => arrow.id);
  const [starts, never] = {
    all: ['ready', 'all_dead'],
    every: ['all_live', 'decided_not_all'],
    first: ['any_live', 'all_dead'],
  }[join] as [string, string];
  return [
    ...cancelled(place, region, region.head),
    { guard: guard(starts, { edges }), target: `#${id}` },
    { guard: guard(never, { edges }), ...die(place, region, region.head) },
  ];
}
