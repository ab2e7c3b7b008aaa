// How a command speaks to the engine: the contract's commands and queries, in process or over the
// private socket. What the engine refuses ends the command with its sentence.

import type { Answers } from '../api/contract.ts';
import type { Asked, Name } from '../api/handler.ts';
import type { Wrong } from '../api/contract.ts';
import { STREAM } from '../api/stream.ts';
import type { Recorded } from '../4-run/events.ts';
import type { Ask } from '../server/socket.ts';
import { CommandEnd, EXIT } from './output.ts';

export type Client = {
  call: <N extends Name>(name: N, input: Asked<N>) => Promise<Answers[N]>;
  /** Every event after a position, as it commits, until the signal fires. */
  follow: (after: number, signal: AbortSignal) => AsyncGenerator<Recorded>;
};

/** The sentence of a refusal; an answer that is none is itself the finding. */
async function refusal(answer: Response): Promise<CommandEnd> {
  const wrong = (await answer.json().catch(() => undefined)) as Wrong | undefined;
  const exit = answer.status >= 500 ? EXIT.no : EXIT.usage;
  return new CommandEnd(wrong?.error.sentence ?? `${answer.status}`, exit);
}

/**
 * The events of a stream, until it ends or `signal` fires. The stream itself is given up then: a
 * request that was asked in this process may be collected before its own signal would fire.
 */
async function* eventsIn(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Recorded> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  const stop = (): void => void reader.cancel();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const frames = (rest + decoder.decode(value, { stream: true })).split('\n\n');
    rest = frames.pop() ?? '';
    for (const frame of frames) {
      const line = frame.split('\n').find((one) => one.startsWith('data: '));
      if (line !== undefined) yield JSON.parse(line.slice('data: '.length)) as Recorded;
    }
  }
}

/** A client over any way of asking. */
export const createClient = (ask: Ask): Client => ({
  call: async (name, input) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await ask(`/api/${name}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(input),
    });
    if (!answer.ok) throw await refusal(answer);
    return (await answer.json()) as Answers[typeof name];
  },
  follow: async function* (after, signal) {
    try {
      const answer = await ask(`${STREAM}?after=${after}`, { signal });
      if (!answer.ok || !answer.body) throw await refusal(answer);
      yield* eventsIn(answer.body, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  },
});
