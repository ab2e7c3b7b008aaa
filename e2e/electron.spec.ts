// The desktop app itself, wherever Electron's program is. It is looked for on the disk only:
// importing its package would begin a download.
import { _electron as electron, expect, test, type ElectronApplication } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { electronProgram } from '../engine/cli/window.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const program = electronProgram({ env: process.env, platform: process.platform, root: ROOT });
test.skip(program === undefined, 'skipped: no Electron binary');

let app: ElectronApplication;
let workspace = '';
test.beforeEach(async () => {
  workspace = mkdtempSync(path.join(tmpdir(), 'interlock-shell-'));
  const env = { ...process.env, INTERLOCK_WORKSPACE: workspace } as Record<string, string>;
  const args = [path.join(ROOT, 'electron/dist/main.mjs')];
  app = await electron.launch({ executablePath: program ?? '', args, env });
});
test.afterEach(async () => {
  await app.close();
  rmSync(workspace, { recursive: true, force: true });
});

test('the window shows the designer from its own scheme, without Node in the page', async () => {
  const page = await app.firstWindow();
  await page.getByRole('navigation').waitFor();
  expect(page.url()).toMatch(/^app:\/\/interlock\//);
  expect(await page.evaluate(() => typeof (globalThis as { require?: unknown }).require)).toBe(
    'undefined',
  );
  await expect(page.getByRole('link', { name: /^Expense approval/ }).first()).toBeVisible();
});

test('a sample runs, and the menu bar follows the language of the page', async () => {
  const page = await app.firstWindow();
  await page
    .getByRole('link', { name: /^Expense approval/ })
    .first()
    .click();
  await page.getByRole('button', { name: /^Run/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('article', { name: 'How it came out' }).waitFor();
  await page.evaluate(() => void (location.hash = '#/settings/general'));
  await page.getByText('Deutsch').click();
  const labels = (): Promise<(string | undefined)[]> =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label) ?? []);
  await expect.poll(labels).toContain('Bearbeiten');
});

test('nothing leads out of the page', async () => {
  const page = await app.firstWindow();
  await page.evaluate(() => void (location.href = 'https://example.com/'));
  await page.evaluate(() => void window.open('https://example.com/'));
  expect(page.url()).toMatch(/^app:\/\/interlock\//);
  expect(app.windows().length).toBe(1);
});
