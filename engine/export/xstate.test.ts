// The exported folder runs under plain XState, away from this repository, the same way as the
// kernel.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomGraph } from '../../e2e/bisimulation/generate.ts';
import { seeded } from '../../e2e/kit/seeded.ts';
import { compileGraph } from '../3-compile/compile.ts';
import { defaultWays } from '../3-compile/default-ways.ts';
import type { IRGraph, IRScope, IRStep } from '../3-compile/ir.ts';
import type { StartInput } from '../base/machine.ts';
import { valueOf, type Json } from '../base/value.ts';
import { contextOf, done, load, next, start, type KernelEffect } from '../kernel.ts';
import { exportXstate } from './xstate.ts';

/**
 * Which way out a step takes at a visit: any fixed rule will do, as long as both sides follow it.
 */
function wayOf(ports: string[], step: string, visit: number): string {
  let sum = visit * 7;
  for (const c of step) sum = (sum * 31 + c.charCodeAt(0)) % 100003;
  return ports[sum % ports.length] as string;
}

/** Runs in the exported folder, which knows nothing of this repository. */
const DRIVER = `
import { readFileSync } from 'node:fs';
import { createActor } from 'xstate';
import { inputOf, machineOf, pathOf, save, resume } from './runtime.mjs';
${wayOf.toString()}
const { cases } = JSON.parse(readFileSync('cases.json', 'utf8'));
const turn = () => new Promise((go) => setImmediate(go));
const results = [];
for (const { compiled, ports, restart } of cases) {
  const pending = new Map();
  const does = Object.fromEntries(Object.keys(ports).map((step) => [step, (_settings, call) =>
    new Promise((answer) => pending.set(step, () => {
      pending.delete(step);
      answer({ port: wayOf(ports[step], step, call.visit), value: call.visit });
    }))]));
  const machine = machineOf(compiled, does);
  let actor = createActor(machine, { input: inputOf({ amount: 7 }) });
  actor.start();
  for (let n = 0; ; n++) {
    await turn();
    if (actor.getSnapshot().status !== 'active') break;
    if (restart && n === 3) {
      const saved = JSON.parse(JSON.stringify(save(actor)));
      actor.stop();
      pending.clear();
      actor = resume(machine, saved);
      await turn();
    }
    const [first] = [...pending.keys()].filter((step) => actor.getSnapshot().children[step]).sort();
    if (first) pending.get(first)();
  }
  const { value, context } = actor.getSnapshot();
  const entries = Object.entries(JSON.parse(JSON.stringify(context.steps)));
  const steps = entries.map(([id, s]) => [id, s.port, s.value.v]).sort();
  const { outcome, end } = context;
  results.push({ value, outcome, end, path: pathOf(actor), steps });
}
console.log(JSON.stringify(results));
`;

const stepsOf = (scope: IRScope): IRStep[] =>
  scope.steps.flatMap((step) => [step, ...(step.body ? stepsOf(step.body) : [])]);

const portsOf = (graph: IRGraph): Record<string, string[]> =>
  Object.fromEntries(
    stepsOf(graph.scope)
      .filter((step) => step.kind === 'task' || step.kind === 'workflow')
      .map((step) => [
        step.id,
        step.ports.filter((port) => port !== 'error' && port !== 'timeout'),
      ]),
  );

const INPUT: StartInput = {
  input: valueOf({ amount: 7 }, 'input'),
  run: {},
  workflow: {},
  today: '',
  seq: 1,
  at: '',
  usage: {},
};

