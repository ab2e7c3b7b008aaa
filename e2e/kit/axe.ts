// What readers and contrast checks find wrong on a page: one way of asking for all browser tests.
// AX1 in light everything is looked at. Nothing but colours can differ in dark, so only the rules
//     about colours are asked again there.
// AX2 it is asked only once the page stands in the scheme it is asked about.

import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** What is wrong in light and in dark, on the page or a part of it; nothing where all is well. */
export async function faults(page: Page, within?: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme); // AX2
    // No page here has frames: what is said of each can be said at once.
    const builder = new AxeBuilder({ page }).setLegacyMode().options({
      resultTypes: ['violations'],
      runOnly: colorScheme === 'light' ? RULES : { type: 'rule', values: OF_COLOURS }, // AX1
    });
    if (within) builder.include(within);
    const { violations } = await builder.analyze();
    for (const { id, nodes } of violations)
      found.push([colorScheme, id, ...nodes.map(({ target }) => target.join(' '))].join(' · '));
  }
  return found;
}
