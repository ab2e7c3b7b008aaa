// When an address or a tool is left alone: too many of its last answers failed, it became too slow,
// or it asked for a pause. Pure: the state follows from recorded attempts alone, so a restart
// changes nothing.
// BR1 it opens when, of at least LEAST recent attempts, half failed; or when a full window of them
//     is slower at the 95th percentile than allowed.
// BR2 open = nothing starts until the trial time; then exactly one attempt is the trial. A good one
//     closes it, a bad one keeps it open for twice as long.
// BR3 attempts sent before it opened say nothing any more.
// BR4 a clock that was set back never keeps it open for longer than the longest rest.

import type { Failure, Said } from '../node.ts';

/** One attempt that has ended: when, how long it took, and whether it brought an answer. */
export type Outcome = {
  at: number;
  ms: number;
  ok: boolean;
  /** It asked to be left alone for so long from then on. */
  restMs?: number | undefined;
};

/** Attempts that are looked at, and for how long each counts. */
export const WINDOW = 20;
const WITHIN_MS = 5 * 60_000;
const LEAST = 10;
const SHARE = 0.5;
const REST_MS = 30_000;
/** Longest rest, whoever asks for it. */
export const LONGEST_REST_MS = 10 * 60_000;

/** Ends that say nothing about whether the other side can be reached. */
const OURS = new Set([
  'failure.interrupted',
  'failure.model_stopped',
  'failure.model_no_schema',
  'failure.model_misfit',
  'failure.model_empty',
  'failure.hallucinated_tool_use',
  'failure.hallucinated_arguments',
]);

/**
 * What an attempt says of the other side, if anything: an answer that is a refusal is an answer.
 */
export function outcomeOf(
  { at, ms, restMs }: Pick<Outcome, 'at' | 'ms' | 'restMs'>,
  failure: Failure | undefined,
): Outcome | undefined {
  if (failure && OURS.has(failure.code)) return undefined;
  return { at, ms, ok: failure?.kind !== 'retryable', restMs };
}

/** May something start? `trial`: only one, and none that began after `since` is under way. */
export type Gate =
  | { is: 'closed' }
  | { is: 'open'; until: number; why: Said }
  | { is: 'trial'; since: number; why: Said };

type Open = { until: number; times: number; why: Said };
type Fold = { recent: Outcome[]; open: Open | undefined; restUntil: number };

/** The gate after these attempts, oldest first. `latencyMs`: slower than this is too slow. */
export function gateAt(outcomes: readonly Outcome[], now: number, latencyMs?: number): Gate {
  const fold: Fold = { recent: [], open: undefined, restUntil: 0 };
  for (const outcome of outcomes) take(fold, outcome, latencyMs);
  const { open, restUntil } = fold;
  if (isAhead(restUntil, now) && restUntil > (open?.until ?? 0))
    return { is: 'open', until: restUntil, why: { code: 'why.asked_to_wait' } };
  if (!open) return { is: 'closed' };
  return isAhead(open.until, now)
    ? { is: 'open', until: open.until, why: open.why }
    : { is: 'trial', since: open.until, why: open.why };
}

/** BR4 */
const isAhead = (until: number, now: number): boolean =>
  until > now && until <= now + LONGEST_REST_MS;

function take(fold: Fold, outcome: Outcome, latencyMs: number | undefined): void {
  const { at, ms, ok, restMs = 0 } = outcome;
  if (restMs > 0) fold.restUntil = at + Math.min(restMs, LONGEST_REST_MS);
  const { open } = fold;
  if (open) {
    if (at - ms < open.until) return; // BR3
    const isGood = ok && ms <= (latencyMs ?? Infinity);
    if (isGood) Object.assign(fold, { open: undefined, recent: [] });
    else fold.open = opened(at, open.times, open.why); // BR2
    return;
  }
  fold.recent = [...fold.recent, outcome].filter((o) => o.at > at - WITHIN_MS).slice(-WINDOW);
  const why = verdict(fold.recent, latencyMs);
  if (why) fold.open = opened(at, 0, why);
}

const opened = (at: number, times: number, why: Said): Open => ({
  until: at + Math.min(REST_MS * 2 ** times, LONGEST_REST_MS),
  times: times + 1,
  why,
});

/** Why it opens, if it does (BR1). */
function verdict(recent: readonly Outcome[], latencyMs: number | undefined): Said | undefined {
  const n = recent.length;
  const failed = recent.filter(({ ok }) => !ok).length;
  if (n >= LEAST && failed >= n * SHARE)
    return { code: 'why.breaker_errors', params: { failed, n } };
  if (latencyMs === undefined || n < WINDOW) return undefined;
  const p95 = recent.map(({ ms }) => ms).toSorted((a, b) => a - b)[Math.ceil(n * 0.95) - 1] ?? 0;
  return p95 > latencyMs
    ? { code: 'why.breaker_slow', params: { ms: p95, most: latencyMs } }
    : undefined;
}