/** The same run in the kernel: always the first open step by name. */
function inKernel(graph: IRGraph): object {
  const machine = load(compileGraph(graph).compiled.machine);
  const ports = portsOf(graph);
  const open = new Map<string, KernelEffect & { do: 'open' }>();
  const path: string[] = [];
  let turn = start(machine, INPUT);
  for (let seq = 2; ; seq++) {
    path.push(...turn.moves.flatMap(({ step, port }) => (port ? [`${step}:${port}`] : [])));
    if (turn.status !== 'active') break;
    for (const effect of turn.effects) {
      if (effect.do === 'open') open.set(effect.ref, effect);
      if (effect.do === 'cancel') open.delete(effect.ref);
    }
    const [ref = ''] = [...open.keys()].sort();
    const { input } = open.get(ref) as KernelEffect & { do: 'open' };
    open.delete(ref);
    const port = wayOf(ports[ref] as string[], ref, input.visit);
    turn = next(
      machine,
      turn.snapshot,
      done(ref, { port, value: valueOf(input.visit) }, { seq, at: '', usage: {} }),
    );
  }
  const { outcome, end, steps } = contextOf(turn.snapshot);
  const results = Object.entries(steps as Record<string, { port: string; value: { v: Json } }>);
  return {
    value: turn.snapshot.value,
    outcome,
    end,
    path,
    steps: results
      .map(([id, { port, value }]) => [id, port, value.v] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

/** Random graphs in which everything is decided by answers: no clocks, no items. */
function randomGraphs(count: number): IRGraph[] {
  const found: IRGraph[] = [];
  for (let seed = 1; found.length < count; seed++) {
    const chance = seeded(seed);
    const shape = {
      size: 4 + (seed % 14),
      density: 1 + (seed % 5),
      containers: 0.2,
      first: chance() * 0.3,
      depth: 2,
    };
    const graph = randomGraph(seed, shape);
    const kinds = stepsOf(graph.scope);
    if (!kinds.some((step) => step.kind === 'each' || step.kind === 'wait' || step.deadline))
      found.push(graph);
  }
  return found;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plain-xstate-'));
  mkdirSync(path.join(folder, 'node_modules'));
  const xstate = path.join(import.meta.dirname, '../../node_modules/xstate');
  symlinkSync(xstate, path.join(folder, 'node_modules/xstate'), 'junction');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes an exported folder and runs a script in it. */
function runPlain(graph: IRGraph, more: Record<string, string>, script: string): string {
  const files = { ...exportXstate(graph, compileGraph(graph).compiled), ...more };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const ran = spawnSync(process.execPath, [script], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 30_000,
  });
  expect(ran.stderr).toBe('');
  return ran.stdout;
}

const task = (id: string, more: Partial<IRStep> = {}): IRStep => ({
  id,
  node: id,
  name: id,
  kind: 'task',
  type: 'task@1',
  ports: ['ok', 'error'],
  mustHandle: ['error'],
  join: 'all',
  settings: {},
  ...more,
});
const first = (id: string): IRStep =>
  task(id, { kind: 'start', type: 'start@1', ports: ['ok'], mustHandle: [] });
const graphOf = (steps: IRStep[], arrows: [string, string, string][]): IRGraph =>
  defaultWays({
    id: 'plain',
    name: 'Plain',
    version: '1.0.0',
    scope: {
      steps,
      edges: arrows.map(([from, port, to]) => ({ id: `${from}:${port}>${to}`, from, port, to })),
    },
  });

describe('the exported folder under plain XState', () => {
  test('goes the way the kernel goes in 80 random graphs, half of them saved and resumed', () => {
    const graphs = randomGraphs(80);
    const cases = graphs.map((graph, i) => ({
      compiled: compileGraph(graph).compiled,
      ports: portsOf(graph),
      restart: i % 2 === 1,
    }));
    const more = { 'cases.json': JSON.stringify({ cases }), 'driver.mjs': DRIVER };
    const results = JSON.parse(runPlain(graphs[0] as IRGraph, more, 'driver.mjs')) as {
      path: string[];
    }[];
    expect(results).toEqual(graphs.map(inKernel));
    expect(results.flatMap(({ path: way }) => way).length).toBeGreaterThan(300);
  }, 60_000);

  test('evaluates conditions and runs for-each items by itself', () => {
    const cases = [{ port: 'small', when: { field: 'input.amount', op: 'less_than', value: 5 } }];
    const body = {
      steps: [
        first('begin'),
        task('look', { type: 'echo@1', settings: { seen: { '@ref': 'item' } } }),
      ],
      edges: [{ id: 'begin:ok>look', from: 'begin', port: 'ok', to: 'look' }],
    };
    const graph = graphOf(
      [
        first('start'),
        task('how_much', {
          type: 'condition@1',
          ports: ['small', 'otherwise', 'error'],
          settings: { cases },
        }),
        task('small'),
        task('every_one', {
          kind: 'each',
          type: 'for_each@1',
          items: ['a', 'b', 'c'],
          concurrency: 2,
          body,
        }),
        task('wait', { kind: 'wait', type: 'wait@1', waitMs: 5 }),
        task('last', { type: 'echo@1', settings: { list: { '@ref': 'steps.every_one.value' } } }),
      ],
      [
        ['start', 'ok', 'how_much'],
        ['how_much', 'small', 'small'],
        ['how_much', 'otherwise', 'every_one'],
        ['every_one', 'ok', 'wait'],
        ['wait', 'ok', 'last'],
      ],
    );
    const script = `
      import { readFileSync } from 'node:fs';
      import { createActor, waitFor } from 'xstate';
      import { inputOf, machineOf, pathOf } from './runtime.mjs';
      const json = JSON.parse(readFileSync('machine.json', 'utf8'));
      const machine = machineOf(json, { 'echo@1': (value) => ({ value }) });
      const actor = createActor(machine, { input: inputOf({ amount: 7 }) });
      actor.start();
      await waitFor(actor, (s) => s.status !== 'active');
      const { steps } = actor.getSnapshot().context;
      console.log(JSON.stringify([pathOf(actor), steps.get('last').value.v]));`;
    const [way, value] = JSON.parse(runPlain(graph, { 'mine.mjs': script }, 'mine.mjs')) as [
      string[],
      Json,
    ];
    expect(way).toEqual(['start:ok', 'how_much:otherwise', 'every_one:ok', 'wait:ok', 'last:ok']);
    expect(value).toEqual({ list: [{ seen: 'a' }, { seen: 'b' }, { seen: 'c' }] });
  }, 30_000);

  test('comes with an example that runs as it is, and a runtime of at most 120 lines', () => {
    const graph = graphOf(
      [first('start'), task('work'), task('rest')],
      [
        ['start', 'ok', 'work'],
        ['work', 'ok', 'rest'],
      ],
    );
    const out = runPlain(graph, {}, 'run.mjs');
    expect(out.split('\n').slice(0, 3)).toEqual(['start:ok', 'work:ok', 'rest:ok']);
    const files = exportXstate(graph, compileGraph(graph).compiled);
    expect(files['runtime.mjs']?.split('\n').length).toBeLessThanOrEqual(120);
    expect(files['values.mjs']?.split('\n').length).toBeLessThanOrEqual(120);
  });

  test('holds the machine the engine runs, unchanged, and is the same twice', () => {
    const [graph] = randomGraphs(1) as [IRGraph];
    const { compiled } = compileGraph(graph);
    const files = exportXstate(graph, compiled);
    expect(JSON.parse(files['machine.json'] as string)).toEqual(compiled);
    expect(exportXstate(graph, compileGraph(graph).compiled)).toEqual(files);
  });
});
