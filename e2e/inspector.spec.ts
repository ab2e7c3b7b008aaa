// The panel of a step in a real browser: values pressed, texts with chips, conditions tried on the
// last run, and everything by keyboard. Guards, problems and values dragged: see kit/journeys.ts.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { faults } from './kit/axe.ts';
import { card } from './kit/canvas.ts';
import { letIn, startProgram, type Program } from './kit/program.ts';

let program: Program;
test.beforeAll(async () => {
  program = await startProgram();
});
test.afterAll(() => program.stop());

async function ask<T>(name: string, body: object): Promise<T> {
  const answer = await fetch(`${program.origin}/api/${name}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${program.token}`,
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as T;
}

const CLAIM = {
  amount: 1800,
  purpose: 'Train to the customer workshop in Leeds and back',
  category: 'travel',
  date: '2026-11-12',
};

/** A copy of the sample, run once, open in the designer. */
async function openCopy(page: Page, name: string): Promise<string> {
  const { slug } = await ask<{ slug: string }>('createWorkflow', {
    name,
    from: 'expense-approval',
  });
  await ask('startRun', { slug, input: CLAIM, pace: 'full' });
  await letIn(page, program);
  await page.goto(`${program.origin}/#/design/${slug}`);
  await expect(card(page, 'Pay')).toBeVisible();
  return slug;
}

const panel = (page: Page): Locator => page.locator('.inspector');
const field = (page: Page, at: string): Locator => panel(page).locator(`[data-field="${at}"]`);
const sentence = (page: Page): Locator => panel(page).locator('.sentence');
const value = (page: Page, name: string): Locator =>
  page.locator('.value-row').filter({ has: page.getByText(name, { exact: true }) });

/** Adds *Send mail* behind a step, as somebody does who types and presses Enter. */
async function addMail(page: Page, behind: string): Promise<void> {
  await card(page, behind).click();
  await page.keyboard.press('n');
  await page.keyboard.type('mail');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('textbox', { name: 'Name of the step' })).toHaveValue(
    'Send mail',
  );
}

test('with the keyboard alone: braces offer values, arrows nudge a figure, the contract follows', async ({
  page,
}) => {
  await openCopy(page, 'Keys only');
  await card(page, 'Check the claim').focus();
  await page.keyboard.press('Enter');
  const reads = field(page, 'text').getByRole('textbox', { name: 'What it reads' });
  await reads.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Asked by {started it');
  await expect(page.locator('.place-list li').first()).toContainText('who started it');
  await page.keyboard.press('Enter');
  await expect(field(page, 'text').locator('.place-chip')).toHaveCount(4);
  await expect(field(page, 'text').locator('.preview')).toContainText('Asked by Sam Okafor');
  // What was written in one go is one undo; the editor has no history of its own.
  await page.keyboard.press('Control+z');
  await expect(field(page, 'text').locator('.place-chip')).toHaveCount(3);
  // Escape and Tab leave the editor: nobody is caught in it.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(field(page, 'text').getByRole('button', { name: 'Insert a value' })).toBeFocused();
  // A value is put into the setting that was last worked on, by pressing it.
  await reads.focus();
  await panel(page)
    .getByRole('button', { name: /Values from earlier steps/ })
    .press('Enter');
  await value(page, 'Amount').first().press('Enter');
  await expect(field(page, 'text').locator('.place-chip')).toHaveCount(4);

  await card(page, 'How much?').focus();
  await page.keyboard.press('Enter');
  await expect(panel(page).locator('.tried')).toContainText(
    'With the last run: goes to Ask a manager',
  );
  const bound = panel(page).getByRole('textbox', { name: 'Compared with' }).first();
  await bound.focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(bound).toHaveValue('$300');
  await expect(page.locator('.line')).toContainText('Under $300: pays by itself');
  await expect(sentence(page).locator('b')).toHaveText('$300,');
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('.line')).toContainText('Under $310: pays by itself');
});

test('conditions nest, and say what they mean and what the last run makes of them', async ({
  page,
}) => {
  await openCopy(page, 'Groups');
  await card(page, 'How much?').click();
  const second = panel(page).locator('.rules > .rule').nth(1);
  await second.getByRole('button', { name: 'Add a group' }).click();
  await second.locator('.is-inner').getByRole('button', { name: 'Choose a value' }).click();
  await page.getByRole('textbox', { name: 'Find a value' }).fill('purpose');
  await page.keyboard.press('Enter');
  await second.locator('.is-inner').getByRole('textbox', { name: 'Compared with' }).fill('Taxi');
  await expect(second.locator('.cond-said')).toContainText(
    'Goes to Ask a manager when Amount is at most $5,000 and Purpose is Taxi.',
  );
  await expect(panel(page).locator('.tried')).toContainText('goes to Ask a director');
  await second.locator('.is-inner').getByText('none of these').click();
  await expect(panel(page).locator('.tried')).toContainText('goes to Ask a manager');
});

test('nothing for axe to complain about in the panel', async ({ page }) => {
  await openCopy(page, 'Panel');
  await addMail(page, 'Pay');
  await field(page, 'args.text').getByRole('textbox', { name: 'Text' }).fill('Paid: ');
  await panel(page)
    .getByRole('button', { name: /Values from earlier steps/ })
    .click();
  await value(page, 'Amount').first().press('Enter');
  await expect(field(page, 'args.text').locator('.place-chip')).toHaveCount(1);
  expect(await faults(page, '.inspector')).toEqual([]);
});
