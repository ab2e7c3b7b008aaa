// Labels: where a value came from travels with it on every way there is, and only consent ends it.
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { cardOf, drawing, scopeOf, type StepSpec } from '../../e2e/kit/drawing.ts';
import { openKit, type Kit } from '../../e2e/kit/engine-kit.ts';
import type { Folder } from '../1-document/schema.ts';
import type { Json, JsonObject } from '../base/value.ts';
import type { RunView } from './view.ts';

let kit: Kit;
afterEach(() => kit.end());

const TEXT = { id: 'text', label: 'Text', kind: 'text' };
const tool = (name: string, more: JsonObject = {}): JsonObject =>
  cardOf(name, { args: [TEXT], result: [TEXT], ...more });
const CARDS = [
  tool('mails', { source: 'mail' }),
  tool('echo', { source: 'ledger', alwaysFresh: true }),
  tool('odd', { result: [{ ...TEXT, required: true }] }),
];
const SCRIPT = {
  tool: {
    mails: () => ({ text: 'from outside' }),
    echo: ({ text = '' }: JsonObject) => ({ text }),
    odd: () => ({ wrong: true }),
  },
  model: new Proxy({} as Record<string, () => Json>, {
    get: (_t, step) => () =>
      String(step).startsWith('sort') ? { category: 'good' } : { text: 'an answer' },
  }),
};
const READ: StepSpec = ['read', 'call_tool', { tool: 'mails', args: {} }];
const set = (id: string, value: Json): StepSpec => [
  id,
  'shape_data',
  { fields: [{ id: 'text', do: { op: 'set', value } }] },
];
const ref = (path: string, other: Json = '') => ({ '@ref': path, else: other });
const WRITTEN = 'steps.read.value.text';

/** A child that hands back what it was given, through a template. */
const CHILD: Folder = drawing(
  scopeOf(
    [
      ['start', 'start'],
      set('inside', { '@text': '{{input.text}}!', else: { 'input.text': '' } }),
      ['fin', 'end', { outcome: 'done', output: { text: ref('steps.inside.value.text') } }],
    ],
    ['start:ok>inside', 'inside:ok>fin'],
  ),
  { id: 'child', input: [{ ...TEXT, kind: 'text' }] },
);

async function play(steps: StepSpec[], arrows: string[], more: JsonObject = {}): Promise<RunView> {
  kit = openKit(SCRIPT as never);
  const first = steps[0]?.[0] ?? '';
  const folder = drawing(
    scopeOf([['start', 'start'], ...steps], [`start:ok>${first}`, ...arrows]),
    { cards: CARDS, ...more },
  );
  const started = await kit.engine.startRun({
    folder,
    setting: kit.setting,
    library: { child: CHILD },
    input: {},
    practice: true,
    pace: 'full',
  });
  if ('wrong' in started) throw new Error(JSON.stringify(started.wrong));
  return kit.engine.settled(started.run);
}
const lastOf = (view: RunView, step: string) =>
  Object.values(view.effects).findLast((e) => e.step === step);
const labels = (view: RunView, step: string) => lastOf(view, step)?.output?.labels ?? {};
const flat = (view: RunView, step: string): string[] =>
  [...new Set(Object.values(labels(view, step)).flat())].sort();
const row = (...steps: StepSpec[]): [StepSpec[], string[]] => [
  steps,
  steps.slice(1).map(([id], i) => `${steps[i]?.[0]}:ok>${id}`),
];

