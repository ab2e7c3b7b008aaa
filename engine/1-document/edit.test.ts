// Changes to a drawing: each does what it says, keeps the document whole, and can be taken back.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changes, history, id, WORKFLOW } from '../../e2e/kit/edits.ts';
import { en } from '../base/text/en.ts';
import type { JsonObject } from '../base/value.ts';
import type { Edit, EditFault } from './change.ts';
import { applyDiff, diff, reverse, squash } from './diff.ts';
import { edit } from './edit.ts';
import { setAt } from './edit-settings.ts';
import { workflowSchema, type Workflow } from './schema.ts';
import { unfit } from './edit-arrows.ts';
import { partOf } from './edit-part.ts';
import { findScope, findStep, hasCircle, idsOf, isStart, stepsOf } from './scopes.ts';

const after = (...changes: Edit[]): Workflow =>
  changes.reduce((workflow, change) => {
    const edited = edit(workflow, change);
    if (!edited.ok) throw new Error(edited.fault);
    return edited.workflow;
  }, WORKFLOW);
const fault = (change: Edit): EditFault | undefined => {
  const edited = edit(WORKFLOW, change);
  return edited.ok ? undefined : edited.fault;
};
const arrows = (workflow: Workflow, room = ''): string[] =>
  (findScope(workflow, room)?.edges ?? []).map((e) => `${e.from}:${e.port}>${e.to}`);

describe('a change', () => {
  test('adds a step under an id made of its name, below the others', () => {
    const edited = edit(WORKFLOW, { do: 'add_step', step: { type: 'wait@1', name: 'Read' } });
    expect(edited).toMatchObject({ ok: true, added: ['read_2'] });
    expect(edited.ok && findStep(edited.workflow, 'read_2')?.node.at).toEqual([0, 600]);
  });

  test('removes a step with its arrows, its breakpoint and all that lies in it', () => {
    const next = after({ do: 'remove_steps', steps: ['send', 'revise'] });
    expect([...stepsOf(next.scope)].map(({ node }) => node.id)).toEqual(['start', 'read', 'done']);
    expect(arrows(next)).toEqual(['start:ok>read']);
    expect(next.breakpoints).toEqual([]);
  });

  test('connects, re-routes and disconnects', () => {
    const error = { from: 'read', port: 'error', to: 'done' };
    const next = after(
      { do: 'connect', arrow: error },
      { do: 'reconnect', arrow: error, to: { ...error, to: 'send' } },
      { do: 'disconnect', arrow: { from: 'read', port: 'ok', to: 'revise' } },
    );
    expect(arrows(next)).toEqual([
      'start:ok>read',
      'revise:done>send',
      'send:ok>done',
      'read:error>send',
    ]);
  });

  test('inserts a step on an arrow, in the middle of its ends', () => {
    const arrow = { from: 'revise', port: 'done', to: 'send' };
    const step = { type: 'approval@1', name: 'Send?' };
    const next = after({ do: 'insert_on_arrow', arrow, step, port: 'approved' });
    expect(arrows(next)).toContain('revise:done>send_2');
    expect(arrows(next)).toContain('send_2:approved>send');
    expect(findStep(next, 'send_2')?.node.at).toEqual([0, 300]);
  });

  test('inserts a step before another, whichever way leads there', () => {
    const also = { from: 'read', port: 'unsure', to: 'send' };
    const step = { type: 'approval@1', name: 'May it be sent?' };
    const next = after(
      { do: 'connect', arrow: also },
      { do: 'insert_before', before: 'send', step, port: 'approved' },
    );
    expect(arrows(next).filter((a) => a.endsWith('>send'))).toEqual([
      'may_it_be_sent:approved>send',
    ]);
    expect(arrows(next)).toContain('read:unsure>may_it_be_sent');
  });

  test('sets and takes away one setting deep inside, and nothing beside it', () => {
    const next = after({ do: 'set', step: 'send', path: 'args.subject', value: 'Hello' });
    expect(findStep(next, 'send')?.node.settings).toEqual({
      tool: 'mail',
      args: { to: { '@ref': 'steps.read.value.mail' }, subject: 'Hello' },
    });
    expect(next.scope.nodes[0]).toBe(WORKFLOW.scope.nodes[0]);
    const gone = after({ do: 'set', step: 'send', path: 'args.to' });
    expect(findStep(gone, 'send')?.node.settings).toEqual({ tool: 'mail', args: {} });
  });

  test('copies steps with what lies in them; the copy looks at its own copies', () => {
    const edited = edit(WORKFLOW, {
      do: 'copy_steps',
      steps: ['read', 'send', 'revise'],
      by: [300, 0],
    });
    expect(edited).toMatchObject({ ok: true, added: ['read_2', 'revise_2', 'send_2'] });
    if (!edited.ok) return;
    expect(findStep(edited.workflow, 'send_2')?.node.settings['args']).toEqual({
      to: { '@ref': 'steps.read_2.value.mail' },
    });
    expect(arrows(edited.workflow, 'revise_2')).toEqual(['draft_2:ok>check_2']);
    expect(arrows(edited.workflow)).toContain('read_2:ok>revise_2');
  });

  test('puts steps into a room and takes them out again', () => {
    const inside = after({ do: 'put_into', steps: ['send'], container: 'revise', port: 'done' });
    expect(arrows(inside)).toEqual(['start:ok>read', 'read:ok>revise', 'revise:done>done']);
    expect(findStep(inside, 'send')?.in).toBe('revise');
    const out = edit(inside, { do: 'put_into', steps: ['send'] });
    expect(out.ok && findStep(out.workflow, 'send')?.in).toBe('');
  });

  test('draws a room around steps, and takes it away again, and everything leads where it led', () => {
    const room = { type: 'group@1', name: 'Both' };
    const grouped = after({ do: 'wrap', steps: ['read', 'revise'], room, port: 'ok' });
    expect(arrows(grouped)).toEqual(['start:ok>both', 'both:ok>send', 'send:ok>done']);
    expect(arrows(grouped, 'both')).toEqual(['read:ok>revise']);
    expect(findStep(grouped, 'both')?.node.at).toEqual([0, 120]);
    const edited = edit(grouped, {
      do: 'unwrap',
      room: 'both',
      ports: { revise: 'done' },
      by: [0, 0],
    });
    expect(edited.ok && arrows(edited.workflow).toSorted()).toEqual(arrows(WORKFLOW).toSorted());
  });

  test('of locked steps moves none, and the others as far as they are told', () => {
    const locked = after({ do: 'set_step', step: 'read', fields: { locked: true } });
    const both = edit(locked, { do: 'move_steps', to: { read: [9, 9], send: [8, 8] } });
    expect(both.ok && findStep(both.workflow, 'read')?.node.at).toEqual([0, 120]);
    expect(both.ok && findStep(both.workflow, 'send')?.node.at).toEqual([8, 8]);
    expect(edit(locked, { do: 'move_steps', to: { read: [9, 9] } })).toEqual({
      ok: false,
      fault: 'locked',
    });
  });

  test('writes, sizes, moves, copies and removes notes like steps', () => {
    const noted = after(
      { do: 'add_note', note: { text: 'Ask Ines', at: [10, 20] }, into: 'revise' },
      { do: 'set_note', note: 'note', fields: { text: 'Ask Marcus', size: [200, 90] } },
      { do: 'move_steps', to: { note: [30, 40] } },
      { do: 'copy_steps', steps: ['note'], by: [8, 8] },
    );
    expect(findScope(noted, 'revise')?.notes).toEqual([
      { id: 'note', text: 'Ask Marcus', size: [200, 90], at: [30, 40] },
      { id: 'note_2', text: 'Ask Marcus', size: [200, 90], at: [38, 48] },
    ]);
    const gone = edit(noted, { do: 'remove_steps', steps: ['note', 'note_2'] });
    expect(gone.ok && findScope(gone.workflow, 'revise')?.notes).toEqual([]);
  });

  test('changes fields of a step and of the workflow', () => {
    const next = after(
      { do: 'set_step', step: 'done', fields: { join: 'first', attempts: 2 } },
      { do: 'set_step', step: 'done', fields: { attempts: null } },
      { do: 'rename_step', step: 'done', name: 'Sent' },
      { do: 'move_steps', to: { done: [7, 8] } },
      { do: 'set_workflow', field: 'name', value: 'Mail' },
    );
    expect(findStep(next, 'done')?.node).toEqual({
      id: 'done',
      type: 'end@1',
      name: 'Sent',
      at: [7, 8],
      settings: {},
      join: 'first',
    });
    expect(next.name).toBe('Mail');
  });
});

