// The pure stages: compiling, one transition, and judging an edit, by size of the drawing.

import { compile } from '../../engine/3-compile/compile.ts';
import { judge } from '../../engine/3-compile/judge.ts';
import { edit } from '../../engine/1-document/edit.ts';
import type { Folder, Setting } from '../../engine/1-document/schema.ts';
import { load, next, start, type KernelEvent } from '../../engine/kernel.ts';
import { registry } from '../../nodes/index.ts';
import { sampleSetting } from '../kit/engine-kit.ts';
import { blocks } from './blocks.ts';
import { wide } from './canvas-drawing.ts';
import { median } from './figures.ts';

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

/** Median milliseconds from a changed setting to all that is said of a drawing of 200 steps. */
function editMs(setting: Setting): number {
  let folder = wide(200);
  let value = 0;
  return times(15, () => {
    value += 1;
    const made = edit(folder.workflow, { do: 'set', step: 'b3_a', path: 'args.n', value });
    if (!('workflow' in made)) throw new Error('the edit was refused');
    folder = { ...folder, workflow: made.workflow };
    if (!judge(folder, setting, registry).isFine) throw new Error('the drawing has errors');
  });
}

/** One line of JSON with every figure of this file. */
function main(): void {
  const setting = sampleSetting();
  const sizes = [10, 100, 1000];
  const compileMs = sizes.map((n) =>
    times(n > 500 ? 7 : 20, () => void compile(blocks(n), registry)),
  );
  const transition = sizes.map((n) => transitionUs(blocks(n)));
  const judgeMs = editMs(setting);
  process.stdout.write(
    `${JSON.stringify({ sizes, compileMs, transitionUs: transition, judgeMs })}\n`,
  );
}

if (import.meta.main) main();
