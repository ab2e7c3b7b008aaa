// Settings that are missing or wrong, said in the words of their form.
import { describe, expect, test } from 'vitest';
import { scopeOf } from '../../e2e/kit/drawing.ts';
import { about, END, folderOf, mended, problemsOf } from '../../e2e/kit/problems.ts';
import { registry } from '../../nodes/index.ts';
import { say } from '../base/text/say.ts';

describe('settings', () => {
  test('that are missing are asked for in the words of their form', () => {
    const [problem] = problemsOf(
      folderOf([['ask', 'approval', {}], END], ['start:ok>ask', 'ask:approved>done']),
    );
    expect(problem).toMatchObject({
      code: 'setting_missing.approval.ask',
      step: 'ask',
      field: 'ask',
    });
    expect(say('en', `problem.${problem?.code}`, problem?.params)).toBe(
      'Choose who decides in “ask”.',
    );
  });
  test('are missing as soon as they are empty, however a step starts out', () => {
    for (const [type, definition] of registry) {
      if (definition.generated || definition.does.kind === 'structure') continue;
      const name = type.split('@')[0] as string;
      const missing = about(name, { ...definition.initial }).filter(([code]) =>
        code.startsWith('setting_missing'),
      );
      const accepts = definition.settings.safeParse(definition.initial).success;
      expect([name, missing.length > 0 || accepts]).toEqual([name, true]);
    }
  });
  test('nobody knows, too many or out of bounds say so, and unknown ones can be removed', () => {
    expect(about('wait', { ms: 60_000, colour: 1 })).toEqual([['setting_unknown', 'it', 'colour']]);
    expect(
      about('confidence_check', { of: { '@ref': 'input.note', else: '' }, atLeast: 2 }),
    ).toEqual([['setting_too_large', 'it', 'atLeast']]);
    const loop = { maxRounds: 5000, until: { field: 'round', op: 'at_least', value: 2 } };
    expect(about('loop', loop, 'done', { scope: scopeOf([['x', 'parallel']], []) })).toEqual([
      ['setting_too_large', 'it', 'maxRounds'],
    ]);
    const folder = folderOf(
      [['it', 'wait', { ms: 60_000, colour: 1 }], END],
      ['start:ok>it', 'it:ok>done'],
    );
    expect(mended(folder)).toEqual([]);
  });
  test('that name the same thing twice are found', () => {
    const option = { id: 'a', name: 'A', description: 'x' };
    const classify = {
      text: { '@ref': 'input.note', else: '' },
      categories: [option, option],
      maxOutputTokens: 100,
    };
    expect(about('classify', classify)).toEqual([['setting_twice', 'it', 'categories']]);
  });
});
