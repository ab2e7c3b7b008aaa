// Reading a streamed answer piece by piece, and stopping it where it passes its reserve.
// S1 a piece holds at least one token, so more pieces than tokens reserved is too much; so is more
//    text than any tokeniser would pack into them.
// S2 usage counts only when it is whole and sane: anything else is as if it had not been given.

import type { ChatCompletionChunk } from 'openai/resources/chat/completions';
import { bytesOf } from '../prompts/size.ts';
import { addPiece, noCalls, type Calls } from './tool-use.ts';

/** An answer as it arrived. */
export type Collected = {
  text: string;
  refusal: string;
  calls: Calls;
  /** Why the model stopped; undefined when the stream ended without saying so. */
  finish: string | undefined;
  usage: { input: number; output: number } | undefined;
  /** It passed its reserve and was cut. */
  isCut: boolean;
};

/** No text has more bytes per token than this on the whole (S1). */
const BYTES_PER_TOKEN = 16;

/** No answer has more tokens than this (S2). */
const MOST_TOKENS = 100_000_000;

const isCount = (n: unknown): n is number =>
  typeof n === 'number' && Number.isSafeInteger(n) && n >= 0 && n <= MOST_TOKENS;

function usageIn(chunk: ChatCompletionChunk): Collected['usage'] {
  const { prompt_tokens: input, completion_tokens: output } = chunk.usage ?? {};
  return isCount(input) && isCount(output) ? { input, output } : undefined;
}

/** Fills `into` while the stream runs, so that what came before a break is known. */
export async function collect(
  stream: AsyncIterable<ChatCompletionChunk>,
  most: number,
  heard: () => void,
  into: Partial<Collected>,
): Promise<void> {
  const calls = noCalls();
  const empty = { text: '', refusal: '', finish: undefined, usage: undefined, isCut: false };
  Object.assign(into, { ...empty, calls });
  let pieces = 0;
  let bytes = 0;
  for await (const chunk of stream) {
    heard();
    into.usage = usageIn(chunk) ?? into.usage;
    const choice = chunk.choices?.[0];
    if (!choice) continue;
    const { content, refusal, tool_calls: said } = choice.delta ?? {};
    for (const piece of Array.isArray(said) ? said : []) addPiece(calls, piece);
    const heardNow = `${content ?? ''}${writtenIn(said)}`;
    if (heardNow !== '') {
      into.text += content ?? '';
      pieces += 1;
      bytes += bytesOf(heardNow);
    }
    into.refusal += refusal ?? '';
    into.finish = choice.finish_reason ?? into.finish;
    if (pieces > most || bytes > most * BYTES_PER_TOKEN) {
      into.isCut = true;
      return;
    }
  }
}

/** What a piece adds to calls, to be counted like any other text. */
const writtenIn = (said: unknown): string =>
  Array.isArray(said) && said.length > 0 ? JSON.stringify(said) : '';
