// The canvas by mouse: selecting, copying, lining up, notes, rooms, arrows, finding, commands.
import { expect, test, type Page } from '@playwright/test';
import { faults } from './kit/axe.ts';
import { arrow, ask, box, item, openCopy, pull } from './kit/canvas.ts';
import { startProgram, type Program } from './kit/program.ts';

let program: Program;
test.beforeAll(async () => {
  program = await startProgram();
});
test.afterAll(() => program.stop());
test.use({ viewport: { width: 1440, height: 900 } });

const selected = (page: Page) => page.locator('.react-flow__node.selected');
const side = (page: Page) => page.getByRole('complementary', { name: 'What is selected' });

/** Draws a box around two steps: from above the first to below the second. */
async function boxAround(page: Page, first: string, last: string): Promise<void> {
  const [a, b] = [await box(item(page, first)), await box(item(page, last))];
  const left = Math.min(a.x, b.x) - 8;
  const right = Math.max(a.x + a.width, b.x + b.width) + 60;
  await pull(page, [right, b.y + b.height + 12], [left, a.y - 8]);
}

test('a box selects what lies in it, Shift adds and takes away, and what is selected can be copied and taken back as one thing', async ({
  page,
}) => {
  await openCopy(page, program, 'Box');
  await boxAround(page, 'pay', 'paid');
  await expect(selected(page)).toHaveCount(2);
  await expect(side(page)).toContainText('2 selected');
  await item(page, 'how_much').click({ modifiers: ['Shift'] });
  await expect(selected(page)).toHaveCount(3);
  await item(page, 'how_much').click({ modifiers: ['Shift'] });
  await expect(selected(page)).toHaveCount(2);
  const before = await page.locator('.react-flow__node').count();
  await page.keyboard.press('Control+d');
  await expect(page.locator('.react-flow__node')).toHaveCount(before + 2);
  await expect(arrow(page, 'pay_2', 'paid_2')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(page.locator('.react-flow__node')).toHaveCount(before);
});

test('steps are copied as text into another workflow, where nothing is linked to a tool', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openCopy(page, program, 'From');
  await item(page, 'pay').click();
  await page.keyboard.press('Control+c');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text.split('\n')[0]).toBe('interlock/steps@1');
  const slug = await openCopy(page, program, 'To', null);
  await page.keyboard.press('Control+v');
  await expect(item(page, 'pay')).toBeVisible();
  await expect(page.getByText('choose again what it uses here')).toBeVisible();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const { workflow } = await ask<{ workflow: { scope: { nodes: { settings: object }[] } } }>(
    program,
    'workflow',
    { slug },
  );
  expect(workflow.scope.nodes.at(-1)?.settings).not.toHaveProperty('tool');
});

test('text that is no steps says so and changes nothing', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openCopy(page, program, 'Odd text');
  const before = await page.locator('.react-flow__node').count();
  for (const text of ['Dear Ines', 'interlock/steps@1\n{"nodes":[{"__proto__":1}]}']) {
    await page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await page.keyboard.press('Control+v');
    await expect(page.getByText(/Nothing was pasted|nothing was pasted/).last()).toBeVisible();
  }
  await expect(page.locator('.react-flow__node')).toHaveCount(before);
});

test('several steps are put in line, and a locked one is the line', async ({ page }) => {
  await openCopy(page, program, 'Lines');
  await item(page, 'ask_manager').click();
  await page.keyboard.press('l');
  await expect(item(page, 'ask_manager').getByText('Its place is locked')).toBeAttached();
  await item(page, 'ask_director').click({ modifiers: ['Shift'] });
  await item(page, 'pay').click({ modifiers: ['Shift'] });
  const at = await box(item(page, 'ask_manager'));
  await side(page).getByRole('button', { name: 'Align top' }).click();
  const top = async (id: string): Promise<number> => (await box(item(page, id))).y;
  await expect.poll(() => top('pay')).toBe(at.y);
  expect(await top('ask_director')).toBe(at.y);
  await page.keyboard.press('Control+z');
  await expect.poll(() => top('pay')).not.toBe(at.y);
  await pull(page, [at.x + 60, at.y + 12], [at.x + 60, at.y + 90]);
  expect(await top('ask_manager')).toBe(at.y);
});

