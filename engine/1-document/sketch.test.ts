// From a model's answer to a drawing: whatever it says, a drawing comes out, linked to nothing.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleSetting } from '../../e2e/kit/engine-kit.ts';
import { REFUND } from '../../e2e/kit/refund-sketch.ts';
import { registry } from '../../nodes/index.ts';
import { fitFields } from '../base/fields.ts';
import { validate } from '../2-validate/validate.ts';
import { emptyFolder } from '../workspace/naming.ts';
import { workflowText } from './save.ts';
import { stepsOf } from './scopes.ts';
import { SKETCH_FIELDS } from './sketch-shape.ts';
import { workflowOf } from './sketch.ts';

const setting = sampleSetting();
const empty = { ...emptyFolder().workflow, name: 'Drawn' };
const made = (sketch: Parameters<typeof workflowOf>[0]) =>
  workflowOf(sketch, { empty, registry, currency: 'USD' });

test('the shape a model is asked for takes a good sketch as it is', () => {
  expect(fitFields(SKETCH_FIELDS, REFUND).faults).toEqual([]);
});

test('a good sketch becomes a drawing in which nothing is wrong but that no tool is linked', () => {
  const { workflow, wishes } = made(REFUND);
  expect(workflow.name).toBe('Broken parcels');
  expect(workflow.scope.nodes.map(({ type }) => type)).toEqual([
    'start@1',
    'classify@1',
    'condition@1',
    'approval@1',
    'call_tool@1',
    'end@1',
    'end@1',
  ]);
  // The last arrow would run in a circle; it is left out.
  expect(workflow.scope.edges).toHaveLength(REFUND.arrows.length - 1);
  expect(wishes).toEqual([{ step: 'pay_it_back', wish: 'pay the price back to the customer' }]);
  const errors = validate({ ...emptyFolder(), workflow }, setting, registry).filter(
    ({ severity }) => severity === 'error',
  );
  expect(errors.map(({ step, field }) => [step, field])).toEqual([['pay_it_back', 'tool']]);
  const price = workflow.scope.nodes.find(({ id }) => id === 'how_much')?.settings['cases'];
  expect(price).toMatchObject([{ when: { field: 'input.price', op: 'less_than', value: 50 } }]);
});

test('whatever a model answers, a drawing comes out that can be saved and is linked to nothing', () => {
  const word = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom('start', 'sort', 'constructor', '__proto__', '{{input.x}}', 'steps.pay.value'),
  );
  const step = fc.record(
    {
      id: word,
      name: word,
      does: fc.constantFrom(
        'classify',
        'call_tool',
        'condition',
        'approval',
        'question',
        'wait',
        'end',
        'decide',
        'extract',
        'draft',
        'escalate',
        'shell',
      ),
      reads: fc.array(word, { maxLength: 3 }),
      options: fc.array(fc.record({ id: word, name: word, description: word }), { maxLength: 3 }),
      cases: fc.array(
        fc.record({
          way: word,
          field: word,
          op: fc.constantFrom('is', 'less_than', 'eval'),
          value: word,
        }),
        { maxLength: 3 },
      ),
      fields: fc.array(
        fc.record({ id: word, label: word, kind: fc.constantFrom('text', 'money', 'shell') }),
        { maxLength: 3 },
      ),
      tool: word,
      workflow: word,
      days: fc.double(),
    },
    { requiredKeys: ['id', 'does'] },
  );
  const sketch = fc.oneof(
    fc.jsonValue(),
    fc.record({
      name: word,
      input: fc.array(fc.record({ id: word, label: word }), { maxLength: 4 }),
      steps: fc.array(step, { maxLength: 8 }),
      arrows: fc.array(fc.record({ from: word, way: word, to: word }), { maxLength: 12 }),
    }),
  );
  fc.assert(
    fc.property(sketch, (any) => {
      const { workflow } = made(any as never);
      expect(workflowText(workflow)).toContain('interlock/workflow@1');
      for (const { node } of stepsOf(workflow.scope)) {
        expect(node.settings['tool'] ?? '').toBe('');
        expect(registry.has(node.type)).toBe(true);
        expect(node.type).not.toContain('sub_workflow');
      }
      validate({ ...emptyFolder(), workflow }, setting, registry);
    }),
    { numRuns: 400 },
  );
});
