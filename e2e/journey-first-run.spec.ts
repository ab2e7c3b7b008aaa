// The first minutes of a newcomer, by mouse: open, look, run, and see how it came out.

import { expect } from '@playwright/test';
import { openSample, row, run, test } from './kit/app.ts';

test('J1 the app opens on finished samples and asks nothing', async ({ app: { page } }) => {
  for (const name of [
    'Expense approval',
    'Customer onboarding',
    'Mail to CRM',
    'Document approval',
  ])
    await expect(page.getByRole('link', { name: new RegExp(`^${name}`) })).toBeVisible();
  await expect(page.getByRole('button', { name: /Start empty/ })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('J2 a sample is a drawing with plain names, its promise, and its limits', async ({
  app: { page },
}) => {
  await openSample(page, 'Expense approval');
  const steps = page.locator('.react-flow__node');
  await expect(steps.first()).toBeVisible();
  expect(await steps.count()).toBeLessThanOrEqual(9);
  for (const name of ['Check the claim', 'How much?', 'Ask a manager', 'Pay', 'Not paid'])
    await expect(page.locator('.react-flow__node', { hasText: name }).first()).toBeVisible();
  const head = page.getByRole('banner');
  await expect(head).toContainText('Under $500');
  await expect(head).toContainText('$500–$5,000');
  await expect(head).toContainText('Above $5,000');
  await expect(head).toContainText(/At most \$0\.\d+ · \d+ tool calls · [\d.]+ min/);
});

test('J3 the form is filled in and says that nothing leaves this computer', async ({
  app: { page },
}) => {
  await openSample(page, 'Expense approval');
  await page.getByRole('button', { name: /^Run/ }).click();
  const form = page.getByRole('dialog');
  await expect(form.getByLabel('Amount')).toHaveValue('$320');
  await expect(form.getByLabel('Purpose')).not.toHaveValue('');
  await expect(form).toContainText('receipt.txt');
  await expect(form).toContainText('Practice model. Nothing leaves this computer.');
  await expect(form.getByRole('button', { name: '$320' })).toHaveAttribute('aria-pressed', 'true');
});

test('J4 a small claim pays by itself, and the result says why', async ({ app: { page } }) => {
  await openSample(page, 'Expense approval');
  await run(page, { Amount: '320' });
  const result = page.getByRole('article', { name: 'How it came out' });
  await expect(result).toContainText('Paid automatically: under $500');
  await expect(result).toContainText('the receipt matches the policy');
  await expect(result).toContainText('$320.00');
  await expect(result).toContainText(/Would have cost\$0\.\d+/);
  await expect(result).toContainText(/\d steps/);
  for (const name of ['Check the claim', 'How much\\?', 'Pay', 'Paid'])
    await expect(row(page, name).first()).toContainText('Done');
  await expect(row(page, 'Ask a manager')).toHaveCount(0);
  await expect(page.locator('.react-flow__node', { hasText: 'Ask a director' })).toContainText(
    'Not taken',
  );
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
