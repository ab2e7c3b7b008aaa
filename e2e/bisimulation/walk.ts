// One random walk through a graph, machine and reference side by side, compared after every event.
// What is compared: what waits for an answer, status, outcome, the End, what failed, every result
// so far, the results of the round before, visits, and what the event moved.

import { holds, type Condition } from '../../engine/base/condition.ts';
import type { Fault, StartInput } from '../../engine/base/machine.ts';
import { valueOf, type Json, type JsonObject } from '../../engine/base/value.ts';
import { compileGraph } from '../../engine/3-compile/compile.ts';
import type { CompiledMachine, IRGraph, IRScope, IRStep } from '../../engine/3-compile/ir.ts';
import { startReference, type ReferenceRun } from './reference.ts';
import type { Answer, World } from './rules.ts';
import {
  contextOf,
  done,
  failed,
  load,
  next,
  persist,
  restore,
  start,
  type KernelEffect,
  type Machine,
  type Snapshot,
  type Turned,
} from '../../engine/kernel.ts';
import { below, oneOf, type Chance } from './random.ts';

/** What a walk saw, for the statistics. */
export type Seen = {
  events: number;
  eachFailed: number;
  groupFailed: number;
  loweredLeft: number;
  retried: number;
  restored: number;
  denied: number;
  status: 'done' | 'failed' | 'stopped';
};

/** A run beside its reference, and the items of its for-each steps by the lane they run in. */
type Pair = {
  scope: IRScope;
  machine: Machine;
  turned: Turned;
  reference: ReferenceRun;
  open: Map<string, KernelEffect & { do: 'open' }>;
  timers: Map<string, string>;
  items: Map<string, Pair>;
};

type Job = {
  chance: Chance;
  parts: CompiledMachine['parts'];
  machines: Map<string, Machine>;
  seq: number;
  seen: Seen;
};

const LONGEST = 3000;
const stamp = (job: Job): { seq: number; at: string; usage: JsonObject } => ({
  seq: ++job.seq,
  at: '2026-01-01T00:00:00Z',
  usage: { steps: job.seq },
});

/**
 * Walks a graph to its end, and again by a machine that knows some of the ways by then
 * (kernel-ways.ts). Throws a sentence that names the first difference.
 */
export function walk(graph: IRGraph, mode: 'structured' | 'flat', chance: Chance): Seen {
  const { compiled } = compileGraph(graph, { mode });
  const machine = JSON.parse(JSON.stringify(compiled.machine)) as typeof compiled.machine;
  const seen = {
    events: 0,
    eachFailed: 0,
    groupFailed: 0,
    loweredLeft: 0,
    retried: 0,
    restored: 0,
    denied: 0,
    status: 'done' as Seen['status'],
  };
  const job: Job = { chance, parts: compiled.parts, machines: new Map(), seq: 0, seen };
  const own = load(machine);
  for (let time = 0; time < 2; time++) {
    const top = begin(job, own, graph.scope, 'workflow');
    for (let n = 0; top.turned.status === 'active'; n++, seen.events++) {
      if (n > LONGEST) throw new Error('the walk does not end');
      step(job, top);
    }
    seen.status = top.turned.status;
  }
  return seen;
}

function begin(job: Job, machine: Machine, scope: IRScope, level: 'workflow' | 'item'): Pair {
  const input: StartInput = {
    input: valueOf({}),
    run: {},
    workflow: {},
    today: '2026-01-01',
    ...stamp(job),
  };
  const reference = startReference(scope, until, level);
  const pair: Pair = {
    scope,
    machine,
    turned: start(machine, input),
    reference,
    open: new Map(),
    timers: new Map(),
    items: new Map(),
  };
  apply(job, pair);
  compare(pair);
  return pair;
}

/** What the machine's guard decides, from what the reference knows. */
const until: World['until'] = (loop, round, { steps }) =>
  holds(loop.until as Condition, {
    input: valueOf({}),
    round,
    steps: Object.fromEntries(
      [...steps].map(([id, { port, value }]) => [id, { port, value: valueOf(value) }]),
    ),
  });

function find(scope: IRScope, id: string): IRStep | undefined {
  for (const step of scope.steps) {
    const found = step.id === id ? step : step.body && find(step.body, id);
    if (found) return found;
  }
  return undefined;
}

