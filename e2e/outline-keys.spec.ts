// The outline with the keyboard alone: a workflow is built from nothing, run, decided with a change
// and played back. Only keys are pressed here; keyboard-only.test.ts makes sure of it.
import { expect, test, type Page } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keysOf, type Keys } from './kit/keyboard.ts';
import { letIn, startProgram, type Program } from './kit/program.ts';

let program: Program;
test.beforeAll(async () => {
  program = await startProgram();
});
test.afterAll(() => program.stop());

const SAMPLE = path.resolve(import.meta.dirname, '../samples/expense-approval');

type Advice = { choice: string; reason: string | { '@text': string } };
type Settings = {
  cases?: { port: string }[];
  instructions: string;
  categories: { name: string; description: string }[];
  show: { label: string; field?: unknown }[];
  recommend: Advice[];
  output: Record<string, unknown>;
};
type Drawn = {
  id: string;
  name: string;
  input: { id: string; label: string; choices?: { label: string }[] }[];
  scope: { nodes: { id: string; name: string; settings: Settings }[] };
};
const readDrawing = (folder: string): Drawn =>
  JSON.parse(readFileSync(path.join(folder, 'workflow.json'), 'utf8')) as Drawn;
const sample = readDrawing(SAMPLE);

/** The panel at the right. */
const side = (page: Page) => page.locator('.inspector');

/** From the home screen to an empty outline whose first row has the cursor. */
async function startEmpty(page: Page, keys: Keys): Promise<string> {
  await page.goto(`${program.origin}/`);
  await keys.tabTo(page.getByRole('button', { name: /Start empty/ }));
  await keys.press('Enter');
  await keys.tabTo(page.getByRole('radio', { name: 'Canvas' }));
  await keys.press('ArrowRight');
  const slug = /design\/(.+)$/.exec(page.url())?.[1] ?? '';
  // Tools and prompts are not drawn; those of the sample stand ready.
  for (const file of ['tools.json', 'practice.json', 'prompts'])
    cpSync(path.join(SAMPLE, file), path.join(folderOf(slug), file), { recursive: true });
  await page.reload();
  await keys.tabTo(page.getByRole('treeitem').first());
  return slug;
}
type Ids = Map<string, string>;

/** The sample's ids for what is called the same: steps by name, fields by label, ways in order. */
function idsLike(own: Drawn): { steps: Ids; fields: Ids; ports: Ids } {
  const byName = new Map(sample.scope.nodes.map(({ name, id }) => [name, id]));
  const byLabel = new Map(sample.input.map(({ label, id }) => [label, id]));
  const portsOf = ({ scope }: Drawn): string[] =>
    scope.nodes.flatMap(({ settings }) => settings.cases?.map(({ port }) => port) ?? []);
  const ports = portsOf(sample);
  return {
    steps: new Map(own.scope.nodes.map(({ name, id }) => [id, byName.get(name) ?? id])),
    fields: new Map(own.input.map(({ label, id }) => [id, byLabel.get(label) ?? id])),
    ports: new Map(portsOf(own).map((port, i) => [port, ports[i] ?? port])),
  };
}

/** The drawing under the sample's ids. */
function underIds(own: Drawn): unknown {
  const { steps, fields, ports } = idsLike(own);
  const path = (text: string): string =>
    text
      .replaceAll(/\bsteps\.(\w+)/g, (_all, id: string) => `steps.${steps.get(id) ?? id}`)
      .replaceAll(/\binput\.(\w+)/g, (_all, id: string) => `input.${fields.get(id) ?? id}`);
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => walk(one, key));
    if (typeof value === 'string') {
      if (key === 'port') return ports.get(value) ?? value;
      if (key === 'from' || key === 'to' || key === 'covers') return steps.get(value) ?? value;
      return /^(@ref|@text|field)$/.test(key) ? path(value) : value;
    }
    if (typeof value !== 'object' || value === null) return value;
    const { id, label, name } = value as Record<string, string>;
    const ids = label === undefined ? (name === undefined ? undefined : steps) : fields;
    const entries = Object.entries(value).map(([k, one]) => [path(k), walk(one, k)]);
    return { ...Object.fromEntries(entries), ...(id && ids ? { id: ids.get(id) ?? id } : {}) };
  };
  const { id: _id, name: _name, ...rest } = own;
  return { ...(walk(rest, '') as object), id: sample.id, name: sample.name };
}