describe('a label travels', () => {
  test('through a text, a model, shaped data field by field, and a tool', async () => {
    const view = await play(
      ...row(
        READ,
        [
          'write',
          'draft',
          { instructions: 'x', data: { it: { '@text': `{{${WRITTEN}}}` } }, maxOutputTokens: 50 },
        ],
        [
          'shape',
          'shape_data',
          {
            fields: [
              { id: 'said', do: { op: 'set', value: ref('steps.write.value.text') } },
              { id: 'own', do: { op: 'set', value: 'fixed' } },
            ],
          },
        ],
        ['call', 'call_tool', { tool: 'echo', args: { text: ref('steps.shape.value.said') } }],
        ['clean', 'call_tool', { tool: 'echo', args: { text: ref('steps.shape.value.own') } }],
      ),
    );
    expect(flat(view, 'read')).toEqual(['mail', 'untrusted', 'workflow']);
    expect(flat(view, 'write')).toEqual(['mail', 'model', 'untrusted', 'workflow']);
    expect(labels(view, 'shape')).toEqual({
      said: ['mail', 'model', 'untrusted', 'workflow'],
      own: ['workflow'],
    });
    expect(flat(view, 'call')).toEqual(['ledger', 'mail', 'model', 'untrusted', 'workflow']);
    expect(flat(view, 'clean')).toEqual(['ledger', 'workflow']);
  });
  test('with the way that was taken, and with what a condition looked at', async () => {
    const view = await play(
      [
        READ,
        [
          'which',
          'condition',
          {
            cases: [
              { port: 'yes', label: 'Yes', when: { field: WRITTEN, op: 'contains', value: 'out' } },
            ],
          },
        ],
        set('port', { '@ref': 'steps.which.port' }),
        set('port2', { '@ref': 'steps.which.port' }),
      ],
      ['read:ok>which', 'which:yes>port', 'which:otherwise>port2'],
    );
    expect(flat(view, 'which')).toContain('untrusted');
    expect(flat(view, 'port')).toContain('untrusted');
  });
  test('into a sub-workflow and out of it, field by field', async () => {
    const view = await play(
      ...row(
        READ,
        ['run', 'sub_workflow', { workflow: 'child', input: { text: ref(WRITTEN) } }],
        ['clean', 'sub_workflow', { workflow: 'child', input: { text: 'fixed' } }],
      ),
    );
    expect(labels(view, 'run')['text']).toContain('untrusted');
    expect(flat(view, 'clean')).not.toContain('untrusted');
  });
  test('with what went wrong', async () => {
    const view = await play(
      [
        READ,
        ['odd', 'call_tool', { tool: 'odd', args: { text: ref(WRITTEN) } }],
        set('why', ref('steps.odd.value.code')),
        set('fine', 'x'),
      ],
      ['read:ok>odd', 'odd:error>why', 'odd:ok>fine'],
    );
    expect(flat(view, 'why')).toContain('untrusted');
  });
  test('with the news that a step happened, or did not', async () => {
    const both = (at: string): StepSpec[] => [
      set('yes', 'a'),
      set('no', 'b'),
      set(at, ref('steps.yes.value.text', ref('steps.no.value.text'))),
    ];
    const sort: StepSpec = [
      'sort',
      'classify',
      {
        text: ref(WRITTEN),
        categories: [
          { id: 'good', name: 'Good', description: '' },
          { id: 'bad', name: 'Bad', description: '' },
        ],
        ways: true,
        maxOutputTokens: 50,
      },
    ];
    const ways = ['sort:good>yes', 'sort:bad>no', 'yes:ok>told', 'no:ok>told'];
    const view = await play([READ, sort, ...both('told')], ['read:ok>sort', ...ways]);
    expect(labels(view, 'told')['text']).toContain('untrusted');
    await kit.end();
    const own: StepSpec = [
      'sort',
      'classify',
      { ...(sort[2] as JsonObject), text: 'our own words' },
    ];
    const clean = await play([own, ...both('told')], ways);
    expect(labels(clean, 'told')['text']).not.toContain('untrusted');
  });
  test('over a restart', async () => {
    const ask: StepSpec = [
      'ask',
      'question',
      { ask: 'manager', title: 'So?', fields: [{ field: TEXT, value: ref(WRITTEN) }] },
    ];
    const view = await play(
      [
        READ,
        ask,
        set('after', {
          '@text': `{{${WRITTEN}}} {{steps.ask.value.text}}`,
          else: { 'steps.ask.value.text': '' },
        }),
      ],
      ['read:ok>ask', 'ask:answered>after'],
    );
    kit = await kit.restart();
    const [card] = kit.engine.inbox();
    await kit.engine.decide({
      card: card?.id ?? '',
      choice: 'answer',
      edit: { text: 'typed' },
      by: card?.to,
    });
    const done = await kit.engine.settled(view.run);
    expect(labels(done, 'after')['text']).toEqual(['mail', 'untrusted', 'user', 'workflow']);
  });
});

