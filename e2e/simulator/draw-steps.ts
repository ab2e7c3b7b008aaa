// Single steps for the random workflows, with all their settings, and the tools and rules they
// meet.

import type { Rule } from '../../engine/1-document/schema.ts';
import type { Json, JsonObject } from '../../engine/base/value.ts';
import { below, oneOf, type Chance } from '../bisimulation/random.ts';
import { cardOf, type StepSpec } from '../kit/drawing.ts';

export type Pen = {
  chance: Chance;
  depth: number;
  library: string[];
  /** A step with steps inside. */
  room: (id: string, join: JsonObject) => StepSpec;
};

const TOOLS: [name: string, effect: string, idempotency: string, more?: JsonObject][] = [
  ['look', 'read', 'key', { rate: { calls: 2, perMs: 20_000 } }],
  ['look_fresh', 'read', 'none', { alwaysFresh: true, concurrency: 1 }],
  ['read_web', 'read', 'none', { source: 'web' }],
  ['write_key', 'write', 'key', { rate: { calls: 3, perMs: 60_000 }, concurrency: 2 }],
  ['write_check', 'write', 'check'],
  ['write_none', 'write', 'none'],
  ['send_key', 'irreversible', 'key', { concurrency: 1 }],
  ['send_check', 'irreversible', 'check'],
  ['send_none', 'irreversible', 'none'],
  ['tell_key', 'write', 'key', { class: 'communication' }],
  ['pay_none', 'spend', 'none', { amountArg: 'n' }],
];
export const CARDS = TOOLS.map(([name, effect, idempotency, more = {}]) =>
  cardOf(name, { effect, idempotency, ...more }),
);

/** Some tools are allowed, some asked about, few denied; the rest is left to the defaults. */
export function randomRules(chance: Chance): Rule[] {
  return TOOLS.flatMap(([name]) => {
    const then = oneOf(chance, ['allow', 'allow', 'allow', 'ask', 'deny', undefined] as const);
    if (!then || (then === 'deny' && chance() < 0.6)) return [];
    const tool = { field: 'tool', op: 'is' as const, value: name };
    const bound = { field: 'args.n', op: 'at_most' as const, value: 9_000_000_000 };
    const when = chance() < 0.3 ? { all: [tool, bound] } : tool;
    return [{ id: `rule_${name}`, name: `About ${name}`, when, then }];
  });
}

const N = { id: 'n', label: 'N', kind: 'number' };
const options = ['left', 'right'].map((id) => ({ id, name: id, description: id }));
const asked = (chance: Chance): JsonObject => ({
  maxOutputTokens: 200,
  role: oneOf(chance, ['fast', 'fast', 'fast', 'careful', 'code']),
  ...(chance() < 0.1 ? { standIn: oneOf(chance, ['never', 'always']) } : {}),
});

/** A number: fixed, from the form, or what an earlier step came to. */
function randomNumber({ chance }: Pen, before: string[]): Json {
  const x = chance();
  if (x < 0.4 || before.length === 0) return 1 + below(chance, 3);
  if (x < 0.55) return { '@ref': 'input.n', else: 1 };
  return { '@ref': `steps.${oneOf(chance, before)}.value.n`, else: 2 };
}

/** Often none: a limit over all visits of a step and everything inside it. */
function ownLimit(chance: Chance): JsonObject {
  if (chance() < 0.85) return {};
  const limits: JsonObject[] = [
    { costUsd: oneOf(chance, [0.0013, 0.003]) },
    { toolCalls: 1, onLimit: 'ask' },
    { attempts: 2, onLimit: 'stop' },
    { tokens: 900 },
  ];
  return { budget: oneOf(chance, limits) };
}

type Maker = (pen: Pen, id: string, before: string[]) => [type: string, settings: JsonObject];

const deadline = ({ chance }: Pen): JsonObject =>
  chance() < 0.4 ? { withinMs: oneOf(chance, [60_000, 7_200_000]) } : {};

