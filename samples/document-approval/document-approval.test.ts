// The promises of *Document approval*: an incomplete document asks nobody, what is sent back comes
// again with its author's answer, and only a decision is told.
import { afterEach, expect, test } from 'vitest';
import { asText } from '../../engine/base/binding.ts';
import type { RunView } from '../../engine/4-run/view.ts';
import { openStage, outputOf, printedGraph, rowsIn, type Stage } from '../stage.ts';

const SLUG = 'document-approval';
const DAY = 86_400_000;
let stage: Stage;
const open = (): Stage => (stage = openStage(SLUG));
afterEach(() => stage?.end());

/** The one open card of a run. */
function cardOf(run: RunView) {
  const [card, ...more] = stage.cards(run.run);
  if (!card || more.length) throw new Error(`${more.length + (card ? 1 : 0)} cards`);
  return card;
}
const answer = (run: RunView, choice: string, more: object = {}): Promise<RunView> => {
  const card = cardOf(run);
  return stage.decide(card, choice, { by: card.to, ...more });
};
const fact = (run: RunView, label: string) =>
  cardOf(run).body.facts.find((f) => f.label === label)?.value;

test('compiles to the graph that was agreed on', async () => {
  await expect(printedGraph(SLUG)).toMatchFileSnapshot('expected/ir.txt');
});

test('puts the document, its summary and the reason before a manager', async () => {
  const run = await open().play();
  expect(cardOf(run)).toMatchObject({ kind: 'approval', step: 'ask_approval', to: 'marcus_webb' });
  expect(asText(fact(run, 'Summary') ?? null)).toMatch(/supplier|lamp|parties/i);
  expect(fact(run, 'Why you')).toContain('manager approves');
  expect(rowsIn(stage, 'routing')).toHaveLength(1);
  expect(rowsIn(stage, 'notices')).toEqual([]);
});

test('the card shows what approving does: everybody is told, with the note', async () => {
  const run = await open().play();
  const { covers } = cardOf(run).body;
  expect(covers).toMatchObject([
    {
      step: 'tell_approved',
      tool: 'notify_stakeholders',
      args: [
        { id: 'title', known: true },
        { id: 'decision', value: 'approved', known: true },
        { id: 'note', known: false }, // it is written with the decision
      ],
    },
  ]);
  const told = await answer(run, 'approve', { note: 'Fine' });
  expect(told.grants.find((g) => g.usedBy)).toMatchObject({ step: 'tell_approved', visit: 1 });
});

test('an incomplete document asks nobody and says what is missing', async () => {
  const run = await open().play({ document: { name: 'memo-without-parties.md' } });
  expect(run).toMatchObject({ status: 'done', outcome: 'refused', end: 'incomplete' });
  expect(outputOf(run, 'missing')).toBe('the parties');
  expect(run.usage).toMatchObject({ modelCalls: 0, toolCalls: 1 });
});

test('approved, everybody is told', async () => {
  const run = await answer(await open().play(), 'approve', { note: 'Fine' });
  expect(run).toMatchObject({ status: 'done', outcome: 'done', end: 'approved' });
  expect(rowsIn(stage, 'notices')).toMatchObject([{ decision: 'approved', note: 'Fine' }]);
});

test('refused, the author is told why', async () => {
  const run = await answer(await open().play(), 'refuse', { note: 'Too long' });
  expect(run).toMatchObject({ status: 'done', outcome: 'refused', end: 'refused' });
  expect(rowsIn(stage, 'notices')).toMatchObject([{ decision: 'refused', note: 'Too long' }]);
});

test('sent back, it comes again with the last note and the author’s answer', async () => {
  let run = await answer(await open().play(), 'send-back', { note: 'Why sixty days?' });
  expect(cardOf(run)).toMatchObject({ kind: 'question', step: 'ask_author', to: 'sam_okafor' });
  expect(fact(run, 'Note')).toBe('Why sixty days?');
  run = await answer(run, 'answer', { edit: { answer: 'They asked for it' } });
  expect(cardOf(run)).toMatchObject({ kind: 'approval', to: 'marcus_webb' });
  expect(fact(run, 'Your last note')).toBe('Why sixty days?');
  expect(fact(run, 'The author’s answer')).toBe('They asked for it');
  run = await answer(run, 'approve');
  expect(run).toMatchObject({ status: 'done', end: 'approved' });
});

test('sent back three times, it is not decided and nobody is told', async () => {
  let run = await open().play();
  for (let round = 0; round < 3; round += 1) {
    run = await answer(run, 'send-back', { note: `Again ${round}` });
    run = await answer(run, 'answer', { edit: { answer: 'Done' } });
  }
  expect(run).toMatchObject({ status: 'done', outcome: 'does_not_know', end: 'not_decided' });
  expect(rowsIn(stage, 'notices')).toEqual([]);
});

test('unanswered for two days, it is not decided and nobody is told', async () => {
  const run = await open().play();
  await stage.clock.advance(2 * DAY - 1000);
  expect(stage.engine.run(run.run)?.status).toBe('waiting');
  await stage.clock.advance(2000);
  const after = await stage.engine.settled(run.run);
  expect(after).toMatchObject({ status: 'done', end: 'not_decided' });
  expect(rowsIn(stage, 'notices')).toEqual([]);
});
