// Playing a recorded run back, by mouse: the canvas at any moment, and what each step did.

import { expect, type Page } from '@playwright/test';
import { answer, openSample, row, run, test } from './kit/app.ts';

const slider = (page: Page) => page.getByRole('slider', { name: 'Position in the run' });
const at = async (page: Page): Promise<number> =>
  Number(await slider(page).getAttribute('aria-valuenow'));
const stepOn = (page: Page, name: string) => page.locator('.react-flow__node', { hasText: name });

/** Runs a claim of $1,800, changed to $1,750 and approved, and opens its playback. */
async function playback(page: Page): Promise<void> {
  await openSample(page, 'Expense approval');
  await run(page, { Amount: '1800' });
  await page.getByRole('button', { name: 'Change and approve' }).click();
  await page.getByRole('article').getByLabel('Amount').fill('1750');
  await page.getByRole('button', { name: 'Approve the change' }).click();
  await page.getByRole('link', { name: 'Play it back' }).first().click();
  await expect(slider(page)).toBeVisible();
}

test('J8 the record is replayed exactly, and nothing is called', async ({ app: { page } }) => {
  await playback(page);
  const commands: string[] = [];
  page.on('request', (request) => {
    const name = /\/api\/(\w+)/.exec(request.url())?.[1] ?? '';
    if (/^(startRun|decide|pauseRun|resumeRun|stepRun|stopRun)$/.test(name)) commands.push(name);
  });
  await expect(page.getByRole('status').first()).toContainText(
    'Playback: nothing is being called.',
  );
  const last = await at(page);
  expect(last).toBeGreaterThan(8);

  await page.getByRole('button', { name: 'To the start' }).click();
  await expect(stepOn(page, 'Check the claim')).toContainText('Not started');
  await page.getByRole('button', { name: 'One step on' }).click();
  await expect(stepOn(page, 'Check the claim')).toContainText('Working');
  expect(await at(page)).toBe(2);
  await page.getByRole('button', { name: 'One step back' }).click();
  await expect(stepOn(page, 'Check the claim')).toContainText('Not started');

  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(slider(page)).toHaveAttribute('aria-valuenow', String(last), { timeout: 30_000 });
  await expect(stepOn(page, 'Pay').first()).toContainText('Done');
  expect(commands).toEqual([]);
});

test('J8 the slider is dragged back, and what is later says so', async ({ app: { page } }) => {
  await playback(page);
  const box = await slider(page).boundingBox();
  if (!box) throw new Error('the slider is not there');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width - 8, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.7, y, { steps: 4 });
  await page.mouse.move(box.x + box.width * 0.52, y, { steps: 8 });
  await page.mouse.up();
  await expect(stepOn(page, 'Ask a manager')).toContainText('Waiting for Marcus Webb');
  await row(page, 'Pay').first().click();
  await expect(answer(page, 'What came out?')).toContainText('Nothing yet at this point. Later:');
  await expect(answer(page, 'What came out?')).toContainText('$1,750.00');
});

test('J8 each step says what went in and out, which rule allowed it, its cost, and who', async ({
  app: { page },
}) => {
  await playback(page);
  await row(page, 'Pay').first().click();
  await expect(answer(page, 'What did it do?')).toContainText('$1,750.00');
  await expect(answer(page, 'What went in?')).toContainText('Ask a manager');
  await expect(answer(page, 'What came out?')).toContainText('$1,750.00');
  await expect(answer(page, 'Why this way?')).not.toBeEmpty();
  await expect(answer(page, 'Which rule allowed it?')).toContainText(
    'Claims from $500 need a person',
  );
  await expect(answer(page, 'Who decided?')).toContainText('Marcus Webb');
  await expect(answer(page, 'What did it cost?')).toContainText('1 tool call');
  await expect(answer(page, 'Where did the data come from?')).toContainText('Marcus Webb');
  await row(page, 'Check the claim').click();
  await expect(answer(page, 'What did it cost?')).toContainText(
    /1 model call.*would cost \$0\.\d+/,
  );
});
