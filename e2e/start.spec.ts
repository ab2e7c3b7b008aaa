// How somebody begins, by mouse: a real model, people, a guided choice, a description, a file.

import { expect, type Page } from '@playwright/test';
import { openSample, run, test } from './kit/app.ts';
import { faults } from './kit/axe.ts';
import { modelsServer } from './kit/models-server.ts';

test.beforeAll(() => {
  // No computer that tests has a keychain for certain; an encrypted file works everywhere.
  process.env['INTERLOCK_SECRETS'] = 'file';
  process.env['INTERLOCK_SECRET_KEY'] = 'a passphrase for tests';
});
test.afterAll(() => {
  delete process.env['INTERLOCK_SECRETS'];
  delete process.env['INTERLOCK_SECRET_KEY'];
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
const settings = async (page: Page, part: string): Promise<void> => {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: part, exact: true }).click();
};

/** Types an address, finds its models, chooses one and tests it. */
async function setUp(page: Page, address: string): Promise<void> {
  await page.getByLabel('Key or address').fill(address);
  await button(page, 'Find its models').click();
  await page.getByRole('combobox', { name: 'Model' }).fill('gpt-5-mini');
  await page.keyboard.press('Escape');
  await button(page, 'Test').click();
  await expect(page.getByText('It works.')).toBeVisible();
}

