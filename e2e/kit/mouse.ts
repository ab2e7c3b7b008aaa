// Going through the app with nothing but a mouse: what a person does who knows no shortcut. Keys
// only write, and only where the mouse has clicked; mouse-only.test.ts makes sure of it.

import { expect, type Locator, type Page } from '@playwright/test';
import { card } from './canvas.ts';
import type { Hands, Walk } from './hands.ts';

/** The list of values that is open. */
const values = (page: Page): Locator => page.locator('.picker').filter({ visible: true });

/** One row of it: `The form › Amount`. */
const valueRow = (page: Page, value: string): Locator => {
  const [from = '', name = ''] = value.split(' › ');
  return values(page)
    .getByRole('region', { name: from, exact: true })
    .locator('.offer')
    .filter({ has: page.getByText(name, { exact: true }) });
};

/** The mouse of a page. */
export function byMouse(page: Page): Hands {
  const { keyboard } = page;
  const option = (words: string): Locator =>
    page.getByRole('option', { name: words }).filter({ visible: true }).first();
  const press: Hands['press'] = (target) => target.click();
  return {
    press,
    tick: press,
    write: async (target, text) => {
      await target.click();
      await keyboard.insertText(text);
    },
    writeOn: (text) => keyboard.insertText(text),
    replace: async (target, text) => {
      // As slow as a hand: a figure with a sign puts the cursor in its place after a press.
      await target.click({ clickCount: 3, delay: 40 });
      await keyboard.insertText(text);
    },
    list: async (target, entries) => {
      await target.click();
      // A comma ends an entry, as people write lists.
      for (const entry of entries) await keyboard.type(`${entry},`);
    },
    choose: async (target, words) => {
      await target.click();
      await option(words).click();
      await expect(option(words)).toBeHidden();
    },
    chooseOneOfSeveral: async (target, words) => {
      await target.click();
      await option(words).click();
      // It closes as soon as something else is clicked.
    },
    pick: async (value) => {
      await valueRow(page, value).click();
      await expect(values(page)).toHaveCount(0);
    },
    leave: press,
    undo: async () => {
      await page.getByRole('button', { name: 'More about this workflow' }).click();
      await page.getByRole('menuitem', { name: /^Undo/ }).click();
    },
  };
}

/** A kind of step in the list of all of them; in a narrow window the list is behind a button. */
export async function kindOf(page: Page, name: string): Promise<Locator> {
  const list = page.getByRole('complementary', { name: 'Steps to add' });
  const opener = page.getByRole('button', { name: 'Add a step' });
  await expect(list.or(opener).first()).toBeVisible();
  if (!(await list.isVisible())) await opener.click();
  return list.locator('.pal').filter({ has: page.getByText(name, { exact: true }) });
}

/** The mouse on the canvas. */
export function walkByMouse(page: Page): Walk {
  const hands = byMouse(page);
  const side = page.locator('.inspector');
  return {
    ...hands,
    reach: (target) => target.hover(),
    open: (step) => card(page, step).click(),
    add: async (words, name) => {
      const kind = await kindOf(page, name);
      await hands.write(page.getByRole('textbox', { name: 'Find a step' }), words);
      await kind.click();
    },
    carry: async (value, to) => {
      const [from = '', name = ''] = value.split(' › ');
      const drawer = side.getByRole('region', { name: 'Values from earlier steps' });
      if ((await drawer.locator('.value-row').count()) === 0)
        await drawer.getByRole('button', { name: /Values from earlier steps/ }).click();
      await drawer
        .getByRole('region', { name: from, exact: true })
        .locator('.value-row')
        .filter({ has: page.getByText(name, { exact: true }) })
        .dragTo(to);
    },
  };
}
