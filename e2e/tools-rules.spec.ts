// Tools and rules in a real browser: added by a form, put in force by a person, tried before that,
// and linked one by one where they came from somewhere else.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { faults } from './kit/axe.ts';
import { ask, begin, until } from './kit/card-program.ts';
import { keysOf } from './kit/keyboard.ts';
import { oddServer } from './kit/mcp-kit.ts';
import { letIn, startProgram, type Program } from './kit/program.ts';

const SLUG = 'expense-approval';
const KEY = 'a-key-nobody-ever-sees-again';

let program: Program;
test.beforeAll(async () => {
  // The engine of this spec keeps keys in an encrypted file: not every machine has a keychain.
  process.env['INTERLOCK_SECRETS'] = 'file';
  process.env['INTERLOCK_SECRET_KEY'] = 'for-this-spec-only';
  program = await startProgram();
});
test.afterAll(() => program.stop());
test.beforeEach(({ context }) => letIn(context, program));

const open = (page: Page, place: string): Promise<unknown> =>
  page.goto(`${program.origin}/${place}`);
const press = (page: Page | Locator, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click();
const bar = (page: Page): Locator => page.getByRole('region', { name: 'Draft' });
const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const fileOf = (name: string, slug = SLUG): string =>
  readFileSync(path.join(program.workspace, 'workflows', slug, name), 'utf8');

test('a mail account is added by a form: its card speaks, its key is entered once, and what would be sent is shown', async ({
  page,
}) => {
  await open(page, `#/tools/${SLUG}`);
  await press(page, 'Add a tool');
  await press(page, /^Mail account, sending/);
  const card = page.getByRole('article');
  await expect(bar(page)).toContainText('Finish what is marked');
  await card.getByLabel('Name', { exact: true }).fill('Tell customers');
  await card.getByLabel('Server').fill('smtp.example.com');
  await card.getByLabel('Sends as').fill('billing@example.com');
  await card.getByLabel('Addresses and domains').fill('@example.com,');
  await card.getByText('Always', { exact: true }).click();
  const says = card.locator('.sentence').first();
  await expect(says).toContainText(
    'May send mail from billing@example.com to addresses in example.com. What it does cannot be taken back.',
  );
  await expect(says).toContainText(
    'Somebody is asked before every call. At most 20 times an hour.',
  );
  await expect(says).toContainText('It reaches smtp.example.com:465 and nothing else.');
  await expect(card).toContainText('No rule speaks of it, so it is refused');

  await press(card, 'It needs a key');
  const key = part(page, 'Key');
  await expect(key).toContainText('It is kept in an encrypted file of this workspace');
  await key.getByLabel('The key itself').fill(KEY);
  await press(key, 'Keep the key');
  await expect(key).toContainText('Goes only to smtp.example.com:465.');
  expect(await page.content()).not.toContain(KEY);

  const trying = part(page, 'Try it');
  await trying.getByLabel('To', { exact: true }).fill('ann@elsewhere.org');
  await expect(trying).toContainText('may not write to ann@elsewhere.org');
  await trying.getByLabel('To', { exact: true }).fill('ann@example.com');
  await expect(trying).toContainText(/To\s*ann@example.com/);
  await expect(trying).toContainText('which is not shown');
  await expect(trying).toContainText('Its double answers');
  await expect(trying).toContainText('never called just to try it');
  expect(await faults(page)).toEqual([]);

  expect(fileOf('tools.json')).not.toContain('smtp.example.com');
  await press(bar(page), 'Put in force');
  await expect(bar(page)).toContainText('In force as shown.');
  expect(fileOf('tools.json')).toContain('smtp.example.com');
  expect(fileOf('practice.json')).toContain('tell_customers');
  await page.reload();
  await press(page, /^Keys/);
  await expect(part(page, 'tell_customers')).toContainText(
    '“Tell customers” in “Expense approval”',
  );
  expect(await page.content()).not.toContain(KEY);
});

test('by keyboard alone a rule is changed, moved and tried on past runs; it binds nobody before it is put in force', async ({
  page,
}) => {
  for (const amount of ['120', '320']) {
    const run = await begin(program, SLUG, {
      practice: true,
      input: { amount: Number(amount) as never },
    });
    await until(program, run, ({ status }) => status === 'done');
  }
  const before = fileOf('rules.json');
  const keys = keysOf(page);
  await open(page, `#/rules/${SLUG}`);
  await expect(
    page.getByRole('status').filter({ hasText: 'Nothing would be decided' }),
  ).toBeVisible();
  const rule = page.getByRole('button', {
    name: 'Change the rule “Claims under $500 pay by themselves”',
  });
  await keys.tabTo(rule);
  await keys.press('Enter');
  await expect(page.getByText('it happens without asking.')).toBeVisible();
  await keys.tabTo(page.getByRole('radio', { name: 'It goes ahead' }));
  await keys.press('ArrowRight', 'ArrowRight');
  await expect(page.getByText('it is refused.')).toBeVisible();
  await expect(bar(page)).toContainText('2 calls would be decided otherwise');
  const list = page.getByRole('table', { name: 'Calls that would be decided otherwise' });
  await expect(list.getByRole('link')).toHaveCount(2);
  expect(await faults(page)).toEqual([]);

  // A reload keeps the draft, and the rules in force stay what they were.
  await page.reload();
  await expect(bar(page)).toContainText('Not in force yet.');
  expect(fileOf('rules.json')).toBe(before);
  await keys.tabTo(
    page.getByRole('button', { name: 'Move “Claims under $500 pay by themselves”, rule 1 of 2' }),
  );
  await keys.press('ArrowDown');
  await expect(page.getByRole('status').filter({ hasText: 'rule 2 of 2 now' })).toBeAttached();
  await expect(page.getByText('It is never reached')).toHaveCount(0);
  await keys.press('Control+z');
  await expect(page.getByRole('button', { name: /^Move “Claims under/ })).toHaveAccessibleName(
    /rule 1 of 2/,
  );
  await keys.press('Control+s');
  await expect(bar(page)).toContainText('In force as shown.');
  expect(JSON.parse(fileOf('rules.json'))).toMatchObject([{ then: 'deny' }, { then: 'ask' }]);

  const refused = await begin(program, SLUG, { practice: true, input: { amount: 320 as never } });
  await until(program, refused, ({ failure }) => failure?.kind === 'denied');
  await keys.tabTo(page.getByRole('button', { name: 'Undo' }), true);
  await keys.press('Enter', 'Control+s');
  await expect(bar(page)).toContainText('In force as shown.');
  expect(JSON.parse(fileOf('rules.json'))).toEqual(JSON.parse(before));
});

test('a rule of the workspace is added by mouse and dragged to the front; an earlier form comes back', async ({
  page,
}) => {
  const rules = [
    {
      id: 'a',
      name: 'Money is asked about',
      when: { field: 'class', op: 'is', value: 'money' },
      then: 'ask',
    },
  ];
  const { hash } = await ask(program, 'rules', {});
  await ask(program, 'saveRules', { was: hash, rules });
  await open(page, '#/settings/rules');
  await press(page, 'Add a rule');
  await expect(bar(page)).toContainText('Finish what is marked');
  await page.getByRole('combobox', { name: 'Compared with' }).click();
  await page.getByRole('option', { name: 'Pay a claim' }).click();
  await page.getByText('It is refused', { exact: true }).click();
  await expect(page.getByText('When “Pay a claim” is used, it is refused.')).toBeVisible();
  const grip = page.getByRole('button', { name: /^Move “New rule”/ });
  await grip.dragTo(page.getByRole('button', { name: /^Move “Money is asked/ }));
  await expect(grip).toHaveAccessibleName(/rule 1 of 2/);
  await press(bar(page), 'Put in force');
  await expect(bar(page)).toContainText('In force as shown.');
  await press(page, 'Earlier');
  await expect(page.getByRole('menuitem')).toHaveCount(2);
  await page.getByRole('menuitem').first().click();
  await expect(page.getByRole('button', { name: /^Move/ })).toHaveCount(1);
  await expect(bar(page)).toContainText('Not in force yet.');
  await press(bar(page), 'Put in force');
  await expect(bar(page)).toContainText('In force as shown.');
  expect(readFileSync(path.join(program.workspace, 'rules.json'), 'utf8')).not.toContain(
    'Pay a claim',
  );
  const now = await ask(program, 'rules', {});
  await ask(program, 'saveRules', { was: now.hash, rules: [] });
});

test('a program is started only after a person agreed to every word, and its tools become cards by one press', async ({
  page,
}) => {
  const notes = path.join(program.workspace, 'started');
  const server = oddServer('good', notes);
  if (server.transport !== 'program') throw new Error('a program was expected');
  await open(page, `#/tools/${SLUG}`);
  await press(page, 'Add a tool');
  await press(page, /^Program on this computer/);
  const form = page.getByRole('article');
  await form.getByLabel('Name', { exact: true }).fill('Greetings');
  await form.getByLabel('Command').fill(server.command);
  for (const word of server.args) {
    await form.getByLabel('Arguments, one by one').fill(word);
    await page.keyboard.press('Enter');
  }
  await expect(part(page, 'Your agreement')).toContainText('Put it in force first');
  await press(bar(page), 'Put in force');
  await expect(part(page, 'Exactly this would be started')).toContainText('tool-server.mjs');
  expect(existsSync(notes)).toBe(false);
  await press(page, 'Agree to start exactly this');
  await press(page, 'Look at its tools');
  const greet = page.getByRole('listitem', { name: 'greet' });
  await expect(greet).toContainText('nobody read it yet');
  expect(readFileSync(notes, 'utf8')).not.toContain('call');
  await press(page, /^Agree to (this tool|these \d+ tools)/);
  await expect(greet).toContainText('agreed');
  await press(greet, 'Add as a tool');
  await expect(page.getByRole('article')).toContainText('of “Greetings”');
  await expect(page.getByRole('article')).toContainText('What it does cannot be taken back.');
  await press(bar(page), 'Put in force');
  await expect(bar(page)).toContainText('In force as shown.');
});

test('a workflow that came from elsewhere has its tools linked one by one', async ({ page }) => {
  const { text } = await ask(program, 'exportFile', { slug: SLUG });
  const base64 = Buffer.from(text).toString('base64');
  const { slug } = await ask(program, 'importFile', { name: 'theirs.interlock', base64 });
  const toolOf = async (): Promise<unknown> => {
    const { workflow } = await ask(program, 'workflow', { slug });
    return workflow.scope.nodes.find(({ id }) => id === 'pay')?.settings['tool'];
  };
  expect(await toolOf()).toBeUndefined();
  await open(page, `#/tools/${slug}`);
  const link = page.getByRole('region', { name: 'Not linked yet.' });
  await expect(link).toContainText('It moves money.');
  await expect(link).toContainText('Linking gives it back to Pay.');
  await press(link, 'Link this tool');
  await expect.poll(toolOf).toBe('pay_claim');
  // The next one comes by itself, until none is left.
  const { cards: came } = await ask(program, 'tools', { slug });
  for (let left = came.length - 1; left > 0; left--) {
    await expect(link).toContainText(left === 1 ? 'It is the last one.' : `${left} tools wait`);
    await press(link, 'Link this tool');
  }
  await expect(link).toHaveCount(0);
  await press(bar(page), 'Put in force');
  await expect(bar(page)).toContainText('In force as shown.');
  const { cards } = await ask(program, 'tools', { slug });
  expect(cards.filter(({ unlinked }) => unlinked)).toEqual([]);
});
