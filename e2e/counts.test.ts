// The last line of `npm test` is only worth something when no failure can hide from it.
import { expect, test } from 'vitest';
import { addCounts, countsLine, playwrightCounts, vitestCounts } from './counts.ts';

const vitest = (more: object = {}) =>
  JSON.stringify({
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 0,
    testResults: [{ status: 'failed', assertionResults: [{}] }],
    ...more,
  });
const playwright = (stats: object, errors: unknown[] = []) =>
  JSON.stringify({ stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors });

test("vitest's report is counted as it stands", () => {
  expect(vitestCounts(vitest(), 1)).toEqual({ passed: 3, failed: 1, skipped: 1 });
});

test('a test file that could not be loaded is a failure', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }];
  expect(vitestCounts(vitest({ numFailedTests: 0, testResults }), 1).failed).toBe(1);
});

test('a runner that ends badly without a failed test is a failure', () => {
  expect(vitestCounts(vitest({ numFailedTests: 0, testResults: [] }), 1).failed).toBe(1);
  expect(playwrightCounts(playwright({}), 1).failed).toBe(1);
});

test('a runner that wrote no report is a failure', () => {
  expect(vitestCounts(undefined, 0).failed).toBe(1);
  expect(playwrightCounts(undefined, 0).failed).toBe(1);
});

test('a browser test that held at the second try is told apart; an error outside is a failure', () => {
  expect(playwrightCounts(playwright({ flaky: 1 }), 0)).toMatchObject({ passed: 3, retried: 1 });
  expect(playwrightCounts(playwright({}, [{}]), 1).failed).toBe(1);
});

test('the last line names skipped tests only when there are some', () => {
  const sum = addCounts([
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 2, failed: 1, skipped: 0 },
  ]);
  expect(countsLine(sum)).toBe('3 passed, 1 failed');
  expect(countsLine({ ...sum, skipped: 4 })).toBe('3 passed, 1 failed, 4 skipped');
});