test('a key is recognised, tested at its address, and kept where keys are kept', async ({
  app: { page },
}) => {
  const mock = await modelsServer();
  await settings(page, 'Models');
  await page.getByLabel('Key or address').fill('sk-ant-a1B2c3D4e5F6g7H8i9J0');
  await expect(page.getByText('A key of Anthropic.')).toBeVisible();
  await expect(page.getByLabel('Its address')).toHaveValue('https://api.anthropic.com/v1');
  await page.getByRole('combobox', { name: 'Whose key' }).click();
  await page.getByRole('option', { name: /Somebody else/ }).click();
  await page.getByLabel('Its address').fill(`${mock.url}/v1`);
  await button(page, 'Find its models').click();
  await page.getByRole('combobox', { name: 'Model' }).fill('house-model');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Nobody here knows what this model costs')).toBeVisible();
  await expect(button(page, 'Test')).toBeDisabled();
  await page.getByRole('switch', { name: 'It costs nothing' }).click();
  await button(page, 'Test').click();
  await expect(page.getByText('It works.')).toBeVisible();
  expect(JSON.stringify(mock.getRequests().at(-1)?.headers)).toContain('authorization');
  await button(page, 'Use it').click();
  await expect(page.getByText(/The key is kept in the encrypted file/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Who answers what' })).toContainText('key “model_');
  await expect(page.getByLabel('Key or address')).toHaveValue('');
  await mock.stop();
});

test('a few questions fit a sample, every fit is listed, and every one can be taken back', async ({
  app: { page },
}) => {
  await button(page, /What should happen/).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('A claim or a bill').click();
  await expect(dialog).toContainText('Under $500: pays by itself.');
  await button(page, 'Next').click();
  await button(page, 'Next').click();
  await dialog.getByLabel('From which amount').fill('300');
  await expect(dialog).toContainText('Under $300: pays by itself.');
  await dialog.getByLabel('Above which amount').fill('9000');
  await button(page, 'Next').click();
  await expect(dialog.getByRole('alert')).toContainText('Marcus Webb may approve at most $5,000');
  await dialog.getByLabel('Above which amount').fill('4000');
  await button(page, 'Next').click();
  await button(page, 'Next').click();
  await dialog.getByRole('textbox').fill('Travel claims');
  await button(page, 'Make it').click();

  const head = page.getByRole('banner');
  await expect(page.locator('h1 input')).toHaveValue('Travel claims');
  await expect(head).toContainText('$300–$4,000');
  await expect(head).toContainText('No problems');
  const note = page.getByRole('complementary', { name: /fitted to your answers/ });
  await expect(note).toContainText('Claims under $300 pay by themselves');
  await button(page, 'Take back: Asks somebody from $300 on').click();
  await expect(head).toContainText('$500–$4,000');
  await page.keyboard.press('Control+z');
  await expect(head).toContainText('$300–$4,000');
  await page.keyboard.press('Control+z');
  await expect(head).toContainText('$300–$5,000');
  await expect(note).toContainText('Taken back');
});

test('a description becomes a drawing that is offered, costs what was said, and is linked to nothing', async ({
  app: { page },
}) => {
  const mock = await modelsServer();
  await settings(page, 'Models');
  await setUp(page, mock.url);
  await button(page, 'Use it').click();
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await button(page, /What should happen/).click();
  await page.getByText('Describe it').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Practice mode is on, so nothing is sent');
  await button(page, 'Switch practice mode off').click();
  await dialog
    .getByRole('textbox')
    .fill('A parcel arrives broken. Under $50 pay it back, else ask.');
  await expect(dialog).toContainText(/gpt-5-mini at 127\.0\.0\.1:\d+ draws it/);
  await expect(dialog).toContainText(/At most \$0\.\d+/);
  await button(page, 'Draw it').click();
  await expect(dialog).toContainText('This is what it would add to an empty workflow');
  await expect(dialog).toContainText('+ 7 steps');
  await expect(dialog).toContainText(/cost \$0\.\d+, in one question/);
  await button(page, 'Open this drawing').click();
  const head = page.getByRole('banner');
  await expect(page.locator('h1 input')).toHaveValue('Broken parcels');
  await expect(head).toContainText('1 problem');
  await expect(page.getByRole('complementary', { name: /made by gpt-5-mini/ })).toContainText(
    'linked to no tool',
  );
  // One gesture: taken back, the workflow is empty again.
  await page.keyboard.press('Control+z');
  await expect(page.locator('.react-flow__node', { hasText: 'Sort the letter' })).toHaveCount(0);
  await mock.stop();
});

/** Drops a file of that text on the window, after holding it there for a moment. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const files = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content ?? ''], fileName ?? ''));
      return data;
    },
    [name, text],
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: files });
  await expect(page.getByText('Drop it to open it')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: files });
  await expect(page.getByText('Drop it to open it')).toHaveCount(0);
}

test('a workflow goes out as one file and comes in by dropping it: linked to nothing', async ({
  app: { page },
}) => {
  await openSample(page, 'Expense approval');
  await button(page, 'More about this workflow').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Save as a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('expense-approval.interlock');
  const stream = await download.createReadStream();
  let text = '';
  for await (const piece of stream) text += String(piece);

  // Files made to do harm are a sentence, and the page stays as it was.
  const evil: [string, string, string][] = [
    ['evil.interlock', '{"format":"interlock/file@1","__proto__":{"x":1}}', 'which is not allowed'],
    ['half.interlock', text.slice(0, 4000), 'ends too early'],
    ['deep.interlock', '['.repeat(200), 'nested more than 64 levels'],
    ['photo.png', 'not a workflow', 'Files of workflows end in .interlock'],
  ];
  for (const [name, content, sentence] of evil) {
    await drop(page, name, content);
    await expect(page.locator('.mantine-Notification-root').last()).toContainText(sentence);
  }
  await expect(page.locator('h1 input')).toHaveValue('Expense approval');

  await drop(page, 'expense.interlock', text);
  const note = page.getByRole('complementary', { name: /came from a file, linked to nothing/ });
  await expect(note).toContainText('It can do nothing outside until you have linked one tool');
  await expect(note).toContainText('“Pay” wants to use “Pay a claim”');
  await expect(note).toContainText('money · moves money · practice tool');
  await expect(note).toContainText('Claims under $500 pay by themselves');
  await expect(page.getByRole('banner')).toContainText('1 problem');
  await note.getByRole('link', { name: /^Look and link/ }).click();
  await button(page, 'Link this tool').click();
  await page.getByRole('link', { name: 'Drawing' }).click();
  await expect(note).toContainText('Linked');
  await expect(page.getByRole('banner')).toContainText('No problems');
});

test('people: somebody is away at once on an open card, and removing says what is left alone', async ({
  app: { page },
}) => {
  await openSample(page, 'Expense approval');
  await run(page, { Amount: '1800' });
  await page.getByRole('heading', { name: /Pay \$1,800\.00/ }).waitFor();
  await settings(page, 'People');
  await button(page, 'Add a person').click();
  const dialog = page.getByRole('dialog');
  await button(page, 'Save').click();
  await expect(dialog).toContainText('A person needs a name.');
  await dialog.getByLabel('Name').fill('Eva Lund');
  await dialog.getByText('Up to an amount').click();
  await dialog.getByLabel('At most').fill('750');
  await button(page, 'Save').click();
  const row = page.getByRole('row', { name: /Eva Lund/ });
  await expect(row).toContainText('Up to $750');

  await button(page, 'Marcus Webb').click();
  await expect(dialog).toContainText('Whole days in the workspace’s time zone, UTC.');
  await dialog.getByLabel('From').fill('2020-01-01');
  await dialog.getByLabel('To and including').fill('2099-12-31');
  await button(page, 'Save').click();
  await expect(page.getByRole('main')).toContainText(
    'Marcus Webb is away until Dec 31, 2099. Ines Roth is asked.',
  );
  await page.getByRole('link', { name: /Inbox/ }).click();
  await expect(page.getByRole('main')).toContainText(
    'Marcus Webb is away until Dec 31, 2099. Ines Roth is asked.',
  );
  await page.getByRole('combobox', { name: 'Deciding as' }).click();
  await page.getByRole('option', { name: 'Ines Roth' }).click();
  await button(page, 'Approve').click();
  await expect(page.getByText(/Approved by Ines Roth/).first()).toBeVisible();

  await settings(page, 'People');
  await button(page, 'More for Lee Tanaka').click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(dialog).toContainText('answers for its cost in “Expense approval”');
  await expect(dialog).toContainText('stands in for Dana Ruiz');
  await button(page, 'Remove Lee Tanaka').click();
  await expect(page.getByRole('row', { name: /Lee Tanaka/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await openSample(page, 'Expense approval');
  await button(page, /2 problems/).click();
  await expect(page.getByText(/who answers for its cost, is not among the people/)).toBeVisible();
  await button(page, 'Leave it to the first person').click();
  await expect(button(page, /1 problem/)).toBeVisible();
});

test('these screens are free of accessibility faults, light and dark', async ({
  app: { page },
}) => {
  const both = async (): Promise<void> => expect(await faults(page)).toEqual([]);
  await button(page, 'Show me around').click();
  await page.locator('.react-flow__node').first().waitFor();
  await page.getByRole('dialog', { name: 'Tour' }).waitFor();
  await both();
  await button(page, 'End the tour').click();
  await page.getByRole('link', { name: 'Inbox' }).click();
  await page.getByRole('heading', { name: 'Nothing to decide' }).waitFor();
  await both();
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await button(page, /What should happen/).click();
  await page.getByText('A claim or a bill').click();
  await page.getByText('Under $500: pays by itself.').waitFor();
  await both();
  await page.keyboard.press('Escape');
  await settings(page, 'People');
  await button(page, 'Ines Roth').click();
  await page.getByRole('dialog').waitFor();
  await both();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Models', exact: true }).click();
  await page.getByLabel('Key or address').fill('sk-ant-a1B2c3D4e5F6g7H8i9J0');
  await both();
});
