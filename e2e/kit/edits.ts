// A drawing with a room, and everything a person can do to it, for tests that try many changes.

import fc from 'fast-check';
import type { Edit } from '../../engine/1-document/change.ts';
import { edit } from '../../engine/1-document/edit.ts';
import { partOf } from '../../engine/1-document/edit-part.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import type { Json } from '../../engine/base/value.ts';
import { drawing, scopeOf } from './drawing.ts';

const BODY = scopeOf(
  [
    ['draft', 'draft'],
    ['check', 'approval'],
  ],
  ['draft:ok>check'],
);
/** Start, two steps, a loop with two steps inside, and an end. */
export const WORKFLOW: Workflow = drawing(
  scopeOf(
    [
      ['start', 'start'],
      ['read', 'extract', { text: { '@ref': 'input.mail' } }],
      ['revise', 'loop', { maxRounds: 3 }, { scope: BODY }],
      ['send', 'call_tool', { tool: 'mail', args: { to: { '@ref': 'steps.read.value.mail' } } }],
      ['done', 'end'],
    ],
    ['start:ok>read', 'read:ok>revise', 'revise:done>send', 'send:ok>done'],
  ),
  { breakpoints: ['send'] },
).workflow;

/** The same, and whoever changes it fails. */
function frozen<T>(x: T): T {
  if (typeof x === 'object' && x !== null) Object.values(Object.freeze(x)).forEach(frozen);
  return x;
}
frozen(WORKFLOW);

const IDS = ['start', 'read', 'revise', 'draft', 'check', 'send', 'done', 'x', 'x_2', 'note'];
/** Ids that changes speak of; not all of them are there. */
export const id = fc.constantFrom(...IDS);
const arrow = fc.record({ from: id, port: fc.constantFrom('ok', 'error', 'done'), to: id });
const at = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }));
const step = fc.record({
  type: fc.constantFrom('wait@1', 'end@1'),
  name: fc.constantFrom('x', 'Read', '?'),
});
const json = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;
const path = fc.constantFrom('a', 'a.b', 'a.0', 'tool', 'args.to', 'args.to.else');
const change = fc.oneof(
  fc.record({
    do: fc.constant('add_step' as const),
    step,
    into: fc.constantFrom('', 'revise', 'gone'),
  }),
  fc.record({ do: fc.constant('remove_steps' as const), steps: fc.array(id, { maxLength: 2 }) }),
  fc.record({
    do: fc.constant('copy_steps' as const),
    steps: fc.uniqueArray(id, { minLength: 1, maxLength: 3 }),
    by: at,
  }),
  fc.record({
    do: fc.constant('move_steps' as const),
    to: fc.dictionary(id, at, { noNullPrototype: true }),
  }),
  fc.record({ do: fc.constant('rename_step' as const), step: id, name: fc.constantFrom('A', 'B') }),
  fc.record({ do: fc.constant('set' as const), step: id, path, value: json }),
  fc.record({ do: fc.constant('set' as const), step: id, path }),
  fc.record({ do: fc.constant('connect' as const), arrow }),
  fc.record({ do: fc.constant('disconnect' as const), arrow }),
  fc.record({ do: fc.constant('reconnect' as const), arrow, to: arrow }),
  fc.record({ do: fc.constant('insert_on_arrow' as const), arrow, step, port: fc.constant('ok') }),
  fc.record({
    do: fc.constant('insert_before' as const),
    before: id,
    step,
    port: fc.constant('ok'),
  }),
  fc.record({
    do: fc.constant('put_into' as const),
    steps: fc.uniqueArray(id, { minLength: 1, maxLength: 2 }),
    container: fc.constantFrom('revise', 'gone'),
  }),
  fc.record({
    do: fc.constant('put_into' as const),
    steps: fc.uniqueArray(id, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    do: fc.constant('wrap' as const),
    steps: fc.uniqueArray(id, { minLength: 1, maxLength: 3 }),
    room: fc.constant({ type: 'group@1', name: 'x' }),
    port: fc.constant('ok'),
  }),
  fc.record({
    do: fc.constant('unwrap' as const),
    room: fc.constantFrom('revise', 'x', 'x_2'),
    ports: fc.constant({ check: 'approved', send: 'ok' }),
    by: at,
  }),
  fc.record({
    do: fc.constant('paste' as const),
    part: fc.constant(partOf(WORKFLOW, ['start', 'read', 'revise', 'send'])),
    into: fc.constantFrom('', 'revise', 'x'),
    by: at,
  }),
  fc.record({
    do: fc.constant('add_note' as const),
    note: fc.record({ text: fc.string(), at }),
    into: fc.constantFrom('', 'revise'),
  }),
  fc.record({
    do: fc.constant('set_note' as const),
    note: fc.constantFrom('note', 'note_2'),
    fields: fc.record({ text: fc.string(), size: at }),
  }),
  fc.record({
    do: fc.constant('set_step' as const),
    step: id,
    fields: fc.constantFrom(
      { locked: true as const },
      { locked: null },
      { collapsed: true as const },
    ),
  }),
  fc.record({
    do: fc.constant('set_workflow' as const),
    field: fc.constant('purpose' as const),
    value: fc.string(),
  }),
) as fc.Arbitrary<Edit>;
/** Some changes in a row; many of them cannot be made. */
export const changes = fc.array(change, { maxLength: 12 });

/** The workflow after each change that could be made, the first one included. */
export function history(list: Edit[], from = WORKFLOW): Workflow[] {
  const states = [from];
  for (const one of list) {
    const edited = edit(states.at(-1) as Workflow, one);
    if (edited.ok) states.push(frozen(edited.workflow));
  }
  return states;
}
