// The language changes while the page stands: every word at once, and nothing that was typed is
// lost.
import { expect, test, type Page } from '@playwright/test';
import { letIn, startProgram, type Program } from './kit/program.ts';

let program: Program;
test.beforeAll(async () => {
  program = await startProgram();
});
test.afterAll(() => program.stop());

/** All the words on the page, cards and arrows of the canvas included. */
const words = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts: string[] = [];
    const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (all.nextNode())
      if (!all.currentNode.parentElement?.closest('style, .zoom, output'))
        texts.push(all.currentNode.textContent?.trim() ?? '');
    for (const one of document.querySelectorAll('[aria-label]'))
      texts.push(one.getAttribute('aria-label') ?? '');
    return texts.filter((text) => /\p{L}/u.test(text)).sort();
  });

const DRAWING = '#/design/expense-approval';

test('what is open changes its language where it stands, and reads as if loaded anew', async ({
  page,
  context,
}) => {
  await letIn(context, program);
  await page.goto(`${program.origin}/${DRAWING}`);
  const purpose = page.getByLabel('What it is for');
  await expect(purpose).toBeVisible();
  await purpose.fill('Pays what people lay out');
  await page.locator('.react-flow__node[data-id="ask_manager"]').click();
  await expect(page.getByRole('heading', { name: 'Ask a manager' })).toBeVisible();

  // Chosen in another window of the same person, so that this one stands as it was.
  const other = await context.newPage();
  await other.goto(`${program.origin}/#/settings/general`);
  await other.getByText('Deutsch', { exact: true }).click();
  await expect(other.getByRole('heading', { name: 'Einstellungen' })).toBeVisible();
  await expect(other.locator('html')).toHaveAttribute('lang', 'de');

  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('link', { name: 'Entwurf' })).toBeVisible();
  await expect(page.locator('.react-flow__node[data-id="ask_manager"]')).toHaveClass(/selected/);
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Wozu er da ist')).toHaveValue('Pays what people lay out');
  await page.keyboard.press('Control+z');
  await expect(page.getByLabel('Wozu er da ist')).not.toHaveValue('Pays what people lay out');
  await page.keyboard.press('Control+Shift+Z');
  await expect(page.getByText('seit 1.0.0 geändert')).toBeAttached();
  const live = await words(page);
  await page.reload();
  await expect(page.getByLabel('Wozu er da ist')).toHaveValue('Pays what people lay out');
  await expect.poll(() => words(page)).toEqual(live);
});

test('the first start follows the browser, and a choice outlives the start', async ({
  browser,
}) => {
  const fresh = await startProgram();
  const german = await browser.newContext({ locale: 'de-AT' });
  await letIn(german, fresh);
  const page = await german.newPage();
  await page.goto(`${fresh.origin}/#/settings/general`);
  await expect(page.getByRole('heading', { name: 'Einstellungen' })).toBeVisible();
  await page.getByText('English', { exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await german.close();
  await fresh.halt();
  const again = await startProgram(fresh.workspace);
  const later = await browser.newContext({ locale: 'de-AT' });
  await letIn(later, again);
  const next = await later.newPage();
  await next.goto(`${again.origin}/#/settings/general`);
  await expect(next.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await later.close();
  await again.stop();
});

test('the tour is walked with the keys, gives the focus back, and holds nothing up', async ({
  page,
}) => {
  await letIn(page, program);
  await page.goto(`${program.origin}/?lang=en#/`);
  await page.getByRole('button', { name: 'Help' }).click();
  await page.getByRole('button', { name: 'Take the tour of four stops' }).click();
  const card = page.getByRole('dialog', { name: 'Tour' });
  await expect(card).toContainText('1 of 4');
  await expect(card).toBeFocused();
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
  for (const n of [2, 3, 4]) {
    await page.keyboard.press('ArrowRight');
    await expect(card).toContainText(`${n} of 4`);
  }
  await page.keyboard.press('ArrowLeft');
  await expect(card).toContainText('3 of 4');
  await page.locator('.react-flow__node[data-id="pay"]').click();
  await expect(page.getByRole('heading', { name: 'Pay', exact: true })).toBeVisible();
  await card.getByRole('button', { name: 'End the tour' }).focus();
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
});