test('a line shows while a step stands in line with another', async ({ page }) => {
  await openCopy(page, program, 'Guide lines');
  const [pay, paid] = [await box(item(page, 'pay')), await box(item(page, 'paid'))];
  const middle = pay.x + pay.width / 2;
  await page.mouse.move(paid.x + 30, paid.y + 12);
  await page.mouse.down();
  await page.mouse.move(paid.x + 32, paid.y + 12);
  await page.mouse.move(paid.x + 130, paid.y + 30, { steps: 5 });
  await page.mouse.move(paid.x + 33, paid.y + 30, { steps: 5 });
  await expect(page.locator('.guide-line.along-x')).toHaveCount(1);
  const line = await box(page.locator('.guide-line.along-x'));
  expect(Math.abs(line.x - middle)).toBeLessThanOrEqual(2);
  await page.mouse.up();
  await expect(page.locator('.guide-line')).toHaveCount(0);
});

test('a note is written, pulled larger, moved and taken back', async ({ page }) => {
  await openCopy(page, program, 'Notes');
  await page.locator('.react-flow__pane').click({ position: { x: 30, y: 300 } });
  await page.keyboard.press('t');
  await page.keyboard.type('Ask Ines about the limit');
  await page.keyboard.press('Control+Enter');
  const note = item(page, 'note');
  await expect(note).toContainText('Ask Ines about the limit');
  const before = await box(note);
  const corner = [before.x + before.width - 4, before.y + before.height - 4] as const;
  await pull(page, corner, [corner[0] + 80, corner[1] + 40]);
  await expect.poll(async () => (await box(note)).width).toBeGreaterThan(before.width + 40);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await box(note)).width).toBe(before.width);
  await note.dblclick();
  await page.keyboard.type('Something else');
  await page.keyboard.press('Escape');
  await expect(note).toContainText('Ask Ines about the limit');
});

test('steps are grouped, folded to a card that says what is inside, entered and taken apart again', async ({
  page,
}) => {
  await openCopy(page, program, 'Groups');
  await boxAround(page, 'pay', 'paid');
  await page.keyboard.press('Control+g');
  await page.keyboard.type('Payment');
  await page.keyboard.press('Enter');
  await expect(item(page, 'group')).toContainText('Payment');
  await item(page, 'group').locator('.room-name').click();
  await page.keyboard.press('h');
  await expect(item(page, 'group')).toContainText('1 step: Pay');
  await expect(item(page, 'pay')).toHaveCount(0);
  await item(page, 'group').dblclick();
  const where = page.getByRole('navigation', { name: 'Where you are' });
  await expect(where).toContainText('Payment');
  await expect(item(page, 'pay')).toBeVisible();
  await expect(item(page, 'how_much')).toHaveCount(0);
  await where.getByRole('button', { name: 'Groups' }).click();
  await expect(item(page, 'how_much')).toBeVisible();
  await item(page, 'group').click();
  await page.keyboard.press('Control+Shift+g');
  await expect(item(page, 'group')).toHaveCount(0);
  await expect(arrow(page, 'pay', 'paid')).toHaveCount(1);
  // A step that decides cannot share the one way on of a room with where its ways lead.
  await item(page, 'how_much').click();
  await item(page, 'ask_manager').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+g');
  await expect(page.getByText('A room has one way on')).toBeVisible();
  await expect(item(page, 'group')).toHaveCount(0);
});

test('an arrow let go on the ground offers only what fits, and the step follows by it', async ({
  page,
}) => {
  await openCopy(page, program, 'What follows');
  const ground = await box(page.locator('.react-flow__pane'));
  const dot = await box(item(page, 'check_claim').locator('.port').first());
  const to = [ground.x + ground.width - 160, ground.y + 260] as const;
  await pull(page, [dot.x + 4, dot.y + 4], to);
  const list = page.getByRole('listbox', { name: 'What follows' });
  await expect(list).toBeVisible();
  await expect(list.getByRole('option', { name: 'Start' })).toHaveCount(0);
  await page.keyboard.type('wait');
  await page.keyboard.press('Enter');
  await expect(arrow(page, 'check_claim', 'wait')).toHaveCount(1);
  const wait = await box(item(page, 'wait'));
  expect(Math.abs(wait.x + wait.width / 2 - to[0])).toBeLessThan(24);
});

