// `npm run bench -- canvas`: the designer in a real Chromium, beside bare React Flow with as many
// plain nodes in the same places, in the same run. Frames are not held back to the screen's rate.
// Rounds of ours and of bare alternate, so that what else the machine does touches both alike.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type LaunchOptions, type Page } from 'playwright';
import { build } from 'vite';
import react from '@vitejs/plugin-react';
import type { Folder } from '../../engine/1-document/schema.ts';
import { findChromium, launchOptions, NO_CHROMIUM } from '../chromium.ts';
import { startProgram, type Program } from '../kit/program.ts';
import { longDrawing } from '../promises/long-drawing.ts';
import { besideRow, besideRun } from './beside-run.ts';
import { plain, wide } from './canvas-drawing.ts';
import { framesOf, heapMb, scriptKb, viewOf, type Frames, type View } from './canvas-drive.ts';
import { coldStart, editLatency, openPage } from './canvas-edit.ts';
import { figure, median, percentile, table } from './figures.ts';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);
const SIZE = { width: 1440, height: 900 };
/** The canvas of the designer on such a window: bare React Flow gets as much. */
const CANVAS = { width: 704, height: 811 };
const UNCAPPED = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];
const TYPES: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

/** Builds the bare page and serves it from this process. */
async function bareServer(): Promise<{ origin: string; end: () => void }> {
  const outDir = mkdtempSync(path.join(tmpdir(), 'interlock-bare-'));
  const root = path.join(import.meta.dirname, 'bare');
  await build({
    root,
    configFile: false,
    plugins: [react()],
    logLevel: 'silent',
    build: { outDir, emptyOutDir: true, target: 'chrome140' },
  });
  const server = createServer((asked, answer) => {
    const name = asked.url === '/' ? 'index.html' : (asked.url ?? '').slice(1);
    const kind = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    readFile(path.join(outDir, path.normalize(name))).then(
      (bytes) => answer.writeHead(200, { 'content-type': kind }).end(bytes),
      () => answer.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const end = (): void => {
    server.close();
    rmSync(outDir, { recursive: true, force: true });
  };
  return { origin: `http://127.0.0.1:${port}`, end };
}

/** Puts a drawing into the workspace of a program. */
function keep({ workspace }: Program, slug: string, folder: Folder): void {
  const dir = path.join(workspace, 'workflows', slug);
  mkdirSync(dir, { recursive: true });
  const write = (name: string, what: unknown): void =>
    writeFileSync(path.join(dir, name), JSON.stringify(what));
  write('workflow.json', { ...folder.workflow, id: slug.replaceAll('-', '_') });
  write('tools.json', { cards: folder.cards });
  write('rules.json', folder.rules);
  write('practice.json', folder.practice);
}

/** The drawing in the designer, measured and standing still. */
async function openOurs(browser: Browser, program: Program, slug: string): Promise<Page> {
  const page = await openPage(browser, program, SIZE, `design/${slug}`);
  await page.locator('.line b').first().waitFor();
  await page.waitForTimeout(2000); // what is fetched for later
  return page;
}

async function openBare(browser: Browser, origin: string, drawn: unknown): Promise<Page> {
  const context = await browser.newContext({ viewport: CANVAS });
  const page = await context.newPage();
  await page.addInitScript((data) => Object.assign(globalThis, { drawn: data }), drawn);
  await page.goto(origin);
  await page.locator('.react-flow__node').first().waitFor();
  return page;
}

/** Looks where ours looks. */
const lookAt = (page: Page, view: View): Promise<unknown> =>
  page.evaluate((to) => {
    const { flow } = globalThis as unknown as { flow: { setViewport: (to: View) => unknown } };
    return flow.setViewport(to);
  }, view);

type Pair = { ours: Frames; bare: Frames };
const CASES = [
  { name: 'zoom 1, panning', key: '0', gesture: 'pan' },
  { name: 'zoom 1, dragging', key: '0', gesture: 'drag' },
  { name: 'everything in view, panning', key: '1', gesture: 'pan' },
  { name: 'everything in view, dragging', key: '1', gesture: 'drag' },
] as const;
const SIZES = [100, 500, 1000];
const slugOf = (steps: number): string => `steps-${steps}`;

type Side = 'ours' | 'bare';
/** What one size came to: frames of each gesture from all rounds, and the heap of each round. */
type Sized = { pairs: Map<string, Pair>; heaps: Record<Side, number[]> };

async function measure(browser: Browser, program: Program, origin: string, steps: number) {
  const folder = wide(steps);
  keep(program, slugOf(steps), folder);
  const pairs = new Map<string, Pair>(CASES.map(({ name }) => [name, { ours: [], bare: [] }]));
  const heaps: Record<Side, number[]> = { ours: [], bare: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const ours = await openOurs(browser, program, slugOf(steps));
    const bare = await openBare(browser, origin, plain(folder));
    for (const { name, key, gesture } of CASES) {
      await ours.bringToFront();
      await ours.keyboard.press(key);
      const view = await viewOf(ours);
      pairs.get(name)?.ours.push(...(await framesOf(ours, gesture)));
      await ours.keyboard.press('Control+z');
      await bare.bringToFront();
      await lookAt(bare, view);
      await viewOf(bare);
      pairs.get(name)?.bare.push(...(await framesOf(bare, gesture)));
    }
    heaps.ours.push(await heapMb(ours));
    heaps.bare.push(await heapMb(bare));
    await ours.context().close();
    await bare.context().close();
  }
  return { pairs, heaps } satisfies Sized;
}

const PERCENTILES = [50, 95, 99];

function rowOf(steps: number, { name, key }: (typeof CASES)[number], pair: Pair): string[] {
  const said = (frames: Frames): string =>
    PERCENTILES.map((p) => figure(percentile(frames, p))).join(' / ');
  const ratio = percentile(pair.ours, 95) / percentile(pair.bare, 95);
  const goal = key === '0' ? 'p95 ≤ 16.7 ms' : 'p95 ≤ 1.0 × bare';
  const isJudged = steps === SIZES.at(-1);
  const row = [`${steps} steps, ${name}`, said(pair.ours), said(pair.bare)];
  return [...row, `× ${ratio.toFixed(2)}`, isJudged ? goal : ''];
}

const out = (text: string): void => void process.stdout.write(`${text}\n`);

async function frames(browser: Browser, program: Program, origin: string): Promise<void> {
  const all = new Map<number, Sized>();
  for (const steps of SIZES) all.set(steps, await measure(browser, program, origin, steps));
  out('The canvas in Chromium, beside bare React Flow: milliseconds a frame, p50 / p95 / p99');
  const rows = [...all].flatMap(([steps, { pairs }]) =>
    CASES.map((one) => rowOf(steps, one, pairs.get(one.name) ?? { ours: [], bare: [] })),
  );
  out(table([['', 'ours', 'bare', 'p95 ours × bare', 'goal'], ...rows]));
  const heaps = [...all].map(
    ([
      steps,
      {
        heaps: { ours, bare },
      },
    ]) => [
      `heap, ${steps} steps`,
      `${figure(median(ours))} MB`,
      `${figure(median(bare))} MB`,
      steps === SIZES.at(-1) ? '≤ 150 MB' : '',
    ],
  );
  out(table([['\nmemory of the page', 'ours', 'bare', 'goal'], ...heaps]));
}

async function designer(browser: Browser, program: Program, origin: string): Promise<void> {
  const drawn = wide(200);
  keep(program, slugOf(200), drawn);
  const edit = await editLatency(browser, program, slugOf(200), SIZE);
  const cold = await coldStart(browser, 'expense-approval', SIZE);
  const bare = await openBare(browser, origin, plain(drawn));
  const bareKb = await scriptKb(bare);
  await bare.context().close();
  out(
    table([
      ['\nof the designer', 'measured', 'goal'],
      ['200 steps, key press to the step’s sentence, drawn', `${figure(edit.sentence)} ms`, ''],
      [
        '200 steps, key press to what the drawing promises, drawn',
        `${figure(edit.contract)} ms`,
        '',
      ],
      ['cold start: the program', `${figure(cold.program)} ms`, ''],
      [
        'cold start: from the address to a designer that can be used',
        `${figure(cold.usable)} ms`,
        '',
      ],
      ['cold start: both', `${figure(cold.program + cold.usable)} ms`, '≤ 2 s'],
      [
        'cold start: from the address to what the drawing promises',
        `${figure(cold.judged)} ms`,
        '',
      ],
      ['script read until it can be used', `${figure(cold.scriptKb)} kB`, '≤ 2,000 kB'],
      ['script of the bare page', `${figure(bareKb)} kB`, ''],
    ]),
  );
}

/** A thousand rounds of a hundred steps: longer than anybody looks at it. */
const ROUNDS_BESIDE = 1000;

async function live(options: LaunchOptions, program: Program): Promise<void> {
  keep(program, 'long', longDrawing(ROUNDS_BESIDE));
  const usual = await chromium.launch(options); // frames at the rate of a screen
  const { running, resting } = await besideRun(usual, program, 'long', SIZE);
  await usual.close();
  out(
    table([
      ['\nbeside a run', 'ms a frame, p50 / p95 / p99', 'press to panel', 'steps/s'],
      besideRow('at full speed', running),
      besideRow('the same, paused', resting),
    ]),
  );
}

const file = findChromium();
if (!file) throw new Error(NO_CHROMIUM);
const options = launchOptions(file);
const browser = await chromium.launch({ ...options, args: [...(options.args ?? []), ...UNCAPPED] });
const program = await startProgram();
const bare = await bareServer();
try {
  await frames(browser, program, bare.origin);
  await designer(browser, program, bare.origin);
  await live(options, program);
} finally {
  await browser.close();
  bare.end();
  await program.stop();
}