/** The machine of a drawing beside the sample's tools and prompts as it is printed, in lines. */
function printed(drawn: unknown): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'interlock-printed-'));
  cpSync(SAMPLE, folder, { recursive: true });
  writeFileSync(path.join(folder, 'workflow.json'), JSON.stringify(drawn));
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      path.resolve(import.meta.dirname, '../engine/cli/bin.js'),
      'compile',
      folder,
      '--print',
      'machine',
    ],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  rmSync(folder, { recursive: true });
  return stdout.replace(/^machine .*/, 'machine').split('\n');
}

const folderOf = (slug: string): string => path.join(program.workspace, 'workflows', slug);

/** The part of the panel that belongs to a setting. */
const field = (page: Page, at: string) => side(page).locator(`[data-field="${at}"]`);

/** Takes a value from an earlier step; what is used without it stands at `<at>.else`. */
async function take(page: Page, keys: Keys, at: string, what: string): Promise<void> {
  const from = field(page, at).getByRole('button', { name: 'From an earlier step' }).first();
  const find = page.getByRole('textbox', { name: 'Find a value' });
  await keys.tabTo(from);
  await keys.press('Enter');
  await expect(find)
    .toBeFocused({ timeout: 2000 })
    .catch(async () => {
      await keys.tabTo(field(page, at).getByRole('button', { name: 'Choose a value' }));
      await keys.press('Enter');
      await expect(find).toBeFocused();
    });
  await keys.write(what);
  await keys.press('Enter');
  await expect(find).toBeHidden();
  await expect(field(page, at).locator(':focus')).toHaveCount(1);
}

/** Presses a button of a setting. */
async function pressIn(page: Page, keys: Keys, at: string, name: string | RegExp): Promise<void> {
  const button = field(page, at).getByRole('button', { name });
  await keys.tabTo(button);
  await keys.press('Enter');
}

/** What stands where a value of a text is missing. */
async function instead(page: Page, keys: Keys, at: string, of: string, text: string) {
  const input = field(page, at).getByRole('textbox', { name: `If “${of}” is missing, write` });
  await keys.tabTo(input);
  if (text === '') await keys.press('Tab', 'Enter');
  else await keys.write(text);
}

/** Writes a text with places in it: what stands in ‹…› is chosen from the list of values. */
async function writeWithPlaces(page: Page, keys: Keys, at: string, text: string): Promise<void> {
  const input = field(page, at).getByRole('textbox').first();
  await keys.tabTo(input);
  for (const piece of text.split(/(‹[^›]+›)/)) {
    if (!piece.startsWith('‹')) {
      await keys.write(piece);
      continue;
    }
    await keys.press('Tab', 'Enter');
    await expect(page.getByRole('textbox', { name: 'Find a value' })).toBeFocused();
    await keys.write(piece.slice(1, -1));
    await keys.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Find a value' })).toBeHidden();
    await expect(input).toBeFocused();
  }
}

/** A field of a form: its label and its kind; `required` where it has to be there. */
async function addField(page: Page, keys: Keys, label: string, kind: string): Promise<void> {
  await keys.tabTo(side(page).getByRole('button', { name: 'Add a field' }));
  await keys.press('Enter');
  await keys.tabTo(side(page).getByRole('textbox', { name: 'Name of the field' }).last(), true);
  await keys.write(label);
  await keys.press('Tab');
  if (kind !== 'Text') await keys.choose(kind);
  if (label === 'Receipt') return;
  await keys.tabTo(side(page).getByRole('checkbox', { name: 'Has to be there' }).last());
  await keys.press('Space');
}

/** One comparison of a condition whose value is still to be chosen. */
async function compare(page: Page, keys: Keys, [what, how, value]: [string, string, string]) {
  await keys.tabTo(side(page).getByRole('button', { name: 'Choose a value' }).first());
  await keys.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Find a value' })).toBeFocused();
  await keys.write(what);
  await keys.press('Enter');
  await expect(page.locator('.leaf-field:focus')).toHaveCount(1);
  await keys.press('Tab');
  if (how !== 'is') await keys.choose(how);
  await keys.press('Tab');
  if (/^\d/.test(value)) await keys.write(value);
  else await keys.choose(value);
}

/** A list's new entry: its button, and what is pressed there. */
async function addEntry(page: Page, keys: Keys, name: string): Promise<void> {
  await keys.tabTo(side(page).getByRole('button', { name, exact: true }));
  await keys.press('Enter');
}

const WITHIN: [string, string, string] = ['check the claim category', 'is', 'Within policy'];
const SURE: [string, string, string] = ['check the claim way', 'is', 'Sorted'];
const inSample = (id: string) =>
  sample.scope.nodes.find((node) => node.id === id)?.settings as Settings;