/** Does what the turn asked for: the harness plays the engine. */
function apply(job: Job, pair: Pair): void {
  const { open, timers, items, turned } = pair;
  for (const effect of turned.effects) {
    if (effect.do === 'cancel') {
      if (!open.delete(effect.ref)) throw new Error(`cancels ${effect.ref}, which is not open`);
      items.delete(effect.ref);
    } else if (effect.do === 'cancel_timer') {
      if (!timers.delete(effect.ref))
        throw new Error(`cancels the timer ${effect.ref}, which is not armed`);
    } else if (effect.do === 'timer') timers.set(effect.ref, effect.step);
    else {
      if (open.has(effect.ref)) throw new Error(`opens ${effect.ref} twice`);
      open.set(effect.ref, effect);
      if (effect.src.startsWith('scope:')) items.set(effect.ref, item(job, pair, effect));
    }
  }
  if (turned.status !== 'active') for (const kept of [open, timers, items]) kept.clear();
}

function item(job: Job, pair: Pair, { src, input }: KernelEffect & { do: 'open' }): Pair {
  const known = job.machines.get(src);
  const machine = known ?? load(job.parts[src] as JsonObject);
  job.machines.set(src, machine);
  return begin(job, machine, (find(pair.scope, input.step) as IRStep).body as IRScope, 'item');
}

/** One event somewhere in the run or its items. */
function step(job: Job, pair: Pair): void {
  const { chance } = job;
  const refs = [...pair.open.keys(), ...pair.timers.keys()];
  if (refs.length === 0)
    throw new Error(
      `nothing runs and it is not over: ${JSON.stringify(pair.turned.snapshot.value)}`,
    );
  const ref = oneOf(chance, refs);
  const child = pair.items.get(ref);
  if (child && child.turned.status === 'active') return step(job, child);
  const { event, answer, at } = child ? itemAnswer(child) : choose(job, pair, ref);
  pair.open.delete(ref);
  pair.items.delete(ref);
  pair.timers.delete(ref);
  const before = chance() < 0.02 ? JSON.stringify(persist(pair.turned.snapshot)) : undefined;
  const old = pair.turned.snapshot;
  pair.turned = next(pair.machine, old, event(ref, job));
  if (before !== undefined && before !== JSON.stringify(persist(old)))
    throw new Error('a turn changed the snapshot before it');
  pair.reference.answer(at ?? ref, answer);
  apply(job, pair);
  count(job.seen, pair);
  compare(pair);
  if (chance() < 0.2) {
    job.seen.restored++;
    const json = JSON.parse(JSON.stringify(persist(pair.turned.snapshot))) as JsonObject;
    pair.turned = { ...pair.turned, snapshot: restore(pair.machine, json) };
  }
}

type Choice = {
  event: (ref: string, job: Job) => ReturnType<typeof done>;
  answer: Answer;
  at?: string;
};

const ends = (port: string, v: Json): Choice => ({
  event: (ref, job) => done(ref, { port, value: valueOf(v) }, stamp(job)),
  answer: { port, value: v },
});

function breaks(kind: string): Choice {
  const fault: Fault = { kind, code: 'broken' };
  const value = { kind, code: 'broken' };
  return {
    event: (ref, job) => failed(ref, fault, stamp(job)),
    answer: { port: 'error', value, denied: kind === 'denied' },
  };
}

const itemAnswer = ({ turned }: Pair): Choice =>
  turned.status === 'done' ? ends('ok', turned.output?.v ?? null) : breaks('terminal');

