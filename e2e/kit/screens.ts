// Every screen of the designer, listed once: where it is, and what is opened on it. Whatever walks
// all of them (the pseudo-language, the switch of languages, pictures) reads this list, so a new
// screen is covered everywhere by one line here.

import type { Page } from 'playwright';
import { say, teach, type Language } from '../../engine/base/text/say.ts';
import { de } from '../../engine/base/text/de.ts';
import type { Program } from './program.ts';

teach('de', de);

/** The words of a code in the language a page is walked in. */
export type Words = (code: string, params?: Record<string, string | number>) => string;
const wordsIn =
  (language: Language): Words =>
  (code, params) =>
    say(language, code, params);

export type Screen = {
  name: string;
  /** Behind the origin: `#/runs`. */
  at: string;
  /** What has to be there before it is looked at. */
  ready?: string;
  /** Opens what does not stand there by itself. */
  act?: (page: Page, t: Words) => Promise<void>;
};

const EXPENSE = '#/design/expense-approval';
const NODE = '.react-flow__node';

const button = (page: Pick<Page, 'getByRole'>, name: string) =>
  page.getByRole('button', { name, exact: true }).first();

/** A step of the canvas by its id. */
const step = (id: string) => async (page: Page) =>
  page.locator(`.react-flow__node[data-id="${id}"]`).click();

const press =
  (code: string) =>
  async (page: Page, t: Words): Promise<void> =>
    button(page, t(code)).click();

