// What the kinds of cards say: several who must agree, many calls taken together, a tool that says
// something else, and where text came from.
import { expect, test } from 'vitest';
import type { Shown } from '../../engine/4-run/events.ts';
import type { CardView } from '../../engine/4-run/view.ts';
import { noNames } from '../canvas/step-facts.ts';
import { groupWords, manyQuestion, single, unknownWords } from './calls.ts';
import { fromLines } from './origin-words.ts';
import { refusalWords, stillAsked, togetherOn, type Together } from './together.ts';
import { argsWords, differsWords, partsOf } from './tool-words.ts';

const body = { title: 'Pay?', facts: [], fields: [], covers: [] };
const card = (more: Partial<CardView>): CardView => ({
  id: 'c',
  run: 'r',
  workflow: 'w',
  workflowName: 'W',
  kind: 'approval',
  step: 's',
  effect: 'e',
  to: 'ann',
  choices: [],
  openedAt: 0,
  state: 'open',
  body,
  ...more,
});
const quorum = { need: 2, of: ['ann', 'ben', 'cleo'] };
const vote = (by: string, choice: string, hash: string) => ({ by, choice, hash, at: 5 });

test('a word about something else does not count, and who gave it is asked again', () => {
  const votes = [vote('ann', 'approve', 'old'), vote('ben', 'approve', 'new')];
  const together = togetherOn(card({ votes, body: { ...body, quorum } })) as Together;
  expect(together.members.map(({ state }) => state)).toEqual(['other', 'agreed', 'asked']);
  expect(together.agreed).toBe(1);
  expect(stillAsked(together)).toEqual(['ann', 'cleo']);
});

test('it says what a refusal does: nothing yet, or the end', () => {
  const votes = [vote('ann', 'refuse', 'x')];
  const open = togetherOn(card({ body: { ...body, quorum } })) as Together;
  const last = togetherOn(card({ votes, body: { ...body, quorum } })) as Together;
  expect(refusalWords(open)).toBe('One refusal does not end it: the other 2 can still agree.');
  expect(refusalWords(last)).toBe('One refusal ends it as refused.');
});

const call = (over: Partial<Shown> = {}): Shown => ({
  step: 'pay',
  stepName: 'Pay',
  tool: 'pay',
  toolTitle: 'Pay out',
  effect: 'spend',
  args: [],
  ...over,
});

test('many payments are one line with their sum; what is called once stands by itself', () => {
  const group = { ...call(), count: 3, unknown: 0, total: 12.5, currency: 'USD' };
  const other = call({ step: 'note', toolTitle: 'Note', effect: 'write' });
  const covers = [call(), call(), call(), other];
  const many = card({
    body: { ...body, covers, groups: [group, { ...other, count: 1, unknown: 0 }] },
  });
  expect(single(many)).toEqual([other]);
  expect(groupWords(group)).toBe('**3 payments**, $12.50 in all');
  expect(manyQuestion(many)).toBe('Make 3 payments, $12.50 in all?');
});

test('a sum that is not wholly known is no question, and says how much of it is open', () => {
  const group = { ...call(), count: 3, unknown: 2, total: 12.5, currency: 'USD' };
  expect(manyQuestion(card({ body: { ...body, covers: [call()], groups: [group] } }))).toBe(
    undefined,
  );
  expect(unknownWords(group)).toContain('Of 2 of them something is not known yet');
});

test('text from outside is said first, with where it was: a page, a mail, the tool that brought it', () => {
  const arg = (label: string, labels: string[]) => ({
    id: label,
    label,
    value: '',
    known: true,
    labels,
  });
  const args = [
    arg('Amount', ['input']),
    arg('Note', ['model']),
    arg('Words', ['untrusted', 'web', 'tool']),
    arg('Answer', ['untrusted', 'crm_notes']),
  ];
  expect(fromLines([call({ args })], undefined, noNames)).toEqual([
    { words: 'Words: from a web page. Somebody else wrote it.', isOutside: true },
    { words: 'Answer: from “Crm notes”. Somebody else wrote it.', isOutside: true },
    { words: 'Note was written by a model.', isOutside: false },
  ]);
});

const schema = (fields: object): string[] =>
  JSON.stringify({ properties: fields }, null, 2).split('\n');

test('a changed tool names what is different, and what it takes now that it did not take before', () => {
  const [was, is] = [schema({ to: 1 }), schema({ to: 1, bcc: 2 })];
  const value = [...was.map((line) => `- ${line}`), ...is.map((line) => `+ ${line}`)].join('\n');
  const facts = [{ label: 'tools.part.args', value }];
  const parts = partsOf(card({ kind: 'tool_changed', body: { ...body, facts } }));
  expect(differsWords(parts)).toBe('What it is given is not what you agreed to.');
  expect(argsWords(parts[0] as never, false)).toEqual(['It now also takes “bcc”.']);
});

test('where lines were left out only the lines speak', () => {
  const facts = [{ label: 'tools.part.args', value: '  …\n+   "bcc": 2' }];
  const [part] = partsOf(card({ kind: 'tool_changed', body: { ...body, facts } }));
  expect(argsWords(part as never, false)).toEqual([]);
});
