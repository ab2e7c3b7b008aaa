// Classify: a model puts a text into exactly one of the categories, by their descriptions.
// CL1 the answer is one of the categories' ids; anything else is a failure, never a success.
// CL2 with `ways`, each category is a way out of its own; else the category is the step's value.

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
  optionList,
} from '../engine/base/agent-settings.ts';
import { bindable, jsonAt } from '../engine/base/bindable.ts';
import { defineNode, type Port } from '../engine/node.ts';

const settings = z.strictObject({
  text: bindable(z.json()).meta({ widget: 'long_text' }),
  instructions: z.string().max(8000).default('').meta({ widget: 'instructions' }),
  categories: optionList(2, 50),
  ways: z.boolean().default(false),
  ...agentSettings,
});
type Settings = z.infer<typeof settings>;

function ports({ ways, categories }: Settings): Port[] {
  const sure = ways
    ? categories.map((c) => ({ id: c.id, label: c.name }))
    : [{ id: 'ok', label: '' }];
  return [...sure, ...DOUBT_OR_FAILURE];
}

export const classify = defineNode<Settings>({
  type: 'classify',
  version: 1,
  group: 'agents',
  family: 'agent',
  settings,
  initial: { text: '', instructions: '', categories: [], maxOutputTokens: 200 },
  ports,
  output: ({ categories }) => ({
    fields: [
      choiceField('category', 'Category', categories),
      { id: 'name', label: 'Name', kind: 'text', required: true },
      ...ASIDE,
    ],
  }),
  ...ASKS_MODEL,
  does: {
    kind: 'call',
    plan: ({ settings: resolved }, own) => ({
      ...asking(own),
      task: {
        do: 'classify',
        instructions: own.instructions,
        text: jsonAt(resolved.v, 'text'),
        categories: own.categories,
      },
    }),
    read: (reply, { step }, own) => {
      if (reply.kind !== 'model') return misfit(step.name);
      const id = chosen(reply.answer, 'category');
      const found = own.categories.find((c) => c.id === id);
      const sure = isSure(reply, own.minConfidence);
      if (!found && sure) return misfit(step.name); // CL1
      const port = !sure || !found ? 'unsure' : own.ways ? found.id : 'ok'; // CL2
      return answered(port, found ? { category: found.id, name: found.name } : {}, reply);
    },
  },
  sentence: ({ categories }) => ({
    code: 'node.classify.live',
    params: { categories: categories.map((c) => c.name).join(', ') },
  }),
  icon: 'list-checks',
});
