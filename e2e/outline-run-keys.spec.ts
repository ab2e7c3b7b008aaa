// A run in the outline with the keyboard alone: started, followed, decided with a change, paused,
// stopped and played back. Only keys are pressed here; keyboard-only.test.ts makes sure of it.
import { expect, test, type Page } from '@playwright/test';
import { keysOf, type Keys } from './kit/keyboard.ts';
import { letIn, startProgram, type Program } from './kit/program.ts';

let program: Program;
test.beforeAll(async () => {
  program = await startProgram();
});
test.afterAll(() => program.stop());

const row = (page: Page, name: RegExp) => page.getByRole('treeitem', { name });
/** The one row that Tab reaches. */
const tabStop = (page: Page) => page.locator('[role=treeitem][tabindex="0"]');
/** What the one voice of the outline said last. */
const said = (page: Page) => page.locator('.outline output');

async function openOutline(page: Page, keys: Keys): Promise<void> {
  await letIn(page, program);
  await page.goto(`${program.origin}/#/design/expense-approval`);
  const canvas = page.getByRole('radio', { name: 'Canvas' });
  await keys.tabTo(canvas);
  await keys.press('ArrowRight');
  await keys.tabTo(tabStop(page));
}

async function runWith(page: Page, keys: Keys, amount: string): Promise<void> {
  await keys.press('Control+Enter');
  await expect(page.getByRole('dialog').getByLabel('Amount')).toBeFocused();
  await keys.replace(amount);
  await keys.press('Enter');
  await expect(row(page, /^4 Ask a manager, .*Waiting for Marcus Webb/)).toBeVisible();
}

test('a claim is run, approved with a change and played back', async ({ page }) => {
  const keys = keysOf(page);
  await openOutline(page, keys);
  await runWith(page, keys, '1800');
  await expect(said(page)).toContainText('Ask a manager: Waiting for Marcus Webb.');
  await keys.tabTo(tabStop(page));
  await keys.rowTo(/^4 Ask a manager, /);
  await keys.press('Enter');
  await keys.tabTo(page.getByRole('button', { name: 'Change and approve' }));
  await keys.press('Enter');
  await keys.tabTo(page.locator('.inspector').getByLabel('Amount'));
  await keys.replace('1750');
  await keys.tabTo(
    page
      .locator('.inspector')
      .getByRole('button', { name: /^Approve/ })
      .first(),
  );
  await keys.press('Enter');
  await expect(row(page, /^7 Paid, End\. Done/)).toBeVisible();
  await expect(row(page, /^8 Not paid, End\. Not taken/)).toBeVisible();
  await expect(said(page)).toContainText('Paid: Done.');
  await expect(row(page, /^Above \$5,000: .* Not taken\./)).toBeVisible();

  await keys.tabTo(page.getByRole('link', { name: 'Play it back' }).first());
  await keys.press('Enter');
  await keys.tabTo(page.getByRole('slider', { name: 'Position in the run' }));
  await keys.press('Home');
  await expect(row(page, /^6 Pay, .* Not started/)).toBeVisible();
  await keys.press('End');
  await expect(row(page, /^6 Pay, .* Done/)).toBeVisible();
  await keys.tabTo(tabStop(page), true);
  await keys.rowTo(/^6 Pay, /);
  await keys.press('Enter');
  await expect(page.locator('.inspector')).toContainText('$1,750.00');
  await expect(page.locator('.inspector :focus')).toHaveCount(1);
  await keys.press('Escape');
  await expect(row(page, /^6 Pay, /)).toBeFocused();
});

test('a run is paused, resumed and stopped from its rows', async ({ page }) => {
  const keys = keysOf(page);
  await openOutline(page, keys);
  await runWith(page, keys, '1900');
  await keys.tabTo(tabStop(page));
  await keys.press('p');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await keys.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible();
  await expect(page.locator('[role=treeitem]:focus')).toHaveCount(1);
  await keys.press('p');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await keys.press('x');
  await expect(dialog).toBeVisible();
  await keys.tabTo(dialog.getByRole('button', { name: /^Stop/ }));
  await keys.press('Enter');
  await expect(page.getByRole('region', { name: 'Run controls' })).toContainText('Stopped');
});

test('a problem is gone to, fixed and undone without leaving the rows', async ({ page }) => {
  const keys = keysOf(page);
  await openOutline(page, keys);
  await keys.rowTo(/^6 Pay, /);
  await keys.add('draft', 'Cool down');
  await expect(row(page, / Cool down, .*Problem: /)).toBeVisible();
  await keys.press('p');
  await expect(said(page)).toContainText('Problem 1 of');
  await expect(page.locator('[role=treeitem]:focus')).toHaveCount(1);
  await keys.press('f');
  await expect(page.locator('.inspector :is(textarea, .cm-content):focus')).toHaveCount(1);
  await keys.press('Escape');
  await keys.rowTo(/ Cool down, /);
  await keys.press('Delete');
  await expect(said(page)).toHaveText(/^Removed “Cool down”/);
  await keys.press('Control+z');
  await expect(said(page)).toHaveText(/^Undone\. Added “Cool down”/);
  await keys.rowTo(/ Cool down, /);
  await keys.press('Control+z', 'Control+z');
  await expect(row(page, / (Cool down|Draft), /)).toHaveCount(0);
});

test('a step is moved into a room and out again, and what is impossible says why', async ({
  page,
}) => {
  const keys = keysOf(page);
  await openOutline(page, keys);
  await keys.rowTo(/^2 Check the claim, /);
  await keys.add('group', 'Together');
  await expect(row(page, /Nothing in here yet/)).toBeVisible();
  await keys.rowTo(/^2 Check the claim, /);
  await keys.press('m');
  await expect(page.getByRole('option', { name: 'Into Together' })).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await keys.press('Enter');
  await expect(said(page)).toContainText('“Check the claim” is now in “Together”.');
  await keys.press('m');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await keys.write('out');
  await keys.press('Enter');
  await expect(said(page)).toContainText('“Check the claim” is now outside.');
  await keys.rowTo(/ How much\?, /);
  await keys.press('c');
  const which = page.getByRole('dialog', { name: 'Which way out of “How much?”?' });
  await expect(which.getByRole('combobox')).toBeFocused();
  await keys.write('under');
  await keys.press('Enter');
  const where = page.getByRole('dialog', { name: '“Under $500” of “How much?” leads to' });
  await expect(where.getByRole('combobox')).toBeFocused();
  const start = page.getByRole('option', { name: /Start/ });
  await expect(start).toContainText('Not possible: Nothing leads to the beginning.');
  await keys.write('start');
  await expect(start).toHaveAttribute('aria-selected', 'true');
  await keys.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await keys.press('Escape');
  await expect(row(page, / How much\?, /)).toBeFocused();
});
