// Two people change the same workflow: what fits together does, and nothing goes without a word.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changes, history, WORKFLOW } from '../../e2e/kit/edits.ts';
import type { Edit } from './change.ts';
import { merge, type Merged } from './merge.ts';
import { flat, whole } from './records.ts';
import { workflowText } from './save.ts';
import { workflowSchema, type Workflow } from './schema.ts';
import { findStep, hasCircle, idsOf, stepsOf } from './scopes.ts';

const after = (...list: Edit[]): Workflow => {
  const states = history(list);
  expect(states).toHaveLength(list.length + 1);
  return states.at(-1) as Workflow;
};
const mergeOf = (yours: Workflow, theirs: Workflow, choose?: Parameters<typeof merge>[1]): Merged =>
  merge({ base: WORKFLOW, yours, theirs }, choose);
const arrows = (workflow: Workflow): string[] =>
  workflow.scope.edges.map((e) => `${e.from}:${e.port}>${e.to}`);

/** Two sides, each after changes of its own. */
const sides = fc
  .tuple(changes, changes)
  .map(([a, b]) => [history(a).at(-1), history(b).at(-1)] as [Workflow, Workflow]);

describe('what fits together', () => {
  test('different steps, settings of one step, and a new step beside a renamed one', () => {
    const yours = after(
      { do: 'rename_step', step: 'send', name: 'Post' },
      { do: 'set', step: 'revise', path: 'maxRounds', value: 5 },
      { do: 'add_step', step: { type: 'wait@1', name: 'Rest' }, into: 'revise' },
    );
    const theirs = after(
      { do: 'set', step: 'send', path: 'tool', value: 'letter' },
      { do: 'set', step: 'revise', path: 'title', value: 'Again' },
      { do: 'remove_steps', steps: ['read'] },
      { do: 'set_workflow', field: 'purpose', value: 'Letters' },
    );
    const { workflow, clashes, leftOut } = mergeOf(yours, theirs);
    expect([clashes, leftOut]).toEqual([[], []]);
    expect(findStep(workflow, 'send')?.node).toMatchObject({
      name: 'Post',
      settings: { tool: 'letter' },
    });
    expect(findStep(workflow, 'revise')?.node.settings).toEqual({ maxRounds: 5, title: 'Again' });
    expect(findStep(workflow, 'rest')?.in).toBe('revise');
    expect(findStep(workflow, 'read')).toBeUndefined();
    expect(workflow.purpose).toBe('Letters');
  });

  test('entries of a list that have names, each by itself', () => {
    const field = (id: string, label: string) => ({ id, label, kind: 'text', required: true });
    const withInput = (...input: object[]): Workflow =>
      workflowSchema.parse({ ...WORKFLOW, input });
    const base = withInput(field('a', 'A'), field('b', 'B'));
    const yours = withInput(field('a', 'Amount'), field('b', 'B'), field('c', 'C'));
    const theirs = withInput(field('b', 'Buyer'), field('a', 'A'));
    const { workflow, clashes } = merge({ base, yours, theirs });
    expect(clashes).toEqual([]);
    expect(workflow.input.map(({ label }) => label)).toEqual(['Buyer', 'C', 'Amount']);
  });
});

describe('what does not fit', () => {
  test('the same setting changed in two ways is asked about, and yours stands meanwhile', () => {
    const set = (value: number): Workflow =>
      after({ do: 'set', step: 'revise', path: 'maxRounds', value });
    const { workflow, clashes } = mergeOf(set(5), set(7));
    expect(clashes).toEqual([
      {
        key: 'part:revise:settings.maxRounds',
        what: 'part',
        id: 'revise',
        at: 'settings.maxRounds',
        base: 3,
        yours: 5,
        theirs: 7,
      },
    ]);
    expect(workflow).toEqual(set(5));
    expect(mergeOf(set(5), set(7), () => 'theirs').workflow).toEqual(set(7));
  });

  test('a step that one side removed and the other changed', () => {
    const gone = after({ do: 'remove_steps', steps: ['revise'] });
    const inside = after({ do: 'set', step: 'draft', path: 'tone', value: 'warm' });
    const { workflow, clashes } = mergeOf(gone, inside);
    expect(clashes).toMatchObject([{ what: 'step', id: 'revise' }]);
    expect(workflow).toEqual(gone);
    expect(mergeOf(gone, inside, () => 'theirs').workflow).toMatchObject({ scope: inside.scope });
  });

  test('a way out that both sides lead elsewhere', () => {
    const led = (to: string): Workflow =>
      after({ do: 'reconnect', arrow: SENT, to: { ...SENT, from: 'read', to } });
    const yours = led('done');
    const theirs = after({ do: 'disconnect', arrow: READ });
    const { workflow, clashes } = mergeOf(yours, theirs);
    expect(clashes.map(({ key }) => key)).toEqual(['way:read:ok']);
    expect(arrows(workflow)).toEqual(arrows(yours));
  });

  test('an arrow to a step the other side removed is named as left out', () => {
    const gone = after({ do: 'remove_steps', steps: ['send'] });
    const led = after({ do: 'connect', arrow: { from: 'read', port: 'error', to: 'send' } });
    const { workflow, leftOut } = mergeOf(gone, led);
    expect(leftOut).toEqual([{ from: 'read', port: 'error', to: 'send' }]);
    expect(workflow).toEqual(gone);
  });

  test('two rooms that were each put into the other', () => {
    const base = after({ do: 'add_step', step: { type: 'group@1', name: 'x', scope: EMPTY } });
    const put = (step: string, container: string): Workflow =>
      history([{ do: 'put_into', steps: [step], container }], base).at(-1) as Workflow;
    const forms = { base, yours: put('x', 'revise'), theirs: put('revise', 'x') };
    for (const side of ['yours', 'theirs'] as const) {
      const { workflow, clashes } = merge(forms, () => side);
      expect(clashes.map(({ key }) => key).sort()).toEqual(['room:revise', 'room:x']);
      expect(idsOf(workflow)).toEqual(idsOf(base));
    }
  });
});

