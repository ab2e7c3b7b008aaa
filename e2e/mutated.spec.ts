// Documents nobody drew, opened one after another in one window, some of their steps with their
// settings: each is drawn or refused with a sentence, and never leaves a white page.
import { expect, test } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { letIn, startProgram, type Program } from './kit/program.ts';
import { mutant } from './mutants/mutate.ts';

const COUNT = 200;
/** Documents among the first ten thousand that once broke the drawing. */
const FOUND = [2340, 2854, 4687, 9320];
const DOCUMENTS = [...Array(COUNT).keys(), ...FOUND];
const STEPS = 3;

let program: Program;
test.beforeAll(async () => {
  program = await startProgram();
  for (const n of DOCUMENTS)
    for (const [name, text] of Object.entries(mutant(n).files)) {
      const file = path.join(program.workspace, 'workflows', `mutant-${n}`, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
});
test.afterAll(() => program.stop());

/** Opens documents in the page and presses some steps of each; what became of every one. */
async function openAll([documents, steps]: [number[], number]): Promise<[string, string][]> {
  const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
  const page = (): HTMLElement | null => document.querySelector('.state-page');
  const seen = async (slug: string): Promise<string> => {
    location.hash = `#/design/${slug}`;
    const until = performance.now() + 10_000;
    // The document before goes first; an empty drawing has a canvas and no step.
    while (document.querySelector('.canvas, .state-page')?.getAttribute('data-old') === 'yes')
      if (performance.now() > until) return 'nothing happened';
      else await frame();
    while (!document.querySelector('.canvas .react-flow__viewport, .state-page'))
      if (performance.now() > until) return 'a white page';
      else await frame();
    const all = [...document.querySelectorAll<HTMLElement>('.react-flow__node')];
    for (const step of all.slice(0, steps)) {
      step.click();
      await frame();
    }
    const shown = page()?.querySelector('h1')?.textContent;
    document.querySelector('.canvas, .state-page')?.setAttribute('data-old', 'yes');
    return shown ?? (all.length > 0 ? 'drawn' : 'empty');
  };
  const found: [string, string][] = [];
  for (const n of documents) found.push([`mutant-${n}`, await seen(`mutant-${n}`)]);
  return found;
}

test('no document leaves a white page or an error behind', async ({ page }) => {
  test.setTimeout(300_000); // two hundred documents, one after another
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.stack ?? error.message}`));
  await letIn(page, program);
  await page.goto(`${program.origin}/#/`);
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  const found = await page.evaluate(openAll, [DOCUMENTS, STEPS] as [number[], number]);
  const fates = Map.groupBy(found, ([, fate]) => fate);
  const fine = ['drawn', 'empty', 'This workflow cannot be opened'];
  expect(found.filter(([, fate]) => !fine.includes(fate))).toEqual([]);
  expect(fates.get('drawn')?.length).toBeGreaterThan(COUNT / 2);
  expect(errors).toEqual([]);
});
