// How a refusal travels: one shape for every way in, with the HTTP status that fits.
// A1 nothing that goes wrong leaves as a bare status or a stack: always code, sentence, field.

import { say, type Language } from '../base/text/say.ts';
import type { Refused } from '../engine.ts';
import type { Wrong } from './contract.ts';

export const isRefused = (x: unknown): x is Refused =>
  typeof x === 'object' && x !== null && 'wrong' in x;

/** What a person is shown of a refusal. */
export const asWrong = (language: Language, { code, params, field }: Refused['wrong']): Wrong => ({
  error: {
    code,
    sentence: say(language, code, params),
    ...(params === undefined ? {} : { params }),
    ...(field === undefined ? {} : { field }),
  },
});

/**
 * 404 for what is not there, 400 for what was said wrongly, 503 while nothing can be recorded, else
 * 409: not in this state.
 */
export function statusOf(code: string): 400 | 404 | 409 | 503 {
  if (code.startsWith('record.')) return 503;
  if (code.startsWith('unknown.')) return 404;
  return /^(input|bad|api)\./.test(code) ? 400 : 409;
}
