// Takes pictures of every screen from the real program on a fresh workspace, so that people can
// look at what they changed. Nothing is judged here.
//
//   node e2e/pictures.ts [--to folder] [--size 1440,1024,zoom] [--scheme light,dark]
//                        [--language en,de] [screen …]

import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from 'playwright';
import type { Language } from '../engine/base/text/say.ts';
import { findChromium, launchOptions } from './chromium.ts';
import { letIn, startProgram } from './kit/program.ts';
import { EMPTY, makeRuns, screensOf, show, type Screen } from './kit/screens.ts';

/** `zoom` is what a window of 1440 × 900 has room for at 200 %. */
const SIZES = {
  1440: { width: 1440, height: 900 },
  1024: { width: 1024, height: 700 },
  zoom: { width: 720, height: 450 },
} as const;

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    to: { type: 'string', default: path.join(tmpdir(), 'shots') },
    size: { type: 'string', default: '1440,1024' },
    scheme: { type: 'string', default: 'light,dark' },
    language: { type: 'string', default: 'en' },
  },
});

type Variant = { size: keyof typeof SIZES; scheme: 'light' | 'dark'; language: Language };

/** Every screen once, on a program of its own: what one changes is no part of the next variant. */
async function take(browser: Browser, { size, scheme, language }: Variant): Promise<void> {
  const program = await startProgram();
  const context = await browser.newContext({ viewport: SIZES[size], colorScheme: scheme });
  await letIn(context, program);
  const picture = async (screen: Screen): Promise<void> => {
    if (wanted.length > 0 && !wanted.includes(screen.name)) return;
    const page = await context.newPage();
    const told = `${screen.name}-${size}-${scheme}-${language}`;
    const tell = (text: string) => process.stdout.write(`${told}: ${text}\n`);
    page.on('console', (said) => /error|warning/.test(said.type()) && tell(said.text()));
    page.on('pageerror', (wrong) => tell(wrong.stack ?? wrong.message));
    page.setDefaultTimeout(4000);
    await show(page, program, screen, language).catch((wrong: Error) => tell(wrong.message));
    // What moves into its place has arrived.
    await page.waitForTimeout(400);
    await page.screenshot({ path: path.join(values.to, `${told}.png`) });
    await page.close();
  };
  try {
    for (const screen of EMPTY) await picture(screen);
    for (const screen of screensOf(await makeRuns(program))) await picture(screen);
  } finally {
    await context.close();
    await program.stop();
  }
}

mkdirSync(values.to, { recursive: true });
const browser = await chromium.launch(launchOptions(findChromium()));
try {
  for (const language of values.language.split(',') as Language[])
    for (const size of values.size.split(',') as Variant['size'][])
      for (const scheme of values.scheme.split(',') as Variant['scheme'][])
        await take(browser, { size, scheme, language });
} finally {
  await browser.close();
}
