// Consensus: several models answer one closed question on their own; the majority counts if it is
// large enough.
// CS1 the votes run side by side, each an effect of its own; none sees another.
// CS2 each is offered the options in another order, so that the first is not simply taken and no
//     two votes are the same call.
// CS3 a vote that is unsure or fails is a vote for nobody: it lowers the share of everyone.

import { z } from 'zod';
import {
  agentSettings,
  ASIDE,
  ASKS_MODEL,
  DOUBT_OR_FAILURE,
  choiceField,
  waysTo,
  optionList,
} from '../engine/base/agent-settings.ts';
import { bindable } from '../engine/base/bindable.ts';
import type { Json } from '../engine/base/value.ts';
import { defineNode, type InnerStep, type Lowered, type Lowering } from '../engine/node.ts';

const settings = z.strictObject({
  question: bindable(z.string().min(1).max(1000)),
  rule: bindable(z.string().min(1).max(8000)).meta({ widget: 'long_text' }),
  data: z.record(z.string().max(48), bindable(z.json())).default({}).meta({ widget: 'record' }),
  options: optionList(2, 20),
  votes: z.int().min(3).max(7).default(3),
  atLeast: z.number().min(0.51).max(1).default(0.6).meta({ widget: 'share' }),
  ...agentSettings,
});
type Settings = z.infer<typeof settings>;

function lower(own: Settings, { idOf }: Lowering): Lowered {
  const { votes: n, atLeast, options, ...question } = own;
  const parts = Array.from({ length: n }, (_x, i) => `vote${i + 1}`);
  const ways = [...options.map(({ id }) => id), 'unsure', 'error'];
  const votes = parts.map((part, i): InnerStep => {
    const by = i % options.length;
    const turned = [...options.slice(by), ...options.slice(0, by)]; // CS2
    const asked = Object.entries({ ...question, options: turned }).filter(
      ([, v]) => v !== undefined,
    );
    return { part, type: 'decide@1', settings: Object.fromEntries(asked) as never };
  });
  const seen = parts.map((part): Json => {
    const at = `steps.${idOf(part)}`;
    return {
      port: { '@ref': `${at}.port`, else: null },
      value: { '@ref': `${at}.value`, else: null },
    };
  });
  return {
    steps: [
      { part: 'begin', type: 'parallel@1', settings: {} },
      ...votes,
      {
        part: 'count',
        type: 'consensus_count@1',
        settings: { options: options as unknown as Json, atLeast, votes: seen },
      },
    ],
    arrows: parts.flatMap((part) => [
      { from: 'begin', port: 'ok', to: part },
      ...ways.map((port) => ({ from: part, port, to: 'count' })), // CS3
    ]),
  };
}

export const consensus = defineNode<Settings>({
  type: 'consensus',
  version: 1,
  group: 'agents',
  family: 'agent',
  settings,
  initial: { question: '', rule: '', data: {}, options: [], votes: 3, maxOutputTokens: 200 },
  ports: ({ options }) => [...waysTo(options), ...DOUBT_OR_FAILURE],
  output: ({ options }) => ({
    fields: [
      choiceField('choice', 'Choice', options),
      { id: 'votes', label: 'Votes', kind: 'record' },
      ...ASIDE,
    ],
  }),
  ...ASKS_MODEL,
  does: { kind: 'lowered', lower },
  sentence: ({ votes, options }) => ({
    code: 'node.consensus.live',
    params: { n: votes, options: options.map((o) => o.name).join(', ') },
  }),
  icon: 'vote',
});
