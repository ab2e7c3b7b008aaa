// Pausing in the middle, leaving, coming back: nothing is lost and nothing is done twice.

import { expect, type Page } from '@playwright/test';
import { openSample, row, run, test, type App } from './kit/app.ts';

const STEPS = ['Look up customer', 'Identity verification', 'Book follow-up', 'Notify team'];
const bar = (page: Page) => page.getByRole('region', { name: 'Run controls' });

/** Starts a run of seven slowed steps and pauses it while one of them is at work. */
async function pauseMidRun({ page }: App): Promise<void> {
  await openSample(page, 'Customer onboarding');
  await run(page);
  await expect(row(page, 'Look up customer')).toBeVisible();
  await bar(page).getByRole('button', { name: 'Pause' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paused' });
  await expect(dialog).toContainText(/still finishes/);
  await expect(dialog).toContainText('Nothing new starts');
  await dialog.getByRole('button', { name: 'Leave it paused' }).click();
  await expect(bar(page)).toContainText('Paused');
  await expect(row(page, 'Notify team')).toHaveCount(0);
}

/** Resumes, and looks whether everything happened exactly once. */
async function resumeAndCheck(page: Page): Promise<void> {
  await expect(bar(page)).toContainText('Paused');
  await expect(row(page, 'Look up customer')).toBeVisible();
  await bar(page).getByRole('button', { name: 'Resume' }).click();
  const result = page.getByRole('article', { name: 'How it came out' });
  await expect(result).toContainText('is on board');
  for (const name of STEPS) await expect(row(page, name)).toHaveCount(1);
  await page.goto(`${new URL(page.url()).origin}/#/world`);
  // What changes something happened once; a question that was cut off may be asked again.
  await expect(page.getByRole('region', { name: 'Outbox' }).getByRole('listitem')).toHaveCount(1);
  for (const table of ['Accounts', 'Calendar', 'Audit'])
    await expect(page.getByRole('table', { name: table }).locator('tbody tr')).toHaveCount(1);
}

test('J7 a paused run is where it was after the tab was closed', async ({ app }) => {
  await pauseMidRun(app);
  const page = await app.reopen();
  await resumeAndCheck(page);
});

test('J7 a paused run is where it was after the program was ended and started again', async ({
  app,
}) => {
  await pauseMidRun(app);
  const page = await app.restart('#/runs');
  await page
    .getByRole('link', { name: /Customer onboarding/ })
    .first()
    .click();
  await resumeAndCheck(page);
});

test('one step at a time, and stopping gives a receipt and stays stopped', async ({ app }) => {
  await pauseMidRun(app);
  const { page } = app;
  const rows = page.getByRole('complementary', { name: 'What happened' }).getByRole('listitem');
  await expect(rows.filter({ hasText: /^Working/ })).toHaveCount(0);
  const done = rows.filter({ hasText: /^Done/ });
  const before = await done.count();
  await bar(page).getByRole('button', { name: 'Step' }).click();
  await expect(done).toHaveCount(before + 1);
  await expect(bar(page)).toContainText('Paused');
  await bar(page).getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop the run' }).click();
  const receipt = page.getByRole('dialog', { name: 'Stopped' });
  for (const part of ['Done', 'Not done', 'Unknown', 'Still waiting'])
    await expect(receipt.locator('dt', { hasText: new RegExp(`^${part}$`) })).toBeVisible();
  await receipt.getByRole('button', { name: 'Close' }).last().click();
  await expect(bar(page)).toContainText('Stopped');
  const again = await app.reopen();
  await expect(bar(again)).toContainText('Stopped');
  await expect(bar(again).getByRole('button', { name: 'Resume' })).toHaveCount(0);
});
