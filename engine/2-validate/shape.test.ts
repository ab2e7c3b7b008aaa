// Whether a drawing hangs together: ids, rooms, arrows, ways out.
import { describe, expect, test } from 'vitest';
import { scopeOf, type StepSpec } from '../../e2e/kit/drawing.ts';
import { about, END, folderOf, found, INPUT, mended, problemsOf } from '../../e2e/kit/problems.ts';
import { drawing } from '../../e2e/kit/drawing.ts';
import { say } from '../base/text/say.ts';

describe('shape', () => {
  test('begins in one place, at the start', () => {
    expect(found([END, ['stray', 'parallel']], ['start:ok>done', 'stray:ok>done'])).toEqual([
      ['unreachable', 'stray', undefined],
    ]);
    expect(found([END, ['again', 'start']], ['start:ok>done', 'again:ok>done'])).toEqual([
      ['start_twice', 'again', undefined],
    ]);
    const none = drawing(scopeOf([END], []));
    expect(problemsOf(none).map((p) => p.code)).toContain('start_missing');
  });
  test('knows every type, and containers hold something', () => {
    expect(about('no_such_step', {})).toEqual([['type_unknown', 'it', undefined]]);
    expect(about('ask_owner', {}, 'go_on')).toContainEqual(['type_generated', 'it', undefined]);
    expect(about('group', {}, 'ok', { scope: scopeOf([], []) })).toEqual([
      ['room_empty', 'it', undefined],
    ]);
    const inside = { scope: scopeOf([['x', 'parallel']], []) };
    expect(about('parallel', {}, 'ok', inside)).toContainEqual(['not_a_room', 'it', undefined]);
  });
  test('finds the same id twice, also across rooms', () => {
    const inside = { scope: scopeOf([['done', 'parallel']], []) };
    expect(about('group', {}, 'ok', inside)).toContainEqual(['id_twice', 'done', undefined]);
  });
  test('finds arrows that lead nowhere, twice, by a lost way or in a circle', () => {
    const steps: StepSpec[] = [['a', 'parallel'], ['b', 'parallel'], END];
    expect(
      found(steps, ['start:ok>a', 'a:ok>b', 'b:ok>done', 'b:ok>gone', 'a:ok>b', 'a:no>b']),
    ).toEqual([
      ['arrow_lost', 'b', undefined],
      ['arrow_twice', 'a', undefined],
      ['way_unknown', 'a', undefined],
    ]);
    expect(found(steps, ['start:ok>a', 'a:ok>b', 'b:ok>a', 'b:ok>done'])).toContainEqual([
      'circle',
      'a',
      undefined,
    ]);
  });
  test('says which ordinary way leads nowhere, and leaves problems and rooms alone', () => {
    const cases = [{ port: 'small', when: { field: 'input.amount', op: 'less_than', value: 5 } }];
    const folder = folderOf(
      [['how_much', 'condition', { cases, currency: 'USD' }], END],
      ['start:ok>how_much', 'how_much:otherwise>done'],
    );
    const [problem] = problemsOf(folder);
    expect(problem).toMatchObject({ code: 'way_open', severity: 'warning', step: 'how_much' });
    expect(say('en', 'problem.way_open', problem?.params)).toBe(
      'The way out “Under $5” of “how much” leads nowhere.',
    );
  });
  test('finds a step that waits for arrows which exclude each other, and mends it', () => {
    const cases = [{ port: 'small', when: { field: 'input.amount', op: 'less_than', value: 5 } }];
    const folder = folderOf(
      [
        ['pick', 'condition', { cases }],
        ['a', 'parallel'],
        ['b', 'parallel'],
        ['all', 'join', {}, { join: 'every' }],
        END,
      ],
      ['start:ok>pick', 'pick:small>a', 'pick:otherwise>b', 'a:ok>all', 'b:ok>all', 'all:ok>done'],
    );
    expect(problemsOf(folder).map((p) => [p.code, p.step])).toEqual([['join_never', 'all']]);
    expect(mended(folder)).toEqual([]);
  });
  test('steps side by side may all be waited for', () => {
    const steps: StepSpec[] = [
      ['fork', 'parallel'],
      ['a', 'parallel'],
      ['b', 'parallel'],
      ['all', 'join', {}, { join: 'every' }],
      END,
    ];
    expect(
      found(steps, [
        'start:ok>fork',
        'fork:ok>a',
        'fork:ok>b',
        'a:ok>all',
        'b:ok>all',
        'all:ok>done',
      ]),
    ).toEqual([]);
  });
  test('asks for fields once each, with something to choose from', () => {
    const input = [
      ...(INPUT ?? []),
      { id: 'note', label: 'Again', kind: 'text' as const },
      { id: 'c', label: 'C', kind: 'choice' as const },
    ];
    expect(
      problemsOf(folderOf([END], ['start:ok>done'], { input })).map((p) => [p.code, p.path]),
    ).toEqual([
      ['field_twice', 'input.4'],
      ['choices_missing', 'input.5'],
    ]);
  });
});
