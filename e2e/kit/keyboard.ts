// Walking through the app with nothing but keys: what a person without a mouse does.

import { expect, type Locator, type Page } from '@playwright/test';
import { card } from './canvas.ts';
import type { Hands, Walk } from './hands.ts';

/** More presses than any screen has stops; beyond it something cannot be reached. */
const STOPS = 160;

export type Keys = {
  /** Presses keys one after another. */
  press: (...keys: string[]) => Promise<void>;
  /** Writes text where the cursor is. */
  write: (text: string) => Promise<void>;
  /** Writes over what stands in the field the cursor is in. */
  replace: (text: string) => Promise<void>;
  /** Tab until something is reached; `back` walks the other way. */
  tabTo: (target: Locator, back?: boolean) => Promise<void>;
  /** In the outline: arrows until a row is reached, from the top. */
  rowTo: (name: string | RegExp) => Promise<void>;
  /** In the outline, on a row: N, the kind in words, Enter, its name, Enter. */
  add: (kind: string, name: string) => Promise<void>;
  /** In the outline, on a way: C, the step in words, Enter. */
  lead: (to: string) => Promise<void>;
  /** Opens the closed choice that has the cursor and takes what begins like this. */
  choose: (words: string) => Promise<void>;
  /** The same where several can be chosen: the list stays open until Escape. */
  chooseOneOfSeveral: (words: string) => Promise<void>;
};

/** The keys of a page. */
export function keysOf(page: Page): Keys {
  const { keyboard } = page;
  const isAt = async (target: Locator): Promise<boolean> =>
    (await target.and(page.locator(':focus')).count()) > 0;
  const press: Keys['press'] = async (...keys) => {
    for (const key of keys) await keyboard.press(key);
  };
  const write: Keys['write'] = (text) => keyboard.insertText(text);
  const dialog = page.getByRole('dialog');
  const take = async (words: string, ...how: string[]): Promise<void> => {
    await press('ArrowDown');
    const option = page.getByRole('option', { name: words }).filter({ visible: true }).first();
    await expect(option).toBeVisible();
    // A list that has only just opened may lose the first key; a person presses it again.
    await expect(async () => {
      for (let i = 0; i < STOPS; i++) {
        await press('ArrowDown');
        if ((await option.getAttribute('data-combobox-selected')) !== null) break;
      }
      await press(...how);
      await expect(option).toBeHidden({ timeout: 1000 });
    }).toPass({ timeout: 15_000 });
  };
  return {
    press,
    write,
    replace: async (text) => {
      await press('Control+a');
      await (text === '' ? press('Delete') : write(text));
    },
    tabTo: async (target, back = false) => {
      await expect(target.first()).toBeAttached();
      for (let i = 0; i < STOPS; i++) {
        if (await isAt(target)) return;
        await press(back ? 'Shift+Tab' : 'Tab');
      }
      throw new Error(`never reached: ${target.toString()}`);
    },
    rowTo: async (name) => {
      const row = page.getByRole('treeitem', { name });
      await expect(page.locator('[role=treeitem]:focus')).toHaveCount(1);
      await expect(row.first()).toBeAttached();
      await press('Home');
      for (let i = 0; i < STOPS; i++) {
        if (await isAt(row)) return;
        await press('ArrowDown');
      }
      throw new Error(`no such row: ${name.toString()}`);
    },
    add: async (kind, name) => {
      await press('n');
      await expect(dialog.getByRole('combobox')).toBeFocused();
      await write(kind);
      await press('Enter');
      await expect(page.getByRole('textbox', { name: /^New name of/ })).toBeFocused();
      await write(name);
      await press('Enter');
      await expect(page.getByRole('treeitem', { name: ` ${name}, ` })).toBeFocused();
    },
    lead: async (to) => {
      await press('c');
      await expect(dialog.getByRole('combobox')).toBeFocused();
      await write(to);
      await press('Enter');
      await expect(page.locator('[role=treeitem]:focus')).toHaveCount(1);
    },
    choose: (words) => take(words, 'Enter'),
    chooseOneOfSeveral: (words) => take(words, 'Enter', 'Escape'),
  };
}

/** The same keys as a pair of hands that could be somebody else's. */
export function byKeys(page: Page, keys = keysOf(page)): Hands {
  const { press, write, replace, tabTo } = keys;
  const find = page.getByRole('textbox', { name: 'Find a value' }).and(page.locator('.picker *'));
  return {
    press: async (target, isBefore) => {
      await tabTo(target, isBefore);
      await press('Enter');
    },
    tick: async (target, isBefore) => {
      await tabTo(target, isBefore);
      await press('Space');
    },
    write: async (target, text, isBefore) => {
      await tabTo(target, isBefore);
      await write(text);
    },
    writeOn: write,
    replace: async (target, text, isBefore) => {
      await tabTo(target, isBefore);
      await replace(text);
    },
    list: async (target, entries, isBefore) => {
      await tabTo(target, isBefore);
      for (const entry of entries) {
        await write(entry);
        await press('Enter');
      }
    },
    choose: async (target, words) => {
      await tabTo(target);
      await keys.choose(words);
    },
    chooseOneOfSeveral: async (target, words) => {
      await tabTo(target);
      await keys.chooseOneOfSeveral(words);
    },
    pick: async (value) => {
      await expect(find).toBeFocused();
      await write(value.replace(' › ', ' '));
      await press('Enter');
      await expect(find).toBeHidden();
    },
    leave: () => press('Escape'),
    undo: () => press('Control+z'),
  };
}

/** The keys on the canvas: Tab walks along the arrows, and what has the cursor is selected. */
export function walkByKeys(page: Page): Walk {
  const keys = keysOf(page);
  const hands = byKeys(page, keys);
  return {
    ...hands,
    reach: (target) => keys.tabTo(target),
    open: async (step) => {
      await keys.tabTo(card(page, step));
      await keys.press('Enter');
      await expect(page.locator('.inspector :focus')).toHaveCount(1);
    },
    add: async (words, name) => {
      // A list that opened in the panel takes the first Escape, the way back to the card the next.
      if ((await page.locator('.inspector [aria-expanded=true]:focus').count()) > 0)
        await keys.press('Escape');
      await keys.press('Escape');
      await expect(page.locator('.react-flow__node.selected:focus')).toHaveCount(1);
      await keys.press('n');
      await expect(page.getByRole('textbox', { name: 'Find a step' })).toBeFocused();
      await keys.write(words);
      await keys.press('Enter');
      await expect(page.getByRole('textbox', { name: 'Name of the step' })).toHaveValue(name);
    },
    carry: async (value, to) => {
      await keys.tabTo(to);
      const own = page.locator('.template').filter({ has: page.locator(':focus') });
      await hands.press(own.getByRole('button', { name: 'Insert a value' }));
      await hands.pick(value);
      await expect(to).toBeFocused();
    },
  };
}
