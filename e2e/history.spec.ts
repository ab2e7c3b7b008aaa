// Versions, publishing, changes from elsewhere, and work that nobody could save, in a real browser.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { faults } from './kit/axe.ts';
import { ask, item, openCopy } from './kit/canvas.ts';
import { letIn, startProgram, type Program } from './kit/program.ts';

type Node = { id: string; name: string; settings: Record<string, never> };
type Drawing = { name: string; version: string; scope: { nodes: Node[] } };
type Doc = { hash: string; workflow: Drawing };

let program: Program;
test.beforeAll(async () => {
  program = await startProgram();
});
test.afterAll(() => program.stop());

const fileOf = (slug: string, of = program): string =>
  path.join(of.workspace, 'workflows', slug, 'workflow.json');
const onDisk = (slug: string, of = program): Drawing =>
  JSON.parse(readFileSync(fileOf(slug, of), 'utf8')) as Drawing;
const nameOf = (drawing: Drawing, id: string): string | undefined =>
  drawing.scope.nodes.find((node) => node.id === id)?.name;

/** Somebody else writes the file. */
function elsewhere(slug: string, change: (drawing: Drawing) => void): void {
  const drawing = onDisk(slug);
  change(drawing);
  writeFileSync(fileOf(slug), `${JSON.stringify(drawing, null, 2)}\n`);
}

/** A copy of the sample with some changes saved one after another. */
async function changed(page: Page, name: string): Promise<string> {
  const slug = await openCopy(page, program, name);
  await page.goto('about:blank');
  for (const change of CHANGES) {
    const { hash, workflow } = await ask<Doc>(program, 'workflow', { slug });
    change(workflow);
    await ask(program, 'saveWorkflow', { slug, hash, workflow });
  }
  await page.goto(`${program.origin}/#/history/${slug}`);
  await expect(view(page)).toBeVisible();
  return slug;
}
const node = (drawing: Drawing, id: string): Node =>
  drawing.scope.nodes.find((one) => one.id === id) as Node;
const CHANGES: ((drawing: Drawing) => void)[] = [
  (drawing) => {
    const { cases } = node(drawing, 'how_much').settings as never as { cases: Cases };
    (cases[0] as Cases[number]).when.all[0].value = 300;
  },
  (drawing) => {
    node(drawing, 'pay').name = 'Pay it out';
  },
];
type Cases = { when: { all: [{ value: number }] } }[];

const versions = (page: Page): Locator => page.getByRole('navigation', { name: 'Versions' });
const view = (page: Page): Locator => page.getByRole('region', { name: 'What differs' });
const picture = (page: Page): Locator =>
  page.getByRole('region', { name: 'The difference, drawn' });
const dialog = (page: Page): Locator => page.getByRole('dialog');
const first = (page: Page): Locator => versions(page).getByRole('button', { name: /^Saved/ });

/** Renames a step as a person does, without waiting for it to be saved. */
async function rename(page: Page, id: string, name: string): Promise<void> {
  await item(page, id).click();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(name);
  await page.keyboard.press('Enter');
}

test('a version is looked at, brought back, taken back, named and copied', async ({ page }) => {
  const slug = await changed(page, 'Versions');
  await first(page).click();
  await expect(view(page)).toContainText('Pay is now called Pay it out.');
  await expect(view(page).locator('.promises')).toContainText('Under $500: pays by itself.');
  await expect(view(page).locator('.promises')).toContainText('Under $300: pays by itself.');
  await expect(picture(page).locator('.is-changed')).toHaveCount(2);
  expect(await faults(page)).toEqual([]);
  await view(page).getByRole('button', { name: 'Bring this back' }).click();
  await expect(view(page)).toContainText('Nothing differs.');
  await expect.poll(() => nameOf(onDisk(slug), 'pay')).toBe('Pay');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => nameOf(onDisk(slug), 'pay')).toBe('Pay it out');
  await first(page).click();
  await view(page).getByRole('button', { name: 'Name it' }).click();
  await dialog(page).getByLabel('Name').fill('Before the limit change');
  await dialog(page).getByRole('button', { name: 'Keep this name' }).click();
  await versions(page).getByRole('button', { name: 'Before the limit change' }).click();
  await view(page).getByRole('button', { name: 'Copy as a new workflow' }).click();
  await expect(page).toHaveURL(/#\/design\/versions-before-the-limit-change$/);
  await expect(item(page, 'pay')).toContainText('Pay');
});

