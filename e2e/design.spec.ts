// The designer in a real browser: drawing by mouse and by keyboard, undo, saving, problems, forms.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { faults } from './kit/axe.ts';
import { letIn, startProgram, type Program } from './kit/program.ts';

let program: Program;
test.beforeAll(async () => {
  program = await startProgram();
});
test.afterAll(() => program.stop());

/** A step by its exact name. */
const card = (page: Page, name: string): Locator =>
  page.locator('.react-flow__node').filter({ has: page.getByText(name, { exact: true }) });
const arrow = (page: Page, from: string, to: string): Locator =>
  page.locator(`.react-flow__edge[data-id^="${from}:"][data-id$=">${to}"]`);

/** A copy of a sample of its own for each test, open in the designer. */
async function openCopy(page: Page, name: string, sample = 'expense-approval'): Promise<string> {
  const answer = await fetch(`${program.origin}/api/createWorkflow`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${program.token}` },
    body: JSON.stringify({ name, from: sample }),
  });
  const { slug } = (await answer.json()) as { slug: string };
  await letIn(page, program);
  await page.goto(`${program.origin}/#/design/${slug}`);
  await expect(card(page, 'Pay')).toBeVisible();
  return slug;
}

test('typing in the palette and Enter adds a step where the selected one leads on', async ({
  page,
}) => {
  await openCopy(page, 'Adding');
  await card(page, 'Check the claim').click();
  await page.keyboard.press('n');
  await page.keyboard.type('draft');
  await page.keyboard.press('Enter');
  await expect(card(page, 'Draft')).toBeVisible();
  await expect(arrow(page, 'check_claim', 'draft')).toHaveCount(1);
  await expect(arrow(page, 'draft', 'how_much')).toHaveCount(1);
  // The cursor stands in its name: what it is called is the first thing to say.
  await page.keyboard.type('Summary');
  await expect(card(page, 'Summary')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(card(page, 'Draft')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(arrow(page, 'draft', 'how_much')).toHaveCount(0);
  await expect(arrow(page, 'check_claim', 'how_much')).not.toHaveCount(0);
});

test('dragging a card is one undo, and its place is still there after a reload', async ({
  page,
}) => {
  await openCopy(page, 'Dragging');
  const pay = card(page, 'Pay');
  const before = (await pay.boundingBox()) ?? { x: 0, y: 0 };
  await page.mouse.move(before.x + 60, before.y + 20);
  await page.mouse.down();
  await page.mouse.move(before.x + 140, before.y + 40, { steps: 8 });
  await page.mouse.up();
  const left = async (): Promise<number> => Math.round((await pay.boundingBox())?.x ?? 0);
  await expect.poll(left).toBeGreaterThan(before.x + 40);
  const moved = await left();
  await page.keyboard.press('Control+z');
  await expect.poll(left).toBe(Math.round(before.x));
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(left).toBe(moved);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  const transform = (): Promise<string> => pay.evaluate((node) => node.style.transform);
  await expect.poll(transform).not.toBe('');
  expect(await transform()).not.toContain('translate(-120px, 544px)');
});

test('arrows are drawn by mouse: from a dot to a card', async ({ page }) => {
  await openCopy(page, 'Drawing');
  await page.locator('.pal', { hasText: 'Wait' }).dragTo(page.locator('.react-flow__pane'), {
    targetPosition: { x: 400, y: 60 },
  });
  await expect(card(page, 'Wait')).toBeVisible();
  const dot = (await card(page, 'Wait').locator('.port').first().boundingBox()) ?? { x: 0, y: 0 };
  const goal = (await card(page, 'Not paid').boundingBox()) ?? { x: 0, y: 0 };
  await page.mouse.move(dot.x + 4, dot.y + 4);
  await page.mouse.down();
  await page.mouse.move(goal.x + 30, goal.y + 12, { steps: 10 });
  await page.mouse.up();
  await expect(arrow(page, 'wait', 'not_paid')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(arrow(page, 'wait', 'not_paid')).toHaveCount(0);
});

test('everything goes by keyboard: walk, connect, rename, move, remove', async ({ page }) => {
  await openCopy(page, 'Keys');
  await card(page, 'Start').focus();
  await page.keyboard.press('Tab');
  await expect(
    page.getByRole('complementary', { name: 'Settings of Check the claim' }),
  ).toBeVisible();
  await page.keyboard.press('F2');
  await page.keyboard.type('Look at it');
  await page.keyboard.press('Enter');
  await expect(card(page, 'Look at it')).toBeVisible();
  await card(page, 'Pay').focus();
  await expect(page.getByRole('complementary', { name: 'Settings of Pay' })).toBeVisible();
  await page.keyboard.press('c');
  await page.getByLabel('Leads to').first().fill('Not paid');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Draw the arrow' }).press('Enter');
  await expect(arrow(page, 'pay', 'not_paid')).toHaveCount(1);
  const paid = card(page, 'Paid');
  await paid.focus();
  const y = async (): Promise<number> => Math.round((await paid.boundingBox())?.y ?? 0);
  const before = await y();
  await page.keyboard.press('ArrowDown');
  await expect.poll(y).toBeGreaterThan(before);
  await page.keyboard.press('Delete');
  await expect(paid).toHaveCount(0);
});

test('a changed threshold changes the arrow and the contract sentence at once', async ({
  page,
}) => {
  await openCopy(page, 'Threshold');
  await expect(page.locator('.line')).toContainText('Under $500: pays by itself');
  await card(page, 'How much?').click();
  await page.getByLabel('Compared with').first().fill('300');
  await expect(page.locator('.line')).toContainText('Under $300: pays by itself');
  await expect(page.locator('.way', { hasText: 'Under $300' }).first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.locator('.line')).toContainText('Under $500: pays by itself');
});

test('a problem says what is missing, and leads to the field', async ({ page }) => {
  await openCopy(page, 'Problems');
  await card(page, 'Ask a manager').click();
  await page.getByLabel('What is asked').fill('');
  await page.getByRole('button', { name: /problem/ }).click();
  await page.getByRole('button', { name: /Write what is asked/ }).click();
  await expect(page.getByLabel('What is asked')).toBeFocused();
  await page.keyboard.type('Pay it?');
  await expect(page.getByText('No problems')).toBeVisible();
});

test('a value is taken from an earlier step, and a fallback is asked for where it may be missing', async ({
  page,
}) => {
  await openCopy(page, 'Binding');
  await card(page, 'Paid').click();
  const field = page.locator('[data-field="output.message"]');
  await field.locator('.refbox').first().click();
  await page.getByRole('textbox', { name: 'Find a value' }).fill('purpose');
  await page.keyboard.press('Enter');
  await expect(field.locator('.ref').first()).toContainText('Purpose');
});

test('nothing for axe to complain about', async ({ page }) => {
  await openCopy(page, 'Axe');
  const check = async (what: string): Promise<void> => expect(await faults(page), what).toEqual([]);
  await check('workflow');
  for (const name of ['Start', 'Check the claim', 'How much?', 'Ask a manager', 'Pay', 'Paid']) {
    await card(page, name).click();
    await check(name);
  }
  await page.keyboard.press('c');
  await expect(page.getByRole('dialog')).toBeVisible();
  await check('connect');
  await page.keyboard.press('Escape');
  await page.goto(`${program.origin}/#/`);
  await expect(page.getByText('Start from something that works')).toBeVisible();
  await check('home');
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await check('settings');
  await page.goto(`${program.origin}/#/design`);
  await expect(page.getByRole('heading', { name: 'Workflows' })).toBeVisible();
  await check('workflows');
});
