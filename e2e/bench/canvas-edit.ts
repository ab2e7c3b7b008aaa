// How soon the designer answers: to a key pressed in a field, and when it is opened cold.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { letIn, startProgram, type Program } from '../kit/program.ts';
import { scriptKb } from './canvas-drive.ts';
import { median } from './figures.ts';

type Size = { width: number; height: number };
const PRESSES = 12;

/** Opens a page of the program in a context of its own, as nobody has been there before. */
export async function openPage(browser: Browser, program: Program, size: Size, at: string) {
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  await letIn(page, program);
  await page.goto(`${program.origin}/#/${at}`, { waitUntil: 'commit' });
  return page;
}

/** Notes in the page when what the panel and the line under the title say was last changed. */
function watch(): void {
  const seen: Record<string, number> = {};
  const see = (name: string, at: string): void => {
    const place = document.querySelector(at) as HTMLElement;
    new MutationObserver(() => {
      // What was changed is drawn with the next frame; a message sent in it comes after that.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => (seen[name] ??= performance.now());
        port2.postMessage(0);
      });
    }).observe(place, { subtree: true, childList: true, characterData: true });
  };
  see('sentence', '.inspector');
  see('contract', '.line');
  addEventListener(
    'keydown',
    (event) => {
      for (const name of Object.keys(seen)) delete seen[name];
      seen['pressed'] = event.timeStamp;
    },
    true,
  );
  Object.assign(globalThis, { seen });
}

const readSeen = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(() => ({ ...(globalThis as unknown as { seen: Record<string, number> }).seen }));

/** Milliseconds from a key to what the step and what the drawing says, with 200 steps. */
export async function editLatency(
  browser: Browser,
  program: Program,
  slug: string,
  size: Size,
): Promise<{ sentence: number; contract: number }> {
  const page = await openPage(browser, program, size, `design/${slug}`);
  await page.locator('.line b').first().waitFor();
  await page.keyboard.press('1'); // the first block is drawn only where it can be seen
  await page.locator('.react-flow__node[data-id="b0_which"]').click();
  const field = page.locator('.inspector input[inputmode], .inspector input[type=number]').first();
  await field.click();
  await page.evaluate(watch);
  const took: { sentence: number[]; contract: number[] } = { sentence: [], contract: [] };
  for (let i = 0; i < PRESSES; i++) {
    await page.keyboard.press(i % 2 === 0 ? '1' : 'Backspace');
    await page.waitForFunction(
      () => 'contract' in (globalThis as unknown as { seen: object }).seen,
    );
    const { pressed = 0, sentence = 0, contract = 0 } = await readSeen(page);
    took.sentence.push(sentence - pressed);
    took.contract.push(contract - pressed);
  }
  await page.context().close();
  return { sentence: median(took.sentence), contract: median(took.contract) };
}

/**
 * Milliseconds to start the program on a known workspace, and then from the address to a designer
 * that can be used and to what its drawing promises; and the script read until it could be used.
 */
export async function coldStart(
  browser: Browser,
  slug: string,
  size: Size,
): Promise<{ program: number; usable: number; judged: number; scriptKb: number }> {
  const workspace = mkdtempSync(path.join(tmpdir(), 'interlock-cold-'));
  await (await startProgram(workspace)).halt();
  const took: Record<'program' | 'usable' | 'judged' | 'scriptKb', number[]> = {
    program: [],
    usable: [],
    judged: [],
    scriptKb: [],
  };
  for (let i = 0; i < 3; i++) {
    const started = performance.now();
    const program = await startProgram(workspace);
    const began = performance.now();
    took.program.push(began - started);
    const page = await openPage(browser, program, size, `design/${slug}`);
    await page.locator('.react-flow__node .card').first().waitFor();
    took.usable.push(performance.now() - began);
    took.scriptKb.push(await scriptKb(page));
    await page.locator('.line b').first().waitFor();
    took.judged.push(performance.now() - began);
    await page.context().close();
    await program.halt();
  }
  rmSync(workspace, { recursive: true, force: true });
  return {
    program: median(took.program),
    usable: median(took.usable),
    judged: median(took.judged),
    scriptKb: median(took.scriptKb),
  };
}
