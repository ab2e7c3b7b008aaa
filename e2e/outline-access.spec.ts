// What readers and contrast checks find in the outline, in every use of it, light and dark.
import { expect } from '@playwright/test';
import { openSample, run, test } from './kit/app.ts';
import { faults } from './kit/axe.ts';

test('the outline is free of accessibility faults, drawing, running and played back', async ({
  app: { page },
}) => {
  await openSample(page, 'Expense approval');
  await page.getByText('Outline', { exact: true }).click();
  const check = page.getByRole('treeitem', { name: /^2 Check the claim, / });
  await check.click();
  expect(await faults(page)).toEqual([]);
  await check.press('n');
  await page.getByRole('combobox', { name: 'Type to find' }).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await check.press('F2');
  await page.getByRole('textbox', { name: /^New name of/ }).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('treeitem', { name: /^Under \$500/ }).press('c');
  await page.getByRole('combobox', { name: 'Type to find' }).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await run(page, { Amount: '1800' });
  await page.getByRole('treeitem', { name: /Waiting for Marcus Webb/ }).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await page.getByRole('link', { name: 'Play it back' }).first().click();
  await page.getByRole('slider').waitFor();
  expect(await faults(page)).toEqual([]);
});

test('the outline is usable on a small window and zoomed in', async ({ app: { page } }) => {
  await openSample(page, 'Expense approval');
  await page.getByText('Outline', { exact: true }).click();
  for (const [width, height] of [
    [1024, 700],
    [720, 450],
  ] as const) {
    await page.setViewportSize({ width, height });
    const tree = page.getByRole('tree');
    const rows = page.getByRole('treeitem', { name: /^\d+ / });
    for (let i = 0; i < (await rows.count()); i++) {
      const one = rows.nth(i);
      await one.scrollIntoViewIfNeeded();
      const name = (await one.locator('.o-name').boundingBox()) ?? { width: 0, x: 0 };
      const frame = (await tree.boundingBox()) ?? { width: 0, x: 0 };
      expect(name.width).toBeGreaterThan(20);
      expect(name.x + name.width).toBeLessThanOrEqual(frame.x + frame.width);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
  }
});
