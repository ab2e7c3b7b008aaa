// Takes pictures of every screen, light and dark, wide and narrow, from the real program on a fresh
// workspace, so that people can look at what they changed. Nothing is judged here.
//
//   node e2e/pictures.mjs [folder] [screen …]      default folder: `shots` in the temporary folder
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright';
import { findChromium, launchOptions } from './chromium.ts';
import { letIn, startProgram } from './kit/program.ts';

const [folder = path.join(tmpdir(), 'shots'), ...wanted] = process.argv.slice(2);
const SIZES = { 1440: { width: 1440, height: 900 }, 1024: { width: 1024, height: 700 } };
const SCHEMES = ['light', 'dark'];

const step = (name) => (page) =>
  page.locator('.react-flow__node').filter({ hasText: name }).first().click();
const press = (name) => (page) => page.getByRole('button', { name }).first().click();
const EXPENSE = '#/design/expense-approval';

/** Each screen: where it is, and what to do there before the picture is taken. */
const SCREENS = {
  home: { at: '#/' },
  workflows: { at: '#/design' },
  design: { at: EXPENSE },
  condition: { at: EXPENSE, act: step('How much?') },
  approval: { at: EXPENSE, act: step('Ask a manager') },
  agent: { at: EXPENSE, act: step('Check the claim') },
  tool: { at: EXPENSE, act: step('Pay') },
  onboarding: { at: '#/design/customer-onboarding' },
  mail: { at: '#/design/mail-to-crm' },
  document: { at: '#/design/document-approval' },
  contract: { at: EXPENSE, act: press(/^All \d+ sentences/) },
  problems: {
    at: '#/design/six-hour-onboarding',
    act: async (page) => {
      await press('Add a step')(page).catch(() => undefined);
      await press('Approval')(page);
      await press(/problem/)(page);
    },
  },
  history: { at: '#/history/expense-approval' },
  publish: { at: '#/history/expense-approval', act: press('Publish') },
  help: { at: '#/', act: press('Help') },
  settings: { at: '#/settings/general' },
  missing: { at: '#/design/nothing-here' },
  empty: { at: '#/', act: press('Start empty') },
};

const program = await startProgram();

/** Asks the program for something, as its pages do. */
async function call(name, input) {
  const headers = {
    authorization: `Bearer ${program.token}`,
    'content-type': 'application/json',
    'idempotency-key': crypto.randomUUID(),
  };
  const body = JSON.stringify(input);
  const answer = await fetch(`${program.origin}/api/${name}`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
  return answer.json();
}

/** A claim handed in; `watch` slows it so that a picture can be taken on the way. */
async function claim(amount, pace = 'full') {
  const purpose = 'Train to the customer workshop in Leeds and back';
  const input = { amount, purpose, category: 'travel', date: '2026-11-12' };
  const { run } = await call('startRun', { slug: 'expense-approval', input, pace });
  return run;
}

const waiting = await claim(1800);
const paid = await claim(320);
const opened = (place) => (page) => page.goto(`${program.origin}/${place}`);
Object.assign(SCREENS, {
  waiting: { at: `#/run/${waiting}` },
  ended: { at: `#/run/${paid}` },
  running: {
    at: '#/runs',
    act: async (page) => {
      await opened(`#/run/${await claim(410, 'watch')}`)(page);
      await page.waitForTimeout(400);
    },
  },
  inbox: { at: '#/inbox' },
  runs: { at: '#/runs' },
  world: { at: '#/world' },
  playback: {
    at: `#/play/${paid}`,
    act: async (page) => {
      for (let i = 0; i < 3; i++) await page.getByRole('button', { name: /back/i }).last().click();
      await page.locator('.react-flow__node').filter({ hasText: 'Pay' }).first().click();
    },
  },
});
const browser = await chromium.launch(launchOptions(findChromium()));
try {
  mkdirSync(folder, { recursive: true });
  for (const [width, viewport] of Object.entries(SIZES))
    for (const colorScheme of SCHEMES) {
      const context = await browser.newContext({ viewport, colorScheme });
      await letIn(context, program);
      for (const [name, { at, act }] of Object.entries(SCREENS)) {
        if (wanted.length > 0 && !wanted.includes(name)) continue;
        const page = await context.newPage();
        const tell = (text) => process.stdout.write(`${name} ${width} ${colorScheme}: ${text}\n`);
        page.on('console', (said) => /error|warning/.test(said.type()) && tell(said.text()));
        page.on('pageerror', (wrong) => tell(wrong.stack ?? wrong.message));
        page.setDefaultTimeout(3000);
        await page.goto(`${program.origin}/${at}`);
        await page.waitForTimeout(900);
        if (act) await act(page).catch((wrong) => tell(wrong.message));
        await page.waitForTimeout(act ? 500 : 0);
        await page.screenshot({ path: path.join(folder, `${name}-${width}-${colorScheme}.png`) });
        await page.close();
      }
      await context.close();
    }
} finally {
  await browser.close();
  await program.stop();
}