describe('only consent ends a label', () => {
  const fields = [{ field: TEXT, value: ref(WRITTEN) }];
  const answered = async (type: string, port: string, edit: JsonObject) => {
    const gate: StepSpec = ['gate', type, { ask: 'manager', title: 'So?', fields }];
    const view = await play(
      [READ, gate, set('after', ref('steps.gate.value.text'))],
      ['read:ok>gate', `gate:${port}>after`],
    );
    const [card] = kit.engine.inbox();
    const choice = type === 'approval' ? 'approve' : 'answer';
    await kit.engine.decide({ card: card?.id ?? '', choice, edit, by: card?.to });
    return { card, labels: labels(await kit.engine.settled(view.run), 'after')['text'] };
  };
  test('of the fields an approval shows', async () => {
    const { card, labels: after } = await answered('approval', 'approved', {});
    expect(after).toEqual([`approved:${card?.id}`, 'workflow']);
  });
  test('and not that somebody left a field of a question as it stood', async () => {
    expect((await answered('question', 'answered', {})).labels).toContain('untrusted');
    await kit.end();
    expect((await answered('question', 'answered', { text: 'my own' })).labels).toEqual([
      'user',
      'workflow',
    ]);
  });
});

// ---- a label never disappears -------------------------------------------------------------------

type Link = (
  id: string,
  from: string,
) => { steps: StepSpec[]; arrows: string[]; from: string; first: string; last: string };
const single =
  (make: (id: string, from: string) => StepSpec, port = 'ok'): Link =>
  (id, from) => ({
    steps: [make(id, from)],
    arrows: [],
    from: `steps.${id}.value.text`,
    first: id,
    last: `${id}:${port}`,
  });
const inRoom = (type: string, settings: JsonObject, port: string) =>
  single(
    (id, from) => [id, type, settings, { scope: scopeOf([set(`${id}_in`, ref(from))], []) }],
    port,
  );
const LINKS: Record<string, Link> = {
  text: single((id, from) => set(id, { '@text': `so: {{${from}}}`, else: { [from]: '' } })),
  model: single((id, from) => [
    id,
    'draft',
    { instructions: 'x', data: { it: ref(from) }, maxOutputTokens: 50 },
  ]),
  tool: single((id, from) => [id, 'call_tool', { tool: 'echo', args: { text: ref(from) } }]),
  child: single((id, from) => [
    id,
    'sub_workflow',
    { workflow: 'child', input: { text: ref(from) } },
  ]),
  group: inRoom('group', {}, 'ok'),
  loop: inRoom(
    'loop',
    { maxRounds: 2, until: { field: 'round', op: 'at_least', value: 2 } },
    'done',
  ),
  check: single((id, from) => [id, 'check_result', { value: { text: ref(from) } }]),
  each: (id, from) => ({
    steps: [
      [
        id,
        'for_each',
        { items: [ref(from)] },
        { scope: scopeOf([set(`${id}_in`, ref('item'))], []) },
      ],
      [
        `${id}_j`,
        'shape_data',
        { fields: [{ id: 'all', do: { op: 'set', value: ref(`steps.${id}.value.0.text`) } }] },
      ],
    ],
    arrows: [`${id}:ok>${id}_j`],
    from: `steps.${id}_j.value.all`,
    first: id,
    last: `${id}_j:ok`,
  }),
  way: (id, from) => ({
    steps: [
      [
        id,
        'condition',
        { cases: [{ port: 'yes', label: 'Yes', when: { field: from, op: 'is_not_empty' } }] },
      ],
      set(`${id}_y`, 'one'),
      set(`${id}_n`, 'other'),
      set(`${id}_j`, ref(`steps.${id}_y.value.text`, ref(`steps.${id}_n.value.text`))),
    ],
    arrows: [
      `${id}:yes>${id}_y`,
      `${id}:otherwise>${id}_n`,
      `${id}_y:ok>${id}_j`,
      `${id}_n:ok>${id}_j`,
    ],
    from: `steps.${id}_j.value.text`,
    first: id,
    last: `${id}_j:ok`,
  }),
};

test('a label never disappears, whatever a value goes through', async () => {
  const names = fc.array(fc.constantFrom(...Object.keys(LINKS)), { minLength: 1, maxLength: 6 });
  let isFirst = true;
  await fc.assert(
    fc.asyncProperty(names, async (chain) => {
      if (!isFirst) await kit.end();
      isFirst = false;
      const steps: StepSpec[] = [READ];
      const arrows: string[] = [];
      let [from, last] = [WRITTEN, 'read:ok'];
      for (const [i, name] of chain.entries()) {
        const link = (LINKS[name] as Link)(`s${i}`, from);
        steps.push(...link.steps);
        arrows.push(`${last}>${link.first}`, ...link.arrows);
        ({ from, last } = link);
      }
      const view = await play([...steps, set('end', ref(from))], [...arrows, `${last}>end`]);
      expect(labels(view, 'end')['text']).toEqual(expect.arrayContaining(['untrusted', 'mail']));
    }),
    { numRuns: 60 },
  );
});
