// Decide: a model answers one question by a written rule, with one of the options and nothing else.
// DE1 each option is a way out; an answer outside the options is a failure, never a success.

import { z } from 'zod';
import {
  agentSettings,
  answered,
  ASIDE,
  asking,
  chosen,
  isSure,
  misfit,
  ASKS_MODEL,
  DOUBT_OR_FAILURE,
  choiceField,
  waysTo,
  optionList,
} from '../engine/base/agent-settings.ts';
import { bindable, jsonAt, textAt } from '../engine/base/bindable.ts';
import { defineNode } from '../engine/node.ts';

const settings = z.strictObject({
  question: bindable(z.string().min(1).max(1000)),
  rule: bindable(z.string().min(1).max(8000)).meta({ widget: 'long_text' }),
  data: z.record(z.string().max(48), bindable(z.json())).default({}).meta({ widget: 'record' }),
  options: optionList(2, 20),
  ...agentSettings,
});
type Settings = z.infer<typeof settings>;

export const decide = defineNode<Settings>({
  type: 'decide',
  version: 1,
  group: 'agents',
  family: 'agent',
  settings,
  initial: { question: '', rule: '', data: {}, options: [], maxOutputTokens: 200 },
  ports: ({ options }) => [...waysTo(options), ...DOUBT_OR_FAILURE],
  output: ({ options }) => ({
    fields: [choiceField('choice', 'Choice', options), ...ASIDE],
  }),
  ...ASKS_MODEL,
  does: {
    kind: 'call',
    plan: ({ settings: resolved }, own) => ({
      ...asking(own),
      task: {
        do: 'decide',
        question: textAt(resolved.v, 'question'),
        rule: textAt(resolved.v, 'rule'),
        data: jsonAt(resolved.v, 'data'),
        options: own.options,
      },
    }),
    read: (reply, { step }, own) => {
      if (reply.kind !== 'model') return misfit(step.name);
      const id = chosen(reply.answer, 'choice');
      const found = own.options.find((o) => o.id === id);
      const sure = isSure(reply, own.minConfidence);
      if (!found && sure) return misfit(step.name); // DE1
      return answered(
        sure && found ? found.id : 'unsure',
        found ? { choice: found.id } : {},
        reply,
      );
    },
  },
  sentence: ({ options }) => ({
    code: 'node.decide.live',
    params: { options: options.map((o) => o.name).join(', ') },
  }),
  icon: 'scale',
});
