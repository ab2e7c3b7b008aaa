// Retries, here and nowhere else: full-jitter exponential backoff as a durable due time.
// R1 attempts are counted against the step and never exceed LIMITS.attempts.
// R2 a tool that may not be called twice for one thing is never tried again by itself, unless the
//    call surely never left this computer.

import { LIMITS } from '../base/limits.ts';
import type { Failure } from '../node.ts';
import { hasAnother } from './failover.ts';
import { isUnheard } from './heard.ts';
import type { LiveEffect } from './live.ts';
import type { Turn } from './turn.ts';

/** Longest pause between two attempts, and the cap on what a provider may ask for. */
const LONGEST_MS = 10 * 60_000;

/** Attempts this step may take in all. */
const attemptsOf = (turn: Turn, effect: LiveEffect): number =>
  Math.min(
    turn.live.plan.nodes.get(effect.row.node)?.attempts ?? effect.definition?.retry.attempts ?? 1,
    LIMITS.attempts,
  );

/** May the call be made again without a person's word? Never where a repeat would happen twice. */
export const isRepeatable = ({ row, card }: LiveEffect): boolean =>
  row.kind !== 'tool' ||
  !card ||
  card.effect === 'read' ||
  card.effect === 'none' ||
  card.idempotency !== 'none';

/** Milliseconds until the next attempt, or undefined when none is left. */
export function backoffMs(
  turn: Turn,
  effect: LiveEffect,
  failure: Failure,
  retryAfterMs?: number,
): number | undefined {
  if (!isRepeatable(effect) && !isUnheard(failure)) return undefined; // R2
  if (effect.row.attempt >= attemptsOf(turn, effect)) return undefined;
  if (hasAnother(turn, effect)) return 0; // nothing is gained by waiting
  if (retryAfterMs !== undefined) return Math.min(retryAfterMs, LONGEST_MS);
  const base = effect.definition?.retry.backoffMs ?? 1000;
  const ceiling = Math.min(base * 2 ** (effect.row.attempt - 1), LONGEST_MS);
  return Math.round(turn.deps.random() * ceiling);
}
