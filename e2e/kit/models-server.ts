// A model server that others wrote, on this computer, answering as these tests want it.

import { LLMock } from '@copilotkit/aimock';
import type { Json } from '../../engine/base/value.ts';
import { REFUND } from './refund-sketch.ts';

/** An answer in the shape every step asks for. */
const answerOf = (answer: Json): string =>
  JSON.stringify({ reason: 'x', answer, confidence: 0.9, does_not_know: false });

/** Greets whoever tests it, and draws refunds for broken parcels. */
export async function modelsServer(): Promise<LLMock> {
  const mock = new LLMock({ port: 0, host: '127.0.0.1' });
  mock.onMessage(/Interlock/, {
    content: answerOf({ text: 'Hello, Interlock.' }),
    usage: { prompt_tokens: 180, completion_tokens: 20, total_tokens: 200 },
  });
  mock.onMessage(/parcel/, {
    content: answerOf(REFUND),
    usage: { prompt_tokens: 2200, completion_tokens: 900, total_tokens: 3100 },
  });
  await mock.start();
  return mock;
}
