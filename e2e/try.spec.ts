// Trying steps out and keeping what came out: by mouse and with keys alone.

import { expect, type Locator, type Page } from '@playwright/test';
import { openSample, test } from './kit/app.ts';
import { faults } from './kit/axe.ts';
import { item } from './kit/canvas.ts';
import { keysOf, type Keys } from './kit/keyboard.ts';

async function clean(page: Page): Promise<void> {
  await page.mouse.move(700, 8); // no tooltip is open
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  expect(await faults(page)).toEqual([]);
}

/** The field of the inspector that holds this figure. */
async function bound(page: Page, value: string): Promise<Locator> {
  const fields = page.locator('.inspector input:visible');
  await expect(fields.first()).toBeVisible();
  for (const field of await fields.all()) if ((await field.inputValue()) === value) return field;
  throw new Error(`no field holds ${value}`);
}

test('a step is tried, its result kept, out of date after a change, and used by run to here', async ({
  app: { page },
}) => {
  await openSample(page, 'Expense approval');
  await item(page, 'check_claim').click();
  await page.getByRole('button', { name: 'Run this step', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Result of “Check the claim”' });
  await expect(panel).toContainText('Within policy');
  await panel.getByRole('button', { name: 'Keep this result' }).click();
  await expect(panel.getByRole('button', { name: 'Keep it no longer' })).toBeVisible();
  await clean(page);
  await panel.getByRole('button', { name: 'Change it' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Way out').click();
  await page.getByRole('option', { name: 'Unsure' }).click();
  await form.getByRole('button', { name: 'Keep it', exact: true }).click();
  await item(page, 'how_much').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Run to here/ }).click();
  const result = page.getByRole('region', { name: 'Result of “How much?”' });
  await expect(result).toContainText('Tried just now');
  await expect(page.getByRole('button', { name: /^Last result: \$500–\$5,000/ })).toBeVisible();
  await result.getByRole('button', { name: 'Keep this result' }).click();
  await expect(result.getByRole('button', { name: 'Keep it no longer' })).toBeVisible();
  await (await bound(page, '$500')).fill('300');
  await page.reload();
  await item(page, 'how_much').click();
  await expect(page.getByRole('button', { name: /^Last result.*Out of date/ })).toBeVisible();
  await expect(item(page, 'how_much')).toContainText('Its kept result is out of date');
  await expect(item(page, 'check_claim')).toContainText('A result of it is kept');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Keep the result of “How much?” no longer' }).click();
  await expect(page.getByText('Kept results')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Keep the result of “How much/ })).toHaveCount(0);
});

test('a payment is never tried without asking, with exactly what would happen', async ({
  app: { page },
}) => {
  await openSample(page, 'Expense approval');
  await item(page, 'check_claim').click();
  await page.getByRole('button', { name: 'Run this step', exact: true }).click();
  await page.getByRole('button', { name: 'Keep this result' }).waitFor();
  await item(page, 'pay').click();
  await page.getByRole('button', { name: 'Run this step', exact: true }).click();
  const ask = page.getByRole('region', { name: 'Before anything happens' });
  await expect(ask).toContainText('Nothing has happened yet.');
  await expect(ask.getByRole('region', { name: 'Exactly this will happen' })).toContainText(
    '$320.00',
  );
  await clean(page);
  await ask.getByRole('button', { name: 'Do it in the practice world' }).click();
  await expect(page.getByRole('region', { name: 'Result of “Pay”' })).toContainText('$320.00');
  await page.goto(`${new URL(page.url()).origin}/#/runs`);
  await expect(page.getByText('Test', { exact: true }).first()).toBeVisible();
});

/** From the home screen into the outline, with the cursor on a row. */
async function outline(page: Page, keys: Keys): Promise<void> {
  await openSample(page, 'Expense approval');
  await keys.tabTo(page.getByRole('radio', { name: 'Canvas' }));
  await keys.press('ArrowRight');
  await keys.tabTo(page.locator('[role=treeitem][tabindex="0"]'));
}

test('with keys alone: run to here, which says where the run went instead', async ({
  app: { page },
}) => {
  const keys = keysOf(page);
  await outline(page, keys);
  await keys.rowTo(/Ask a director, /);
  await keys.press('Control+Alt+Enter');
  const panel = page.getByRole('region', { name: 'Result of “Ask a director”' });
  await expect(panel).toContainText('The run took another way');
  await expect(panel).toContainText('“How much?” went by Under $500');
  await keys.rowTo(/How much\?, /);
  await keys.press('Control+Shift+Enter');
  await expect(page.getByRole('button', { name: /^Last result: Under \$500/ })).toBeVisible();
});

test('the boundaries say what is proved, and what it takes at most; owners can be named there', async ({
  app: { page },
}) => {
  await page.goto(`${new URL(page.url()).origin}/#/boundaries/expense-approval`);
  const main = page.getByRole('main');
  await expect(main).toContainText(
    'Pay only happens after Ask a manager or Ask a director, or where the rule “Claims under $500',
  );
  await expect(main).toContainText('Way without a person: Check the claim › How much? › Pay');
  await expect(main).toContainText('Stop everything');
  await main.getByLabel('Tool calls').fill('9');
  await expect(main).toContainText(/or \d+ tool calls|9 tool calls/);
  await clean(page);
});
