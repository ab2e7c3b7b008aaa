// The first ten minutes of a newcomer as far as they are the designer's, written once: with which
// hands and in which window they are lived through is said by the specs that call them.
// JS1 every journey begins where a person begins, and none needs what another one did.

import { expect, test, type Locator, type Page } from '@playwright/test';
import { ask, card } from './canvas.ts';
import type { Walk } from './hands.ts';
import { modelsServer } from './models-server.ts';
import { letIn, startProgram, type Program } from './program.ts';
import type { Size } from './sizes.ts';

const SAMPLES = ['Expense approval', 'Customer onboarding', 'Mail to CRM', 'Document approval'];
const PURPOSE = 'Train to the customer workshop in Leeds and back';
const CLAIM = { amount: 1800, purpose: PURPOSE, category: 'travel', date: '2026-11-12' };

const head = (page: Page): Locator => page.getByRole('banner');
const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name }).first();
const sampleLink = (page: Page, name: string): Locator =>
  page.getByRole('link', { name: new RegExp(`^${name}`) });
const runButton = (page: Page): Locator => page.getByRole('button', { name: /^Run( Ctrl.*)?$/ });
/** A row of "What happened". */
const row = (page: Page, name: string): Locator =>
  page
    .getByRole('complementary', { name: 'What happened' })
    .getByRole('button', { name: new RegExp(name) });
const panel = (page: Page): Locator => page.locator('.inspector');
const field = (page: Page, at: string): Locator => panel(page).locator(`[data-field="${at}"]`);

type Journey = { page: Page; program: Program; walk: Walk };

async function openSample({ page, walk }: Journey): Promise<void> {
  await walk.press(sampleLink(page, 'Expense approval').first());
  await expect(card(page, 'Pay')).toBeVisible();
}

