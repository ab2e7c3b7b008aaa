// Requests that are too long are refused before anything is sent: nothing is ever cut.
// TL1 tokens are reckoned as one for every three bytes, which is more than most texts need: a
//     server that quietly drops the beginning of what it was told must never get the chance.
// TL2 the failure names the part that grew.

import { largestPart } from '../prompts/size.ts';
import type { Want } from '../budgets/ledger.ts';
import type { LiveEffect } from './live.ts';
import type { Settlement } from './turn.ts';

const BYTES_PER_TOKEN = 3;

/** The failure *too long* of a model call whose worst case is `want`, if it is. */
export function tooLong({ call, entry, input }: LiveEffect, want: Want): Settlement | undefined {
  if (call?.kind !== 'model' || !entry) return undefined;
  const { longestPrompt } = call;
  const { window, model } = entry;
  if (longestPrompt === undefined && window === undefined) return undefined;
  const answer = Math.max(1, Math.min(call.maxOutputTokens, entry.maxOutput));
  const tokens = Math.ceil((want.tokens - answer) / BYTES_PER_TOKEN); // TL1
  const isOver = window !== undefined && tokens + answer > window;
  if (!isOver && tokens <= (longestPrompt ?? Infinity)) return undefined;
  const params = {
    step: input.step.name,
    model,
    tokens,
    most: isOver ? window - answer : (longestPrompt ?? 0),
    ...largestPart(call.task),
  };
  const code = isOver ? 'failure.too_long' : 'failure.too_long_for_step';
  return { result: { failure: { kind: 'terminal', code, params } } };
}