function choose({ chance, seen }: Job, pair: Pair, ref: string): Choice {
  const timed = pair.timers.get(ref);
  if (timed !== undefined) {
    const port = find(pair.scope, timed)?.kind === 'wait' ? 'ok' : 'timeout';
    return {
      event: (type, job) => ({ ...stamp(job), type }),
      answer: { port, value: null },
      at: timed,
    };
  }
  const { src, input } = pair.open.get(ref) as KernelEffect & { do: 'open' };
  const drawn = pair.scope.edges.some((edge) => edge.from === input.step && edge.port === 'error');
  if (ref.startsWith('ask_owner__')) {
    const port = chance() < 0.4 ? 'retry' : chance() < 0.9 ? 'go_on' : 'stop';
    if (port === 'retry') seen.retried++;
    return ends(port, below(chance, 100));
  }
  const kind = chance() < 0.1 ? 'denied' : 'terminal';
  if (chance() < (drawn ? 0.25 : 0.04)) {
    if (kind === 'denied') seen.denied++;
    return breaks(kind);
  }
  if (src === 'each_open') return ends('ok', { count: below(chance, 5) });
  if (src === 'each_close') return ends('ok', [1, 2]);
  const { ports, deadline } = find(pair.scope, input.step) as IRStep;
  const ways = ports.filter(
    (port) => port !== 'error' && !(port === 'timeout' && deadline !== undefined),
  );
  const calm = ways.filter((port) => !['refused', 'over', 'unsure'].includes(port));
  return ends(oneOf(chance, chance() < 0.85 && calm.length ? calm : ways), below(chance, 100));
}

function count(seen: Seen, { scope, turned }: Pair): void {
  for (const { step, port } of turned.moves) {
    const kind = find(scope, step)?.kind;
    if (kind === 'lowered' && port !== undefined && port !== 'error') seen.loweredLeft++;
    if (port !== 'error') continue;
    if (kind === 'each') seen.eachFailed++;
    if (kind === 'group') seen.groupFailed++;
  }
}

/** Throws when machine and reference disagree about anything. */
function compare({ turned, reference, open, timers, scope }: Pair): void {
  const { world } = reference;
  const context = contextOf(turned.snapshot as Snapshot);
  const [steps, previous] = [plain(world.steps), plain(world.previous)];
  const visits = [...open.values()].map(({ input }) => [input.step, input.visit]);
  const timed = reference.running().filter((id) => find(scope, id)?.kind === 'wait');
  const deadlines = reference.running().filter((id) => find(scope, id)?.deadline !== undefined);
  same(
    'runs',
    [...open.keys()].sort(),
    reference
      .running()
      .filter((id) => !timed.includes(id))
      .sort(),
  );
  same('timers', [...timers.values()].sort(), [...timed, ...deadlines].sort());
  same('status', turned.status, world.status);
  same('outcome', turned.outcome ?? null, world.status === 'done' ? world.outcome : null);
  same('end', turned.end ?? null, world.status === 'done' ? world.end : null);
  same(
    'failed at',
    turned.failure?.step ?? null,
    world.status === 'failed' ? world.failedAt : null,
  );
  const isCutOff = (move: string): boolean => world.cutOff.has(move.split(/[:#]/)[0] as string);
  const lasting = (moves: string[]): string[] => moves.filter((move) => !isCutOff(move)).sort();
  same('moves', lasting(turned.moves.map(spelled)), lasting(world.moves));
  const sorted = (entries: JsonObject): Json => inOrder(entries, world.cutOff);
  same('results', sorted(context['steps'] as JsonObject), sorted(steps));
  same('previous results', sorted(context['previous'] as JsonObject), sorted(previous));
  same(
    'visits',
    visits,
    visits.map(([id]) => [id, world.visits.get(String(id).replace('ask_owner__', ''))]) as Json,
  );
}

const spelled = ({ step, port, round }: { step: string; port?: string; round?: number }): string =>
  round === undefined ? (port === undefined ? step : `${step}:${port}`) : `${step}#${round}`;

const plain = (entries: Map<string, { port: string; value: Json }>): JsonObject =>
  Object.fromEntries(
    [...entries].map(([id, { port, value }]) => [id, { port, value: { v: value } }]),
  );

/** Results in one order, without labels, which the reference does not know. */
const inOrder = (entries: JsonObject, without: Set<string>): Json =>
  Object.entries(entries)
    .filter(([id]) => !without.has(id))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, entry]) => {
      const { port, value } = entry as { port: string; value: { v: Json } };
      return [id, port, value.v];
    });

function same(what: string, machine: Json, reference: Json): void {
  const [a, b] = [JSON.stringify(machine), JSON.stringify(reference)];
  if (a !== b) throw new Error(`${what}: the machine has ${a}, the reference ${b}`);
}
