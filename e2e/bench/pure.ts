// The pure stages: compiling, one transition, and judging an edit, by size of the drawing.

import { compile } from '../../engine/3-compile/compile.ts';
import { ceiling } from '../../engine/3-compile/ceiling.ts';
import { contract } from '../../engine/3-compile/contract.ts';
import { validate } from '../../engine/2-validate/validate.ts';
import { PRICES } from '../../engine/budgets/prices.ts';
import type { Folder } from '../../engine/1-document/schema.ts';
import { load, next, start, type KernelEvent } from '../../engine/kernel.ts';
import { registry } from '../../nodes/index.ts';
import { cardOf, drawing, scopeOf, type StepSpec } from '../kit/drawing.ts';
import { sampleSetting } from '../kit/engine-kit.ts';
import { median } from './figures.ts';

/** Blocks of a condition, a fork of three reads, and a join: about `n` steps. */
export function blocks(n: number): Folder {
  const steps: StepSpec[] = [['start', 'start']];
  const arrows: string[] = [];
  let tail = 'start:ok';
  const call = (id: string): StepSpec => [id, 'call_tool', { tool: 'look', args: { n: 1 } }];
  for (let i = 0; steps.length < n - 6; i++) {
    const id = `b${i}`;
    steps.push(
      [
        `${id}_which`,
        'condition',
        { cases: [{ port: 'yes', when: { field: 'index', op: 'is_empty' } }] },
      ],
      call(`${id}_a`),
      call(`${id}_b`),
      call(`${id}_c`),
      [`${id}_meet`, 'join'],
    );
    arrows.push(
      `${tail}>${id}_which`,
      `${id}_which:yes>${id}_a`,
      `${id}_which:yes>${id}_b`,
      `${id}_which:otherwise>${id}_c`,
      `${id}_a:ok>${id}_meet`,
      `${id}_b:ok>${id}_meet`,
      `${id}_c:ok>${id}_meet`,
    );
    tail = `${id}_meet:ok`;
  }
  steps.push(['fin', 'end', { outcome: 'done' }]);
  return drawing(scopeOf(steps, [...arrows, `${tail}>fin`]), {
    cards: [cardOf('look')],
    budget: { toolCalls: 100_000 },
  });
}

function times(repeats: number, work: () => void): number {
  const took: number[] = [];
  for (let i = 0; i < repeats + 2; i++) {
    const began = performance.now();
    work();
    if (i >= 2) took.push(performance.now() - began);
  }
  return median(took);
}

/** Median microseconds of one transition through the whole drawing. */
function transitionUs(folder: Folder): number {
  const machine = load(compile(folder, registry).compiled.machine);
  const usage = {};
  const at = '2026-01-05T09:00:00.000Z';
  const took: number[] = [];
  for (let r = 0; r < 3; r++) {
    let seq = 1;
    let turned = start(machine, {
      input: { v: {}, labels: {} },
      run: {},
      workflow: {},
      today: '2026-01-05',
      seq,
      at,
      usage,
    });
    const open = turned.effects.flatMap((e) => (e.do === 'open' ? [e.ref] : []));
    while (open.length) {
      const ref = open.shift() as string;
      seq += 1;
      const output = {
        port: ref.endsWith('_which') ? 'yes' : 'ok',
        value: { v: { n: 1 }, labels: {} },
      };
      const event: KernelEvent = { type: `xstate.done.actor.${ref}`, seq, at, usage, output };
      const began = performance.now();
      turned = next(machine, turned.snapshot, event);
      took.push((performance.now() - began) * 1000);
      open.push(...turned.effects.flatMap((e) => (e.do === 'open' ? [e.ref] : [])));
    }
  }
  return median(took);
}

/** One line of JSON with every figure of this file. */
function main(): void {
  const setting = sampleSetting();
  const sizes = [10, 100, 1000];
  const compileMs = sizes.map((n) =>
    times(n > 500 ? 7 : 20, () => void compile(blocks(n), registry)),
  );
  const transition = sizes.map((n) => transitionUs(blocks(n)));
  const edited = blocks(200);
  const judgeMs = times(15, () => {
    const folder = structuredClone(edited);
    validate(folder, setting, registry);
    const { graph } = compile(folder, registry);
    contract(graph, folder, setting, registry);
    ceiling(graph, folder, setting, registry, PRICES);
  });
  process.stdout.write(
    `${JSON.stringify({ sizes, compileMs, transitionUs: transition, judgeMs })}\n`,
  );
}

if (import.meta.main) main();
