// Versions with the keyboard alone: nothing here touches the mouse or reaches into the page.
import { expect, test } from '@playwright/test';
import { ask, openCopy } from './kit/canvas.ts';
import { keysOf } from './kit/keyboard.ts';
import { startProgram, type Program } from './kit/program.ts';

let program: Program;
test.beforeAll(async () => {
  program = await startProgram();
});
test.afterAll(() => program.stop());

type Doc = { hash: string; workflow: { purpose: string } };

test('a version is found, named and brought back by keys', async ({ page }) => {
  const slug = await openCopy(page, program, 'By keys');
  await page.goto('about:blank');
  const read = (): Promise<Doc> => ask<Doc>(program, 'workflow', { slug });
  const { hash, workflow } = await read();
  await ask(program, 'saveWorkflow', { slug, hash, workflow: { ...workflow, purpose: 'Other' } });
  await page.goto(`${program.origin}/#/history/${slug}`);
  const keys = keysOf(page);
  const list = page.getByRole('navigation', { name: 'Versions' });
  await keys.tabTo(list.getByRole('button', { name: /^As it is now/ }));
  // Below it stands how it was found here, and below that how it was first kept.
  await keys.press('ArrowDown', 'ArrowDown', 'Enter');
  await expect(list.getByRole('button', { pressed: true })).toContainText('Saved');
  const view = page.getByRole('region', { name: 'What differs' });
  await expect(view).toContainText('what it is for');
  await keys.tabTo(view.getByRole('button', { name: 'Name it' }));
  await keys.press('Enter');
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await keys.write('The good one');
  await keys.press('Enter');
  await expect(list.getByRole('button', { name: /The good one/ })).toBeVisible();
  await expect(view.getByRole('button', { name: 'Rename it' })).toBeFocused();
  await keys.tabTo(view.getByRole('button', { name: 'Bring this back' }), true);
  await keys.press('Enter');
  await expect(view).toContainText('Nothing differs.');
  await expect.poll(async () => (await read()).workflow.purpose).toBe(workflow.purpose);
});
