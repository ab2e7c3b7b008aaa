// Steps that make several calls, as everything that looks at a drawing sees them: one step.
import { describe, expect, test } from 'vitest';
import type { StepSpec } from '../../e2e/kit/drawing.ts';
import {
  ASK,
  END,
  folderOf,
  found,
  problemsOf,
  SETTING,
  type More,
} from '../../e2e/kit/problems.ts';
import { traverse } from '../../e2e/traversal.ts';
import { registry } from '../../nodes/index.ts';
import type { Folder, Rule } from '../1-document/schema.ts';
import { say } from '../base/text/say.ts';
import type { Json, JsonObject } from '../base/value.ts';
import { ceiling } from './ceiling.ts';
import { compile } from './compile.ts';
import { contract } from './contract.ts';
import { coverage } from './coverage.ts';
import { defaultWays } from './default-ways.ts';
import { judge } from './judge.ts';
import { lower } from './lower.ts';
import { printGraph } from './print.ts';

const USE: JsonObject = {
  instructions: 'Tell them',
  data: { note: { '@ref': 'input.note', else: '' } },
  tool: 'mail',
  args: { to: { '@ref': 'input.mail' } },
  fields: [{ id: 'sent', label: 'Sent', kind: 'text', required: true }],
  maxOutputTokens: 100,
};
const TWO = ['pay', 'hold'].map((id) => ({ id, name: id, description: `It is ${id}` }));
const VOTE: JsonObject = { question: 'Pay?', rule: 'Pay it', options: TWO, maxOutputTokens: 50 };
const WRITE: JsonObject = { instructions: 'Write', criteria: TWO, maxOutputTokens: 100 };
const ALLOW: Rule = {
  id: 'r',
  name: 'Mails go out',
  when: { field: 'tool', op: 'is', value: 'mail' },
  then: 'allow',
};
const it = (settings: JsonObject = USE, type = 'use_tool'): StepSpec => ['it', type, settings];
const WAY = ['start:ok>it', 'it:ok>done'];
const one = (step: StepSpec = it(), more: More = { rules: [ALLOW] }): Folder =>
  folderOf([step, END], WAY, more);
const said = (folder: Folder): string[] =>
  contract(compile(folder, registry).graph, folder, SETTING, registry).map(({ code, params }) =>
    say('en', code, params).replaceAll('**', ''),
  );

/** Every state of a machine that invokes something, as [id, node, type]. */
function invoked(state: JsonObject): Json[][] {
  const { invoke, meta, states } = state as Record<string, JsonObject | undefined>;
  const own =
    invoke && meta ? [[invoke['id'] ?? null, meta['node'] ?? null, meta['type'] ?? null]] : [];
  return [...own, ...Object.values(states ?? {}).flatMap((inner) => invoked(inner as JsonObject))];
}

