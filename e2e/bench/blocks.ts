// A drawing of as many steps as one likes, for measuring.

import type { Folder } from '../../engine/1-document/schema.ts';
import { cardOf, drawing, scopeOf, type StepSpec } from '../kit/drawing.ts';

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