test('while an arrow is drawn, what it cannot lead to is dim and says why', async ({ page }) => {
  await openCopy(page, program, 'Why not');
  const dot = await box(item(page, 'pay').locator('.port').first());
  const goal = await box(item(page, 'check_claim'));
  await page.mouse.move(dot.x + 4, dot.y + 4);
  await page.mouse.down();
  await page.mouse.move(goal.x + 80, goal.y + 30, { steps: 12 });
  await expect(item(page, 'check_claim')).toHaveClass(/dim/);
  await expect(item(page, 'not_paid')).not.toHaveClass(/dim/);
  await expect(page.getByText('This arrow would run in a circle')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(page.locator('.dim')).toHaveCount(0);
});

test('a step let go on an arrow falls into it: from the palette, and one that stood alone', async ({
  page,
}) => {
  await openCopy(page, program, 'Falling in');
  const middle = async (from: string, to: string) => {
    const [a, b] = [await box(item(page, from)), await box(item(page, to))];
    return { x: a.x + a.width / 2, y: (a.y + a.height + b.y) / 2 };
  };
  const ground = await box(page.locator('.react-flow__pane'));
  const on = await middle('pay', 'paid');
  await page.locator('.pal', { hasText: 'Wait' }).dragTo(page.locator('.react-flow__pane'), {
    targetPosition: { x: on.x - ground.x, y: on.y - ground.y },
  });
  await expect(arrow(page, 'pay', 'wait')).toHaveCount(1);
  await expect(arrow(page, 'wait', 'paid')).toHaveCount(1);
  await page.locator('.pal', { hasText: 'Draft' }).dragTo(page.locator('.react-flow__pane'), {
    targetPosition: { x: ground.width - 130, y: 60 },
  });
  const loose = await box(item(page, 'draft'));
  const next = await middle('start', 'check_claim');
  await pull(
    page,
    [loose.x + 30, loose.y + 10],
    [next.x + 30 - loose.width / 2, next.y + 10 - loose.height / 2],
  );
  await expect(arrow(page, 'start', 'draft')).toHaveCount(1);
  await expect(arrow(page, 'draft', 'check_claim')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(arrow(page, 'start', 'check_claim')).toHaveCount(1);
});

test('the right button offers what can be done here, and does it', async ({ page }) => {
  await openCopy(page, program, 'Menu');
  await item(page, 'pay').click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: /Enter the room/ })).toHaveCount(0);
  await page.getByRole('menuitem', { name: /^Duplicate/ }).click();
  await expect(item(page, 'pay_2')).toBeVisible();
  // In a low window, too, its last line can be pressed.
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.getByRole('button', { name: 'Fit everything' }).click();
  await item(page, 'ask_manager').click({ button: 'right' });
  const last = page.getByRole('menuitem').last();
  await expect(last).toBeInViewport({ ratio: 1 });
});

test('undo still works after a reload, and never brings back what somebody else wrote over', async ({
  page,
}) => {
  const slug = await openCopy(page, program, 'Reload');
  const top = async (): Promise<number> => (await box(item(page, 'pay'))).y;
  const first = await top();
  await item(page, 'pay').click();
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(top).toBeGreaterThan(first);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await item(page, 'pay').click();
  await page.keyboard.press('Control+z');
  await expect.poll(top).toBe(first);
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.goto('about:blank');
  const doc = await ask<{ hash: string; workflow: object }>(program, 'workflow', { slug });
  const workflow = { ...doc.workflow, purpose: 'Theirs' };
  await ask(program, 'saveWorkflow', { slug, hash: doc.hash, workflow });
  await page.goto(`${program.origin}/#/design/${slug}`);
  await expect(page.getByLabel('What it is for')).toHaveValue('Theirs');
  const moved = await top();
  await page.keyboard.press('Control+z');
  await expect(page.getByLabel('What it is for')).toHaveValue('Theirs');
  expect(await top()).toBe(moved);
});

test('nothing for axe to complain about on the canvas and what opens on it', async ({ page }) => {
  await openCopy(page, program, 'Axe');
  const check = async (what: string): Promise<void> => expect(await faults(page), what).toEqual([]);
  await boxAround(page, 'pay', 'paid');
  await check('several');
  await page.keyboard.press('Control+g');
  await page.keyboard.press('Enter');
  await page.locator('.react-flow__pane').click({ position: { x: 30, y: 300 } });
  await page.keyboard.press('t');
  await page.keyboard.type('A note');
  await check('writing a note');
  await page.keyboard.press('Control+Enter');
  await check('note and room');
  await item(page, 'group').locator('.room-name').click();
  await page.keyboard.press('h');
  await check('folded');
  await item(page, 'group').dblclick();
  await expect(page.getByRole('navigation', { name: 'Where you are' })).toBeVisible();
  await check('inside');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'What to do' })).toBeVisible();
  await check('commands');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('pay');
  await check('find');
  await page.keyboard.press('Escape');
  await item(page, 'pay').click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  await check('menu');
  await page.keyboard.press('Escape');
  await item(page, 'pay').click();
  await page.keyboard.press('a');
  await expect(page.getByRole('listbox', { name: 'What follows' })).toBeVisible();
  await check('what follows');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Help', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('Rooms and groups');
  await check('help');
});