async function describeForm(page: Page, keys: Keys): Promise<void> {
  await keys.press('Enter');
  await addField(page, keys, 'Amount', 'Money');
  await addField(page, keys, 'Purpose', 'Text');
  await addField(page, keys, 'Kind', 'Choice');
  await keys.tabTo(side(page).getByLabel('Choices, one by one'), true);
  for (const { label } of sample.input[2]?.choices ?? []) {
    await keys.write(label);
    await keys.press('Enter');
  }
  await addField(page, keys, 'Day', 'Day');
  await addField(page, keys, 'Receipt', 'File');
  await keys.press('Escape');
}

async function describeCheck(page: Page, keys: Keys): Promise<void> {
  const { instructions, categories } = inSample('check_claim');
  await keys.rowTo(/ Check the claim, /);
  await keys.press('Enter');
  await writeWithPlaces(
    page,
    keys,
    'text',
    'Purpose: ‹form purpose›\nKind: ‹form kind›\nDay: ‹form day›',
  );
  await keys.tabTo(field(page, 'instructions').getByRole('textbox'));
  await keys.write(instructions);
  for (const { name, description } of categories) {
    await addEntry(page, keys, 'Add an option');
    await keys.tabTo(field(page, 'categories').getByRole('textbox', { name: 'Name' }).last(), true);
    await keys.write(name);
    await keys.tabTo(side(page).getByRole('textbox', { name: 'Belongs here when' }).last());
    await keys.write(description);
  }
  await keys.tabTo(side(page).getByRole('combobox', { name: 'Kind of model' }));
  await keys.choose('Careful');
  await keys.tabTo(side(page).getByRole('textbox', { name: 'Longest answer' }));
  await keys.replace('160');
  await keys.tabTo(side(page).getByRole('textbox', { name: 'Sure enough from' }));
  await keys.replace('60');
  await keys.tabTo(side(page).getByRole('combobox', { name: 'Prompt' }));
  await keys.choose('check claim');
  await keys.press('Escape');
}

async function describeAmounts(page: Page, keys: Keys): Promise<void> {
  await keys.rowTo(/ How much\?, /);
  await keys.press('Enter');
  await addEntry(page, keys, 'Add a way out');
  await keys.tabTo(side(page).getByRole('button', { name: 'Choose a value' }), true);
  await compare(page, keys, ['form amount', 'is less than', '500']);
  for (const one of [SURE, WITHIN]) {
    await addEntry(page, keys, 'Add a condition');
    await keys.tabTo(side(page).getByRole('button', { name: 'Choose a value' }), true);
    await compare(page, keys, one);
  }
  await addEntry(page, keys, 'Add a way out');
  await keys.tabTo(side(page).getByRole('button', { name: 'Choose a value' }), true);
  await compare(page, keys, ['form amount', 'is at most', '5000']);
  for (const at of ['cases.1.says', 'otherwise.says']) {
    const fold = side(page).getByRole('button', { name: 'What later steps are told' });
    await keys.tabTo(at.startsWith('cases') ? fold.nth(1) : fold.last(), true);
    await keys.press('Enter');
    await keys.tabTo(field(page, at).getByRole('textbox', { name: 'What it says' }));
    await keys.write('Paid: a person agreed.');
  }
  await keys.tabTo(side(page).getByRole('combobox', { name: 'Amounts are in' }));
  await keys.choose('USD');
  await keys.press('Escape');
}