const outline = async (page: Page, t: Words): Promise<void> => {
  await page.getByRole('radio', { name: t('app.view.outline') }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('tree').waitFor();
};

const keys = (key: string) => async (page: Page) => {
  await page.locator('.react-flow__node').first().waitFor();
  await page.keyboard.press(key);
};

/** Presses what has this place, once it is there. */
const click = (place: string) => async (page: Page) => page.locator(place).first().click();

/** One thing after another. */
const then =
  (...acts: ((page: Page, t: Words) => Promise<void>)[]) =>
  async (page: Page, t: Words): Promise<void> => {
    for (const act of acts) await act(page, t);
  };
const until = (place: string) => async (page: Page) => page.locator(place).first().waitFor();

const text = (code: string) => async (page: Page, t: Words) =>
  page.getByText(t(code), { exact: true }).click();

/** The result of a step that was run alone. */
const tried = (id: string) => async (page: Page) => {
  await step(id)(page);
  await page.keyboard.press('Control+Shift+Enter');
  await page.locator('#try-panel dl').waitFor();
};

/** A step nobody has said anything about, and then Run. */
const unfinished = async (page: Page, t: Words): Promise<void> => {
  await page.keyboard.press('n');
  await page.keyboard.type(t('node.approval.title'));
  await page.keyboard.press('Enter');
  await page.locator('.card').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor();
};

/** A run under way, slowed so that it can be watched. */
const watched = async (page: Page, t: Words): Promise<void> => {
  await keys('Control+Enter')(page);
  await page.getByLabel(t('app.form.slow')).check();
  await button(page.getByRole('dialog'), t('app.form.run')).click();
  await page.getByRole('region', { name: t('app.run_bar.label') }).waitFor();
};

/** Removes a step, and looks at what that changed. */
const changed = async (page: Page): Promise<void> => {
  await page.locator(NODE).nth(3).click();
  await page.keyboard.press('Delete');
  await page.evaluate(() => void (location.hash = '#/history/mail-to-crm'));
  await page.locator('.history').waitFor();
};

const stopAll = async (page: Page, t: Words): Promise<void> => {
  await button(page, t('app.rail.stop_all')).click();
  await button(page.getByRole('dialog'), t('app.stop_all.do')).click();
  await page.locator('.stop-receipt').waitFor();
};

/** Runs that screens are about, made before anything is looked at. */
export type Runs = { waiting: string; paid: string; paused: string };

async function call<T>(program: Program, name: string, input: object): Promise<T> {
  const answer = await fetch(`${program.origin}/api/${name}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${program.token}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify(input),
  });
  if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** A claim that waits for a manager, one that was paid by itself, one held at its first step. */
export async function makeRuns(program: Program): Promise<Runs> {
  const claim = async (amount: number, pace: 'full' | 'watch'): Promise<string> => {
    const purpose = 'Train to the customer workshop in Leeds and back';
    const input = { amount, purpose, category: 'travel', date: '2026-11-12' };
    const start = { slug: 'expense-approval', input, pace };
    return (await call<{ run: string }>(program, 'startRun', start)).run;
  };
  const waiting = await claim(1800, 'full');
  const paid = await claim(320, 'full');
  for (const run of [waiting, paid]) await call(program, 'settled', { run });
  const paused = await claim(410, 'watch');
  await call(program, 'pauseRun', { run: paused });
  return { waiting, paid, paused };
}

/** Screens on which nothing has happened yet. */
export const EMPTY: Screen[] = [
  { name: 'first', at: '#/', ready: '.samples a' },
  { name: 'runs-empty', at: '#/runs', ready: 'h1' },
  { name: 'inbox-empty', at: '#/inbox', ready: 'h1' },
  { name: 'world-empty', at: '#/world', ready: 'h1' },
  { name: 'history-empty', at: '#/history/document-approval', ready: '.history' },
];

/** All screens of a program with these runs. */
export const screensOf = ({ waiting, paid, paused }: Runs): Screen[] => [
  { name: 'home', at: '#/', ready: '.samples a' },
  { name: 'workflows', at: '#/design', ready: 'table' },
  { name: 'design', at: EXPENSE, ready: NODE },
  { name: 'onboarding', at: '#/design/customer-onboarding', ready: NODE },
  { name: 'mail', at: '#/design/mail-to-crm', ready: NODE },
  { name: 'document', at: '#/design/document-approval', ready: NODE },
  { name: 'problems', at: '#/design/six-hour-onboarding', ready: NODE },
  { name: 'step-condition', at: EXPENSE, ready: NODE, act: step('how_much') },
  { name: 'step-approval', at: EXPENSE, ready: NODE, act: step('ask_manager') },
  { name: 'step-agent', at: EXPENSE, ready: NODE, act: step('check_claim') },
  { name: 'step-tool', at: EXPENSE, ready: NODE, act: step('pay') },
  { name: 'palette', at: EXPENSE, act: keys('Control+k') },
  { name: 'find', at: EXPENSE, act: keys('Control+f') },
  { name: 'run-form', at: EXPENSE, ready: NODE, act: keys('Control+Enter') },
  { name: 'help', at: '#/', act: press('app.rail.help') },
  { name: 'stop-all', at: `#/run/${waiting}`, ready: NODE, act: press('app.rail.stop_all') },
  { name: 'run-waiting', at: `#/run/${waiting}`, ready: NODE },
  { name: 'run-paused', at: `#/run/${paused}`, ready: NODE },
  { name: 'run-working', at: EXPENSE, ready: NODE, act: watched },
  { name: 'run-ended', at: `#/run/${paid}`, ready: NODE },
  { name: 'playback', at: `#/play/${paid}`, ready: NODE },
  { name: 'inbox', at: '#/inbox', ready: 'article' },
  { name: 'runs', at: '#/runs', ready: 'table' },
  { name: 'world', at: '#/world', ready: 'table' },
  { name: 'boundaries', at: '#/boundaries/expense-approval' },
  { name: 'tools', at: '#/tools/expense-approval' },
  { name: 'rules', at: '#/rules/expense-approval' },
  { name: 'history', at: '#/history/expense-approval' },
  { name: 'settings', at: '#/settings/general' },
  { name: 'people', at: '#/settings/people' },
  { name: 'models', at: '#/settings/models' },
  { name: 'workspace-rules', at: '#/settings/rules' },
  { name: 'missing', at: '#/nothing-here' },
  { name: 'start', at: '#/', act: press('start.title') },
  { name: 'start-words', at: '#/', act: then(press('start.title'), text('start.how.words')) },
  { name: 'contract', at: EXPENSE, act: click('.title .line button') },
  { name: 'ceiling', at: EXPENSE, act: click('.ceiling') },
  { name: 'several', at: EXPENSE, ready: NODE, act: keys('Control+a') },
  { name: 'menu', at: EXPENSE, ready: NODE, act: press('app.title.menu') },
  { name: 'try', at: EXPENSE, ready: NODE, act: tried('check_claim') },
  { name: 'note', at: `#/run/${waiting}`, ready: NODE, act: press('card.send_back') },
  { name: 'playback-step', at: `#/play/${paid}`, ready: NODE, act: step('pay') },
  { name: 'tool-add', at: '#/tools/expense-approval', act: press('tool.add') },
  { name: 'tool-keys', at: '#/tools/expense-approval', act: click('.tool-list-end button') },
  { name: 'rule', at: '#/rules/expense-approval', act: click('.rule-name') },
  { name: 'person', at: '#/settings/people', act: press('people.add') },
  { name: 'publish', at: '#/history/expense-approval', act: press('publish.open') },
  { name: 'tour', at: '#/', act: then(press('app.rail.help'), press('tour.again'), until(NODE)) },
  // From here on each changes what the others would show.
  { name: 'blank', at: '#/', act: then(press('app.home.empty'), until(NODE)) },
  { name: 'cannot-run', at: '#/', act: then(press('app.home.empty'), until(NODE), unfinished) },
  { name: 'history-changed', at: '#/design/mail-to-crm', ready: NODE, act: changed },
  { name: 'stopped', at: `#/run/${waiting}`, ready: NODE, act: stopAll },
  { name: 'outline', at: EXPENSE, ready: NODE, act: outline },
];

/** Pages on which something was opened: the next screen begins on a fresh one. */
const used = new WeakMap<Page, string>();

/** Goes to a screen in a language and opens what is looked at there. */
export async function show(
  page: Page,
  program: Program,
  screen: Screen,
  language: Language,
): Promise<void> {
  const { at, ready, act, name } = screen;
  if (used.get(page) === language) await page.evaluate((hash) => void (location.hash = hash), at);
  else await page.goto(`${program.origin}/?lang=${language}&screen=${name}${at}`);
  used.set(page, act ? '' : language);
  await page.getByRole('main').first().waitFor();
  if (ready) await page.locator(ready).first().waitFor();
  await act?.(page, wordsIn(language));
  // What came was drawn.
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 500 })));
}