describe('the machine', () => {
  test('has a state for each call under one state for the step, all of the same node', () => {
    const { machine } = compile(one(), registry).compiled;
    expect(invoked(machine).filter(([, node]) => node === 'it')).toEqual([
      ['it__ask', 'it', 'use_tool_ask@1'],
      ['it__call', 'it', 'call_tool@1'],
      ['it__read', 'it', 'extract@1'],
      ['ask_owner__it', 'it', 'ask_owner@1'],
    ]);
    expect((machine['states'] as JsonObject)['it']).toMatchObject({ id: 'it', tags: ['lowered'] });
  });

  test('gives the call what was chosen and what was given, and each step its own sight', () => {
    const text = JSON.stringify(compile(one(), registry).compiled.machine);
    expect(text).toContain(
      '"args":{"to":{"@ref":"input.mail"},"text":{"@ref":"steps.it__ask.value.args.text"}',
    );
    expect(text).toContain('"sees":["it__ask"]');
    expect(text).toContain('"sees":["it__call"]');
  });

  test('is printed with what is inside it, its ways out once', () => {
    const printed = printGraph(lower(one(), registry)).split('\n');
    const inner = printed.filter((line) => line.includes('__') && !line.includes('with {'));
    expect(inner.map((line) => line.trim())).toEqual([
      '| it__ask "ask" use_tool_ask@1 task',
      '|   ok → it__call',
      '| it__call "call" call_tool@1 task',
      '|   ok → it__read',
      '| it__read "read" extract@1 task',
    ]);
    expect(printed).toContainEqual(expect.stringContaining('it "it" use_tool@1 lowered'));
  });

  test('asks its owner as one step, with the fields later steps need', () => {
    const end: StepSpec = ['done', 'end', { output: { sent: { '@ref': 'steps.it.value.sent' } } }];
    const graph = defaultWays(lower(folderOf([it(), end], WAY, { rules: [ALLOW] }), registry));
    const asks = graph.scope.steps.filter(({ asksFor }) => asksFor);
    expect(asks).toMatchObject([
      {
        id: 'ask_owner__it',
        settings: { fields: [{ id: 'sent', label: 'Sent', required: true }] },
      },
    ]);
  });

  test('gets nowhere stuck, whichever way any of its calls takes', () => {
    const steps: StepSpec[] = [
      it(),
      ['jury', 'consensus', { ...VOTE, votes: 3 }],
      ['letter', 'critic', WRITE],
      END,
    ];
    const arrows = [
      'start:ok>it',
      'it:ok>jury',
      'jury:pay>letter',
      'letter:ok>done',
      'letter:failed>done',
    ];
    const { graph, compiled } = compile(folderOf(steps, arrows, { rules: [ALLOW] }), registry);
    const seen = traverse(graph, compiled, 20_000);
    expect(seen).toMatchObject({ isComplete: true, stuck: [], cannotFinish: [] });
    expect(seen.states).toBeGreaterThan(50);
  });

  test('may be made of far more inner steps than a drawing may have steps', () => {
    const many = Array.from({ length: 300 }, (_x, i): StepSpec => [`v${i}`, 'consensus', VOTE]);
    const arrows = many.map(([id], i) => (i ? `v${i - 1}:pay>${id}` : `start:ok>${id}`));
    expect(() => compile(folderOf(many, arrows), registry)).not.toThrow();
  });

  test('in a for-each stands in the machine of its items', () => {
    const scope = { nodes: [], edges: [], notes: [] } as never as { nodes: Json[] };
    scope.nodes = [{ id: 'it', type: 'use_tool@1', name: 'It', at: [0, 0], settings: USE }];
    const all: StepSpec = ['all', 'for_each', { items: [1] }, { scope: scope as never }];
    const folder = folderOf([all, END], ['start:ok>all', 'all:ok>done'], { rules: [ALLOW] });
    const { compiled } = compile(folder, registry);
    expect(invoked(compiled.parts['scope:all'] as JsonObject).map(([id]) => id)).toEqual([
      'it__ask',
      'it__call',
      'it__read',
    ]);
  });
});

describe('what is said about it', () => {
  test('counts every call in the worst case, and names one step on the way', () => {
    const most = (step: StepSpec) =>
      ceiling(compile(one(step), registry).graph, one(step), SETTING, registry);
    const attempts = { attempts: 1 };
    expect(most(['it', 'use_tool', USE, attempts])).toMatchObject({
      modelCalls: 2,
      toolCalls: 1,
      path: ['start', 'it', 'done'],
    });
    expect(most(['it', 'use_tool', USE, { attempts: 3 }])).toMatchObject({
      modelCalls: 6,
      toolCalls: 3,
    });
    expect(most(['it', 'critic', WRITE, attempts])).toMatchObject({ modelCalls: 2, toolCalls: 0 });
    const jury = folderOf(
      [['it', 'consensus', { ...VOTE, votes: 7 }, attempts], END],
      ['start:ok>it', 'it:pay>done'],
    );
    const votes = ceiling(compile(jury, registry).graph, jury, SETTING, registry);
    expect(votes).toMatchObject({ modelCalls: 7, toolCalls: 0 });
    const alone: StepSpec = ['it', 'decide', { ...VOTE, data: {} }, attempts];
    const single = folderOf([alone, END], ['start:ok>it', 'it:pay>done']);
    const { workMs } = ceiling(compile(single, registry).graph, single, SETTING, registry);
    expect(votes.workMs).toBe(workMs); // votes are cast side by side
  });

  test('the contract speaks of it once, by its own name', () => {
    const text = said(one());
    expect(text.join('\n')).not.toMatch(/__|\bask\b.*\bcall\b/);
    expect(text).toContainEqual(expect.stringContaining('Send mail'));
    expect(text.filter((line) => /Mails go out/.test(line))).toHaveLength(1);
  });

  test('a gate covers the step, meaning the one call inside it', () => {
    const folder = folderOf(
      [['gate', 'approval', ASK], it(), END],
      ['start:ok>gate', 'gate:approved>it', 'it:ok>done'],
    );
    expect(problemsOf(folder).filter(({ severity }) => severity === 'error')).toEqual([]);
    const { graph } = compile(folder, registry);
    expect(coverage(graph, registry, folder.cards)).toEqual({ gate: ['it'] });
    expect(said(folder)).toContainEqual(expect.stringMatching(/gate/));
  });
});