/** The card a person decides on: who is asked, what stands on it, what may be changed. */
async function describeApproval(page: Page, keys: Keys): Promise<void> {
  const { show, recommend } = inSample('ask_manager');
  await keys.rowTo(/ Ask a manager, /);
  await keys.press('Enter');
  await keys.choose('Any manager');
  await keys.tabTo(field(page, 'title').getByRole('textbox'));
  await keys.write('Pay this expense claim?');
  const values = ['form purpose', 'form kind', 'form day', 'form receipt'];
  for (const [i, { label, field: written }] of show.entries()) {
    await addEntry(page, keys, 'Add a fact');
    await keys.tabTo(field(page, 'show').getByRole('textbox', { name: 'Label' }).last(), true);
    await keys.write(label);
    const at = `show.${i}.value`;
    if (values[i]) await take(page, keys, at, values[i]);
    else await writeWithPlaces(page, keys, at, '‹check the claim name›. ‹check the claim reason›');
    if (label === 'Policy check') {
      await instead(page, keys, at, 'Name of Check the claim', 'Could not tell');
      await instead(page, keys, at, 'Reason of Check the claim', '');
    }
    if (label === 'Receipt') {
      await keys.tabTo(field(page, at).getByRole('textbox'));
      await keys.write('no receipt');
    }
    if (!written) continue;
    await keys.tabTo(field(page, `show.${i}.field`).getByRole('button', { name: /Say how/ }));
    await keys.press('Enter');
    await keys.tabTo(field(page, `show.${i}.field`).getByRole('textbox').first(), true);
    await keys.write(label);
    await keys.press('Tab');
    await keys.choose(label === 'Day' ? 'Day' : 'File');
  }
  await addEntry(page, keys, 'Add a field');
  await keys.tabTo(field(page, 'fields').getByRole('textbox', { name: 'Name of the field' }), true);
  await keys.write('Amount');
  await keys.press('Tab');
  await keys.choose('Money');
  await keys.tabTo(field(page, 'fields').getByRole('checkbox', { name: 'Has to be there' }));
  await keys.press('Space');
  await pressIn(page, keys, 'fields.0.field', 'Explanation, example, bounds');
  for (const [name, bound] of [
    ['At least', '0.01'],
    ['At most', '100000'],
  ] as const) {
    await keys.tabTo(field(page, 'fields.0.field').getByRole('textbox', { name }));
    await keys.write(bound);
  }
  await take(page, keys, 'fields.0.value', 'form amount');
  for (const [i, advice] of recommend.entries()) {
    await addEntry(page, keys, 'Add a recommendation');
    await keys.tabTo(
      field(page, `recommend.${i}.when`).getByRole('button', { name: 'Add a condition' }),
      true,
    );
    await describeAdvice(page, keys, i, advice);
  }
  await keys.tabTo(side(page).getByRole('combobox', { name: 'What the decision allows' }));
  await keys.chooseOneOfSeveral('Pay');
  await keys.press('Escape');
}

async function describeAdvice(page: Page, keys: Keys, i: number, advice: Advice): Promise<void> {
  const add = field(page, `recommend.${i}.when`).getByRole('button', { name: 'Add a condition' });
  const category = advice.choice === 'approve' ? 'Within policy' : 'Outside policy';
  const all: [string, string, string][] =
    advice.choice === 'send-back'
      ? [['check the claim way', 'is', 'Unsure']]
      : [SURE, ['check the claim category', 'is', category]];
  for (const one of all) {
    await keys.tabTo(add);
    await keys.press('Enter');
    await keys.tabTo(side(page).getByRole('button', { name: 'Choose a value' }).last(), true);
    await compare(page, keys, one);
  }
  const words = { approve: 'Approve', refuse: 'Refuse', 'send-back': 'Send back' }[advice.choice];
  await keys.tabTo(field(page, `recommend.${i}.choice`).getByRole('combobox'));
  if (advice.choice !== 'approve') await keys.choose(words ?? '');
  const reason = typeof advice.reason === 'string' ? advice.reason : advice.reason['@text'];
  const shown = reason.replace(/\{\{[^}]+\}\}/, '‹check the claim reason›');
  await writeWithPlaces(page, keys, `recommend.${i}.reason`, shown);
  if (advice.choice === 'send-back') return;
  await instead(page, keys, `recommend.${i}.reason`, 'Reason of Check the claim', '');
  await take(page, keys, `recommend.${i}.confidence`, 'check the claim confidence');
  await pressIn(page, keys, `recommend.${i}.confidence.else`, 'Leave it empty');
}

async function describeEnd(page: Page, keys: Keys, name: string, outcome: string): Promise<void> {
  const { message } = inSample(name.toLowerCase().replace(' ', '_')).output;
  await keys.rowTo(new RegExp(` ${name}, `));
  await keys.press('Enter');
  if (outcome !== 'Done') await keys.choose(outcome);
  if (typeof message === 'string') {
    await keys.tabTo(field(page, 'output.message').getByRole('textbox').first());
    await keys.write(message);
  } else {
    await take(page, keys, 'output.message', 'how much? reason');
    const other = 'Paid automatically: under $‹how much? to› and the receipt matches the policy.';
    await writeWithPlaces(page, keys, 'output.message.else', other);
    await instead(page, keys, 'output.message.else', 'To of How much?', 'the limit');
  }
  for (const key of Object.keys(inSample(name.toLowerCase().replace(' ', '_')).output).slice(1)) {
    await keys.tabTo(side(page).getByRole('textbox', { name: 'Name of a new value' }));
    await keys.write(key);
    await keys.press('Enter');
    await keys.tabTo(field(page, `output.${key}`).getByRole('textbox').first(), true);
    if (key === 'note') {
      await take(page, keys, 'output.note', 'ask a manager note');
      await take(page, keys, 'output.note.else', 'ask a director note');
      await pressIn(page, keys, 'output.note.else.else', 'Leave it empty');
      continue;
    }
    await take(page, keys, `output.${key}`, `pay ${key}`);
    await pressIn(page, keys, `output.${key}`, 'Add a fallback');
    if (key === 'reference') {
      await pressIn(page, keys, 'output.reference.else', 'Leave it empty');
    } else {
      await keys.tabTo(field(page, `output.${key}.else`).getByRole('textbox'));
      await keys.write('0');
    }
  }
  await keys.press('Escape');
}

