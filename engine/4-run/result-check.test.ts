// What looks like success and is none: answers of tools that must not be believed.

import { describe, expect, test } from 'vitest';
import { cardOf } from '../../e2e/kit/drawing.ts';
import { cardSchema } from '../1-document/schema.ts';
import { say } from '../base/text/say.ts';
import type { Json, JsonObject } from '../base/value.ts';
import type { AuthorityCard } from '../node.ts';
import { disbelieved } from './result-check.ts';

const AT = Date.UTC(2026, 0, 5);
const card = (more: JsonObject = {}): AuthorityCard =>
  cardSchema.parse({
    adapter: 'practice',
    class: 'customer_data',
    title: 'Look up',
    ...cardOf('look', {
      args: [{ id: 'customer', label: 'Customer', kind: 'text' }],
      result: [{ id: 'id', label: 'Id', kind: 'text', required: true }],
      ...more,
    }),
  }) as AuthorityCard;

describe('an answer of a tool', () => {
  const WRONG: [string, JsonObject, Json, string | undefined][] = [
    ['with an error inside', {}, { id: 'x', error: 'not found' }, 'error'],
    ['with a list of errors', {}, { errors: ['boom'] }, 'error'],
    ['that says it did not work', {}, { id: 'x', ok: false, message: 'no' }, 'error'],
    ['that says success: no', {}, { success: false }, 'error'],
    ['that is a page', {}, '<!DOCTYPE html><html>Sign in</html>', 'page'],
    ['that is nothing', {}, null, 'empty'],
    ['that is an empty text', {}, '', 'empty'],
    ['that is an empty record', {}, {}, 'empty'],
    [
      'about somebody else',
      { subject: { arg: 'customer', result: 'id' } },
      { id: 'C-9' },
      'other_subject',
    ],
    [
      'that names nobody',
      { subject: { arg: 'customer', result: 'who.id' } },
      { id: 'C-1' },
      'other_subject',
    ],
    [
      'whose card speaks of no argument',
      { subject: { arg: 'client', result: 'id' } },
      { id: 'C-1' },
      'other_subject',
    ],
    ['without the proof', { proof: 'receipt' }, { id: 'C-1' }, 'no_proof'],
    ['with an empty proof', { proof: 'receipt' }, { id: 'C-1', receipt: '' }, 'no_proof'],
    ['whose proof is no', { proof: 'sent' }, { id: 'C-1', sent: false }, 'no_proof'],
    ['whose proof is none', { proof: 'sent' }, { id: 'C-1', sent: 0 }, 'no_proof'],
  ];
  test.each(WRONG)('%s is a failure with a name', (_name, more, value, code) => {
    const failure = disbelieved(card(more), { value }, { customer: 'C-1' }, AT);
    expect(failure).toMatchObject({ kind: 'terminal', code: `failure.answer_${code}` });
    for (const part of [failure!.code, `${failure!.code}.help`])
      expect(say('en', part, failure!.params)).not.toMatch(/^failure|\{\w+/);
  });

  const RIGHT: [string, JsonObject, Json][] = [
    ['with what was declared', {}, { id: 'C-1' }],
    ['with an empty list of errors', {}, { id: 'C-1', errors: [], error: null, ok: true }],
    [
      'whose card declares a field called error',
      { result: [{ id: 'error', label: 'E', kind: 'text' }] },
      { error: 'E7' },
    ],
    ['that may be anything', { result: [] }, '<html>a page that was asked for</html>'],
    [
      'about the one asked about',
      { subject: { arg: 'customer', result: 'who.id' } },
      { id: 'x', who: { id: 'C-1' } },
    ],
    ['with its proof', { proof: 'receipt.number' }, { id: 'x', receipt: { number: 7 } }],
  ];
  test.each(RIGHT)('%s is believed', (_name, more, value) => {
    expect(disbelieved(card(more), { value }, { customer: 'C-1' }, AT)).toBeUndefined();
  });

  test('that is older than its card allows is not used, at whatever step', () => {
    const fresh = card({ freshWithinMs: 60_000 });
    const asOf = (ms: number): string => new Date(AT - ms).toISOString();
    const judged = (ms: number) =>
      disbelieved(fresh, { value: { id: 'x' }, asOf: asOf(ms) }, {}, AT);
    expect(judged(60_000)).toBeUndefined();
    expect(judged(60_001)?.code).toBe('failure.answer_stale');
    expect(disbelieved(fresh, { value: { id: 'x' }, asOf: 'lately' }, {}, AT)?.code).toBe(
      'failure.answer_stale',
    );
  });
});