function approval(pen: Pen, _id: string, before: string[]): [string, JsonObject] {
  const { chance } = pen;
  const fields = [{ field: N, value: randomNumber(pen, before) }];
  const ask = oneOf(chance, ['manager', 'director', 'operations']);
  const quorum: JsonObject =
    chance() < 0.2 ? { quorum: { of: ['manager', 'director', 'operations'], need: 2 } } : {};
  const escalate: JsonObject =
    chance() < 0.2 ? { escalate: [{ to: 'director', afterMs: 1_800_000 }] } : {};
  return ['approval', { ask, title: 'Go on?', fields, ...deadline(pen), ...quorum, ...escalate }];
}

function useTool(pen: Pen, _id: string, before: string[]): [string, JsonObject] {
  const { chance } = pen;
  const [tool] = oneOf(chance, TOOLS);
  const args: JsonObject = chance() < 0.6 ? { text: 'a' } : { text: 'a', n: 2 };
  const fields: Json = chance() < 0.5 ? [N] : [];
  return [
    'use_tool',
    { tool, args, fields, data: { n: randomNumber(pen, before) }, ...asked(chance) },
  ];
}

const critic: Maker = ({ chance }) => {
  const criteria = [{ id: 'short', name: 'Short', description: 'short' }];
  return ['critic', { criteria, ...asked(chance), judge: oneOf(chance, ['judge', 'careful']) }];
};

const MAKERS: [weight: number, make: Maker][] = [
  [
    36,
    (pen, _id, before) => {
      const [tool] = oneOf(pen.chance, TOOLS);
      const args = { n: randomNumber(pen, before), text: oneOf(pen.chance, ['a', 'b']) };
      return ['call_tool', { tool, args }];
    },
  ],
  [
    9,
    ({ chance }) => [
      'classify',
      { text: 'x', categories: options, ...asked(chance), ways: chance() < 0.5 },
    ],
  ],
  [6, useTool],
  [2, critic],
  [
    2,
    ({ chance }) => [
      'consensus',
      { question: 'Q?', rule: 'R', options, votes: 3, ...asked(chance) },
    ],
  ],
  [
    8,
    () => [
      'condition',
      { cases: [{ port: 'big', when: { field: 'input.n', op: 'at_least', value: 2 } }] },
    ],
  ],
  [12, approval],
  [
    3,
    (pen) => [
      'question',
      {
        ask: 'operations',
        title: 'N?',
        fields: [{ field: { ...N, required: true } }],
        ...deadline(pen),
      },
    ],
  ],
  [5, ({ chance }) => ['wait', { ms: oneOf(chance, [1, 5000, 3_600_000, 40_000_000]) }]],
  [3, ({ chance }) => ['budget_check', { toolCalls: below(chance, 4) }]],
  [2, () => ['escalate', { ask: 'incidents', title: 'Look' }]],
  [1, () => ['bomb', {}]],
  [4, () => ['join', {}]],
];
const TOTAL = MAKERS.reduce((sum, [weight]) => sum + weight, 0);

/** One random step, with all its settings. */
export function randomStep(pen: Pen, id: string, before: string[]): StepSpec {
  const { chance } = pen;
  const join = { join: oneOf(chance, ['all', 'all', 'every', 'first']) };
  const more = { ...join, ...ownLimit(chance) };
  if (pen.depth > 0 && chance() < 0.11) return pen.room(id, more);
  if (pen.library.length && chance() < 0.08)
    return [id, 'sub_workflow', { workflow: oneOf(chance, pen.library), input: { n: 1 } }, more];
  let at = chance() * TOTAL;
  const [, make] = MAKERS.find(([weight]) => (at -= weight) < 0) ?? MAKERS[0]!;
  const [type, settings] = make(pen, id, before);
  const attempts: JsonObject = chance() < 0.1 ? { attempts: 1 + below(chance, 3) } : {};
  return [id, type, settings, { ...more, ...attempts }];
}