test('what cannot be done says why and changes nothing', () => {
  const arrow = (from: string, to: string, port = 'ok') => ({ from, port, to });
  const faults: [Edit, EditFault][] = [
    [{ do: 'rename_step', step: 'gone', name: 'x' }, 'no_step'],
    [{ do: 'connect', arrow: arrow('send', 'read') }, 'circle'],
    [{ do: 'connect', arrow: arrow('send', 'send') }, 'to_itself'],
    [{ do: 'connect', arrow: arrow('start', 'read') }, 'twice'],
    [{ do: 'connect', arrow: arrow('read', 'start') }, 'no_way_in'],
    [{ do: 'put_into', steps: ['start'], container: 'revise' }, 'second_start'],
    [{ do: 'paste', part: partOf(WORKFLOW, ['start']), by: [0, 0] }, 'second_start'],
    [{ do: 'put_into', steps: ['done'], container: 'revise' }, 'circle'],
    [
      { do: 'wrap', steps: ['read', 'send'], room: { type: 'group@1', name: 'x' }, port: 'ok' },
      'circle',
    ],
    [{ do: 'connect', arrow: arrow('read', 'draft') }, 'other_room'],
    [{ do: 'disconnect', arrow: arrow('read', 'done') }, 'no_arrow'],
    [{ do: 'add_step', step: { type: 'end@1', name: 'x' }, into: 'read' }, 'no_room'],
    [{ do: 'put_into', steps: ['revise'], container: 'revise' }, 'into_itself'],
    [{ do: 'set', step: 'read', path: '__proto__.polluted', value: 1 }, 'bad_path'],
    [{ do: 'set', step: 'read', path: 'text.@ref.deeper', value: 1 }, 'bad_path'],
  ];
  for (const [change, expected] of faults) {
    expect([change, fault(change)]).toEqual([change, expected]);
    expect(en[`edit.${expected}`]).toBeTruthy();
  }
  expect(({} as JsonObject)['polluted']).toBeUndefined();
});