test('a change makes a draft, and publishing it gives a number from what it promises', async ({
  page,
}) => {
  const slug = await changed(page, 'Publishing');
  await page.goto(`${program.origin}/#/design/${slug}`);
  await expect(page).toHaveTitle(/^Publishing, changed since 1\.0\.0/);
  const input = { amount: 120, purpose: 'Train', category: 'travel', date: '2026-11-12' };
  const runAs = async (): Promise<string> => {
    const start = { slug, input, practice: true, pace: 'full' };
    const { run } = await ask<{ run: string }>(program, 'startRun', start);
    return (await ask<{ version: string }>(program, 'run', { run })).version;
  };
  expect(await runAs()).toMatch(/^1\.0\.0\+draft\.[0-9a-f]{8}$/);
  await page.getByRole('button', { name: /changed since 1\.0\.0/ }).click();
  // It asks where it acted by itself: something new, within what was promised.
  await expect(dialog(page).getByRole('radio', { name: /^1\.1\.0/ })).toBeChecked();
  await expect(dialog(page)).toContainText('$300–$5,000: asks a manager.');
  await dialog(page).getByLabel('What changed, in your words').fill('Asks from $300 on.');
  await dialog(page).getByRole('button', { name: 'Publish 1.1.0' }).click();
  await expect(page).toHaveTitle(/^Publishing · /);
  expect(await runAs()).toBe('1.1.0');
  await page.goto(`${program.origin}/#/history/${slug}`);
  const published = versions(page).getByRole('button', { name: /Published as 1\.1\.0/ });
  await expect(published).toContainText('Asks from $300 on.');
});

test('a file changed elsewhere is read again, and undo brings back what stood here', async ({
  page,
}) => {
  const slug = await openCopy(page, program, 'Elsewhere');
  elsewhere(slug, (drawing) => {
    node(drawing, 'pay').name = 'Theirs';
  });
  await expect(item(page, 'pay')).toContainText('Theirs');
  await expect(page.getByRole('alert')).toContainText('changed outside of this window');
  await item(page, 'pay').click();
  await page.keyboard.press('Control+z');
  await expect.poll(() => nameOf(onDisk(slug), 'pay')).toBe('Pay');
});

test('two who changed the same workflow: what fits is put together, and nothing is lost', async ({
  page,
}) => {
  const slug = await openCopy(page, program, 'Both');
  // This window does not hear of the change: not even by a question that is on its way.
  const cut = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/mark'));
  await page.route('**/api/mark', (route) => route.abort());
  await cut;
  elsewhere(slug, (drawing) => {
    node(drawing, 'pay').name = 'Theirs';
    node(drawing, 'check_claim').name = 'Check it';
  });
  await rename(page, 'pay', 'Mine');
  await expect(dialog(page)).toContainText('was changed somewhere else');
  await expect(dialog(page)).toContainText('One thing was changed on both sides.');
  await dialog(page).getByText('Theirs', { exact: true }).last().click();
  await dialog(page).getByRole('button', { name: 'Put both together' }).click();
  await expect(item(page, 'check_claim')).toContainText('Check it');
  await expect.poll(() => nameOf(onDisk(slug), 'pay')).toBe('Theirs');
  await page.goto(`${program.origin}/#/history/${slug}`);
  await expect(versions(page).getByRole('button', { name: /^Mine, set aside/ })).toBeVisible();
  await expect(versions(page).getByRole('button', { name: /^Theirs, set aside/ })).toBeVisible();
});

test('killing the tab or the engine loses at most what was typed in the last moments', async ({
  browser,
}) => {
  let own = await startProgram();
  const context = await browser.newContext({ viewport: { width: 1024, height: 700 } });
  await letIn(context, own);
  let page = await context.newPage();
  const slug = await openCopy(page, own, 'Killed');
  await rename(page, 'pay', 'Before the tab died');
  const typed = performance.now();
  await expect.poll(() => nameOf(onDisk(slug, own), 'pay')).toBe('Before the tab died');
  console.log(`on the disk ${Math.round(performance.now() - typed)} ms after it was typed`);
  const devtools = await context.newCDPSession(page);
  devtools.send('Page.crash').catch(() => undefined);
  await page.waitForEvent('crash');
  await page.close();

  page = await context.newPage();
  await page.goto(`${own.origin}/#/design/${slug}`);
  await expect(item(page, 'pay')).toContainText('Before the tab died');
  await own.kill();
  await rename(page, 'pay', 'While the engine was away');
  await expect(page.getByText('Not saved', { exact: true })).toBeVisible();
  // The engine comes back where it was, and another window takes up what this one could not save.
  own = await startProgram(own.workspace);
  expect(new URL(own.origin).port).toBe(new URL(page.url()).port);
  const next = await context.newPage();
  await letIn(next, own);
  await next.goto(`${own.origin}/#/design/${slug}`);
  await expect(item(next, 'pay')).toContainText('While the engine was away');
  await expect.poll(() => nameOf(onDisk(slug, own), 'pay')).toBe('While the engine was away');
  await context.close();
  await own.stop();
});
