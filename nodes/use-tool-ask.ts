// The first inner step of *Use a tool*: a model fills in the arguments that were left open.
// UA1 the answer is arguments for exactly the tool that was offered, all of them as its card
//     declares. Another tool, another argument, a value of another kind, or something that is said
//     to have been done, is made up: a failure of its own, and nothing is called.
// UA2 an argument the tool cannot do without, that the model leaves empty, makes the answer unsure.

import { z } from 'zod';
import {
  agentSettings,
  answered,
  ASIDE,
  asking,
  idSchema,
  isSure,
  misfit,
  ASKS_MODEL,
  DOUBT_OR_FAILURE,
} from '../engine/base/agent-settings.ts';
import { bindable, jsonAt } from '../engine/base/bindable.ts';
import { asText } from '../engine/base/binding.ts';
import { fitFields } from '../engine/base/fields.ts';
import type { Field } from '../engine/base/kinds.ts';
import { isObject } from '../engine/base/value.ts';
import {
  defineNode,
  type AuthorityCard,
  type ModelReply,
  type StepResult,
} from '../engine/node.ts';

const settings = z.strictObject({
  instructions: z.string().max(8000).default('').meta({ widget: 'long_text' }),
  data: z.record(z.string().max(48), bindable(z.json())).default({}).meta({ widget: 'record' }),
  tool: idSchema.meta({ widget: 'tool' }),
  /** Arguments the drawing gives; the model is not asked for them. */
  given: z.array(z.string().max(48)).max(50).default([]),
  ...agentSettings,
});
type Settings = z.infer<typeof settings>;

/** What the model is asked for; a file is never made up by one. */
const openOf = (card: AuthorityCard, { given }: Settings): Field[] =>
  card.args.filter(({ id, kind }) => !given.includes(id) && kind !== 'file');

const invented = (what: string, params: Record<string, string>): StepResult => ({
  failure: { kind: 'terminal', code: `failure.invented_${what}`, params },
});

/** What was made up in an answer (UA1), or its arguments as the card declares them. */
function judged(reply: ModelReply, card: AuthorityCard, own: Settings, step: string): StepResult {
  const { answer } = reply;
  const about = { step, tool: card.title };
  if (!isObject(answer)) return isSure(reply, own.minConfidence) ? misfit(step) : nothing(reply);
  const { tool, args, ...more } = answer;
  if (tool !== undefined && tool !== card.name)
    return invented('tool', { ...about, said: asText(tool).slice(0, 80) });
  if (!isObject(args ?? null) || Object.keys(more).length > 0) return invented('action', about);
  const open = openOf(card, own);
  const { value, faults } = fitFields(open, args ?? null);
  const fault = faults.find(({ code }) => code !== 'missing');
  const named = open.find(({ id }) => id === fault?.field.split('.')[0]);
  if (fault && !named) return invented('argument', { ...about, said: fault.field.slice(0, 80) });
  if (fault && named) return invented('value', { ...about, argument: named.label });
  const all = Object.fromEntries(open.map(({ id }) => [id, value[id] ?? null]));
  const sure = isSure(reply, own.minConfidence) && faults.length === 0; // UA2
  return answered(sure ? 'ok' : 'unsure', { args: all }, reply);
}

const nothing = (reply: ModelReply): StepResult => answered('unsure', {}, reply);

export const useToolAsk = defineNode<Settings>({
  type: 'use_tool_ask',
  version: 1,
  group: 'agents',
  family: 'agent',
  settings,
  initial: { tool: '', maxOutputTokens: 400 },
  generated: true,
  ports: () => [{ id: 'ok', label: '' }, ...DOUBT_OR_FAILURE],
  output: () => ({ fields: [{ id: 'args', label: 'Arguments', kind: 'record' }, ...ASIDE] }),
  ...ASKS_MODEL,
  does: {
    kind: 'call',
    plan: ({ card, settings: resolved }, own) => {
      if (!card)
        return {
          failure: { kind: 'terminal', code: 'failure.no_card', params: { tool: own.tool } },
        };
      const { name, title, description } = card;
      const tool = { name, title, description, fields: openOf(card, own) };
      const { instructions } = own;
      return {
        ...asking(own),
        task: { do: 'use_tool', instructions, data: jsonAt(resolved.v, 'data'), tool },
      };
    },
    read: (reply, { step, card }, own) => {
      if (reply.kind !== 'model' || !card) return misfit(step.name);
      return reply.doesNotKnow === true ? nothing(reply) : judged(reply, card, own, step.name);
    },
  },
  sentence: ({ tool }) => ({ code: 'node.use_tool_ask.live', params: { tool } }),
  icon: 'wrench',
});