async function describePayment(page: Page, keys: Keys): Promise<void> {
  await keys.rowTo(/ Pay, /);
  await keys.press('Enter');
  await take(page, keys, 'args.amount', 'ask a manager amount');
  await take(page, keys, 'args.amount.else', 'ask a director amount');
  await take(page, keys, 'args.amount.else.else', 'form amount');
  await take(page, keys, 'args.to', 'this run who started it');
  await pressIn(page, keys, 'args.to', 'Add a fallback');
  await keys.tabTo(field(page, 'args.to.else').getByRole('textbox'));
  await keys.write('requester');
  await take(page, keys, 'args.purpose', 'form purpose');
  await take(page, keys, 'args.date', 'form day');
  await keys.press('Escape');
}

/** Every way out, each from its own row. */
async function drawWays(page: Page, keys: Keys): Promise<void> {
  await keys.rowTo(/ Check the claim, /);
  await keys.press('ArrowRight');
  await keys.rowTo(/^Unsure: /);
  await keys.lead('How much?');
  await keys.rowTo(/^Under \$500: /);
  await keys.lead('Pay');
  await keys.rowTo(/^\$500–\$5,000: /);
  await keys.add('approval', 'Ask a manager');
  await keys.rowTo(/^Approved: /);
  await keys.lead('Pay');
  await keys.rowTo(/^Refused: /);
  await keys.add('end', 'Not paid');
  await keys.rowTo(/^Sent back: /);
  await keys.add('end', 'Sent back');
  await describeApproval(page, keys);
  // The director's card is a copy; only who is asked and where it leads differ.
  await keys.rowTo(/ Ask a manager, /);
  await keys.press('Control+d');
  await expect(page.locator('[role=treeitem]:focus')).toHaveAccessibleName(/^1?\d Ask a manager, /);
  await keys.press('F2');
  await keys.replace('Ask a director');
  await keys.press('Enter');
  await keys.rowTo(/^Above \$5,000: /);
  await keys.lead('Ask a director');
  for (const [way, to] of [
    ['Approved', 'Pay'],
    ['Refused', 'Not paid'],
    ['Sent back', 'Sent back'],
  ] as const) {
    await keys.rowTo(/ Ask a director, /);
    await keys.press('c');
    const which = page.getByRole('dialog', { name: 'Which way out of “Ask a director”?' });
    await expect(which.getByRole('combobox')).toBeFocused();
    await keys.write(way);
    await keys.press('Enter');
    const where = page.getByRole('dialog', { name: `“${way}” of “Ask a director” leads to` });
    await expect(where.getByRole('combobox')).toBeFocused();
    await keys.write(to);
    await keys.press('Enter');
  }
  await keys.rowTo(/ Ask a director, /);
  await keys.press('Enter');
  await keys.choose('Any director');
  await keys.press('Escape');
}

test('a workflow like Expense approval is built from nothing', async ({ page }) => {
  test.setTimeout(480_000);
  await letIn(page, program);
  const keys = keysOf(page);
  const slug = await startEmpty(page, keys);
  await describeForm(page, keys);
  await expect(page.getByRole('treeitem', { name: '1 Start, ' })).toBeFocused();
  await keys.add('classify', 'Check the claim');
  await keys.add('condition', 'How much?');
  await keys.add('pay a claim', 'Pay');
  await keys.rowTo(/ Done, /);
  await keys.press('F2');
  await keys.replace('Paid');
  await keys.press('Enter');
  await describeCheck(page, keys);
  await describeAmounts(page, keys);
  await drawWays(page, keys);
  await describePayment(page, keys);
  await describeEnd(page, keys, 'Paid', 'Done');
  await describeEnd(page, keys, 'Not paid', 'Refused');
  await describeEnd(page, keys, 'Sent back', 'Refused');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const drawn = readDrawing(folderOf(slug));
  expect(printed(underIds(drawn))).toEqual(printed(sample));
});
