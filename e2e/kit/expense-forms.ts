// What is filled in while *Expense approval* is built from nothing: the forms of its steps, in the
// words on the screen and for any pair of hands. How steps and arrows come onto the drawing is the
// business of the specs; here the panel of the step in question is open already.

import { expect, type Page } from '@playwright/test';
import { inSample, sample, type Advice } from './expense-built.ts';
import type { Hands } from './hands.ts';
import { panelOf, type Comparison, type Panel } from './panel.ts';

type EndName = 'Paid' | 'Not paid' | 'Sent back';
const WITHIN: Comparison = ['Check the claim › Category', 'is', 'Within policy'];
const OUTSIDE: Comparison = ['Check the claim › Category', 'is', 'Outside policy'];
const SURE: Comparison = ['Check the claim › way taken', 'is', 'Sorted'];
const UNSURE: Comparison = ['Check the claim › way taken', 'is', 'Unsure'];

export type Forms = {
  start: () => Promise<void>;
  claim: () => Promise<void>;
  amounts: () => Promise<void>;
  approval: () => Promise<void>;
  /** Whoever decides, where everything else is that of another approval. */
  decidedBy: (who: string) => Promise<void>;
  payment: () => Promise<void>;
  end: (name: EndName) => Promise<void>;
};

async function addField(panel: Panel, label: string, kind: string): Promise<void> {
  const { press, tick, write, choose, side, button, text } = panel;
  await press(button('Add a field'));
  await write(text('Name of the field').last(), label, true);
  const kinds = side.getByRole('combobox', { name: 'Kind' }).last();
  if (kind !== 'Text') await choose(kinds, kind);
  if (label !== 'Receipt')
    await tick(side.getByRole('checkbox', { name: 'Must be filled in' }).last());
}

async function describeAdvice(panel: Panel, i: number, { choice, reason }: Advice): Promise<void> {
  const { press, choose, field, button, take, instead, writeWithValues, compare } = panel;
  const rule = field(`recommend.${i}.when`);
  const isKnown = choice !== 'send-back';
  const all = isKnown ? [SURE, choice === 'approve' ? WITHIN : OUTSIDE] : [UNSURE];
  for (const [n, one] of all.entries()) {
    await press(button('Add a condition', rule), n === 0);
    await compare(rule, one);
  }
  const words = { approve: 'Approve', refuse: 'Refuse', 'send-back': 'Send back' }[choice];
  if (choice !== 'approve')
    await choose(field(`recommend.${i}.choice`).getByRole('combobox'), words ?? '');
  const written = typeof reason === 'string' ? reason : reason['@text'];
  const at = `recommend.${i}.reason`;
  await writeWithValues(at, written.replace(/\{\{[^}]+\}\}/, '‹Check the claim › Reason›'));
  if (!isKnown) return;
  await instead(at, 'Reason of Check the claim', '');
  await take(`recommend.${i}.confidence`, 'Check the claim › Confidence');
  await press(button('Leave it empty', field(`recommend.${i}.confidence.else`)));
}

/** One fact on the card. */
async function describeFact(panel: Panel, i: number): Promise<void> {
  const { press, write, choose, field, button, text, first, take, instead, writeWithValues } =
    panel;
  const { label = '', field: written } = inSample('ask_manager').show[i] ?? {};
  const value = ['Purpose', 'Kind', 'Day', 'Receipt'][i];
  await press(button('Add a fact'));
  await write(text('Label', field('show')).last(), label, true);
  const at = `show.${i}.value`;
  if (value) await take(at, `The form › ${value}`);
  else await writeWithValues(at, '‹Check the claim › Name›. ‹Check the claim › Reason›');
  if (label === 'Policy check') {
    await instead(at, 'Name of Check the claim', 'Could not tell');
    await instead(at, 'Reason of Check the claim', '');
  }
  if (label === 'Receipt') await write(first(at), 'no receipt');
  if (!written) return;
  const how = field(`show.${i}.field`);
  await press(button('Say how it is written', how));
  await write(text('Name of the field', how), label, true);
  await choose(how.getByRole('combobox', { name: 'Kind' }), label === 'Day' ? 'Day' : 'File');
}

async function start(panel: Panel): Promise<void> {
  const { list, side } = panel;
  await addField(panel, 'Amount', 'Money');
  await addField(panel, 'Purpose', 'Text');
  await addField(panel, 'Kind', 'Choice');
  const choices = sample.input[2]?.choices ?? [];
  await list(
    side.getByLabel('Choices, one by one'),
    choices.map(({ label }) => label),
    true,
  );
  await addField(panel, 'Day', 'Day');
  await addField(panel, 'Receipt', 'File');
}

async function claim(panel: Panel): Promise<void> {
  const { press, write, replace, choose, side, field, button, text, first, writeWithValues } =
    panel;
  const { instructions, categories } = inSample('check_claim');
  const lines = ['Purpose', 'Kind', 'Day'].map((name) => `${name}: ‹The form › ${name}›`);
  await writeWithValues('text', lines.join('\n'));
  await write(first('instructions'), instructions);
  for (const { name, description } of categories) {
    await press(button('Add an option'));
    await write(text('Name', field('categories')).last(), name, true);
    await write(text('Belongs here when').last(), description);
  }
  await choose(side.getByRole('combobox', { name: 'Kind of model' }), 'Careful');
  await replace(text('Longest answer'), '160');
  await replace(text('Sure enough from'), '60');
  await choose(side.getByRole('combobox', { name: 'Prompt' }), 'check claim');
}

