// Every screen in the pseudo-language: each word of Interlock stands between brackets, so whatever
// stands outside them is a document's own or was never put into the catalogue.
import { expect, test } from '@playwright/test';
import { collectData, leaksOf } from './kit/leaks.ts';
import { letIn, startProgram, type Program } from './kit/program.ts';
import { makeRuns, screensOf, show } from './kit/screens.ts';

let program: Program;
test.beforeAll(async () => {
  program = await startProgram();
});
test.afterAll(() => program.stop());

test('no word on any screen comes from anywhere but the catalogue', async ({ page }) => {
  test.setTimeout(240_000);
  page.setDefaultTimeout(15_000);
  const data = collectData(page);
  await letIn(page, program);
  const found: Record<string, string[]> = {};
  for (const screen of screensOf(await makeRuns(program))) {
    await show(page, program, screen, 'pseudo');
    const leaks = await leaksOf(page, data);
    if (leaks.length > 0) found[screen.name] = leaks;
  }
  expect(found).toEqual({});
});