test('a setting that was set is found where it was put, lists included', () => {
  expect(setAt({ cases: [{ port: 'a' }] }, 'cases.1.port', 'b')).toEqual({
    cases: [{ port: 'a' }, { port: 'b' }],
  });
  expect(setAt({ cases: [1, 2, 3] }, 'cases.1')).toEqual({ cases: [1, 3] });
  expect(setAt({ cases: [1] }, 'cases.5', 2)).toBeUndefined();
});

// ---- everything at once
// ---------------------------------------------------------------------------

test('a room around a choice is refused: its ways lead to different places', () => {
  const forked = after(
    { do: 'add_step', step: { type: 'end@1', name: 'Not sent' } },
    { do: 'connect', arrow: { from: 'send', port: 'error', to: 'not_sent' } },
  );
  const room = { type: 'group@1', name: 'x' };
  const wrap: Edit = { do: 'wrap', steps: ['revise', 'send'], room, port: 'ok' };
  expect(edit(forked, wrap)).toEqual({ ok: false, fault: 'several_ways' });
  const all: Edit = { ...wrap, steps: ['revise', 'send', 'not_sent', 'done'] };
  expect(edit(forked, all).ok).toBe(true);
});

test('whatever is done, ids stay unique, arrows stay within rooms, and it can be saved', () => {
  fc.assert(
    fc.property(changes, (list) => {
      const last = history(list).at(-1) as Workflow;
      expect(workflowSchema.safeParse(last).success).toBe(true);
      const steps = [...stepsOf(last.scope)];
      const rooms = [last.scope, ...steps.flatMap(({ node }) => node.scope ?? [])];
      const notes = rooms.flatMap((scope) => scope.notes);
      expect(idsOf(last).size).toBe(steps.length + notes.length);
      expect(rooms.filter(hasCircle)).toEqual([]);
      expect(steps.filter(({ node }) => isStart(node)).length).toBeLessThanOrEqual(1);
      for (const scope of rooms)
        for (const e of scope.edges)
          expect(scope.nodes.filter((n) => n.id === e.from || n.id === e.to)).toHaveLength(2);
    }),
    { numRuns: 300 },
  );
});

test('every change can be taken back and made again, alone and as one gesture', () => {
  fc.assert(
    fc.property(changes, (list) => {
      const states = history(list);
      const steps = states.slice(1).map((next, i) => diff(states[i] as Workflow, next));
      for (const [i, d] of steps.entries()) {
        expect(applyDiff(states[i] as Workflow, d)).toEqual(states[i + 1]);
        expect(applyDiff(states[i + 1] as Workflow, reverse(d))).toEqual(states[i]);
      }
      const gesture = steps.reduce(squash, {});
      const last = states.at(-1) as Workflow;
      expect(applyDiff(WORKFLOW, gesture)).toEqual(last);
      expect(applyDiff(last, reverse(gesture))).toEqual(WORKFLOW);
      expect(squash(gesture, reverse(gesture))).toEqual({});
    }),
    { numRuns: 300 },
  );
});

test('what a drag offers is what drawing the arrow would give, step by step', () => {
  fc.assert(
    fc.property(changes, id, fc.constantFrom('ok', 'error', 'done'), (list, from, port) => {
      const last = history(list).at(-1) as Workflow;
      if (!findStep(last, from)) return;
      const faults = unfit(last, from, port);
      for (const { node } of stepsOf(last.scope)) {
        const edited = edit(last, { do: 'connect', arrow: { from, port, to: node.id } });
        expect(faults.get(node.id)).toBe(edited.ok ? undefined : edited.fault);
      }
    }),
    { numRuns: 200 },
  );
});

test('a difference loses nothing even where the same id stands twice', () => {
  const [first] = WORKFLOW.scope.nodes;
  const nodes = [
    ...WORKFLOW.scope.nodes,
    { ...first, name: 'Again' },
  ] as Workflow['scope']['nodes'];
  const twice = { ...WORKFLOW, scope: { ...WORKFLOW.scope, nodes } };
  expect(applyDiff(WORKFLOW, diff(WORKFLOW, twice))).toEqual(twice);
  expect(applyDiff(twice, diff(twice, WORKFLOW))).toEqual(WORKFLOW);
});

test('a difference names only what changed', () => {
  const next = after({ do: 'rename_step', step: 'send', name: 'Post' });
  expect(Object.keys(diff(WORKFLOW, next))).toEqual(['step:send']);
  expect(diff(WORKFLOW, after())).toEqual({});
});
