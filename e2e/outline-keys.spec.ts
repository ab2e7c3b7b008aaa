// The outline with the keyboard alone: a workflow is built from nothing, run, decided with a change
// and played back. Only keys are pressed here; keyboard-only.test.ts makes sure of it.
import { expect, test, type Page } from '@playwright/test';
import path from 'node:path';
import { expectTheSample, giveTools } from './kit/expense-built.ts';
import { formsOf, type Forms } from './kit/expense-forms.ts';
import { byKeys, keysOf, type Keys } from './kit/keyboard.ts';
import { letIn, startProgram, type Program } from './kit/program.ts';

let program: Program;
test.beforeAll(async () => {
  program = await startProgram();
});
test.afterAll(() => program.stop());

const folderOf = (slug: string): string => path.join(program.workspace, 'workflows', slug);

/** From the home screen to an empty outline whose first row has the cursor. */
async function startEmpty(page: Page, keys: Keys): Promise<string> {
  await page.goto(`${program.origin}/`);
  await keys.tabTo(page.getByRole('button', { name: /Start empty/ }));
  await keys.press('Enter');
  await keys.tabTo(page.getByRole('radio', { name: 'Canvas' }));
  await keys.press('ArrowRight');
  const slug = /design\/(.+)$/.exec(page.url())?.[1] ?? '';
  giveTools(folderOf(slug));
  await page.reload();
  await keys.tabTo(page.getByRole('treeitem').first());
  return slug;
}

/** Goes to the row of a step, fills in its panel, and comes back. */
async function describe(keys: Keys, name: string, fillIn: () => Promise<void>): Promise<void> {
  await keys.rowTo(new RegExp(` ${name.replace('?', String.raw`\?`)}, `));
  await keys.press('Enter');
  await fillIn();
  await keys.press('Escape');
}

/** Every way out, each from its own row. */
async function drawWays(page: Page, keys: Keys, forms: Forms): Promise<void> {
  await keys.rowTo(/ Check the claim, /);
  await keys.press('ArrowRight');
  await keys.rowTo(/^Unsure: /);
  await keys.lead('How much?');
  await keys.rowTo(/^Under \$500: /);
  await keys.lead('Pay');
  await keys.rowTo(/^\$500–\$5,000: /);
  await keys.add('approval', 'Ask a manager');
  await keys.rowTo(/^Approved: /);
  await keys.lead('Pay');
  await keys.rowTo(/^Refused: /);
  await keys.add('end', 'Not paid');
  await keys.rowTo(/^Sent back: /);
  await keys.add('end', 'Sent back');
  await describe(keys, 'Ask a manager', forms.approval);
  // The director's card is a copy; only who is asked and where it leads differ.
  await keys.rowTo(/ Ask a manager, /);
  await keys.press('Control+d');
  await expect(page.locator('[role=treeitem]:focus')).toHaveAccessibleName(/^1?\d Ask a manager, /);
  await keys.press('F2');
  await keys.replace('Ask a director');
  await keys.press('Enter');
  await keys.rowTo(/^Above \$5,000: /);
  await keys.lead('Ask a director');
  for (const [way, to] of [
    ['Approved', 'Pay'],
    ['Refused', 'Not paid'],
    ['Sent back', 'Sent back'],
  ] as const) {
    await keys.rowTo(/ Ask a director, /);
    await keys.press('c');
    const which = page.getByRole('dialog', { name: 'Which way out of “Ask a director”?' });
    await expect(which.getByRole('combobox')).toBeFocused();
    await keys.write(way);
    await keys.press('Enter');
    const where = page.getByRole('dialog', { name: `“${way}” of “Ask a director” leads to` });
    await expect(where.getByRole('combobox')).toBeFocused();
    await keys.write(to);
    await keys.press('Enter');
  }
  await describe(keys, 'Ask a director', () => forms.decidedBy('Any director'));
}

test('a workflow like Expense approval is built from nothing', async ({ page }) => {
  test.setTimeout(480_000);
  await letIn(page, program);
  const keys = keysOf(page);
  const forms = formsOf(page, byKeys(page, keys));
  const slug = await startEmpty(page, keys);
  await describe(keys, 'Start', forms.start);
  await expect(page.getByRole('treeitem', { name: '1 Start, ' })).toBeFocused();
  await keys.add('classify', 'Check the claim');
  await keys.add('condition', 'How much?');
  await keys.add('pay a claim', 'Pay');
  await keys.rowTo(/ Done, /);
  await keys.press('F2');
  await keys.replace('Paid');
  await keys.press('Enter');
  await describe(keys, 'Check the claim', forms.claim);
  await describe(keys, 'How much?', forms.amounts);
  await drawWays(page, keys, forms);
  await describe(keys, 'Pay', forms.payment);
  await describe(keys, 'Paid', () => forms.end('Paid'));
  await describe(keys, 'Not paid', () => forms.end('Not paid'));
  await describe(keys, 'Sent back', () => forms.end('Sent back'));
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  expectTheSample(folderOf(slug));
});
