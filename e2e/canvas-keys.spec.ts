// The canvas with the keyboard alone: nothing here touches the mouse or reaches into the page.
import { expect, test, type Page } from '@playwright/test';
import { arrow, item, openCopy } from './kit/canvas.ts';
import { startProgram, type Program } from './kit/program.ts';
import { sizesFor } from './kit/sizes.ts';

let program: Program;
test.beforeAll(async () => {
  program = await startProgram();
});
test.afterAll(() => program.stop());

/** Presses Tab until a step or note of the canvas has the focus. */
async function walkTo(page: Page, id: string): Promise<void> {
  for (let i = 0; i < 90; i++) {
    await page.keyboard.press('Tab');
    if ((await page.locator(`.react-flow__node[data-id="${id}"]:focus`).count()) > 0) return;
  }
  throw new Error(`Tab never reached ${id}`);
}

for (const viewport of sizesFor('keys'))
  test.describe(`at ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });

    test('everything is selected, copied, pasted, cut and brought back', async ({
      page,
      context,
    }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await openCopy(page, program, 'Copying');
      const all = page.locator('.react-flow__node');
      const before = await all.count();
      await page.keyboard.press('Control+a');
      await expect(page.locator('.react-flow__node.selected')).toHaveCount(before);
      await page.keyboard.press('Control+c');
      await page.keyboard.press('Control+v');
      // A workflow has one start: that of the copy stays away.
      await expect(all).toHaveCount(2 * before - 1);
      await expect(arrow(page, 'pay_2', 'paid_2')).toHaveCount(1);
      await page.keyboard.press('Control+x');
      await expect(all).toHaveCount(before);
      await page.keyboard.press('Control+v');
      await expect(all).toHaveCount(2 * before - 1);
      for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z');
      await expect(all).toHaveCount(before);
    });

    test('a note is written, resized, found again and removed', async ({ page }) => {
      await openCopy(page, program, 'Note by keys');
      await page.keyboard.press('t');
      await page.keyboard.type('Remember the receipt');
      await page.keyboard.press('Control+Enter');
      const note = item(page, 'note');
      await expect(note).toContainText('Remember the receipt');
      const width = async (): Promise<number> => (await note.boundingBox())?.width ?? 0;
      const first = await width();
      await page.keyboard.press('Alt+ArrowRight');
      await expect.poll(width).toBeGreaterThan(first);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+f');
      await page.keyboard.type('receipt remember');
      await page.keyboard.press('Enter');
      await expect(note).toBeFocused();
      await page.keyboard.press('Delete');
      await expect(note).toHaveCount(0);
      await page.keyboard.press('Control+z');
      await expect(note).toHaveCount(1);
    });

    test('steps are grouped, the room is entered and left, folded and taken away', async ({
      page,
    }) => {
      await openCopy(page, program, 'Room by keys');
      await walkTo(page, 'pay');
      await page.keyboard.press('Control+g');
      await page.keyboard.type('Payment');
      await page.keyboard.press('Enter');
      await expect(item(page, 'group')).toContainText('Payment');
      await page.keyboard.press('Control+f');
      await page.keyboard.type('payment');
      await page.keyboard.press('Enter');
      await expect(item(page, 'group')).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('navigation', { name: 'Where you are' })).toBeVisible();
      await expect(item(page, 'how_much')).toHaveCount(0);
      await page.keyboard.press('Escape');
      await expect(item(page, 'how_much')).toBeVisible();
      await expect(item(page, 'group')).toBeFocused();
      await page.keyboard.press('h');
      await expect(item(page, 'group')).toContainText('1 step: Pay');
      await page.keyboard.press('h');
      await page.keyboard.press('Control+Shift+g');
      await expect(item(page, 'group')).toHaveCount(0);
      await expect(arrow(page, 'pay', 'paid')).toHaveCount(1);
    });

    test('what follows is added from a short list, and steps are put in line', async ({ page }) => {
      await openCopy(page, program, 'Line by keys');
      await walkTo(page, 'pay');
      await page.keyboard.press('a');
      await page.keyboard.type('wait');
      await page.keyboard.press('Enter');
      await expect(arrow(page, 'pay', 'wait')).toHaveCount(1);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Alt+a');
      const left = async (id: string): Promise<number> =>
        Math.round((await item(page, id).boundingBox())?.x ?? 0);
      const line = await left('pay');
      await expect.poll(() => left('ask_manager')).toBe(line);
      await expect.poll(() => left('start')).toBe(line);
      await page.keyboard.press('Control+z');
      await expect.poll(() => left('start')).not.toBe(line);
    });

    test('every command is found by its name, and does what its key does', async ({ page }) => {
      await openCopy(page, program, 'Commands');
      await walkTo(page, 'pay');
      await page.keyboard.press('Control+k');
      await page.keyboard.type('duplicate');
      await page.keyboard.press('Enter');
      await expect(item(page, 'pay_2')).toBeVisible();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('add wait');
      await page.keyboard.press('Enter');
      await expect(item(page, 'wait')).toBeVisible();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('open customer onboarding');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/customer-onboarding/);
    });

    test('the list of keys is the table of commands', async ({ page }) => {
      await openCopy(page, program, 'Keys');
      await page.keyboard.press('Shift+Slash');
      const help = page.getByRole('dialog');
      for (const words of ['Write a note', 'Same gaps across', 'Enter the room', 'Ctrl'])
        await expect(help).toContainText(words);
      await page.keyboard.press('Escape');
      await expect(help).toHaveCount(0);
    });
  });
