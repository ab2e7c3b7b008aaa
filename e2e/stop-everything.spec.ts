// Stopping everything in a real browser: what is there, each of the three ways, and the receipt.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { faults } from './kit/axe.ts';
import { ask, begin, isAtWork, show, startCardProgram, until } from './kit/card-program.ts';
import type { Program } from './kit/program.ts';

let program: Program;
test.beforeEach(async () => {
  program = await startCardProgram();
});
test.afterEach(() => program.stop());

const dialog = (page: Page): Locator => page.getByRole('dialog');

/** The receipt's part about one run. */
const about = (page: Page, name: string): Locator =>
  dialog(page)
    .getByRole('list', { name: 'Run by run' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name, exact: true }) });

async function openDialog(page: Page, way: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Stop all' }).click();
  await dialog(page).getByRole('radio', { name: way }).check();
}
const stop = (page: Page): Promise<void> =>
  dialog(page).getByRole('button', { name: 'Stop everything' }).click();

test('the dialog says in plain words what is there, and a key opens it from anywhere', async ({
  page,
}) => {
  const letter = await begin(program, 'may-have-happened');
  await until(program, letter, ({ status }) => status === 'done');
  await begin(program, 'in-line');
  await begin(program, 'in-line');
  await begin(program, 'many-payments');
  await show(page, program, '#/');
  await page.keyboard.press('Control+.');
  const there = dialog(page).getByRole('region', { name: 'What is there now' });
  await expect(there).toContainText('Refund round: waits for Ines Roth');
  await expect(there).toContainText('Customer change: behind another run about the same thing');
  await expect(there).toContainText('Refund round: Needs a decision, Ines Roth is asked');
  await expect(there).toContainText('Memory writes');
  await expect(there).toContainText('Keys in use');
  await expect(dialog(page).getByRole('radio', { name: /^Stop after this step/ })).toBeChecked();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  const { runs } = await ask(program, 'stopInventory', {});
  expect(runs).toHaveLength(2);
});

test('stop now breaks off what is at work within two seconds, and the receipt says what may have happened', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const waiting = await begin(program, 'many-payments');
  const letter = await begin(program, 'many-letters', { pace: 'watch' });
  await until(program, letter, isAtWork);
  await show(page, program, '#/runs');
  await openDialog(page, /^Stop now/);
  await stop(page);
  await expect(page.getByRole('heading', { name: 'Everything is stopped' })).toBeVisible();
  await expect(about(page, 'Letter round')).toContainText(/Unknown\s*Send the letter/);
  await expect(about(page, 'Letter round')).toContainText('it may have happened');
  await expect(about(page, 'Refund round')).toContainText(/Still waiting\s*Agree to the refunds/);
  expect(await faults(page)).toEqual([]);
  await dialog(page).getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByText('The receipt is copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('Unknown: Send the letter');
  for (const run of [waiting, letter])
    expect((await ask(program, 'run', { run })).status).toBe('stopped');
});

test('stop after this step lets the letter finish and says how it is undone', async ({ page }) => {
  const letter = await begin(program, 'many-letters', { pace: 'watch' });
  await until(program, letter, isAtWork);
  await show(page, program, '#/runs');
  await openDialog(page, /^Stop after this step/);
  await stop(page);
  await expect(
    page.getByRole('heading', { name: /^(Everything is stopped|Stopping)/ }),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Everything is stopped' })).toBeVisible();
  const own = about(page, 'Letter round');
  await expect(own).toContainText('Send the letter');
  await expect(own).not.toContainText('may have happened');
  await expect(own).toContainText('To undo it: Call the customer and say that the letter is void.');
});

test('finish what runs lets a run go to its end, and nothing new starts meanwhile', async ({
  page,
}) => {
  const desk = await begin(program, 'many-letters', { pace: 'watch' });
  await until(program, desk, isAtWork);
  await show(page, program, '#/runs');
  await openDialog(page, /^Finish what runs/);
  await stop(page);
  await expect(page.getByRole('heading', { name: 'Stopping everything' })).toBeVisible();
  await expect(begin(program, 'at-limit')).rejects.toThrow(/./);
  await expect(page.getByRole('heading', { name: 'What ran has finished' })).toBeVisible({
    timeout: 40_000,
  });
  await expect(about(page, 'Letter round')).toContainText(/Done\s*Round/);
  expect((await ask(program, 'run', { run: desk })).status).toBe('done');
});

test('keys of stopped runs stay locked, say so, and are let go by a press; the receipt can be read again', async ({
  page,
}) => {
  const greeting = await begin(program, 'other-program', { practice: false });
  await until(program, greeting, ({ status }) => status === 'waiting');
  await show(page, program, '#/runs');
  await openDialog(page, /^Stop now/);
  await stop(page);
  const locked = page.getByRole('region', { name: 'Keys in use' });
  await expect(dialog(page)).toContainText('The keys of 1 stopped run are locked.');
  await dialog(page).getByRole('button', { name: 'Close' }).last().click();
  await locked.getByRole('button', { name: 'Let them be used again' }).click();
  await expect(locked).toHaveCount(0);
  await page.getByRole('button', { name: 'Stop all' }).click();
  await expect(dialog(page)).toContainText('Nothing is under way here');
  await dialog(page).getByRole('button', { name: 'The last receipt' }).click();
  await expect(about(page, 'Greeting')).toContainText('Stopped');
});
