// Takes pictures of every screen, light and dark, wide and narrow, from the real program on a fresh
// workspace, so that people can look at what they changed. Nothing is judged here.
//
//   node e2e/pictures.mjs [folder] [screen …]      default folder: the system's temporary one
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright';

const ROOT = path.resolve(import.meta.dirname, '..');
const [folder = path.join(tmpdir(), 'shots'), ...wanted] = process.argv.slice(2);
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const SIZES = { 1440: { width: 1440, height: 900 }, 1024: { width: 1024, height: 700 } };

const step = (page, name) =>
  page.locator('.react-flow__node').filter({ hasText: name }).first().click();

/** Each screen: where it is, and what to do there before the picture is taken. */
const SCREENS = {
  home: { at: '#/' },
  workflows: { at: '#/design' },
  design: { at: '#/design/expense-approval' },
  condition: {
    at: '#/design/expense-approval',
    act: (page) => step(page, 'How much?'),
  },
  approval: {
    at: '#/design/expense-approval',
    act: (page) => step(page, 'Ask a manager'),
  },
  agent: {
    at: '#/design/expense-approval',
    act: (page) => step(page, 'Check the claim'),
  },
  tool: { at: '#/design/expense-approval', act: (page) => step(page, 'Pay') },
  onboarding: { at: '#/design/customer-onboarding' },
  mail: { at: '#/design/mail-to-crm' },
  document: { at: '#/design/document-approval' },
  contract: {
    at: '#/design/expense-approval',
    act: (page) => page.locator('.line button').first().click(),
  },
  help: { at: '#/', act: (page) => page.locator('.rail button').first().click() },
  settings: { at: '#/', act: (page) => page.locator('.rail button').last().click() },
  missing: { at: '#/design/nothing-here' },
};

/** Starts the program on a fresh workspace; answers with its one-time address. */
function start(workspace) {
  const args = [path.join(ROOT, 'engine/cli/main.ts'), 'start', '--browser'];
  const child = spawn(process.execPath, [...args, '--workspace', workspace], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const address = new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (piece) => {
      text += piece;
      const found = /http:\/\/127\.0\.0\.1:\d+\/#code=[\w-]+/.exec(text);
      if (found) resolve(found[0]);
    });
    child.on('exit', () => reject(new Error(`the program ended: ${text}`)));
  });
  return { address, stop: () => child.kill('SIGINT') };
}

const workspace = mkdtempSync(path.join(tmpdir(), 'interlock-pictures-'));
const program = start(workspace);
const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
try {
  const address = await program.address;
  const origin = new URL(address).origin;
  const first = await browser.newPage();
  await first.goto(address);
  await first.waitForSelector('.rail');
  const token = await first.evaluate(() => sessionStorage.getItem('interlock-token'));
  await first.close();
  mkdirSync(folder, { recursive: true });
  for (const [width, viewport] of Object.entries(SIZES))
    for (const scheme of ['light', 'dark']) {
      const context = await browser.newContext({ viewport, colorScheme: scheme });
      await context.addInitScript((key) => sessionStorage.setItem('interlock-token', key), token);
      for (const [name, { at, act }] of Object.entries(SCREENS)) {
        if (wanted.length > 0 && !wanted.includes(name)) continue;
        const page = await context.newPage();
        page.on('console', (said) => {
          if (said.type() === 'error' || said.type() === 'warning')
            process.stdout.write(`${name}: ${said.text()}\n`);
        });
        page.on('pageerror', (wrong) => process.stdout.write(`${name}: ${wrong.stack}\n`));
        await page.goto(`${origin}/${at}`);
        await page.waitForTimeout(900);
        if (act) {
          await act(page).catch((wrong) => process.stdout.write(`${name}: ${wrong.message}\n`));
          await page.waitForTimeout(500);
        }
        await page.screenshot({ path: path.join(folder, `${name}-${width}-${scheme}.png`) });
        await page.close();
      }
      await context.close();
    }
} finally {
  await browser.close();
  program.stop();
  rmSync(workspace, { recursive: true, force: true });
}
