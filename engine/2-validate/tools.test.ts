// Tools: a card, arguments that fit, and nobody acts outside unasked.
import { describe, expect, test } from 'vitest';
import { scopeOf, type StepSpec } from '../../e2e/kit/drawing.ts';
import {
  about,
  ASK,
  END,
  folderOf,
  found,
  mended,
  problemsOf,
  SETTING,
  type More,
  LOOK,
} from '../../e2e/kit/problems.ts';
import type { Folder } from '../1-document/schema.ts';
import { say } from '../base/text/say.ts';
import type { JsonObject } from '../base/value.ts';

describe('tools', () => {
  const send = (args: JsonObject, more: More = { rules: allowed }) =>
    found([['it', 'call_tool', { tool: 'mail', args }], END], ['start:ok>it', 'it:ok>done'], more);
  const to = { '@ref': 'input.mail' };
  const allowed: Folder['rules'] = [
    {
      id: 'r',
      name: 'Mails go out',
      when: { field: 'tool', op: 'is', value: 'mail' },
      then: 'allow',
    },
  ];

  test('without a card cannot be used', () => {
    expect(about('call_tool', { tool: 'gone' })).toEqual([['card_missing', 'it', 'tool']]);
  });
  test('get every argument they need, of a kind that fits, and no other', () => {
    expect(send({ to })).toEqual([]);
    expect(send({})).toEqual([['argument_missing_mail', 'it', 'args.to']]);
    expect(send({ to, cc: 'x' })).toEqual([['argument_unknown', 'it', 'args.cc']]);
    expect(send({ to: 'nobody' })).toEqual([['argument_wrong', 'it', 'args.to']]);
    expect(send({ to: { '@ref': 'input.amount' } })).toEqual([['argument_wrong', 'it', 'args.to']]);
    expect(send({ to, text: { '@ref': 'input.amount' }, sum: { '@ref': 'input.amount' } })).toEqual(
      [],
    );
    expect(send({ to, sum: { '@text': '{{input.amount}}' } })).toEqual([
      ['argument_wrong', 'it', 'args.sum'],
    ]);
    expect(send({ to, sum: 1.005 })).toEqual([['argument_wrong', 'it', 'args.sum']]);
  });

  describe('that act outside need a rule or an approval on every way', () => {
    test('and the fix puts an approval in front', () => {
      const folder = folderOf(
        [['it', 'call_tool', { tool: 'mail', args: { to } }], END],
        ['start:ok>it', 'it:ok>done'],
      );
      const [problem] = problemsOf(folder);
      expect(problem).toMatchObject({
        code: 'unguarded_people',
        step: 'it',
        fix: { code: 'fix.insert_approval' },
      });
      expect(say('en', 'problem.unguarded_people', problem?.params)).toBe(
        'This can write to people outside. It needs a rule or an approval before it can run.',
      );
      expect(mended(folder)).toEqual([]);
    });
    const gate: StepSpec = ['gate', 'approval', ASK];
    const it: StepSpec = ['it', 'call_tool', { tool: 'mail', args: { to } }];
    test('an approval on one of two ways is not enough', () => {
      const ways = ['start:ok>gate', 'gate:approved>it', 'it:ok>done', 'gate:refused>done'];
      expect(found([gate, it, END], ways)).toEqual([]);
      expect(found([gate, it, END], [...ways, 'gate:sent_back>it'])).toEqual([
        ['unguarded_people', 'it', undefined],
      ]);
    });
    test('an approval of something else does not count', () => {
      const other: StepSpec = ['gate', 'approval', { ...ASK, covers: ['else'] }];
      expect(found([other, it, END], ['start:ok>gate', 'gate:approved>it', 'it:ok>done'])).toEqual([
        ['unguarded_people', 'it', undefined],
      ]);
    });
    test('a loop that ends only when its gate approved guards what follows', () => {
      const loop = (value: string): StepSpec => [
        'revise',
        'loop',
        { maxRounds: 3, until: { field: 'steps.gate.port', op: 'is', value } },
        {
          scope: scopeOf(
            [
              ['begin', 'parallel'],
              ['gate', 'approval', ASK],
              ['back', 'parallel'],
            ],
            ['begin:ok>gate', 'gate:sent_back>back'],
          ),
        },
      ];
      const ways = ['start:ok>revise', 'revise:done>it', 'it:ok>done'];
      expect(found([loop('approved'), it, END], ways)).toEqual([]);
      expect(found([loop('sent_back'), it, END], ways)).toEqual([
        ['unguarded_people', 'it', undefined],
      ]);
    });
    test('an approval inside each item guards the item, and nothing after all of them', () => {
      const each = (steps: StepSpec[], arrows: string[]): StepSpec => [
        'each',
        'for_each',
        { items: [1, 2], concurrency: 1 },
        { scope: scopeOf([['begin', 'start'], ...steps], arrows) },
      ];
      const inside = ['begin:ok>gate', 'gate:approved>it'];
      expect(found([each([gate, it], inside), END], ['start:ok>each', 'each:ok>done'])).toEqual([]);
      const after = ['start:ok>each', 'each:ok>it', 'it:ok>done'];
      expect(found([each([gate], ['begin:ok>gate']), it, END], after)).toEqual([
        ['unguarded_people', 'it', undefined],
      ]);
    });
    test('a step inside a room is guarded by the gate before the room', () => {
      const room: StepSpec = ['room', 'group', {}, { scope: scopeOf([it], []) }];
      expect(
        found([gate, room, END], ['start:ok>gate', 'gate:approved>room', 'room:ok>done']),
      ).toEqual([]);
      expect(found([room, END], ['start:ok>room', 'room:ok>done'])).toEqual([
        ['unguarded_people', 'it', undefined],
      ]);
    });
    test('a rule that surely forbids it says so, approval or not', () => {
      const rules: Folder['rules'] = [{ ...allowed[0]!, then: 'deny' }];
      expect(send({ to }, { rules })).toEqual([['rule_denies', 'it', undefined]]);
    });
    test('a rule that only may forbid it leaves the question to the run', () => {
      const rules: Folder['rules'] = [
        {
          id: 'n',
          name: 'Not at night',
          when: { field: 'hour', op: 'less_than', value: 6 },
          then: 'deny',
        },
        ...allowed,
      ];
      expect(send({ to }, { rules })).toEqual([]);
    });
    test('the workspace’s rules count before the workflow’s', () => {
      const setting = { ...SETTING, rules: [{ ...allowed[0]!, id: 'w', then: 'deny' as const }] };
      const folder = folderOf([it, END], ['start:ok>it', 'it:ok>done'], { rules: allowed });
      expect(problemsOf(folder, setting).map((p) => p.code)).toEqual(['rule_denies']);
    });
  });

  test('a model’s own word is no gate before something that cannot be undone', () => {
    const check: StepSpec = [
      'sure',
      'confidence_check',
      { of: { '@ref': 'input.note', else: '' }, accept: ['self'] },
    ];
    const it: StepSpec = ['it', 'call_tool', { tool: 'mail', args: { to } }];
    expect(
      found([check, it, END], ['start:ok>sure', 'sure:ok>it', 'it:ok>done'], { rules: allowed }),
    ).toEqual([['self_assured', 'sure', 'accept']]);
  });

  test('want evidence only for what they take', () => {
    const cards = ['n', 'gone'].map((id) => ({ ...LOOK, name: id, evidence: [id] }));
    const field = { id: 'n', label: 'N', kind: 'number' };
    const folder = folderOf([END], ['start:ok>done'], {
      cards: cards.map((card) => ({ ...card, args: [field] })),
    });
    expect(problemsOf(folder)).toMatchObject([
      { code: 'evidence_unknown', params: { name: 'gone' } },
    ]);
  });
  test('and rules are named once each', () => {
    const folder = folderOf([END], ['start:ok>done'], {
      cards: [LOOK, LOOK],
      rules: [...allowed, ...allowed],
    });
    expect(problemsOf(folder).map((p) => p.code)).toEqual(['card_twice', 'rule_twice']);
  });
});
