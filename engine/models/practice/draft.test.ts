// Writing: the facts of the data by their labels, nothing else, and never more than there is room
// for.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../base/value.ts';
import { draft } from './draft.ts';
import { bytesOf } from '../../prompts/size.ts';

function write(instructions: string, data: Json): string {
  const text = draft({ do: 'draft', instructions, data }, 400)?.['text'];
  return typeof text === 'string' ? text : '';
}

test('a letter greets by name, says what it is for and gives the facts by label', () => {
  const data = { customer_name: 'Ana Ruiz', account_number: 'K-1002', first_meeting: '2027-05-03' };
  const text = write('Write a short friendly welcome mail to the new customer.', data);
  expect(text).toMatch(/^Dear Ana Ruiz,\n/);
  expect(text).toContain('Welcome');
  expect(text).toContain('Account number: K-1002');
  expect(text).toContain('First meeting: 2027-05-03');
});

test('a summary takes the sentences that say most, and no more than asked', () => {
  const report = [
    'This agreement is made between Holt Ltd and Brandt GmbH.',
    'Both of them like the sea and long walks in the evening.',
    'The price is EUR 12,100 per year.',
    'It begins on 1 March 2027 and ends on 28 February 2029.',
    'Nothing much was said about the weather on that day.',
  ];
  const text = write('Sum it up: amounts and dates. At most three sentences.', {
    paper: report.join(' '),
  });
  expect(text.split('\n')).toEqual([report[0], report[2], report[3]]);
});

test('fields get what they are called: a heading, a body, a value of the data', () => {
  const fields = [
    { id: 'subject', label: 'Subject', kind: 'text' as const },
    { id: 'body', label: 'Body', kind: 'long_text' as const },
    { id: 'amount', label: 'Amount', kind: 'money' as const },
  ];
  const data = { name: 'Ana', amount: 121 };
  const made = draft({ do: 'draft', instructions: 'Remind her to pay', data, fields }, 400);
  expect(made).toMatchObject({ subject: 'Reminder: Ana', amount: 121 });
  expect(made?.['body']).toContain('Amount: 121');
});

test('with nothing to write about, nothing is written', () => {
  const nothing: Json[] = [{}, { a: '' }, [], null];
  for (const data of nothing)
    expect(draft({ do: 'draft', instructions: 'Write a poem', data }, 400)).toBeUndefined();
});

const anyData = fc.dictionary(
  fc.stringMatching(/^[a-z_]{1,12}$/),
  fc.oneof(fc.string(), fc.integer(), fc.boolean()),
);
test('every number in a draft stands in the data', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), fc.integer({ min: 0 })),
      (data) => {
        const numbers = write('Write a message', data).match(/\d+/g) ?? [];
        for (const one of numbers) expect(Object.values(data).map(String)).toContain(one);
      },
    ),
  );
});

test('any data is written up without breaking and inside its room', () => {
  fc.assert(
    fc.property(
      fc.string(),
      anyData,
      fc.integer({ min: 100, max: 400 }),
      (instructions, data, room) => {
        const made = draft({ do: 'draft', instructions, data: data as JsonObject }, room);
        expect(made).toEqual(draft({ do: 'draft', instructions, data: data as JsonObject }, room));
        expect(bytesOf(JSON.stringify(made ?? {}))).toBeLessThanOrEqual(room * 4);
      },
    ),
  );
});
