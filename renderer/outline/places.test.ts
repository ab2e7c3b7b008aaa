// Promises of where things can be put: see places.ts; and of what is said about it: said.ts.
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { edit } from '../../engine/1-document/edit.ts';
import { findStep, stepsOf } from '../../engine/1-document/scopes.ts';
import type { Edit } from '../../engine/1-document/change.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import { registry } from '../../nodes/index.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import { drawing } from '../../e2e/kit/drawing.ts';
import { fitsAt, leadEdit, moveEdit, planAt, roomsFor, targetsOf, type Spot } from './places.ts';
import { changeWords } from './said.ts';

const read = (slug: string): Workflow =>
  JSON.parse(
    readFileSync(new URL(`../../samples/${slug}/workflow.json`, import.meta.url), 'utf8'),
  ) as Workflow;
const samples = ['expense-approval', 'customer-onboarding', 'document-approval'].map(read);
const sample = samples[0] as Workflow;
const empty = drawing({ nodes: [], edges: [], notes: [] }).workflow;

function after(workflow: Workflow, edits: Edit[]): { next: Workflow; added: string[] } {
  let next = workflow;
  const all: string[] = [];
  for (const one of edits) {
    const done = edit(next, one);
    if (!done.ok) throw new Error(done.fault);
    next = done.workflow;
    all.push(...done.added);
  }
  return { next, added: all };
}
function added(workflow: Workflow, spot: Spot, type: string): { next: Workflow; id: string } {
  const plan = planAt(workflow, registry, spot, { type, name: 'New' });
  const first = after(workflow, plan.edits);
  const id = first.added[0] as string;
  const connect = plan.connect && { do: 'connect' as const, arrow: { ...plan.connect, to: id } };
  return { next: connect ? after(first.next, [connect]).next : first.next, id };
}
const fitting = (workflow: Workflow, spot: Spot): string[] =>
  [...registry.values()].filter((d) => fitsAt(workflow, registry, spot, d)).map((d) => d.type);

test('a form fits only where a workflow begins, an end only where a way leads nowhere', () => {
  expect(fitting(empty, { at: 'alone' })).toContain('start');
  expect(fitting(empty, { at: 'alone' })).not.toContain('end');
  expect(fitting(sample, { at: 'before', step: 'start' })).toEqual([]);
  expect(fitting(sample, { at: 'after', step: 'check_claim' })).not.toContain('end');
  expect(fitting(sample, { at: 'way', step: 'check_claim', port: 'error' })).toContain('end');
  expect(fitting(sample, { at: 'before', step: 'paid' })).not.toContain('end');
  for (const step of ['start', 'pay', 'paid'])
    expect(fitting(sample, { at: 'after', step })).not.toContain('ask_owner');
});

test('whatever is offered can be added, is there afterwards, and cuts nothing off', () => {
  const spots = samples.flatMap((workflow) =>
    [...stepsOf(workflow.scope)].flatMap(({ node }) => {
      const ways = stepFacts(registry, node).ways.map((way) => way.id);
      const all: Spot[] = [
        { at: 'after', step: node.id },
        { at: 'before', step: node.id },
        ...(node.scope ? [{ at: 'inside', step: node.id } as const] : []),
        ...ways.map((port): Spot => ({ at: 'way', step: node.id, port })),
      ];
      return all.map((spot) => ({ workflow, spot }));
    }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...spots),
      fc.constantFrom(...registry.values()),
      (at, definition) => {
        const { workflow, spot } = at;
        fc.pre(fitsAt(workflow, registry, spot, definition));
        const { next, id } = added(workflow, spot, `${definition.type}@${definition.version}`);
        const placed = findStep(next, id);
        expect(placed).toBeDefined();
        const into = placed?.scope.edges.filter((edge) => edge.to === id) ?? [];
        const out = placed?.scope.edges.filter((edge) => edge.from === id) ?? [];
        if (spot.at === 'way')
          expect(into).toContainEqual({ from: spot.step, port: spot.port, to: id });
        if (spot.at === 'before') expect(out.map((edge) => edge.to)).toEqual([spot.step]);
        // Every step that could be reached from another can be reached still.
        for (const { node, scope } of stepsOf(workflow.scope))
          if (scope.edges.some((edge) => edge.to === node.id))
            expect(findStep(next, node.id)?.scope.edges.some((edge) => edge.to === node.id)).toBe(
              true,
            );
        for (const one of placed?.scope.nodes ?? [])
          if (one.id !== id && one.type !== 'loop@1' && one.at[0] === placed?.node.at[0])
            expect(one.at[1]).not.toBe(placed?.node.at[1]);
      },
    ),
    { numRuns: 400 },
  );
});

test('a way can be led wherever it is offered, and elsewhere it says why not', () => {
  const all = samples.flatMap((workflow) =>
    [...stepsOf(workflow.scope)].flatMap(({ node }) =>
      stepFacts(registry, node).ways.map((way) => ({ workflow, from: node.id, port: way.id })),
    ),
  );
  for (const { workflow, from, port } of all)
    for (const { node, reason } of targetsOf(workflow, from, port)) {
      const done = edit(workflow, leadEdit(workflow, from, port, node.id));
      if (reason === undefined) expect(done.ok).toBe(true);
      if (!done.ok) expect(reason).toBeDefined();
    }
  const reasons = new Map(
    targetsOf(sample, 'how_much', 'by_itself').map((t) => [t.node.id, t.reason]),
  );
  expect(reasons.get('start')).toBe('to_start');
  expect(reasons.get('check_claim')).toBe('circle');
  expect(reasons.get('how_much')).toBe('to_itself');
  expect(reasons.get('pay')).toBe('twice');
  expect(reasons.get('paid')).toBeUndefined();
});

test('what changed is said: added, led, moved, removed, and much at once only in sum', () => {
  const said = (next: Workflow, from = sample): string => changeWords(from, next, registry);
  const { next } = added(sample, { at: 'after', step: 'check_claim' }, 'draft@1');
  expect(said(next)).toBe('Added “New” after “Check the claim”.');
  expect(said(sample, next)).toBe(
    'Removed “New”. “Check the claim”, Sorted: now leads to “How much?”.',
  );
  const led = after(sample, [leadEdit(sample, 'how_much', 'by_itself', 'paid')]).next;
  expect(said(led)).toBe('“How much?”, Under $500: now leads to “Paid”.');
  const cut = after(sample, [
    { do: 'remove_steps', steps: ['pay', 'paid', 'not_paid', 'sent_back'] },
  ]);
  expect(said(cut.next)).toBe('Removed 4 steps.');
  expect(said({ ...sample, name: 'Other' })).toBe('');
  const room = added(sample, { at: 'after', step: 'pay' }, 'group@1');
  expect(roomsFor(room.next, registry, 'pay').map((node) => node.id)).toEqual([room.id]);
  const inside = after(room.next, [moveEdit(room.next, registry, 'pay', room.id)]).next;
  expect(said(inside, room.next)).toContain('“Pay” is now in “New”.');
});
