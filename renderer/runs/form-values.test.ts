// The run form: it starts filled in, and offers a value for every way through.
import { expect, test } from 'vitest';
import { sampleFolder } from '../../e2e/kit/engine-kit.ts';
import { drawing, scopeOf } from '../../e2e/kit/drawing.ts';
import { holds } from '../../engine/base/condition.ts';
import { examplesOf, faultsOf, sharesLine, startValues } from './form-values.ts';

test('it starts with every example, a file by its name', () => {
  const { workflow } = sampleFolder('expense-approval');
  const values = startValues(workflow.input);
  expect(values).toMatchObject({ amount: 320, receipt: { name: 'receipt.txt' } });
  expect(faultsOf(workflow.input, values)).toEqual({});
});

test('there is an example for each range the drawing asks about', () => {
  const { workflow } = sampleFolder('expense-approval');
  const amounts = examplesOf(workflow).map((example) => Number(example.values['amount']));
  expect(amounts).toHaveLength(3);
  expect(amounts[0]).toBe(320);
  expect(amounts.filter((n) => n < 500)).toHaveLength(1);
  expect(amounts.filter((n) => n >= 500 && n <= 5000)).toHaveLength(1);
  expect(amounts.filter((n) => n > 5000)).toHaveLength(1);
});

test('without bounds the written example is the only one', () => {
  const input = [{ id: 'name', label: 'Name', kind: 'text' as const, example: 'Ada' }];
  const folder = drawing(scopeOf([['start', 'start']], []), { input });
  expect(examplesOf(folder.workflow).map((example) => example.words)).toEqual(['Ada']);
});

test('a change of a threshold changes the examples with it', () => {
  const { workflow } = sampleFolder('expense-approval');
  const text = JSON.stringify(workflow).replaceAll('"value":500}', '"value":300}');
  const changed = examplesOf(JSON.parse(text) as typeof workflow);
  const smallest = changed.map((example) => Number(example.values['amount']));
  const scope = { input: { v: { amount: smallest[0] ?? 0 }, labels: {} }, steps: {} };
  expect(holds({ field: 'input.amount', op: 'less_than', value: 300 }, scope)).toBe(true);
});

test('what is missing or wrong is said at its field', () => {
  const { workflow } = sampleFolder('expense-approval');
  const faults = faultsOf(workflow.input, { ...startValues(workflow.input), amount: 0 });
  expect(Object.keys(faults)).toEqual(['amount']);
  expect(faults['amount']).not.toMatch(/^\[/);
});

test('two short fields in a row share a line, a lone one does not', () => {
  const { input } = sampleFolder('expense-approval').workflow;
  const shared = input.filter((_field, i) => sharesLine(input, i)).map((field) => field.id);
  expect(shared).toEqual(['category', 'date']);
});
