// The promises of *Expense approval*: who is asked, what is paid, and that the amounts are data.
import { afterEach, describe, expect, test } from 'vitest';
import type { Folder } from '../../engine/1-document/schema.ts';
import { sayPort } from '../../engine/base/text/ports.ts';
import type { JsonObject } from '../../engine/base/value.ts';
import { registry } from '../../nodes/index.ts';
import {
  openStage,
  outputOf,
  printedGraph,
  rowsIn,
  settingsOf,
  shippedFolder,
  wayOf,
  type Stage,
} from '../stage.ts';

const SLUG = 'expense-approval';
let stage: Stage;
const open = (change?: (folder: Folder) => void): Stage => (stage = openStage(SLUG, change));
afterEach(() => stage?.end());
const who = (run: string): string | undefined => stage.cards(run)[0]?.to;

test('has exactly nine cards', () => {
  open();
  expect(stage.folder.workflow.scope.nodes.map((n) => n.name)).toEqual([
    'Start',
    'Check the claim',
    'How much?',
    'Ask a manager',
    'Ask a director',
    'Pay',
    'Paid',
    'Not paid',
    'Sent back',
  ]);
});

test('compiles to the graph that was agreed on', async () => {
  await expect(printedGraph(SLUG)).toMatchFileSnapshot('expected/ir.txt');
});

describe('a claim within the policy', () => {
  test.each([0.01, 320, 499.99])('of $%d is paid by itself', async (amount) => {
    const run = await open().play({ amount });
    expect(run).toMatchObject({ status: 'done', outcome: 'done', end: 'paid' });
    expect(outputOf(run, 'message')).toBe(
      'Paid automatically: under $500 and the receipt matches the policy.',
    );
    expect(rowsIn(stage, 'ledger')).toMatchObject([{ amount }]);
  });

  test.each([
    [500, 'marcus_webb'],
    [1800, 'marcus_webb'],
    [5000, 'marcus_webb'],
    [5000.01, 'ines_roth'],
    [9000, 'ines_roth'],
  ])('of $%d waits for %s', async (amount, person) => {
    const run = await open().play({ amount });
    expect([run.status, who(run.run)]).toEqual(['waiting', person]);
    expect(rowsIn(stage, 'ledger')).toEqual([]);
  });

  test('costs about two tenths of a cent, far inside its limits', async () => {
    const { usage } = await open().play();
    expect(usage.costNano).toBeGreaterThan(1_000_000);
    expect(usage.costNano).toBeLessThan(3_000_000);
    expect(usage).toMatchObject({ modelCalls: 1, toolCalls: 1 });
  });
});

describe('under $500', () => {
  test('but outside the policy, a manager decides and is advised to refuse', async () => {
    const run = await open().play({ purpose: 'Birthday party for my daughter', category: 'other' });
    expect(who(run.run)).toBe('marcus_webb');
    expect(stage.cards(run.run)[0]?.body.recommendation).toMatchObject({ choice: 'refuse' });
  });

  test('but of unknown purpose, a manager decides and is advised to send it back', async () => {
    const run = await open().play({ purpose: 'qwert zuiop', category: 'other' });
    expect(who(run.run)).toBe('marcus_webb');
    expect(stage.cards(run.run)[0]?.body.recommendation).toMatchObject({ choice: 'send-back' });
  });
});

test('the policy check never sees an amount', async () => {
  const run = await open().play({ amount: 1800 });
  const check = Object.values(run.effects).find((e) => e.step === 'check_claim');
  const task = (check?.call as { task: { text: string } } | undefined)?.task.text;
  expect(task).toContain('workshop');
  expect(task).not.toMatch(/\d+[.,]\d\d|\$|1,?800|320/);
});

