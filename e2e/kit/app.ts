// The designer in a real browser, on a program and a workspace of its own: where journeys start.

import { test as base, type BrowserContext, type Page } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startProgram, type Program } from './program.ts';

export type App = {
  /** The tab that is open now. */
  page: Page;
  /** Closes the tab and opens the app in a new one, at the same address or at `place`. */
  reopen: (place?: string) => Promise<Page>;
  /** Ends the program and starts it again on the same workspace; then opens the app. */
  restart: (place?: string) => Promise<Page>;
};

const size = { width: 1440, height: 900 };

async function open(context: BrowserContext, program: Program, place: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${program.origin}/${place}`);
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  return page;
}

/** A test with the app open on a fresh workspace; program and workspace end with it. */
export const test = base.extend<{ app: App }>({
  app: async ({ browser }, use) => {
    const workspace = mkdtempSync(path.join(tmpdir(), 'interlock-journey-'));
    let program = await startProgram(workspace);
    let context = await enter();
    const app: App = {
      page: await open(context, program, '#/'),
      reopen: async (place) => {
        const at = place ?? new URL(app.page.url()).hash;
        await app.page.close();
        app.page = await open(context, program, at);
        return app.page;
      },
      restart: async (place) => {
        const at = place ?? new URL(app.page.url()).hash;
        await context.close();
        await program.halt();
        program = await startProgram(workspace);
        context = await enter();
        app.page = await open(context, program, at);
        return app.page;
      },
    };
    async function enter(): Promise<BrowserContext> {
      const fresh = await browser.newContext({ viewport: size });
      const { token } = program;
      await fresh.addInitScript((key) => sessionStorage.setItem('interlock-token', key), token);
      return fresh;
    }
    await use(app);
    await context.close();
    await program.stop();
  },
});

/** Opens a sample from the home screen, as a newcomer does. */
export async function openSample(page: Page, name: string): Promise<void> {
  await page
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .first()
    .click();
  await page.getByRole('button', { name: /^Run/ }).waitFor();
}

/** Presses Run and fills in the form; what is not given stays as its example. */
export async function run(page: Page, values: Record<string, string> = {}): Promise<void> {
  await page.getByRole('button', { name: /^Run( Ctrl.*)?$/ }).click();
  const form = page.getByRole('dialog');
  for (const [label, value] of Object.entries(values)) await form.getByLabel(label).fill(value);
  await form.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('region', { name: 'Run controls' }).waitFor();
}

/** A row of "What happened". */
export const row = (page: Page, name: string) =>
  page
    .getByRole('complementary', { name: 'What happened' })
    .getByRole('button', { name: new RegExp(name) });

/** The answer to one of the eight questions, as text. */
export const answer = (page: Page, question: string) =>
  page
    .getByRole('region', { name: 'Eight answers about this step' })
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: question }) });
