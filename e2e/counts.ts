// Real counts out of the reports the runners write. A runner that broke before it could count
// (no report, an error outside every test) counts as one failure, never as nothing.

/** How many tests passed, failed and were skipped; of those that passed, how many only when
 * they were tried again. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  retried?: number;
}

export const BROKEN: Counts = { passed: 0, failed: 1, skipped: 0 };

/** The sum over several runners. */
export function addCounts(all: Counts[]): Counts {
  return all.reduce<Required<Counts>>(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
      retried: sum.retried + (one.retried ?? 0),
    }),
    { passed: 0, failed: 0, skipped: 0, retried: 0 },
  );
}

/** The last line of `npm test`. */
export function countsLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/** Counts of vitest's JSON report; a file that could not even be loaded is one failure. */
export function vitestCounts(text: string | undefined, code: number): Counts {
  if (text === undefined) return BROKEN;
  const report = JSON.parse(text) as VitestReport;
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return atLeastOneFailure(code, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/** Counts of Playwright's JSON report; what held at the second try is told apart (`retried`). */
export function playwrightCounts(text: string | undefined, code: number): Counts {
  if (text === undefined) return BROKEN;
  const { stats, errors } = JSON.parse(text) as PlaywrightReport;
  return atLeastOneFailure(code, {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    retried: stats.flaky,
  });
}

/** A runner that ended badly without a failed test (an unhandled error, say) did fail once. */
function atLeastOneFailure(code: number, counts: Counts): Counts {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