describe('the manager', () => {
  const asked = async (amount = 1800) => {
    const run = await open().play({ amount });
    const [card] = stage.cards(run.run);
    if (!card) throw new Error('no card');
    return card;
  };

  test('is shown advice with its reason and exactly what will be paid', async () => {
    const { body } = await asked();
    expect(body.recommendation).toMatchObject({
      choice: 'approve',
      confidence: { source: 'rule' },
    });
    expect(body.recommendation?.reason).toContain('within the travel and expense policy');
    expect(body.covers).toMatchObject([{ step: 'pay', effect: 'spend' }]);
    expect(body.covers[0]?.args.find((a) => a.id === 'amount')?.value).toBe(1800);
  });

  test('may change the amount, and what was agreed is what is paid', async () => {
    const run = await answer(await asked(), 'approve', { edit: { amount: 1750 } });
    expect(run).toMatchObject({ status: 'done', end: 'paid' });
    expect(rowsIn(stage, 'ledger')).toMatchObject([{ amount: 1750 }]);
    const card = Object.values(run.cards)[0];
    expect(card?.changes).toMatchObject([{ field: 'amount', from: 1800, to: 1750 }]);
    expect(card?.by).toBe('marcus_webb');
  });

  test('may not go above his limit: the director is asked, with his proposal', async () => {
    const card = await asked();
    const refused = await stage.engine.decide({
      card: card.id,
      choice: 'approve',
      edit: { amount: 9000 },
      by: 'marcus_webb',
    });
    expect(JSON.stringify(refused)).toContain('5000');
    const now = stage.cards(card.run);
    expect(now.map((c) => c.to)).toEqual(['ines_roth']);
    expect(now[0]?.proposal).toMatchObject({ amount: 9000 });
    expect(rowsIn(stage, 'ledger')).toEqual([]);
  });

  test('refuses: nothing is paid', async () => {
    const run = await answer(await asked(), 'refuse', { note: 'Too dear' });
    expect(run).toMatchObject({ status: 'done', outcome: 'refused', end: 'not_paid' });
    expect(outputOf(run, 'note')).toBe('Too dear');
    expect(rowsIn(stage, 'ledger')).toEqual([]);
  });

  test('sends back: the note arrives, nothing is paid', async () => {
    const run = await answer(await asked(), 'send-back', { note: 'Which workshop?' });
    expect(run).toMatchObject({ status: 'done', end: 'sent_back' });
    expect(outputOf(run, 'note')).toBe('Which workshop?');
    expect(rowsIn(stage, 'ledger')).toEqual([]);
  });
});

const answer: Stage['decide'] = (card, choice, more) =>
  stage.decide(card, choice, { by: card.to, ...more });

/** Changes the bound under which a claim is paid by itself, in the drawing. */
function setThreshold(folder: Folder, value: number): void {
  const [first] = settingsOf(folder, 'how_much')['cases'] as { when: { all: JsonObject[] } }[];
  const [leaf] = first?.when.all ?? [];
  if (leaf) leaf['value'] = value;
}

describe('the threshold is data', () => {
  const lowered = (folder: Folder): void => {
    setThreshold(folder, 300);
  };
  const names = (folder: Folder): string[] => {
    const condition = registry.get('condition@1');
    const ports = condition?.ports(condition.settings.parse(settingsOf(folder, 'how_much'))) ?? [];
    return ports.map((port) => sayPort('en', 'condition@1', port));
  };

  test('changed, another way is taken', async () => {
    const run = await open(lowered).play({ amount: 320 });
    expect(wayOf(run).at(-1)).toBe('how_much:to_manager');
    const small = await stage.play({ amount: 299 });
    expect(outputOf(small, 'message')).toContain('under $300');
  });

  test('changed, the ways out are named anew', () => {
    const folder = structuredClone(shippedFolder(SLUG));
    expect(names(folder)).toEqual(['Under $500', '$500–$5,000', 'Above $5,000']);
    lowered(folder);
    expect(names(folder)).toEqual(['Under $300', '$300–$5,000', 'Above $5,000']);
  });

  test('raised in the drawing alone, a person is still asked by the rule', async () => {
    const run = await open((folder) => {
      setThreshold(folder, 4000);
    }).play({ amount: 1800 });
    expect(run.status).toBe('waiting');
    expect(stage.cards(run.run)).toMatchObject([{ step: 'pay', to: 'marcus_webb' }]);
    expect(rowsIn(stage, 'ledger')).toEqual([]);
  });
});
