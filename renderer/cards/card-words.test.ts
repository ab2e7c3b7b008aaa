// The words of a card: drawn from what will happen, offered only to those who may decide.
import { beforeAll, expect, test } from 'vitest';
import { recordedExpense, type RecordedRun } from '../../e2e/kit/recorded-expense.ts';
import { foldAll } from '../../engine/4-run/evolve.ts';
import type { CardView, RunView } from '../../engine/4-run/view.ts';
import { registry } from '../../nodes/index.ts';
import { knownOf, type Known } from '../runs/known.ts';
import { adviceWords, decidersOf, handoverTo, questionOf, whyWords } from './card-words.ts';
import { deedsOf, isTold, otherFields } from './exactly-words.ts';

let large: RecordedRun;
let known: Known;
let view: RunView;
let card: CardView;
beforeAll(async () => {
  large = await recordedExpense(1800);
  known = knownOf(large.folder.workflow, large.folder.cards, large.people, registry);
  view = foldAll(large.events.slice(0, large.waiting)) as RunView;
  card = Object.values(view.cards)[0] as CardView;
});

test('the question names the amount and the person, and follows a change', () => {
  expect(questionOf(card, known.names)).toBe('Pay $1,800.00 to Sam Okafor?');
  expect(questionOf(card, known.names, { amount: 1750 })).toBe('Pay $1,750.00 to Sam Okafor?');
});

test('a card that moves no money asks what its step asks', () => {
  const other = { ...card, body: { ...card.body, covers: [] } };
  expect(questionOf(other, known.names)).toBe('Pay this expense claim?');
});

test('it says which way led to it and what is advised', () => {
  expect(whyWords(card, view, known)).toBe('“How much?” went by **$500–$5,000**.');
  expect(adviceWords(card)?.choice).toBe('Approve');
});

test('exactly this: every argument in the order of its card, a change beside what it replaces', () => {
  const [deed] = deedsOf(card, { amount: 1750 });
  expect(deed?.lines.map((line) => line.id)).toEqual(['amount', 'to', 'purpose', 'date']);
  expect(deed?.lines[0]).toMatchObject({ value: 1800, changed: 1750 });
  expect(deed?.lines.slice(1).some((line) => 'changed' in line)).toBe(false);
  expect(otherFields(card)).toEqual([]);
  expect(isTold(card, 'Train to Leeds')).toBe(true);
});

test('the requester is never offered, neither to decide nor to be handed the card', () => {
  const able = decidersOf(card, large.people, known, view.by).map((person) => person.id);
  expect(able[0]).toBe(card.to);
  expect(able).not.toContain(view.by);
  expect(handoverTo(card, large.people, view.by).map((person) => person.id)).not.toContain(view.by);
  const own = { ...card, to: view.by };
  expect(decidersOf(own, large.people, known, view.by).map((person) => person.id)).not.toContain(
    view.by,
  );
});
