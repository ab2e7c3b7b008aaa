// Steps that make several calls, in a real browser: offered, added, filled in like any other step.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { letIn, startProgram, type Program } from './kit/program.ts';

let program: Program;
test.beforeAll(async () => {
  program = await startProgram();
});
test.afterAll(() => program.stop());

const card = (page: Page, name: string): Locator =>
  page.locator('.react-flow__node').filter({ has: page.getByText(name, { exact: true }) });

async function openCopy(page: Page, name: string): Promise<void> {
  const answer = await fetch(`${program.origin}/api/createWorkflow`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${program.token}` },
    body: JSON.stringify({ name, from: 'expense-approval' }),
  });
  const { slug } = (await answer.json()) as { slug: string };
  await letIn(page, program);
  await page.goto(`${program.origin}/#/design/${slug}`);
  await expect(card(page, 'Pay')).toBeVisible();
}

const LABELS: Record<string, string[]> = {
  'Use a tool': [
    'What the tool is wanted for',
    'Tool',
    'Given by you',
    'What to read from the answer',
  ],
  Critic: ['What to write', 'What it is checked for', 'Kind of model that checks'],
  Consensus: ['Question', 'Options', 'Votes', 'Majority from'],
};

test('each is found in the palette, added where it leads on, and has its form', async ({
  page,
}) => {
  await openCopy(page, 'Several calls');
  for (const [name, labels] of Object.entries(LABELS)) {
    await card(page, 'Check the claim').click();
    await page.keyboard.press('n');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(card(page, name)).toHaveCount(1);
    for (const label of labels)
      await expect(page.locator('.field-label').getByText(label, { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('n');
  for (const made of ['Fill in for a tool', 'Check a text', 'Count votes', 'Ask the owner']) {
    await expect(page.locator('.pal').getByText(made, { exact: true })).toHaveCount(0);
  }
});

test('a tool chosen shows what it may be given, and what is left empty is the model’s', async ({
  page,
}) => {
  await openCopy(page, 'With a tool');
  await card(page, 'Check the claim').click();
  await page.keyboard.press('n');
  await page.keyboard.type('Use a tool');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await card(page, 'Use a tool').click();
  const field = (at: string): Locator => page.locator(`[data-field="${at}"]`);
  await field('tool').getByRole('combobox').click();
  await page.getByRole('option').first().click();
  await expect(page.locator('[data-field^="args."]').first()).toBeVisible();
  await expect(page.locator('[data-field^="args."] .fault')).toHaveCount(0);
});
