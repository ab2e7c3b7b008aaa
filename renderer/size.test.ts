// How much a page has to read before anybody can work, as a budget: what is not needed at once has
// a file of its own (frame/later.tsx), and a library that is too dear for every page shows here.
import path from 'node:path';
import { build, type Rolldown } from 'vite';
import { beforeAll, expect, test, vi } from 'vitest';

const KB = 1000;
/** Measured 742 for the frame and 1,870 for the designer, minified and not packed. */
const FRAME_KB = 800;
const DESIGNER_KB = 2000;

let chunks: Rolldown.OutputChunk[] = [];
beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production'); // as it is shipped, not as it is tested
  const configFile = path.join(import.meta.dirname, 'vite.config.ts');
  const built = await build({ configFile, logLevel: 'silent', build: { write: false } });
  vi.unstubAllEnvs();
  const [{ output }] = (Array.isArray(built) ? built : [built]) as [Rolldown.RolldownOutput];
  chunks = output.filter((file) => file.type === 'chunk');
}, 120_000);

/** A file with all it cannot do without. */
function withImports(name: string | undefined, seen = new Set<string>()): Set<string> {
  const chunk = chunks.find((one) => one.fileName === name);
  if (!chunk || seen.has(chunk.fileName)) return seen;
  seen.add(chunk.fileName);
  for (const other of chunk.imports) withImports(other, seen);
  return seen;
}

const kilobytes = (names: Set<string>): number =>
  chunks
    .filter((chunk) => names.has(chunk.fileName))
    .reduce((sum, { code }) => sum + Buffer.byteLength(code) / KB, 0);

const named = (isIt: (chunk: Rolldown.OutputChunk) => boolean): string | undefined =>
  chunks.find(isIt)?.fileName;

test('what every page reads is within its budget', () => {
  const entry = withImports(named((chunk) => chunk.isEntry));
  expect(kilobytes(entry)).toBeLessThan(FRAME_KB);
  expect(kilobytes(entry)).toBeGreaterThan(FRAME_KB / 4);
});

test('the designer is within its budget', () => {
  const designer = withImports(named((chunk) => chunk.name === 'design-screen'));
  expect(kilobytes(designer)).toBeLessThan(DESIGNER_KB);
  expect(kilobytes(designer)).toBeGreaterThan(DESIGNER_KB / 4);
});

test('no screen is part of what every page reads', () => {
  const entry = withImports(named((chunk) => chunk.isEntry));
  const screens = chunks
    .filter((chunk) => entry.has(chunk.fileName))
    .flatMap((chunk) => Object.keys(chunk.modules))
    .filter((file) => /renderer\/.*(screen|dialog|-form|canvas)\.tsx$/.test(file));
  expect(screens).toEqual([]);
});
