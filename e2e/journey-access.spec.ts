// Running and deciding without a mouse, and what readers and contrast checks find on these screens.

import { expect, type Page } from '@playwright/test';
import { openSample, run, test } from './kit/app.ts';
import { faults } from './kit/axe.ts';

/** Presses Tab until the focus is on something with this role and name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab');
    const said = await page.evaluate(() => {
      const at = document.activeElement;
      return at?.getAttribute('aria-label') ?? at?.textContent ?? '';
    });
    if (name.test(said)) return;
  }
  throw new Error(`Tab never reached ${name}`);
}

test('a claim is run and approved with the keyboard alone', async ({ app: { page } }) => {
  await openSample(page, 'Expense approval');
  await page.keyboard.press('Control+Enter');
  const form = page.getByRole('dialog');
  await expect(form.getByLabel('Amount')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('1800');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /Pay \$1,800\.00/ })).toBeVisible();
  await tabTo(page, /^Approve$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: 'How it came out' })).toContainText('$1,800.00');
  await tabTo(page, /^Play it back$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Position in the run$/);
  const slider = page.getByRole('slider', { name: 'Position in the run' });
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuenow', '1');
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', /Event 2 of \d+: Check the claim began/);
});

test('every screen of a run is free of accessibility faults, light and dark', async ({
  app: { page },
}) => {
  const both = async (): Promise<void> => expect(await faults(page)).toEqual([]);
  await openSample(page, 'Expense approval');
  await run(page, { Amount: '1800' });
  await page.getByRole('heading', { name: /Pay \$1,800\.00/ }).waitFor();
  await both();
  await page.getByRole('button', { name: 'Send back with a note' }).click();
  await both();
  await page.getByRole('link', { name: /Inbox/ }).click();
  await page.getByText('What happens next').waitFor();
  await both();
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await page.getByRole('button', { name: /Approved by Marcus Webb/ }).waitFor();
  await page.getByRole('link', { name: 'Runs' }).click();
  await page.getByRole('link', { name: /Expense approval/ }).waitFor();
  await both();
  await page.getByRole('link', { name: /Expense approval/ }).click();
  await page.getByRole('link', { name: 'Play it back' }).first().click();
  await page.getByRole('slider').waitFor();
  await both();
  await page.goto(`${new URL(page.url()).origin}/#/world`);
  await page.getByRole('table', { name: 'Ledger' }).waitFor();
  await both();
});
