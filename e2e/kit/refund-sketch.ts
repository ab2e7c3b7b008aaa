// A drawing as a good model hands it over; its last arrow would run in a circle.

import type { JsonObject } from '../../engine/base/value.ts';

type Sketch = JsonObject & { steps: JsonObject[]; arrows: JsonObject[] };

/** Typed as what it is: data somebody else wrote. */
export const REFUND: Sketch = {
  name: 'Broken parcels',
  purpose: 'Pays small refunds by itself and asks the lead for the rest.',
  input: [
    { id: 'letter', label: 'Letter', kind: 'long_text', required: true },
    { id: 'price', label: 'Price', kind: 'money', required: true },
  ],
  steps: [
    {
      id: 'sort',
      name: 'Sort the letter',
      does: 'classify',
      instructions: 'Say whether something arrived broken.',
      reads: ['input.letter'],
      options: [
        { id: 'broken', name: 'Broken', description: 'Something arrived broken.' },
        { id: 'else', name: 'Something else', description: 'Anything else.' },
      ],
    },
    {
      id: 'much',
      name: 'How much?',
      does: 'condition',
      cases: [{ way: 'small', label: 'Small', field: 'price', op: 'less_than', value: '$50' }],
    },
    {
      id: 'ask',
      name: 'Ask the lead',
      does: 'approval',
      ask: 'manager',
      message: 'Pay it back?',
      reads: ['letter', 'price'],
    },
    {
      id: 'pay',
      name: 'Pay it back',
      does: 'call_tool',
      wish: 'pay the price back to the customer',
    },
    { id: 'done', name: 'Paid back', does: 'end', outcome: 'done', message: 'Paid back.' },
    { id: 'no', name: 'Not paid', does: 'end', outcome: 'refused', message: 'Not paid back.' },
  ],
  arrows: [
    { from: 'start', way: 'ok', to: 'sort' },
    { from: 'sort', way: 'broken', to: 'much' },
    { from: 'sort', way: 'else', to: 'no' },
    { from: 'sort', way: 'unsure', to: 'ask' },
    { from: 'much', way: 'small', to: 'ask' },
    { from: 'much', way: 'otherwise', to: 'ask' },
    { from: 'ask', way: 'approved', to: 'pay' },
    { from: 'ask', way: 'refused', to: 'no' },
    { from: 'pay', way: 'ok', to: 'done' },
    { from: 'done', way: 'ok', to: 'sort' },
  ],
};
