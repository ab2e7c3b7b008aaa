// Proofs about a machine: no way leads to a step without passing one of these gates. Read off the
// machine's JSON, which is what runs; nothing is run for it.
// PR1 conditions are not looked at: every way out of a step counts as possible. What is proved
//     holds for every run there can be; what is not proved comes with a way on which it may happen.
// PR2 what waits for several sides is only entered when each of them can end (a fork's join).
// PR3 a for-each leads into the machine of its items, and out of it whatever became of them.
// PR4 linear in the machine, but for the number of ways, which is counted up to a bound.

import { isObject, type Json, type JsonObject } from '../base/value.ts';
import type { CompiledMachine } from './ir.ts';

/** A way out that must be passed: the consent of a gate is its way `approved`. */
export type Passing = { step: string; port: string };
export type Proof = {
  isProved: boolean;
  /** Different ways that lead there, up to MOST_WAYS; `isMore` when there are more. */
  ways: number;
  isMore: boolean;
  /** Ids of the steps of a way that passes none of the gates, where it is not proved. */
  path?: string[];
};

const MOST_WAYS = 1000;
/** Paths are walked only so far: beyond it the number of ways is "more". */
const MOST_WALKED = 50_000;

type Move = { to: string[]; step?: string; port?: string };
type State = {
  id: string;
  parent?: State;
  isParallel: boolean;
  isFinal: boolean;
  initial?: string;
  children: State[];
  moves: Move[];
  onDone: Move[];
  /** The step it carries out, and the drawn step that one belongs to. */
  step?: string;
  node?: string;
  /** Machines of items it leads into. */
  parts: string[];
};
type Machines = { byId: Map<string, State>; roots: Map<string, State> };

/** Is there no way to `step` but through one of `gates` (PR1)? */
export function prove(compiled: CompiledMachine, step: string, gates: readonly Passing[]): Proof {
  const machines = read(compiled);
  const isCut = (move: Move): boolean =>
    gates.some((gate) => gate.step === move.step && gate.port === move.port);
  const targets = [...machines.byId.values()].filter(
    (state) => state.step === step || (state.node === step && state.step?.startsWith(`${step}__`)),
  );
  const { ways, isMore } = waysTo(machines, targets);
  const seen = reach(machines, isCut);
  const open = targets.find((target) => seen.has(target));
  if (!open) return { isProved: true, ways, isMore };
  return { isProved: false, ways, isMore, path: pathTo(open, seen) };
}

// ---- reading -----------------------------------------------------------------------------------

const textIn = (x: Json | undefined): string => (typeof x === 'string' ? x : '');

const list = (x: Json | undefined): JsonObject[] =>
  (Array.isArray(x) ? x : x === undefined ? [] : [x]).map((one) =>
    isObject(one) ? one : { target: one },
  );

