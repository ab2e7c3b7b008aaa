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

const button = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first();

/** A step of the canvas by its id. */
const step = (id: string) => async (page: Page) =>
  page.locator(`.react-flow__node[data-id="${id}"]`).click();

const press =
  (code: string) =>
  async (page: Page, t: Words): Promise<void> =>
    button(page, t(code)).click();

const outline = async (page: Page, t: Words): Promise<void> => {
  await page.getByText(t('app.view.outline'), { exact: true }).click();
  await page.getByRole('tree').waitFor();
};

const keys = (key: string) => async (page: Page) => {
  await page.locator('.react-flow__node').first().waitFor();
  await page.keyboard.press(key);
};

/** Runs that screens are about, made before anything is looked at. */
export type Runs = { waiting: string; paid: string };

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

/** A claim that waits for a manager, and one that was paid by itself. */
export async function makeRuns(program: Program): Promise<Runs> {
  const claim = async (amount: number): Promise<string> => {
    const purpose = 'Train to the customer workshop in Leeds and back';
    const input = { amount, purpose, category: 'travel', date: '2026-11-12' };
    const start = { slug: 'expense-approval', input, pace: 'full' };
    const { run } = await call<{ run: string }>(program, 'startRun', start);
    await call(program, 'settled', { run });
    return run;
  };
  return { waiting: await claim(1800), paid: await claim(320) };
}

const EXPENSE = '#/design/expense-approval';
const NODE = '.react-flow__node';

/** All screens of a program with these runs. */
export const screensOf = ({ waiting, paid }: Runs): Screen[] => [
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
  // Last: what is drawn is shown as an outline from then on.
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
