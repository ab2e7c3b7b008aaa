// The canvas with the mouse alone: a workflow like *Expense approval* is drawn from nothing. No key
// is pressed here but to write in what was clicked; mouse-only.test.ts makes sure of it.
import { expect, test, type Locator, type Page } from '@playwright/test';
import path from 'node:path';
import { box, card, pull } from './kit/canvas.ts';
import { expectTheSample, giveTools } from './kit/expense-built.ts';
import { formsOf } from './kit/expense-forms.ts';
import { byMouse, kindOf } from './kit/mouse.ts';
import { letIn, startProgram, type Program } from './kit/program.ts';
import { sizesFor } from './kit/sizes.ts';

let program: Program;
test.beforeAll(async () => {
  program = await startProgram();
});
test.afterAll(() => program.stop());

/** Where the arrow of a way begins, on its card. */
const dot = (page: Page, step: string, way: string): Locator =>
  card(page, step).locator(`.port[title="${way}"]`);
const ground = (page: Page): Locator => page.locator('.react-flow__pane');
const side = (page: Page): Locator => page.locator('.inspector');

/** The middle of something in the window. */
async function middle(at: Locator): Promise<[number, number]> {
  const { x, y, width, height } = await box(at);
  return [x + width / 2, y + height / 2];
}

/** From the home screen to an empty drawing. */
async function startEmpty(page: Page): Promise<string> {
  await letIn(page, program);
  await page.goto(`${program.origin}/`);
  await page.getByRole('button', { name: /Start empty/ }).click();
  await page.waitForURL(/design\/.+/);
  const slug = /design\/(.+)$/.exec(page.url())?.[1] ?? '';
  const folder = path.join(program.workspace, 'workflows', slug);
  giveTools(folder);
  await page.reload();
  await expect(card(page, 'Done')).toBeVisible();
  return folder;
}

/** Everything in view and in its place again, and nothing selected. */
async function lookAtAll(page: Page): Promise<void> {
  await ground(page).click({ position: { x: 8, y: 300 } });
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(0);
  await page.getByRole('button', { name: 'Tidy up' }).click();
  await page.getByRole('button', { name: 'Fit everything' }).click();
}

/** Names the step whose panel is open. */
async function call(page: Page, was: string, name: string): Promise<void> {
  const own = side(page).getByRole('textbox', { name: 'Name of the step' });
  await expect(own).toHaveValue(was);
  await byMouse(page).replace(own, name);
  await expect(card(page, name)).toBeVisible();
}

/** Half way between two steps, where an arrow runs. */
async function between(page: Page, from: string, to: string): Promise<[number, number]> {
  const [a, b] = [await box(card(page, from)), await box(card(page, to))];
  return [a.x + a.width / 2, (a.y + a.height + b.y) / 2];
}

/** Pulls something from the list at the left onto the arrow between two steps. */
async function dropOnArrow(page: Page, what: string, from: string, to: string): Promise<void> {
  const [x, y] = await between(page, from, to);
  const all = await box(ground(page));
  const kind = await kindOf(page, what);
  await kind.dragTo(ground(page), { targetPosition: { x: x - all.x, y: y - all.y } });
}

/** Puts a step into the arrow between two others, by the plus on it. */
async function putInto(page: Page, what: string, from: string, to: string): Promise<void> {
  const [x, y] = await between(page, from, to);
  await page.mouse.move(x, y - 4);
  await page.mouse.move(x, y);
  await page.locator('.edge-plus').click();
  // The list is there, or opens by itself.
  await page
    .locator('.pal')
    .filter({ has: page.getByText(what, { exact: true }) })
    .click();
}

/** Pulls an arrow from a way out to a step. */
async function lead(page: Page, from: Locator, to: string): Promise<void> {
  await pull(page, await middle(from), await middle(card(page, to)));
}