function moveOf(transition: JsonObject): Move {
  const to = list(transition['target']).map(({ target }) => textIn(target).replace(/^#/, ''));
  const settle = list(transition['actions']).find(({ type }) => type === 'settle');
  const { step, port } = (settle?.['params'] ?? {}) as { step?: string; port?: string };
  return {
    to,
    ...(step === undefined ? {} : { step }),
    ...(port === undefined ? {} : { port }),
  };
}

const movesIn = (x: Json | undefined): Move[] =>
  list(x)
    .filter((one) => one['target'] !== undefined)
    .map(moveOf);

function read({ machine, parts }: CompiledMachine): Machines {
  const machines: Machines = { byId: new Map(), roots: new Map() };
  machines.roots.set('', readState(machines, machine, ''));
  for (const [name, part] of Object.entries(parts))
    machines.roots.set(name, readState(machines, part, name));
  return machines;
}

function readState(machines: Machines, raw: JsonObject, name: string, parent?: State): State {
  const invoke = isObject(raw['invoke']) ? raw['invoke'] : {};
  const input = isObject(invoke['input']) ? invoke['input'] : {};
  const timed = isObject(raw['after']) ? Object.values(raw['after']) : [];
  const src = textIn(invoke['src']);
  const state: State = {
    // Ids are unique in one machine; those of items stand beside it.
    id: parent ? textIn(raw['id']) || `${parent.id}.${name}` : `machine ${name}`,
    ...(parent ? { parent } : {}),
    isParallel: raw['type'] === 'parallel',
    isFinal: raw['type'] === 'final',
    children: [],
    moves: [
      ...movesIn(invoke['onDone']),
      ...movesIn(invoke['onError']),
      ...movesIn(raw['always']),
      ...timed.flatMap(movesIn),
    ],
    onDone: movesIn(raw['onDone']),
    ...(typeof input['step'] === 'string' ? { step: input['step'] } : {}),
    ...(typeof input['node'] === 'string' ? { node: input['node'] } : {}),
    parts: src.startsWith('scope:') ? [src] : [],
  };
  machines.byId.set(state.id, state);
  const states = isObject(raw['states']) ? raw['states'] : {};
  for (const [key, inner] of Object.entries(states))
    if (isObject(inner)) state.children.push(readState(machines, inner, key, state));
  const initial = textIn(raw['initial']);
  const first = Object.keys(states).indexOf(initial);
  if (first >= 0) state.initial = state.children[first]?.id ?? '';
  return state;
}

// ---- what can be entered -----------------------------------------------------------------------

/** Every state that can be entered without a cut move, and by which state before it (PR2). */
function reach(
  { byId, roots }: Machines,
  isCut: (move: Move) => boolean,
): Map<State, State | null> {
  const seen = new Map<State, State | null>();
  const queue: State[] = [];
  const enter = (state: State | undefined, from: State | null): void => {
    for (let at = state; at && !seen.has(at); at = at.parent) {
      seen.set(at, from);
      queue.push(at);
    }
  };
  const isDone = (state: State): boolean =>
    state.isParallel
      ? state.children.every((region) => isDone(region))
      : state.isFinal || state.children.some((child) => child.isFinal && seen.has(child));
  enter(roots.get(''), null);
  for (let state = queue.shift(); state; state = queue.shift()) {
    if (state.isParallel) for (const child of state.children) enter(child, state);
    else if (state.initial !== undefined) enter(byId.get(state.initial), state);
    for (const part of state.parts) enter(roots.get(part), state);
    for (const move of state.moves)
      if (!isCut(move)) for (const id of move.to) enter(byId.get(id), state);
    if (!state.isFinal) continue;
    for (let around = state.parent; around; around = around.parent)
      if (isDone(around))
        for (const move of around.onDone)
          if (!isCut(move)) for (const id of move.to) enter(byId.get(id), state);
  }
  return seen;
}

/** The steps on the way to a state, in order, each once. */
function pathTo(target: State, seen: ReadonlyMap<State, State | null>): string[] {
  const steps: string[] = [];
  for (let at: State | null | undefined = target; at; at = seen.get(at))
    if (at.node !== undefined && steps[0] !== at.node) steps.unshift(at.node);
  return steps;
}

/** Ways from the beginning to one of the targets, none through the same state twice (PR4). */
function waysTo({ byId, roots }: Machines, targets: State[]): { ways: number; isMore: boolean } {
  const wanted = new Set(targets);
  const on = new Set<State>();
  let ways = 0;
  let walked = 0;
  const isOver = (): boolean => ways > MOST_WAYS || walked > MOST_WALKED;
  const after = (state: State): State[] => {
    const ids = state.moves.flatMap((move) => move.to);
    if (state.isFinal)
      for (let around = state.parent; around; around = around.parent)
        ids.push(...around.onDone.flatMap((move) => move.to));
    const inside = state.isParallel
      ? state.children
      : state.initial === undefined
        ? []
        : [byId.get(state.initial)];
    return [
      ...inside,
      ...state.parts.map((part) => roots.get(part)),
      ...ids.map((id) => byId.get(id)),
    ].filter((one) => one !== undefined);
  };
  const walk = (state: State): void => {
    walked += 1;
    if (isOver() || on.has(state)) return;
    if (wanted.has(state)) return void (ways += 1);
    on.add(state);
    for (const one of after(state)) walk(one);
    on.delete(state);
  };
  const [root] = roots.values();
  if (root) walk(root);
  return { ways: Math.min(ways, MOST_WAYS), isMore: isOver() };
}
