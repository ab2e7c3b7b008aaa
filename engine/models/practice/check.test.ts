// Holding a text against criteria in plain words, and filling in what a tool is given.
import { expect, test } from 'vitest';
import { practiceSchema, type ModelEntry } from '../../1-document/schema.ts';
import type { Json } from '../../base/value.ts';
import type { ModelTask } from '../../node.ts';
import { createModels } from '../models.ts';
import { check } from './check.ts';

const LETTER = 'Dear Ada, your two chairs leave Graz on Monday. They cost $120. Kind regards';
const holds = (description: string, draft = LETTER, data: Json = { item: 'two chairs' }) =>
  check({
    do: 'check',
    instructions: '',
    draft: { text: draft },
    data,
    criteria: [{ id: 'it', name: 'It', description }],
  })?.['it']?.met;

test.each<[string, boolean | undefined]>([
  ['At most 20 words', true],
  ['At most ten words', false],
  ['At least 10 words', true],
  ['Fewer than 2 sentences', false],
  ['No more than 200 characters', true],
  ['It says “Graz”', true],
  ['It says “Vienna”', false],
  ['It never says “Graz”', false],
  ['It does not say “Vienna”', true],
  ['It names the item', true],
  ['It does not name the item', false],
  ['It names a price', true],
  ['Zorp flim', undefined],
])('“%s” is held against the words: %s', (criterion, met) => {
  expect(holds(criterion)).toBe(met);
});

test('one criterion that cannot be told makes the whole check unsure', () => {
  const criteria = ['At most 20 words', 'Zorp flim'].map((description, i) => {
    return { id: `c${i}`, name: 'It', description };
  });
  const task = { do: 'check' as const, instructions: '', draft: LETTER, data: {}, criteria };
  expect(check(task)).toBeUndefined();
});

const models = createModels({ env: {} });
const entry: ModelEntry = { provider: 'practice', model: 'practice', maxOutput: 1000 };
const asked = (task: ModelTask, practice: object = {}, part?: string) =>
  models.call({ kind: 'model', role: 'fast', task, maxOutputTokens: 400 }, entry, {
    key: 'k',
    run: 'r',
    step: 'it',
    ...(part ? { part } : {}),
    visit: 1,
    signal: new AbortController().signal,
    at: 0,
    attempt: 1,
    practice: practiceSchema.parse(practice),
  });
const TOOL: Extract<ModelTask, { do: 'use_tool' }>['tool'] = {
  name: 'book',
  title: 'Book',
  description: 'Books a room',
  fields: [
    { id: 'day', label: 'Day', kind: 'date', required: true },
    { id: 'mail', label: 'Mail', kind: 'mail' },
  ],
};
const use = (data: Json): ModelTask => ({ do: 'use_tool', instructions: '', data, tool: TOOL });

test('what a tool is given is read out of the data, never made up', async () => {
  const said = { letter: 'Please book 2027-03-04 for me, ada@lovelace.example' };
  expect(await asked(use(said))).toMatchObject({
    ok: true,
    reply: { answer: { args: { day: '2027-03-04', mail: 'ada@lovelace.example' } } },
  });
  expect(await asked(use({ letter: 'Please book it for me' }))).toMatchObject({
    ok: true,
    reply: { doesNotKnow: true, reason: expect.stringContaining('Day') as string },
  });
});

test('each inner call of a step can be scripted on its own, or all of them at once', async () => {
  const day = (iso: string) => ({ args: { day: iso } });
  const answers = [
    { step: 'it', part: 'ask', answer: day('2027-01-01') },
    { step: 'it', answer: day('2027-02-02') },
  ];
  const reply = async (part?: string) => {
    const answered = await asked(use({}), { answers }, part);
    return answered.ok ? answered.reply.answer : undefined;
  };
  expect(await reply('ask')).toEqual(day('2027-01-01'));
  expect(await reply('read')).toEqual(day('2027-02-02'));
  expect(await reply()).toEqual(day('2027-02-02'));
});
