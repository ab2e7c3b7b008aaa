// Documents nobody drew are read, judged and drawn, or refused in words; `npm run campaign --
// mutants` does the same with ten thousand of them.
import { expect, test } from 'vitest';
import { mutant } from './mutate.ts';
import { mutants } from './survive.ts';

const COUNT = 400;

test('no document throws: it is drawn and judged, or refused with a sentence', () => {
  const { thrown, refused, faulty, sound } = mutants(COUNT);
  expect(thrown).toEqual([]);
  // Most are to get as far as the drawing, or they would prove little.
  expect(faulty + sound).toBeGreaterThan(COUNT / 2);
  expect(refused).toBeGreaterThan(COUNT / 20);
  expect(sound).toBeGreaterThan(COUNT / 40);
});

test('a number is a document', () => {
  expect(mutant(7)).toEqual(mutant(7));
  expect(new Set([1, 2, 3, 4].map((n) => JSON.stringify(mutant(n).files))).size).toBe(4);
});