async function finished({ page, walk }: Journey): Promise<void> {
  for (const name of SAMPLES) await walk.reach(sampleLink(page, name).first());
  await walk.reach(button(page, /Start empty/));
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function promised(journey: Journey): Promise<void> {
  const { page } = journey;
  await openSample(journey);
  expect(await page.locator('.react-flow__node').count()).toBeLessThanOrEqual(9);
  for (const name of ['Check the claim', 'How much?', 'Ask a manager', 'Pay', 'Not paid'])
    await expect(card(page, name).first()).toBeVisible();
  for (const says of ['Under $500', '$500–$5,000', 'Above $5,000'])
    await expect(head(page)).toContainText(says);
  await expect(head(page)).toContainText(/At most \$0\.\d+ · \d+ tool calls · [\d.]+ min/);
}

async function run(journey: Journey): Promise<void> {
  const { page, walk } = journey;
  await openSample(journey);
  await walk.press(runButton(page));
  const form = page.getByRole('dialog');
  await expect(form.getByLabel('Amount')).toHaveValue('$320');
  await expect(form.getByLabel('Purpose')).toHaveValue(PURPOSE);
  await expect(form).toContainText('receipt.txt');
  await expect(form).toContainText('Practice model. Nothing leaves this computer.');
  await expect(form.getByRole('button', { name: '$320' })).toHaveAttribute('aria-pressed', 'true');
  await walk.replace(form.getByLabel('Amount'), '320');
  await walk.press(form.getByRole('button', { name: 'Run', exact: true }));
  const result = page.getByRole('article', { name: 'How it came out' });
  await expect(result).toContainText('Paid automatically: under $500');
  await expect(result).toContainText('the receipt matches the policy');
  await expect(result).toContainText('$320.00');
  await expect(result).toContainText(/Would have cost\$0\.\d+/);
  await expect(result).toContainText(/\d steps/);
  for (const name of ['Check the claim', 'How much\\?', 'Pay', 'Paid'])
    await expect(row(page, name).first()).toContainText('Done');
  await expect(row(page, 'Ask a manager')).toHaveCount(0);
  await expect(card(page, 'Ask a director')).toContainText('Not taken');
}

async function lowered(journey: Journey): Promise<void> {
  const { page, walk } = journey;
  await openSample(journey);
  await expect(head(page)).toContainText('Under $500: pays by itself');
  await walk.open('How much?');
  const bound = panel(page).getByRole('textbox', { name: 'Compared with' }).first();
  await expect(bound).toHaveValue('$500');
  await walk.replace(bound, '300');
  await expect(head(page)).toContainText('Under $300: pays by itself');
  const effect = head(page).getByRole('button', { name: /2 of 5 examples end differently/ });
  await walk.press(effect, true);
  const list = page.getByRole('dialog');
  await expect(list).toContainText('Train ticket, $320');
  await expect(list).toContainText('Hotel for one night, $410');
  await expect(list).toContainText('Somebody would be asked: “Ask a manager”.');
  await walk.leave(effect);
  await expect(list).toBeHidden();
  await walk.undo();
  await expect(head(page)).toContainText('Under $500: pays by itself');
  await expect(effect).toHaveCount(0);
}

/** A copy of the sample that was run once, open in the designer. */
async function openCopy({ page, program }: Journey): Promise<void> {
  const copy = { name: 'Claims', from: 'expense-approval' };
  const { slug } = await ask<{ slug: string }>(program, 'createWorkflow', copy);
  await ask(program, 'startRun', { slug, input: CLAIM, pace: 'full' });
  await page.goto(`${program.origin}/#/design/${slug}`);
  await expect(card(page, 'Pay')).toBeVisible();
}

async function guarded({ page, walk }: Journey): Promise<void> {
  await walk.open('Pay');
  await walk.add('mail', 'Send mail');
  const said = panel(page)
    .getByRole('note')
    .filter({ hasText: 'This can write to people outside' });
  await expect(said).toContainText('It needs a rule or an approval before it can run.');
  await expect(panel(page).locator('.sentence')).toContainText('It cannot be undone.');
  await walk.press(said.getByRole('button', { name: 'Insert an approval' }));
  await expect(said).toHaveCount(0);
  await expect(card(page, 'Send mail?')).toBeVisible();
  // Who allows it is said with the step, and the gate says what it opens.
  await expect(panel(page).locator('.bounds')).toContainText(
    'Changes outside this runYes, for good',
  );
}

async function explained({ page, walk }: Journey): Promise<void> {
  const to = field(page, 'args.to').getByRole('textbox', { name: 'To' });
  const problem = (within: Page | Locator): Locator =>
    within.getByRole('button', { name: /Choose who receives it/ });
  await walk.press(page.getByRole('button', { name: /\d problems/ }), true);
  await walk.press(problem(page));
  await expect(to).toBeFocused();
  // Run explains instead of failing, and from there it leads to the field as well.
  await walk.press(runButton(page), true);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Choose who receives it.');
  await walk.press(problem(dialog));
  await expect(to).toBeFocused();
  // The form asks for no address yet: the first fix lets it, the second takes it from there.
  const fix = (name: string): Locator => field(page, 'args.to').getByRole('button', { name });
  await walk.press(fix('Ask for “To” in the form'));
  await walk.press(fix('Use “To” of the form'));
  await expect(field(page, 'args.to').locator('.refbox')).toContainText('The form');
  await expect(field(page, 'args.to').getByRole('note')).toHaveCount(0);
}

async function carried({ page, walk }: Journey): Promise<void> {
  const [subject, text] = [field(page, 'args.subject'), field(page, 'args.text')];
  await walk.write(subject.getByRole('textbox', { name: 'Subject' }), 'Your claim: ');
  await walk.carry('The form › Purpose', subject.getByRole('textbox', { name: 'Subject' }));
  await expect(subject.locator('.place-chip')).toHaveText('The form › Purpose');
  await expect(subject.locator('.preview')).toContainText(PURPOSE);
  // A value that may be missing is asked about now, in place, until something is said.
  await walk.carry('Ask a manager › Amount', text.getByRole('textbox', { name: 'Text' }));
  const instead = text.getByRole('textbox', { name: /^If “Amount of .*” is missing/ });
  await expect(instead).toBeVisible();
  await expect(text.locator('.is-asking')).toContainText(
    'That way may not be taken, or may end without it.',
  );
  await walk.press(text.getByRole('button', { name: 'Leave it empty' }));
  await expect(text.locator('.is-asking')).toHaveCount(0);
  await expect(instead).toHaveValue('');
}

async function realModel(journey: Journey): Promise<void> {
  const { page, program, walk } = journey;
  const mock = await modelsServer();
  const claim = { slug: 'expense-approval', input: { ...CLAIM, amount: 320 }, pace: 'full' };
  await ask(program, 'startRun', claim);
  await walk.press(page.getByRole('link', { name: 'Settings' }));
  await walk.press(page.getByRole('link', { name: 'Models', exact: true }));
  const use = page.getByRole('region', { name: 'Use a real model' });
  const key = page.getByLabel('Key or address');
  await walk.replace(key, 'hello there');
  await expect(page.getByText('This is neither a key nor an address.')).toBeVisible();
  await walk.replace(key, '127.0.0.1:9');
  await walk.press(button(page, 'Find its models'));
  await expect(page.getByRole('alert')).toContainText('Nothing answers at 127.0.0.1:9.');
  await walk.replace(key, mock.url, true);
  await walk.press(button(page, 'Find its models'));
  await walk.write(page.getByRole('combobox', { name: 'Model' }), 'gpt-5-mini');
  await walk.press(button(page, 'Test'));
  await expect(page.getByText('It works.')).toBeVisible();
  await expect(use).toContainText(/gpt-5-mini answered in .*“Hello, Interlock\.”/);
  await expect(use).toContainText('The test cost $0.000085 and took 200 tokens.');
  await expect(use).toContainText(
    /Expense approval\s*about \$0\.\d+ a run from (one|\d) recorded run/,
  );
  await walk.press(button(page, 'Use it'));
  await expect(page.getByText('gpt-5-mini is set up.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Who answers what' })).toContainText('gpt-5-mini');

  // Practice mode is still on; one switch, from any screen.
  await walk.press(page.getByRole('link', { name: 'Home', exact: true }), true);
  await expect(page.getByText('Practice model. Nothing leaves this computer.')).toBeVisible();
  await walk.press(button(page, 'Practice mode: on'));
  await walk.tick(page.getByRole('switch', { name: 'Practise' }));
  await expect(button(page, 'Practice mode: off, runs are real')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Real runs: gpt-5-mini at 127.0.0.1');
  await walk.tick(page.getByRole('switch', { name: 'Practise' }));
  await expect(page.getByRole('main')).toContainText('Nothing leaves this computer.');
  await mock.stop();
}

/** All of them in a window of this size, each from the home screen on. */
export function journeys(walkOf: (page: Page) => Walk, viewport: Size): void {
  let program: Program;
  test.use({ viewport });
  test.beforeAll(async () => {
    // No computer that tests has a keychain for certain; an encrypted file works everywhere.
    process.env['INTERLOCK_SECRETS'] = 'file';
    process.env['INTERLOCK_SECRET_KEY'] = 'a passphrase for tests';
    program = await startProgram();
    delete process.env['INTERLOCK_SECRETS'];
    delete process.env['INTERLOCK_SECRET_KEY'];
  });
  test.afterAll(() => program.stop());
  const begin = async (page: Page): Promise<Journey> => {
    page.setDefaultTimeout(15_000);
    await letIn(page, program);
    await page.goto(`${program.origin}/#/`);
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
    return { page, program, walk: walkOf(page) };
  };

  test('J1 the app opens on finished samples and asks nothing', async ({ page }) =>
    finished(await begin(page)));

  test('J2 a sample is a drawing with plain names, its promise, and its limits', async ({ page }) =>
    promised(await begin(page)));

  test('J3 and J4 the form is filled in and says that nothing leaves this computer; a small claim pays by itself, and the result says why', async ({
    page,
  }) => run(await begin(page)));

  test('J10 a lower bound changes the promise at once, and beside it what would end differently', async ({
    page,
  }) => lowered(await begin(page)));

  test('J11, J12 and J13 a step that could write to people is guarded, an empty field is explained and fixed, a value is taken from an earlier step', async ({
    page,
  }) => {
    const journey = await begin(page);
    await openCopy(journey);
    await test.step('J11', () => guarded(journey));
    await test.step('J12', () => explained(journey));
    await test.step('J13', () => carried(journey));
  });

  test('J17 a real model by one field: address, test, price per run, practice one switch away', async ({
    page,
  }) => realModel(await begin(page)));
}
