// The panel of a step while a spec fills it in, in the words on the screen and for any pair of
// hands.

import { expect, type Locator, type Page } from '@playwright/test';
import type { Hands } from './hands.ts';

/** A value, how it is compared, and with what. */
export type Comparison = [value: string, how: string, against: string];
export type Panel = ReturnType<typeof panelOf>;

/** The panel at the right of a page, filled in by these hands. */
export function panelOf(page: Page, hands: Hands) {
  const { press, write, writeOn, choose, pick } = hands;
  const side = page.locator('.inspector');
  /** The part of it that belongs to a setting. */
  const field = (at: string): Locator => side.locator(`[data-field="${at}"]`);
  const button = (name: string, within = side): Locator =>
    within.getByRole('button', { name, exact: true });
  const text = (name: string, within = side): Locator => within.getByRole('textbox', { name });
  /** The first place of a setting to write in. */
  const first = (at: string): Locator => field(at).getByRole('textbox').first();

  /** Takes a value from an earlier step; what is used without it stands at `<at>.else`. */
  async function take(at: string, value: string): Promise<void> {
    await press(button('From an earlier step', field(at)).first());
    // The list opens by itself.
    await pick(value);
  }

  /** What stands where a value of a text is missing. */
  async function instead(at: string, value: string, words: string): Promise<void> {
    const name = `If “${value}” is missing, write`;
    if (words !== '') return write(text(name, field(at)), words);
    const own = page.getByRole('textbox', { name });
    const line = field(at).locator('.instead').filter({ has: own });
    return press(button('Leave it empty', line));
  }

  /** Writes a text with values in it: what stands in ‹…› is chosen from the list of values. */
  async function writeWithValues(at: string, words: string): Promise<void> {
    const [begin = '', ...rest] = words.split(/(‹[^›]+ › [^›]+›)/);
    const own = first(at);
    await write(own, begin);
    for (const piece of rest) {
      if (!piece.startsWith('‹')) {
        await writeOn(piece);
        continue;
      }
      await press(button('Insert a value', field(at)).first());
      await pick(piece.slice(1, -1));
      await expect(own).toBeFocused();
    }
  }

  /** One comparison whose value is still to be chosen. */
  async function compare(rule: Locator, [value, how, against]: Comparison): Promise<void> {
    await press(button('Choose a value', rule), true);
    await pick(value);
    const leaf = rule.locator('.leaf').last();
    await expect(leaf.locator('.ref')).toBeVisible();
    const comparison = leaf.getByRole('combobox', { name: 'Comparison' });
    if (how !== 'is') await choose(comparison, how);
    const other = leaf.locator('.leaf-value');
    if (/^\d/.test(against)) await write(other.getByRole('textbox'), against);
    else await choose(other.getByRole('combobox'), against);
  }

  return { ...hands, side, field, button, text, first, take, instead, writeWithValues, compare };
}
