// What is proved about a machine, held against every run it can take.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomGraph } from '../../e2e/bisimulation/generate.ts';
import { seeded } from '../../e2e/kit/seeded.ts';
import { shippedFolder } from '../../samples/stage.ts';
import { registry } from '../../nodes/index.ts';
import { valueOf } from '../base/value.ts';
import { contextOf, done, failed, load, next, openRefs, start, type Turned } from '../kernel.ts';
import { compile, compileGraph } from './compile.ts';
import type { CompiledMachine, IRGraph, IRScope, IRStep } from './ir.ts';
import { prove, type Passing } from './prove.ts';

const STAMP = { at: '2026-01-01T00:00:00Z', usage: {} };
const begin = { input: valueOf({}), run: {}, workflow: {}, today: '2026-01-01', ...STAMP, seq: 1 };
const stepsIn = (scope: IRScope): IRStep[] =>
  scope.steps.flatMap((step) => [step, ...(step.body ? stepsIn(step.body) : [])]);

/** Every step any run opens when one way out is never taken; undefined beyond the bound. */
function everOpened({ machine }: CompiledMachine, graph: IRGraph, cut: Passing, most: number) {
  const own = load(machine);
  const steps = new Map(stepsIn(graph.scope).map((step) => [step.id, step]));
  const opened = new Set<string>();
  const seen = new Set<string>();
  const queue: { turned: Turned; timers: string[] }[] = [];
  const put = (turned: Turned, before: string[]): void => {
    for (const ref of openRefs(turned.snapshot)) opened.add(ref);
    if (turned.status !== 'active') return;
    const gone = new Set(turned.effects.flatMap((e) => (e.do === 'cancel_timer' ? [e.ref] : [])));
    const timers = [
      ...before.filter((ref) => !gone.has(ref)),
      ...turned.effects.flatMap((e) => (e.do === 'timer' ? [e.ref] : [])),
    ];
    const { edges, loops, steps: results, ends } = contextOf(turned.snapshot);
    const value = (turned.snapshot as { value: unknown }).value;
    const ports = Object.entries(results as object).map(([id, one]) => [id, one.port]);
    const key = JSON.stringify([value, edges, loops, ports, ends, timers]);
    if (seen.has(key)) return;
    seen.add(key);
    queue.push({ turned, timers });
  };
  put(start(own, begin), []);
  for (let at = queue.shift(); at; at = queue.shift()) {
    if (seen.size > most) return undefined;
    const { turned, timers } = at;
    const stamp = { ...STAMP, seq: 2 };
    const go = (event: Parameters<typeof next>[2], left = timers): void => {
      put(next(own, turned.snapshot, event), left);
    };
    for (const ref of openRefs(turned.snapshot)) {
      const ports = steps.get(ref)?.ports ?? ['ok'];
      for (const port of ports)
        if (port === 'error') {
          if (!(cut.step === ref && cut.port === port))
            go(failed(ref, { kind: 'terminal', code: 'x' }, stamp));
        } else if (!(cut.step === ref && cut.port === port))
          go(done(ref, { port, value: valueOf({ count: 0 }) }, stamp));
    }
    for (const ref of timers)
      go(
        { ...stamp, type: ref },
        timers.filter((one) => one !== ref),
      );
  }
  return opened;
}

describe('proofs', () => {
  test('never say what any run of a random machine contradicts', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const chance = seeded(seed);
        const size = 3 + Math.floor(chance() * 6);
        const shape = { size, density: 3, containers: 0, first: 0, depth: 0 };
        const graph = randomGraph(seed, shape);
        const { compiled } = compileGraph(graph);
        const tasks = stepsIn(graph.scope).filter(({ kind }) => kind === 'task');
        const gate = tasks[Math.floor(chance() * tasks.length)];
        const port = gate?.ports[0];
        if (!gate || port === undefined) return;
        const cut = { step: gate.id, port };
        const opened = everOpened(compiled, graph, cut, 200);
        if (!opened) return;
        for (const { id, node } of tasks.filter((one) => one !== gate)) {
          compared += 1;
          const { isProved, path } = prove(compiled, id, [cut]);
          // Sound: what is proved never happens.
          if (isProved) expect(opened.has(id)).toBe(false);
          else expect(path?.at(-1)).toBe(node);
        }
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(60);
  });

  const pay = (change: (folder: ReturnType<typeof shippedFolder>) => void = () => {}) => {
    const folder = structuredClone(shippedFolder('expense-approval'));
    change(folder);
    return compile(folder, registry).compiled;
  };
  const GATES = ['ask_manager', 'ask_director'].map((step) => ({ step, port: 'approved' }));

  test('a way around the gates is named, step by step', () => {
    const proof = prove(pay(), 'pay', GATES);
    expect(proof).toMatchObject({ isProved: false, path: ['check_claim', 'how_much', 'pay'] });
  });

  test('without that way it is proved, with the number of ways that were looked at', () => {
    const compiled = pay(({ workflow }) => {
      const { scope } = workflow;
      const edges = scope.edges.map((edge) =>
        edge.port === 'by_itself' ? { ...edge, to: 'ask_manager' } : edge,
      );
      workflow.scope = { ...scope, edges };
    });
    const proof = prove(compiled, 'pay', GATES);
    expect(proof).toMatchObject({ isProved: true, isMore: false });
    expect(proof.ways).toBeGreaterThan(3);
    expect(prove(compiled, 'pay', GATES.slice(0, 1)).isProved).toBe(false);
  });
});
