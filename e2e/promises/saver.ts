// Saves a drawing over and over until it is killed, each time larger or smaller and under another
// name: `node saver.ts DIR VERSIONS`. Says `saving` once it is at it.

import { loadFolder } from '../../engine/1-document/load.ts';
import { saveWorkflow } from '../../engine/1-document/save.ts';
import { drawing, scopeOf, type StepSpec } from '../kit/drawing.ts';

const [, , dir = '', versions = ''] = process.argv;

const steps = Array.from({ length: 120 }, (_, i): StepSpec => [`s${i}`, 'parallel']);
const whole = drawing(
  scopeOf([['start', 'start'], ...steps, ['fin', 'end', { outcome: 'done' }]], []),
).workflow;

/** What the first word of the name says how much of the drawing there is. */
const nth = (n: number) => {
  const nodes = whole.scope.nodes.slice(0, 2 + ((n * 37) % 119));
  return { ...whole, name: `${nodes.length} steps, save ${n}`, scope: { ...whole.scope, nodes } };
};

process.stdout.write('saving\n');
let { hash } = loadFolder(dir);
const { folder } = loadFolder(dir);
for (let n = Number(/save (\d+)/.exec(folder?.workflow.name ?? '')?.[1] ?? 0) + 1; ; n++) {
  const saved = saveWorkflow({
    dir,
    versions,
    workflow: nth(n),
    ...(folder ? { expect: hash } : {}),
    at: Date.now(),
    isGood: n % 2 === 0,
  });
  if (!saved.ok) throw new Error('somebody else changed it');
  hash = saved.hash;
  // The end of a save is known outside, as the designer's answer is.
  process.stdout.write(`${n}\n`);
}