async function amounts(panel: Panel): Promise<void> {
  const { press, write, choose, side, field, button, text, compare } = panel;
  await press(button('Add a way out'));
  const [small, large] = [
    side.locator('.rules > .rule').first(),
    side.locator('.rules > .rule').nth(1),
  ];
  await compare(small, ['The form › Amount', 'is less than', '500']);
  for (const one of [SURE, WITHIN]) {
    await press(button('Add a condition', small));
    await compare(small, one);
  }
  await press(button('Add a way out'));
  await compare(large, ['The form › Amount', 'is at most', '5000']);
  for (const at of ['cases.1.says', 'otherwise.says']) {
    const fold = button('What later steps are told');
    await press(at.startsWith('cases') ? fold.nth(1) : fold.last(), true);
    await write(text('What it says', field(at)), 'Paid: a person agreed.');
  }
  await choose(side.getByRole('combobox', { name: 'Amounts are in' }), 'USD');
}

async function approval(panel: Panel): Promise<void> {
  const { press, tick, write, choose, chooseOneOfSeveral, side, field, button, text, first, take } =
    panel;
  const { show, recommend } = inSample('ask_manager');
  await decidedBy(panel, 'Any manager');
  await write(first('title'), 'Pay this expense claim?');
  for (const i of show.keys()) await describeFact(panel, i);
  await press(button('Add a field'));
  const own = field('fields');
  await write(text('Name of the field', own), 'Amount', true);
  await choose(own.getByRole('combobox', { name: 'Kind' }), 'Money');
  await tick(own.getByRole('checkbox', { name: 'Must be filled in' }));
  await press(button('Explanation, example, bounds', field('fields.0.field')));
  await write(text('At least', field('fields.0.field')), '0.01');
  await write(text('At most', field('fields.0.field')), '100000');
  await take('fields.0.value', 'The form › Amount');
  for (const [i, advice] of recommend.entries()) {
    await press(button('Add a recommendation'));
    await describeAdvice(panel, i, advice);
  }
  const allows = side.getByRole('combobox', { name: 'What the decision allows' });
  await chooseOneOfSeveral(allows, 'Pay');
}

async function payment(panel: Panel): Promise<void> {
  const { press, write, field, button, first, take } = panel;
  await take('args.amount', 'Ask a manager › Amount');
  await take('args.amount.else', 'Ask a director › Amount');
  await take('args.amount.else.else', 'The form › Amount');
  await take('args.to', 'This run › who started it');
  await press(button('Add a fallback', field('args.to')));
  await write(first('args.to.else'), 'requester');
  await take('args.purpose', 'The form › Purpose');
  await take('args.date', 'The form › Day');
}

async function end(panel: Panel, name: EndName): Promise<void> {
  const { press, write, choose, side, field, button, text, first, take, instead, writeWithValues } =
    panel;
  const { message, ...others } = inSample(name.toLowerCase().replace(' ', '_')).output;
  const isPaid = name === 'Paid';
  if (!isPaid) await choose(field('outcome').getByRole('combobox'), 'Refused');
  if (typeof message === 'string') {
    await write(first('output.message'), message);
  } else {
    await take('output.message', 'How much? › Reason');
    const other = 'Paid automatically: under $‹How much? › To› and the receipt matches the policy.';
    await writeWithValues('output.message.else', other);
    await instead('output.message.else', 'To of How much?', 'the limit');
  }
  for (const key of Object.keys(others)) {
    await write(text('Name of a new value'), key);
    await press(button('Add', side));
    await expect(field(`output.${key}`)).toBeVisible();
    if (key === 'note') {
      await take('output.note', 'Ask a manager › Note');
      await take('output.note.else', 'Ask a director › Note');
      await press(button('Leave it empty', field('output.note.else.else')));
      continue;
    }
    await take(`output.${key}`, `Pay › ${key === 'paid' ? 'Paid' : 'Reference'}`);
    await press(button('Add a fallback', field(`output.${key}`)));
    if (key === 'reference') await press(button('Leave it empty', field('output.reference.else')));
    else await write(first(`output.${key}.else`), '0');
  }
}

async function decidedBy({ choose, field }: Panel, who: string): Promise<void> {
  await choose(field('ask').getByRole('combobox').first(), who);
}

/** The forms of a page, filled in by these hands. */
export function formsOf(page: Page, hands: Hands): Forms {
  const panel = panelOf(page, hands);
  return {
    decidedBy: (who) => decidedBy(panel, who),
    start: () => start(panel),
    claim: () => claim(panel),
    amounts: () => amounts(panel),
    approval: () => approval(panel),
    payment: () => payment(panel),
    end: (name) => end(panel, name),
  };
}
