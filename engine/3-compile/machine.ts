// The machine around a scope: its terminal states, its empty context, its name and hash.
// R1 the hash covers everything that can change what the machine does, and nothing else.
// R2 every state id is unique; the compiler asserts it, because XState would not notice.

import { hashText } from '../base/canonical.ts';
import type { JsonObject } from '../base/value.ts';
import { emitScope } from './emit.ts';
import type { CompiledMachine, IRGraph, IRStep, MachineConfig } from './ir.ts';
import { DONE, action, type Emitted } from './place.ts';
import type { Mode } from './plan.ts';
import { seesOf } from './sees.ts';

/** What a run knows before it has done anything; `init` fills in what it starts from. */
const EMPTY: JsonObject = {
  input: { v: null, labels: {} },
  steps: {},
  previous: {},
  edges: {},
  loops: {},
  visits: {},
  usage: null,
  run: {},
  workflow: {},
  today: '',
  error: null,
  ends: [],
  outcome: null,
  end: null,
  output: null,
  moves: { seq: 0, list: [] },
};

/** More microsteps than this in one turn mean a circle that should not exist. */
const MICROSTEPS = 100_000;

/** The machine of a graph whose default ways out are drawn. */
export function emitMachine(graph: IRGraph, mode: Mode): CompiledMachine & { hash: string } {
  const parts: Record<string, MachineConfig> = {};
  const around = { again: false, sees: seesOf(graph.scope), mode, parts, emitScope };
  const addPart = (each: IRStep): void => {
    const inside = { ...around, addPart, container: each, level: 'item' as const };
    const give = { entry: [action('give', { of: each.id })] as never };
    const body = bodyOf(emitScope(inside, each.body!, `${each.id}__item`, DONE), give);
    parts[`scope:${each.id}`] = named(graph, `${graph.id}__${each.id}`, hashOf(body), body);
  };
  const top = { ...around, addPart, level: 'workflow' as const };
  const body = bodyOf(emitScope(top, graph.scope, 'wf', DONE), {});
  // Parts are part of what the machine does, though XState knows them only by name (R1).
  const hash = hashOf([graph.id, graph.version, body, parts]);
  return {
    format: 'interlock/machine@1',
    machine: named(graph, graph.id, hash, body),
    parts,
    hash,
  };
}

/** Of the text as it stands, not of a sorted one: the order of states is part of the machine. */
const hashOf = (x: unknown): string => hashText(JSON.stringify(x));

const bodyOf = ({ initial, states }: Emitted, whenDone: JsonObject): JsonObject => ({
  context: EMPTY,
  entry: [{ type: 'init' }],
  initial,
  states: {
    ...states,
    Done: { id: 'wf__done', type: 'final', ...whenDone },
    Failed: { id: 'wf__failed', type: 'final' },
    Stopped: { id: 'wf__stopped', type: 'final' },
  },
  on: { 'run.stop': { target: '#wf__stopped' } },
  options: { maxIterations: MICROSTEPS },
});

function named(
  { name, version }: IRGraph,
  id: string,
  hash: string,
  body: JsonObject,
): MachineConfig {
  const called = `${id}_v${version.replace(/\W/g, '_')}_${hash.slice(0, 12)}`;
  return { id: called, version, description: name, ...body };
}
