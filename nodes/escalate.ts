// Escalate: hands trouble to the person who answers for it, and waits.
// ES1 the person sees what went wrong and what was done so far, and decides how it goes on.

import { z } from 'zod';
import { bindable, textAt } from '../engine/base/bindable.ts';
import { ANSWERED, factsOf, showSchema } from '../engine/base/card-settings.ts';
import { defineNode, CALLS_NOTHING } from '../engine/node.ts';

const settings = z.strictObject({
  ask: z.string().min(1).max(48).default('incidents').meta({ widget: 'person' }),
  title: bindable(z.string().min(1).max(200)),
  show: showSchema,
});

export const escalate = defineNode<z.infer<typeof settings>>({
  type: 'escalate',
  version: 1,
  group: 'people',
  family: 'person',
  settings,
  initial: { ask: 'incidents', title: '' },
  ports: () => [{ id: 'handled', label: '' }],
  output: () => ({ fields: ANSWERED }),
  ...CALLS_NOTHING,
  does: {
    kind: 'card',
    card: ({ settings: resolved }, own) => ({
      kind: 'trouble',
      title: textAt(resolved.v, 'title'),
      facts: factsOf(own.show, resolved.v),
      fields: [],
      ask: own.ask,
    }),
  },
  sentence: ({ ask }) => ({ code: 'node.escalate.live', params: { ask } }),
  icon: 'siren',
});
