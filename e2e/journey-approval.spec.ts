// A decision in its place, by mouse: what is asked, changing it, the limit of whoever decides.

import { expect, type Page } from '@playwright/test';
import { answer, openSample, row, run, test } from './kit/app.ts';

const card = (page: Page) => page.getByRole('article', { name: /^Pay \$/ });

test('J5 a larger claim waits for the manager, with everything needed to decide', async ({
  app: { page },
}) => {
  await openSample(page, 'Expense approval');
  await run(page, { Amount: '1800' });
  const open = card(page);
  await expect(
    open.getByRole('heading', { name: /Pay \$1,800\.00 to Sam Okafor\?/ }),
  ).toBeVisible();
  await expect(open).toContainText('Exactly this will happen');
  await expect(open).toContainText('Recommendation');
  await expect(open).toContainText('$500–$5,000');
  await expect(open).toContainText(/would cost \$0\.\d+/);
  const answers = open.getByRole('button', { name: /^(Approve|Change|Send back|Refuse)/ });
  await expect(answers).toHaveText([
    'Approve',
    'Change and approve',
    'Send back with a note',
    'Refuse',
  ]);
  await expect(open).toContainText('Deciding as Marcus Webb');
  await expect(page.getByRole('status').first()).toContainText('Waiting for Marcus Webb');
  await expect(page.getByRole('link', { name: /Inbox/ })).toContainText('1');
});

test('J6 the amount is changed and approved, and the record says who changed what', async ({
  app: { page },
}) => {
  await openSample(page, 'Expense approval');
  await run(page, { Amount: '1800' });
  await card(page).getByRole('button', { name: 'Change and approve' }).click();
  await card(page).getByLabel('Amount').fill('1750');
  await card(page).getByRole('button', { name: 'Approve the change' }).click();
  const result = page.getByRole('article', { name: 'How it came out' });
  await expect(result).toContainText('Paid: a person agreed.');
  await expect(result).toContainText('$1,750.00');
  await row(page, 'Ask a manager').click();
  const who = answer(page, 'Who decided?');
  await expect(who).toContainText(/Marcus Webb, \d\d:\d\d:\d\d: changed it and approved/);
  await expect(who.locator('del')).toHaveText('$1,800.00');
  await expect(who.locator('ins')).toHaveText('$1,750.00');
  await expect(page.getByRole('link', { name: 'Inbox' })).not.toContainText('1');
  await page.goto(`${new URL(page.url()).origin}/#/world`);
  await expect(page.getByRole('table', { name: 'Ledger' })).toContainText('$1,750.00');
});

test('an amount above the limit is not approved but goes to the director, with the reason', async ({
  app: { page },
}) => {
  await openSample(page, 'Expense approval');
  await run(page, { Amount: '1800' });
  await card(page).getByRole('button', { name: 'Change and approve' }).click();
  await card(page).getByLabel('Amount').fill('9000');
  await card(page).getByRole('button', { name: 'Approve the change' }).click();
  const refused = page.getByRole('alert');
  await expect(refused).toContainText('Marcus Webb may approve at most $5,000');
  await expect(refused).toContainText('Ines Roth is asked now');
  await expect(page.getByRole('status').first()).toContainText('Waiting for Ines Roth');
  await expect(card(page)).toContainText('$9,000.00');
  await expect(page.getByRole('combobox', { name: 'Deciding as' })).toHaveValue('Ines Roth');
});

test('a decision is made in the inbox too, and is listed as decided', async ({ app: { page } }) => {
  await openSample(page, 'Expense approval');
  await run(page, { Amount: '1800' });
  await card(page).waitFor();
  await page.getByRole('link', { name: /Inbox/ }).click();
  await expect(page.getByRole('button', { name: /Pay \$1,800\.00 to Sam Okafor/ })).toBeVisible();
  await expect(page.getByText('Goes on with “Pay”, then “Paid”.')).toBeVisible();
  await page.getByRole('button', { name: 'Refuse' }).click();
  await page.getByLabel('Why, if you want to say').fill('No receipt for the second night');
  await page.getByRole('button', { name: 'Refuse' }).click();
  await expect(page.getByRole('button', { name: /Refused by Marcus Webb/ })).toBeVisible();
  await expect(page.getByText('Nobody is waited for.')).toBeVisible();
});

test('a claim that lacks something is explained at its field and starts nothing', async ({
  app: { page },
}) => {
  await openSample(page, 'Expense approval');
  await page.getByRole('button', { name: /^Run/ }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Purpose').fill('');
  await form.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(form).toContainText('Purpose is needed.');
  await expect(form).toBeVisible();
});
