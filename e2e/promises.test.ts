// What Interlock promises, as data (promises.json), held against what is really there: every
// promise has a test that is called like it and a sabotage that turns that very test red, or says
// that it is not kept yet and why; the table in the README says the same.
// PT1 nothing is taken for granted by its name in a list: tests are read from their files, and what
//    a sabotage changes must stand in its file exactly once.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import promisesJson from './promises.json' with { type: 'json' };
import { hasTest, testNames, type TestName } from './promises/test-names.ts';
import { patchSchema, type Patch } from './sabotage/patch.ts';
import { ROOT } from './tool.ts';

const PROMISES = 26;
const promiseSchema = z.strictObject({
  id: z.string().regex(/^P\d+$/),
  /** As a person reads it; a test of this name, but for its first letter, proves it. */
  sentence: z.string().regex(/^[A-Z].*[^.]$/),
  /** In half a sentence: what is done to find out. */
  how: z.string().min(1),
  tests: z.array(z.strictObject({ testFile: z.string(), test: z.string() })),
  sabotages: z.array(z.string()),
  /** What of it is not kept or not shown yet, and why. */
  notYet: z.string().min(20).optional(),
});
type Promised = z.infer<typeof promiseSchema>;
const promises = z.array(promiseSchema).parse(promisesJson);

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const folder = path.join(ROOT, 'e2e/sabotage');
const patches: Patch[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => z.array(patchSchema).parse(JSON.parse(read(`e2e/sabotage/${file}`))));

const known = new Map<string, TestName[]>();
/** The tests of a file; none where there is no such file. */
function testsOf(file: string): TestName[] {
  const had = known.get(file);
  if (had) return had;
  let names: TestName[] = [];
  try {
    names = testNames(read(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  known.set(file, names);
  return names;
}
const exists = (file: string, test: string): boolean => hasTest(testsOf(file), test);

const asTest = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

/** The test of a promise that is called like it, as its file plainly says. */
const ownTest = ({ sentence, tests }: Promised) =>
  tests.find(({ testFile }) =>
    testsOf(testFile).some(
      ({ isPlain, title, full }) =>
        isPlain && [title, full].some((name) => name.test(asTest(sentence))),
    ),
  );

test('every promise is there once, and none is silent', () => {
  const ids = Array.from({ length: PROMISES }, (_, i) => `P${i + 1}`);
  expect(promises.map(({ id }) => id)).toEqual(ids);
  expect(new Set(promises.map(({ sentence }) => sentence)).size).toBe(PROMISES);
  const silent = promises.filter(
    ({ tests, sabotages, notYet }) => (!tests.length || !sabotages.length) && notYet === undefined,
  );
  expect(silent.map(({ id }) => id)).toEqual([]);
});

test('every promise has a test that is called like it, and every test it names is there', () => {
  const kept = promises.filter(({ tests }) => tests.length);
  expect(kept.filter((one) => !ownTest(one)).map(({ id }) => id)).toEqual([]);
  const missing = kept.flatMap(({ id, tests }) =>
    tests.flatMap((one) => (exists(one.testFile, one.test) ? [] : [`${id}: ${one.test}`])),
  );
  expect(missing).toEqual([]);
});

test('every promise has a sabotage that is meant for the test that is called like it', () => {
  const byName = new Map(patches.map((patch) => [patch.name, patch]));
  const wrong = promises.flatMap((promise) => {
    const lost = promise.sabotages.filter((name) => !byName.has(name));
    const own = ownTest(promise);
    const isMeant = promise.sabotages.some((name) => {
      const { testFile, turnsRed } = byName.get(name) ?? {};
      return own && testFile === own.testFile && asTest(promise.sentence).endsWith(turnsRed ?? '-');
    });
    return [...lost, ...(promise.tests.length && !isMeant ? ['none for its own test'] : [])].map(
      (what) => `${promise.id}: ${what}`,
    );
  });
  expect(wrong).toEqual([]);
});

test('every sabotage still fits its file exactly once, and the test it is for is there', () => {
  expect(patches.length).toBeGreaterThan(PROMISES);
  const names = patches.map(({ name }) => name);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  const unfit = patches.flatMap(({ name, file, find, replace, testFile, turnsRed }) => {
    const times = read(file).split(find).length - 1;
    return [
      ...(times === 1 ? [] : [`${name}: stands ${times} times in ${file}`]),
      ...(find === replace ? [`${name}: changes nothing`] : []),
      ...(exists(testFile, turnsRed) ? [] : [`${name}: no test “${turnsRed}” in ${testFile}`]),
    ];
  });
  expect(unfit).toEqual([]);
});

/** A table of the README without what the formatter adds. */
const plainly = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.replaceAll(/\s+/g, ' ').replaceAll(/-+/g, '-'));

test('the README says what is promised, how it is tested, and what is not yet so', () => {
  const [, section = ''] = read('README.md').split('\n## What Interlock promises\n');
  const rows = promises.map(
    ({ sentence, how, notYet = '' }) => `| ${sentence}. | ${how} | ${notYet} |`,
  );
  const table = ['| promise | how it is tested | not yet |', '| - | - | - |', ...rows];
  expect(plainly(section.split('\n## ')[0] ?? '')).toEqual(plainly(table.join('\n')));
});

test('names of tests are read as a runner reads them', () => {
  const names = testNames(`
    describe('a', () => {
      test('plain (or so)', () => {});
      test.each([1])('of %s and $b', () => {});
      describe.skipIf(x)(\`b \${c}\`, () => { it('d', () => {}); });
    });
  `);
  expect(names.map(({ isPlain }) => isPlain)).toEqual([true, false, false]);
  const found = ['plain (or so)', 'a plain (or so)', 'a of 1 and 2', 'a b x d', 'd'];
  expect(found.filter((name) => !hasTest(names, name))).toEqual([]);
  expect(['plain', 'of 1', 'b', 'a b x'].filter((name) => hasTest(names, name))).toEqual([]);
});
