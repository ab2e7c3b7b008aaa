// What a step looks at: there, earlier, in sight, and sure.
import { describe, expect, test } from 'vitest';
import { scopeOf, type StepSpec } from '../../e2e/kit/drawing.ts';
import { about, END, found } from '../../e2e/kit/problems.ts';
import type { Json, JsonObject } from '../base/value.ts';

describe('references', () => {
  const text = (path: string, other?: Json): JsonObject => ({
    value: other === undefined ? { '@ref': path } : { '@ref': path, else: other },
  });
  const looks = (path: string, other?: Json) =>
    found(
      [['look_up', 'call_tool', { tool: 'look' }], ['it', 'check_result', text(path, other)], END],
      ['start:ok>look_up', 'look_up:ok>it', 'it:ok>done'],
    ).map(([code]) => code);

  test.each<[string, string[]]>([
    ['input.amount', []],
    ['steps.look_up.value.id', []],
    ['steps.look_up.port', []],
    ['today', []],
    ['run.by', []],
    ['workflow.name', []],
    ['input.amonut', ['reference_input_unknown']],
    ['steps.gone.value.id', ['reference_step_unknown']],
    ['steps.look_up.value.total', ['reference_value_unknown']],
    ['steps.look_up.total', ['reference_step_part_unknown']],
    ['steps.done.value.x', ['reference_step_not_before']],
    ['steps.it.value', ['reference_looks_at_itself']],
    ['customer.name', ['reference_root_unknown']],
    ['item.name', ['reference_only_in_each']],
    ['round', ['reference_only_in_loop']],
    ['previous.look_up.value.id', ['reference_only_in_loop']],
    ['input.note', ['reference_may_be_empty']],
    ['steps.look_up.value.copy', ['reference_may_be_missing']],
    ['input.receipt.text', ['reference_may_be_empty']],
  ])('%s', (at, codes) => expect(looks(at)).toEqual(codes));

  test('that may be missing are fine with something to fall back on', () => {
    expect(looks('input.note', 'nothing')).toEqual([]);
    expect(looks('steps.look_up.value.copy', '')).toEqual([]);
  });
  test('inside texts and conditions are followed too; a condition needs no fallback', () => {
    const when = { field: 'steps.gone.port', op: 'is', value: 'ok' };
    expect(about('condition', { cases: [{ port: 'a', when }] }, 'a')).toContainEqual([
      'reference_step_unknown',
      'it',
      'cases.0.when.field',
    ]);
    expect(about('check_result', { value: { '@text': 'Hi {{input.note}}' } })).toEqual([
      ['reference_may_be_empty', 'it', 'value'],
    ]);
    const optional = { field: 'input.note', op: 'is_empty' };
    expect(about('condition', { cases: [{ port: 'a', when: optional }] }, 'a')).toEqual([
      ['way_open', 'it', undefined],
    ]);
  });
  test('to a step on one of several ways need a fallback; to one on all of them do not', () => {
    const cases = [{ port: 'small', when: { field: 'input.amount', op: 'less_than', value: 5 } }];
    const read: StepSpec = ['read', 'call_tool', { tool: 'look' }];
    const last = (at: string): StepSpec[] => [
      ['pick', 'condition', { cases }],
      read,
      ['it', 'check_result', { value: { '@ref': at } }],
      END,
    ];
    const ways = [
      'start:ok>pick',
      'pick:small>read',
      'pick:otherwise>it',
      'read:ok>it',
      'it:ok>done',
    ];
    expect(found(last('steps.read.value.id'), ways)).toEqual([
      ['reference_may_be_missing', 'it', 'value'],
    ]);
    expect(found(last('steps.pick.value.way'), ways)).toEqual([]);
  });
  test('to steps side by side are sure where both are waited for', () => {
    const steps = (join: string): StepSpec[] => [
      ['fork', 'parallel'],
      ['a', 'call_tool', { tool: 'look' }],
      ['b', 'call_tool', { tool: 'look' }],
      ['both', 'join', {}, { join }],
      ['it', 'check_result', { value: { '@ref': 'steps.a.value.id' } }],
      END,
    ];
    const ways = [
      'start:ok>fork',
      'fork:ok>a',
      'fork:ok>b',
      'a:ok>both',
      'b:ok>both',
      'both:ok>it',
      'it:ok>done',
    ];
    expect(found(steps('all'), ways)).toEqual([]);
    expect(found(steps('every'), ways)).toEqual([]);
    expect(found(steps('first'), ways)).toEqual([['reference_may_be_missing', 'it', 'value']]);
    expect(found(steps('all'), [...ways, 'a:error>done'])).toEqual([
      ['reference_may_be_missing', 'it', 'value'],
    ]);
  });
  test('to a step that left by a problem need a fallback', () => {
    const steps: StepSpec[] = [
      ['read', 'call_tool', { tool: 'look' }],
      ['it', 'check_result', { value: { '@ref': 'steps.read.value.id' } }],
      END,
    ];
    expect(found(steps, ['start:ok>read', 'read:error>it', 'read:ok>done', 'it:ok>done'])).toEqual([
      ['reference_may_be_missing', 'it', 'value'],
    ]);
  });
  test('see out of a room and never into one; a loop sees its last round', () => {
    const body = (at: string) =>
      scopeOf(
        [
          ['begin', 'parallel'],
          ['check', 'check_result', { value: { '@ref': at, else: '' } }],
        ],
        ['begin:ok>check'],
      );
    const loop = (at: string, until = 'steps.check.port'): StepSpec => [
      'again',
      'loop',
      { maxRounds: 2, until: { field: until, op: 'is', value: 'ok' } },
      { scope: body(at) },
    ];
    const ways = ['start:ok>again', 'again:done>it', 'it:ok>done'];
    const it = (at: string): StepSpec => [
      'it',
      'check_result',
      { value: { '@ref': at, else: '' } },
    ];
    expect(found([loop('input.amount'), it('today'), END], ways)).toEqual([]);
    expect(found([loop('previous.check.value'), it('today'), END], ways)).toEqual([]);
    expect(found([loop('round'), it('today'), END], ways)).toEqual([]);
    expect(found([loop('input.amount'), it('steps.check.value'), END], ways)).toEqual([
      ['reference_step_out_of_sight', 'it', 'value'],
    ]);
    expect(found([loop('input.amount', 'steps.it.port'), it('today'), END], ways)).toEqual([
      ['reference_step_not_before', 'again', 'until.field'],
    ]);
  });
  test('to the current item know its parts where the list declares them', () => {
    const row = {
      id: 'row',
      label: 'Row',
      kind: 'record' as const,
      fields: [{ id: 'name', label: 'Name', kind: 'text' as const, required: true }],
    };
    const list = {
      name: 'list',
      title: 'List',
      class: 'operational',
      effect: 'read',
      result: [{ id: 'rows', label: 'Rows', kind: 'list', required: true, of: row }],
    };
    const body = (at: string) => ({
      scope: scopeOf([['check', 'check_result', { value: { '@ref': at } }]], []),
    });
    const each = (at: string) =>
      found(
        [
          ['read', 'call_tool', { tool: 'list' }],
          ['each', 'for_each', { items: { '@ref': 'steps.read.value.rows' } }, body(at)],
          END,
        ],
        ['start:ok>read', 'read:ok>each', 'each:ok>done'],
        { cards: [list] },
      );
    expect(each('item.name')).toEqual([]);
    expect(each('index')).toEqual([]);
    expect(each('item.size')).toEqual([['reference_item_part_unknown', 'check', 'value']]);
  });
  test('a pattern that cannot be read is found before it silently never matches', () => {
    const when = { field: 'input.note', op: 'matches', value: 'a(' };
    expect(about('condition', { cases: [{ port: 'a', when }] }, 'a')).toContainEqual([
      'pattern_unreadable',
      'it',
      'cases.0.when',
    ]);
  });
});
