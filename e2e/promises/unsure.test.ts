// Not to know is an answer of its own. Nothing a model or a tool says instead of an answer, and
// nothing that breaks on the way, is ever taken for a success.

import { expect, test } from 'vitest';
import type { Folder } from '../../engine/1-document/schema.ts';
import type { ModelPort, ToolPort } from '../../engine/4-run/ports.ts';
import type { Json } from '../../engine/base/value.ts';
import { cardOf, drawing, scopeOf, type StepSpec } from '../kit/drawing.ts';
import { openKit, sampleSetting } from '../kit/engine-kit.ts';

const setting = sampleSetting();
const amount = { id: 'amount', label: 'Amount', kind: 'number', required: true };
const AGENTS: StepSpec[] = [
  [
    'it',
    'classify',
    {
      text: 'A parcel is late.',
      instructions: 'Sort it.',
      categories: [
        { id: 'late', name: 'Late', description: 'Something is late' },
        { id: 'other', name: 'Other', description: 'Anything else' },
      ],
      maxOutputTokens: 200,
    },
  ],
  [
    'it',
    'extract',
    { text: 'It costs 12.', instructions: 'Read it.', fields: [amount], maxOutputTokens: 200 },
  ],
  [
    'it',
    'decide',
    {
      question: 'Pay?',
      rule: 'Pay what is due.',
      data: { due: true },
      options: [
        { id: 'pay', name: 'Pay', description: 'Pay it' },
        { id: 'wait', name: 'Wait', description: 'Not yet' },
      ],
      maxOutputTokens: 200,
    },
  ],
];
/** What would be an answer for each of them. */
const RIGHT: Json[] = [{ category: 'late' }, { amount: 12 }, { choice: 'pay' }];
const TOOL: StepSpec = ['it', 'call_tool', { tool: 'look', args: { n: 1 } }];

/** The step alone before an end; where its answer is a success it goes there. */
function alone([id, type, settings]: StepSpec, port: string): Folder {
  return drawing(
    scopeOf(
      [
        ['start', 'start'],
        [id, type, settings, { attempts: 1 }],
        ['fin', 'end', { outcome: 'done' }],
      ],
      ['start:ok>it', `it:${port}>fin`],
    ),
    {
      cards: [
        cardOf('look', {
          effect: 'read',
          result: [{ id: 'n', label: 'N', kind: 'number', required: true }],
        }),
      ],
    },
  );
}

const NOT_ANSWERS: Json[] = [
  null,
  '',
  'I would say late.',
  {},
  [],
  0,
  false,
  { category: 'nonsense' },
  { category: '__proto__', choice: 'constructor', amount: 'much' },
  { category: ['late'], choice: ['pay'], amount: [12] },
  { category: '', choice: '', amount: null },
  { error: 'nothing found' },
];
const FAILURES = (['retryable', 'terminal', 'denied'] as const).flatMap((kind) =>
  ['failure.model_empty', 'failure.model_cut', 'failure.model_refused', 'failure.timeout'].map(
    (code) => ({ kind, code, params: {} }),
  ),
);
const used = { modelCalls: 1, toolCalls: 0, tokens: 9, costNano: 9 };
const confidence = { share: 0.99, source: 'rule' as const };

type Answer = Awaited<ReturnType<ModelPort['call']>>;
const OF_MODELS: [string, () => Promise<Answer>][] = [
  [
    'says that it does not know',
    async () => ({ ok: true, used, reply: { answer: null, doesNotKnow: true } }),
  ],
  ...NOT_ANSWERS.map((answer): [string, () => Promise<Answer>] => [
    `says ${JSON.stringify(answer)}`,
    async () => ({ ok: true, used, reply: { answer, confidence } }),
  ]),
  ...FAILURES.map((failure): [string, () => Promise<Answer>] => [
    `fails: ${failure.kind} ${failure.code}`,
    async () => ({ ok: false, used, failure }),
  ]),
  ['throws', () => Promise.reject(new Error('broken'))],
  ['throws nothing at all', () => Promise.reject(undefined as never)],
];

type Reply = Awaited<ReturnType<ToolPort['call']>>;
const OF_TOOLS: [string, () => Promise<Reply>][] = [
  ...[...NOT_ANSWERS, { n: 'one' }, { n: null }, { ok: false, n: 1, error: 'no' }].map(
    (value): [string, () => Promise<Reply>] => [
      `says ${JSON.stringify(value)}`,
      async () => ({ ok: true, used, reply: { value } }),
    ],
  ),
  ...FAILURES.map((failure): [string, () => Promise<Reply>] => [
    `fails: ${failure.kind} ${failure.code}`,
    async () => ({ ok: false, used, failure }),
  ]),
  ['throws', () => Promise.reject(new Error('broken'))],
  ['throws nothing at all', () => Promise.reject(undefined as never)],
];

/** Where a run of one step came to. */
async function came(folder: Folder, script: Parameters<typeof openKit>[0]) {
  const kit = openKit(script);
  try {
    const begin = { folder, setting, input: {}, practice: true, pace: 'full' as const };
    const started = await kit.engine.startRun(begin);
    if ('wrong' in started) throw new Error(JSON.stringify(started.wrong));
    const view = await kit.engine.settled(started.run);
    const asks = kit.engine.inbox().length > 0;
    return { ways: view.path.map(({ step, port }) => `${step} ${port}`), view, asks };
  } finally {
    await kit.end();
  }
}

test('not knowing is an answer of its own, and nothing broken is ever taken for a success', async () => {
  for (const [i, step] of AGENTS.entries()) {
    const good = step[1] === 'decide' ? 'pay' : 'ok';
    const guess = { answer: RIGHT[i] ?? null, doesNotKnow: true, confidence };
    const guesses = async (): Promise<Answer> => ({ ok: true, used, reply: guess });
    for (const [what, call] of [...OF_MODELS, ['does not know and guesses', guesses] as const]) {
      const { ways, view, asks } = await came(alone(step, good), { models: { call } });
      const seen = `${step[1]} ${what}`;
      expect([seen, view.outcome, view.status !== 'done']).toEqual([seen, undefined, true]);
      expect([seen, ways.some((way) => way === `it ${good}` || way.startsWith('fin'))]).toEqual([
        seen,
        false,
      ]);
      expect([seen, asks || view.failure !== undefined]).toEqual([seen, true]);
    }
  }
  for (const [what, call] of OF_TOOLS) {
    const { ways, view, asks } = await came(alone(TOOL, 'ok'), { tools: { call } });
    expect([what, view.outcome, ways.includes('it ok')]).toEqual([what, undefined, false]);
    expect([what, asks || view.failure !== undefined]).toEqual([what, true]);
  }
  // What is an answer is taken for one.
  for (const [i, step] of AGENTS.entries()) {
    const reply = { answer: RIGHT[i] ?? null, confidence };
    const good = step[1] === 'decide' ? 'pay' : 'ok';
    const call = async (): Promise<Answer> => ({ ok: true, used, reply });
    const { view } = await came(alone(step, good), { models: { call } });
    expect([step[1], view.outcome]).toEqual([step[1], 'done']);
  }
  const call = async (): Promise<Reply> => ({ ok: true, used, reply: { value: { n: 1 } } });
  expect((await came(alone(TOOL, 'ok'), { tools: { call } })).view.outcome).toBe('done');
}, 120_000);
