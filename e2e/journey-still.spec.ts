// While a run is live, nothing that somebody may be about to press moves away by itself.

import { expect } from '@playwright/test';
import { openSample, row, run, test } from './kit/app.ts';

// Figures that grow by a digit and bars of the time axis; a button that moves is far more.
const FIGURES_ONLY = 0.001;

test.use({ reducedMotion: 'no-preference' });

type Shift = { value: number; sources: string[] };

test('nothing on the screen shifts while a run goes on, waits and ends', async ({
  app: { page },
}) => {
  await openSample(page, 'Expense approval');
  await run(page, { Amount: '1800' });
  await page.evaluate(() => {
    const seen: Shift[] = [];
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node?: Node }[];
      })[]) {
        const { value, sources } = entry;
        const names = sources.map(({ node }) =>
          node instanceof Element ? `${node.className}: ${node.textContent.slice(0, 60)}` : '',
        );
        if (!entry.hadRecentInput) seen.push({ value, sources: names });
      }
    }).observe({ type: 'layout-shift', buffered: false });
  });
  await expect(row(page, 'Ask a manager').first()).toContainText('Waiting');
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(page.getByRole('article', { name: 'How it came out' })).toBeVisible();
  const shifts = await page.evaluate(() => (globalThis as unknown as { seen: Shift[] }).seen);
  const moved = shifts.reduce((sum, { value }) => sum + value, 0);
  expect(moved, JSON.stringify(shifts, null, 1)).toBeLessThan(FIGURES_ONLY);
});
