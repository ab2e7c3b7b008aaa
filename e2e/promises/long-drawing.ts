// A drawing whose run is as long as anybody likes: a hundred tool calls a round.

import type { Folder } from '../../engine/1-document/schema.ts';
import { cardOf, drawing, scopeOf, type StepSpec } from '../kit/drawing.ts';

const IN_ROUND = 50;

const look = (id: string): StepSpec => [id, 'call_tool', { tool: 'look', args: { n: 1 } }];
const never = { field: 'round', op: 'less_than', value: 0 };
const loop = (id: string, maxRounds: number, scope: ReturnType<typeof scopeOf>): StepSpec => [
  id,
  'loop',
  { maxRounds, until: never },
  { scope },
];
const inner = scopeOf(
  [['first', 'start'], look('one'), look('two')],
  ['first:ok>one', 'one:ok>two'],
);
const outer = scopeOf(
  [['begin', 'start'], loop('within', IN_ROUND, inner), ['next', 'parallel']],
  ['begin:ok>within', 'within:done>next', 'within:over>next'],
);
/** Makes so many rounds, then ends. */
export const longDrawing = (rounds: number): Folder => ({
  ...drawing(
    scopeOf(
      [['start', 'start'], loop('around', rounds, outer), ['fin', 'end', { outcome: 'done' }]],
      ['start:ok>around', 'around:done>fin', 'around:over>fin'],
    ),
    {
      cards: [cardOf('look', { effect: 'read', alwaysFresh: true })],
      rules: [
        {
          id: 'look',
          name: 'Looking is fine',
          when: { field: 'tool', op: 'is', value: 'look' },
          then: 'allow',
        },
      ],
      budget: { toolCalls: 100_000, attempts: 100_000, minutes: 600 },
    },
  ),
  practice: { answers: [], tools: [{ name: 'look', answers: [{ value: { n: 1 } }] }], world: {} },
});