const EMPTY = { nodes: [], edges: [], notes: [] };
const READ = { from: 'read', port: 'ok', to: 'revise' };
const SENT = { from: 'read', port: 'ok', to: 'revise' };

test('a workflow taken apart and put together is the same', () => {
  fc.assert(
    fc.property(changes, (list) => {
      const last = history(list).at(-1) as Workflow;
      expect(whole(flat(last))).toEqual(last);
    }),
  );
});

test('where one side changed nothing, the other is taken as it is', () => {
  fc.assert(
    fc.property(changes, (list) => {
      const last = history(list).at(-1) as Workflow;
      const text = workflowText(last);
      for (const { workflow, clashes, leftOut } of [
        mergeOf(last, WORKFLOW),
        mergeOf(WORKFLOW, last),
        mergeOf(last, last),
      ]) {
        expect(workflowText(workflow)).toBe(text);
        expect([clashes, leftOut]).toEqual([[], []]);
      }
    }),
    { numRuns: 300 },
  );
});

test('it does not matter which side is called yours', () => {
  let clean = 0;
  fc.assert(
    fc.property(sides, fc.constantFrom('yours', 'theirs'), ([a, b], side) => {
      const [one, other] = [mergeOf(a, b, () => side), mergeOf(b, a, () => OTHER[side])];
      expect(other.workflow).toEqual(one.workflow);
      expect(other.clashes.map(({ key }) => key).sort()).toEqual(
        one.clashes.map(({ key }) => key).sort(),
      );
      if (one.clashes.length === 0) clean += 1;
    }),
    { numRuns: 500 },
  );
  expect(clean).toBeGreaterThan(100);
});

test('what comes out can be saved, and nothing goes without a word', () => {
  fc.assert(
    fc.property(sides, fc.constantFrom('yours', 'theirs'), ([yours, theirs], side) => {
      const { workflow, clashes, leftOut } = mergeOf(yours, theirs, () => side);
      expect(workflowSchema.safeParse(workflow).success).toBe(true);
      const steps = [...stepsOf(workflow.scope)];
      const rooms = [workflow.scope, ...steps.flatMap(({ node }) => node.scope ?? [])];
      const notes = rooms.flatMap((room) => room.notes);
      expect(idsOf(workflow).size).toBe(steps.length + notes.length);
      expect(rooms.filter(hasCircle)).toEqual([]);
      for (const room of rooms)
        for (const e of room.edges)
          expect(room.nodes.filter((n) => n.id === e.from || n.id === e.to)).toHaveLength(2);
      if (clashes.length || leftOut.length) return;
      // Without clashes every record that one side changed or added stands as that side has it.
      const [base, y, t, m] = [WORKFLOW, yours, theirs, workflow].map(flat) as [R, R, R, R];
      for (const key of new Set([...base.keys(), ...y.keys(), ...t.keys()])) {
        if (key.startsWith('order:') || key === 'field:breakpoints') continue;
        // An arrow goes with the step it begins at.
        const [from = ''] = key.replace(/^arrow:/, '').split(':');
        if (key.startsWith('arrow:') && !m.has(`step:${from}`)) continue;
        const [was, here, there] = [base, y, t].map((one) => JSON.stringify(one.get(key)));
        const now = JSON.stringify(m.get(key));
        if (was === there) expect([key, now]).toEqual([key, here]);
        else if (was === here) expect([key, now]).toEqual([key, there]);
      }
    }),
    { numRuns: 500 },
  );
});

type R = ReturnType<typeof flat>;
const OTHER = { yours: 'theirs', theirs: 'yours' } as const;
