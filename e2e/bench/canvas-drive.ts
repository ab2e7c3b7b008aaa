// What is done on a canvas while its frames are counted. Everything here runs in the page, the same
// for ours and for bare React Flow; frames are not held back to the screen's rate, so that a frame
// takes as long as its work.

import type { Page } from 'playwright';

/** How long each frame of a gesture took, in milliseconds. */
export type Frames = number[];
const FRAMES = 120;
/** The first frames of a gesture set it up. */
const BEGIN = 6;

/** The milliseconds of each frame while the wheel pans; throws if nothing moved. */
function pan(frames: number): Promise<number[]> {
  const pane = document.querySelector('.react-flow__pane') as HTMLElement;
  const view = document.querySelector('.react-flow__viewport') as HTMLElement;
  const { left, top, width, height } = pane.getBoundingClientRect();
  const before = view.style.transform;
  return new Promise((resolve, reject) => {
    const took: number[] = [];
    let last = performance.now();
    let moved = false;
    const tick = (): void => {
      const now = performance.now();
      took.push(now - last);
      last = now;
      const i = took.length;
      moved ||= view.style.transform !== before;
      if (i > frames) return moved ? resolve(took) : reject(new Error('the wheel moved nothing'));
      const [deltaX, deltaY] = [i % 20 < 10 ? 12 : -9, i % 30 < 15 ? 9 : -6];
      const at = { clientX: left + width / 2, clientY: top + height / 2 };
      pane.dispatchEvent(
        new WheelEvent('wheel', { bubbles: true, cancelable: true, deltaX, deltaY, ...at }),
      );
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
}

/** The same while the card nearest to the middle is dragged about. */
function drag(frames: number): Promise<number[]> {
  const pane = document.querySelector('.react-flow__pane') as HTMLElement;
  const { left, top, width, height } = pane.getBoundingClientRect();
  const [mx, my] = [left + width / 2, top + height / 2];
  const away = (card: Element): number => {
    const box = card.getBoundingClientRect();
    return Math.hypot(box.left + box.width / 2 - mx, box.top + box.height / 2 - my);
  };
  const cards = [...document.querySelectorAll<HTMLElement>('.react-flow__node')];
  const card = cards.toSorted((a, b) => away(a) - away(b))[0] as HTMLElement;
  const { id } = card.dataset;
  const place = (): string | undefined =>
    document.querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"]`)?.style.transform;
  const before = place();
  const box = card.getBoundingClientRect();
  let [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const say = (type: string, target: EventTarget): void => {
    const buttons = type === 'mouseup' ? 0 : 1;
    const at = { clientX: x, clientY: y, button: 0, buttons, view: window };
    target.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, ...at }));
  };
  say('mousedown', card);
  return new Promise((resolve, reject) => {
    const took: number[] = [];
    let last = performance.now();
    let moved = false;
    const tick = (): void => {
      const now = performance.now();
      took.push(now - last);
      last = now;
      const i = took.length;
      moved ||= place() !== before;
      if (i > frames) {
        say('mouseup', window);
        return moved ? resolve(took) : reject(new Error('nothing was dragged'));
      }
      x += i % 20 < 10 ? 5 : -4;
      y += i % 30 < 15 ? 4 : -3;
      say('mousemove', window);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
}

/** Frame times of one gesture on the page that is open. */
export async function framesOf(page: Page, gesture: 'pan' | 'drag'): Promise<Frames> {
  const took = await page.evaluate(gesture === 'pan' ? pan : drag, FRAMES);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  return took.slice(BEGIN);
}

/** Where the canvas looks: pixels and zoom of its upper left corner. */
export type View = { x: number; y: number; zoom: number };

/** Where the canvas looks now, once it stands still. */
export function viewOf(page: Page): Promise<View> {
  return page.evaluate(async () => {
    const view = document.querySelector('.react-flow__viewport') as HTMLElement;
    const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
    let [before, still] = ['', 0];
    while (still < 20) {
      still = view.style.transform === before ? still + 1 : 0;
      before = view.style.transform;
      await frame();
    }
    const { a, e, f } = new DOMMatrix(before);
    return { x: e, y: f, zoom: a };
  });
}

/** Kilobytes of script the page has read by now, unpacked. */
export const scriptKb = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const read = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const scripts = read.filter(({ name }) => new URL(name).pathname.endsWith('.js'));
    return scripts.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0) / 1000;
  });

/** Megabytes of the page's heap after what is not used is thrown away. */
export async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e6;
}