/** A place on the ground that no step is near, as far down as there is one. */
async function freePlace(page: Page): Promise<readonly [number, number]> {
  const { x, y, width, height } = await box(ground(page));
  const cards = await page.locator('.react-flow__node').all();
  const taken = await Promise.all(cards.map((one) => box(one)));
  const places = [0.9, 0.7, 0.5, 0.3, 0.15].flatMap((down) =>
    [0.75, 0.6, 0.4, 0.25].map((across) => [x + width * across, y + height * down] as const),
  );
  const isFree = ([left, top]: readonly [number, number]): boolean =>
    taken.every(
      (one) =>
        Math.abs(left - one.x - one.width / 2) > one.width / 2 + 32 ||
        Math.abs(top - one.y - one.height / 2) > one.height / 2 + 32,
    );
  const found = places.find(isFree);
  if (!found) throw new Error('There is no free place on the ground');
  return found;
}

/** Pulls an arrow onto the empty ground, takes what follows from the list there, and names it. */
async function goOn(page: Page, from: Locator, what: string, name: string): Promise<void> {
  await pull(page, await middle(from), await freePlace(page));
  await page
    .getByRole('listbox', { name: 'What follows' })
    .getByRole('option')
    .filter({ has: page.getByText(what, { exact: true }) })
    .click();
  await call(page, what, name);
  await lookAtAll(page);
}

for (const viewport of sizesFor('mouse'))
  test.describe(`at ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });

    test('a workflow like Expense approval is drawn from nothing', async ({ page }) => {
      test.setTimeout(480_000);
      page.setDefaultTimeout(15_000);
      const hand = byMouse(page);
      const forms = formsOf(page, hand);
      const folder = await startEmpty(page);
      const describe = async (name: string, fillIn: () => Promise<void>): Promise<void> => {
        await card(page, name).click();
        await fillIn();
      };

      await describe('Start', forms.start);
      await dropOnArrow(page, 'Classify', 'Start', 'Done');
      await call(page, 'Classify', 'Check the claim');
      await forms.claim();
      await describe('Done', () => call(page, 'Done', 'Paid'));
      await lookAtAll(page);
      await putInto(page, 'Condition', 'Check the claim', 'Paid');
      await call(page, 'Condition', 'How much?');
      await forms.amounts();

      await lookAtAll(page);
      // What nobody drew asks the owner; the arrow from there asks which of these ways it is.
      await lead(page, card(page, 'Check the claim').locator('.quiet-port'), 'How much?');
      const which = page.getByRole('dialog');
      await hand.choose(which.getByRole('combobox', { name: 'Way out' }), 'Unsure');
      await which.getByRole('button', { name: 'Draw the arrow' }).click();
      await goOn(page, dot(page, 'How much?', 'Under $500'), 'Pay a claim', 'Pay');
      await lead(page, card(page, 'Pay').locator('.port').first(), 'Paid');
      await goOn(page, dot(page, 'How much?', '$500–$5,000'), 'Approval', 'Ask a manager');
      await lead(page, dot(page, 'Ask a manager', 'Approved'), 'Pay');
      await goOn(page, dot(page, 'Ask a manager', 'Refused'), 'End', 'Not paid');
      await goOn(page, dot(page, 'Ask a manager', 'Sent back'), 'End', 'Sent back');
      await describe('Ask a manager', forms.approval);

      // The director's card is a copy; only who is asked and where it leads differ.
      await card(page, 'Ask a manager').click({ button: 'right' });
      await page.getByRole('menuitem', { name: /^Duplicate/ }).click();
      await expect(card(page, 'Ask a manager')).toHaveCount(2);
      await call(page, 'Ask a manager', 'Ask a director');
      await forms.decidedBy('Any director');
      await describe('How much?', () =>
        hand.choose(
          side(page).getByRole('combobox', { name: 'Above $5,000 leads to' }),
          'Ask a director',
        ));
      await lookAtAll(page);
      await lead(page, dot(page, 'Ask a director', 'Approved'), 'Pay');
      await lead(page, dot(page, 'Ask a director', 'Refused'), 'Not paid');
      await lead(page, dot(page, 'Ask a director', 'Sent back'), 'Sent back');
      await describe('Pay', forms.payment);
      await describe('Paid', () => forms.end('Paid'));
      await describe('Not paid', () => forms.end('Not paid'));
      await describe('Sent back', () => forms.end('Sent back'));
      // In a narrow window it is only said when something is not saved.
      await expect(page.getByText('Saved', { exact: true })).toBeAttached();
      expectTheSample(folder);
    });
  });
