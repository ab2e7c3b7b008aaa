// The window beside a very long run at full speed: how smoothly it moves, how soon it answers.

import type { Browser, Page } from 'playwright';
import { letIn, type Program } from '../kit/program.ts';
import { median, percentile } from './figures.ts';

const LOOK_MS = 4000;
const LOOKS = 3;

/** Milliseconds of each frame, and from a press on a step to its panel; `steps` a second. */
export type Beside = { frames: number[]; answers: number; steps: number };

async function asked<T>(program: Program, name: string, body?: object): Promise<T> {
  const answer = await fetch(`${program.origin}/api/${name}`, {
    headers: { authorization: `Bearer ${program.token}`, 'content-type': 'application/json' },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  return (await answer.json()) as T;
}

/** The frames of the next seconds, as the page itself sees them. */
const framesOf = (page: Page): Promise<number[]> =>
  page.evaluate(
    (ms) =>
      new Promise<number[]>((done) => {
        const frames: number[] = [];
        let last = performance.now();
        const end = last + ms;
        const tick = (): void => {
          const now = performance.now();
          frames.push(now - last);
          last = now;
          if (now < end) requestAnimationFrame(tick);
          else done(frames);
        };
        requestAnimationFrame(tick);
      }),
    LOOK_MS,
  );

/** Presses a row of the record and waits until the panel tells of that step. */
async function press(page: Page, name: string): Promise<number> {
  const began = performance.now();
  const row = page.locator('.rec-b').filter({ has: page.getByText(name, { exact: true }) });
  await row.first().click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
  return performance.now() - began;
}

/**
 * Starts a run of the long drawing at `slug` at full speed and looks at it from a window; then
 * pauses it and looks again.
 */
export async function besideRun(
  browser: Browser,
  program: Program,
  slug: string,
  size: { width: number; height: number },
): Promise<{ running: Beside; resting: Beside }> {
  const { run } = await asked<{ run: string }>(program, 'startRun', {
    slug,
    input: {},
    pace: 'full',
  });
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  await letIn(page, program);
  await page.goto(`${program.origin}/#/run/${run}`);
  await page.locator('.react-flow__node .card').first().waitFor();
  const calls = async (): Promise<number> =>
    (await asked<{ usage: { toolCalls: number } }>(program, `run?run=${run}`)).usage.toolCalls;
  const look = async (): Promise<Beside> => {
    const [frames, answers]: [number[], number[]] = [[], []];
    const [before, began] = [await calls(), performance.now()];
    for (let i = 0; i < LOOKS; i++) {
      frames.push(...(await framesOf(page)));
      answers.push(await press(page, 'one'), await press(page, 'two'));
    }
    const seconds = (performance.now() - began) / 1000;
    return { frames, answers: median(answers), steps: ((await calls()) - before) / seconds };
  };
  const running = await look();
  await asked(program, 'pauseRun', { run });
  const resting = await look();
  await asked(program, 'stopRun', { run });
  await context.close();
  return { running, resting };
}

/** One row of the table: its name and how smooth and quick it was. */
export const besideRow = (name: string, { frames, answers, steps }: Beside): string[] => [
  name,
  [50, 95, 99].map((p) => percentile(frames, p).toFixed(1)).join(' / '),
  `${answers.toFixed(0)} ms`,
  `${Math.round(steps)}`,
];