describe('problems', () => {
  const wrong = (settings: JsonObject, more: More = { rules: [ALLOW] }) =>
    found([it({ ...USE, ...settings }), END], WAY, more);

  test('what a model fills in is not missing; what a person gives must fit', () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ args: {} })).toEqual([]);
    expect(wrong({ args: { to: 'nobody' } })).toEqual([['argument_wrong', 'it', 'args.to']]);
    expect(wrong({ args: { cc: 'x' } })).toEqual([['argument_unknown', 'it', 'args.cc']]);
    expect(wrong({ tool: 'gone' })).toEqual([['card_missing', 'it', 'tool']]);
  });

  test('a file is never made up by a model: a person gives it', () => {
    const args = [{ id: 'paper', label: 'Paper', kind: 'file', required: true }];
    const card = { name: 'file_it', title: 'File it', effect: 'read', class: 'operational', args };
    const found1 = wrong({ tool: 'file_it', args: {} }, { cards: [card] });
    expect(found1).toEqual([['argument_missing', 'it', 'args.paper']]);
    const given = { paper: { '@ref': 'input.receipt' } };
    expect(wrong({ tool: 'file_it', args: given }, { cards: [card] })).toEqual([]);
  });

  test('without a rule or an approval it may not act outside', () => {
    expect(wrong({}, {})).toEqual([['unguarded_people', 'it', undefined]]);
  });

  test('later steps see its value and its way, and nothing inside it', () => {
    const sees = (path: string) =>
      found([it(), ['done', 'end', { output: { it: { '@ref': path } } }]], WAY, {
        rules: [ALLOW],
      }).map(([code]) => code);
    expect(sees('steps.it.value.sent')).toEqual([]);
    expect(sees('steps.it.port')).toEqual([]);
    expect(sees('steps.it.value.id')).toEqual(['reference_value_unknown']);
    expect(sees('steps.it__call.value.id')).toEqual(['reference_step_unknown']);
  });

  test('without fields of its own its value is what its tool declares', () => {
    const end: StepSpec = ['done', 'end', { output: { it: { '@ref': 'steps.it.value.id' } } }];
    expect(found([it({ ...USE, fields: [] }), end], WAY, { rules: [ALLOW] })).toEqual([]);
  });

  test('nobody draws an inner step', () => {
    for (const type of ['use_tool_ask', 'critic_check', 'consensus_count'])
      expect(found([['it', type, {}], END], WAY)).toContainEqual([
        'type_generated',
        'it',
        undefined,
      ]);
  });

  test('votes may open what cannot be undone, a model’s own word may not', () => {
    const check = (accept: string[]): StepSpec => [
      'sure',
      'confidence_check',
      { of: { '@ref': 'steps.jury.value.confidence', else: null }, accept },
    ];
    const steps = (accept: string[]): StepSpec[] => [
      ['jury', 'consensus', VOTE],
      check(accept),
      it(),
      END,
    ];
    const arrows = ['start:ok>jury', 'jury:pay>sure', 'sure:ok>it', 'it:ok>done'];
    const of = (accept: string[]) =>
      found(steps(accept), arrows, { rules: [ALLOW] }).filter(([code]) => code === 'self_assured');
    expect(of(['votes'])).toEqual([]);
    expect(of(['votes', 'self'])).toEqual([['self_assured', 'sure', 'accept']]);
  });

  test('a half-made one is judged like any half-made step', () => {
    for (const type of ['use_tool', 'critic', 'consensus'])
      for (const settings of [{}, { tool: 7 }, { options: 'x', criteria: null, votes: 99 }])
        expect(judge(one(it(settings as never, type), {}), SETTING, registry).isFine).toBe(false);
  });
});
