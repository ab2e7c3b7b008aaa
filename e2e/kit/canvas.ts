// The canvas of the designer in a browser test: copies of samples, steps, arrows, places.

import { expect, type Locator, type Page } from '@playwright/test';
import { letIn, type Program } from './program.ts';

/** A step, note or room by the id it has in the document. */
export const item = (page: Page, id: string): Locator =>
  page.locator(`.react-flow__node[data-id="${id}"]`);

/** A step by the name on its card. */
export const card = (page: Page, name: string): Locator =>
  page.locator('.react-flow__node').filter({ has: page.getByText(name, { exact: true }) });

export const arrow = (page: Page, from: string, to: string): Locator =>
  page.locator(`.react-flow__edge[data-id^="${from}:"][data-id$=">${to}"]`);

/** Asks the program for something, as its pages do. */
export async function ask<T>(program: Program, name: string, body: object): Promise<T> {
  const answer = await fetch(`${program.origin}/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${program.token}` },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as T;
}

/** A copy of a sample of its own, open in the designer; without a sample an empty one. */
export async function openCopy(
  page: Page,
  program: Program,
  name: string,
  sample: string | null = 'expense-approval',
): Promise<string> {
  const from = sample === null ? {} : { from: sample };
  const { slug } = await ask<{ slug: string }>(program, 'createWorkflow', { name, ...from });
  await letIn(page, program);
  await page.goto(`${program.origin}/#/design/${slug}`);
  // The drawing before stands until this one is there.
  await expect(page).toHaveTitle(new RegExp(`^${name}\\b`));
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
  return slug;
}

/** Where something is in the window, from its top left corner. */
export async function box(
  at: Locator,
): Promise<{ x: number; y: number; width: number; height: number }> {
  const found = await at.boundingBox();
  if (!found) throw new Error('It is not to be seen');
  return { ...found, x: Math.round(found.x), y: Math.round(found.y) };
}

/** Presses the mouse in one place, moves it to another and lets it go there. */
export async function pull(
  page: Page,
  from: readonly [number, number],
  to: readonly [number, number],
): Promise<void> {
  await page.mouse.move(from[0], from[1]);
  await page.mouse.down();
  // A hand begins slowly; the canvas counts a pull from its first pixels.
  await page.mouse.move(from[0] + 2, from[1]);
  await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 4 });
  await page.mouse.move(to[0], to[1], { steps: 6 });
  await page.mouse.up();
}
