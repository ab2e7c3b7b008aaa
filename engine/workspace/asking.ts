// Questions to real models that belong to no run: trying one out, having a drawing made.
// AS1 every call goes through the one way out and the one reader of answers (models/), its worst
//     case is held back first, and it can be given up at any moment.
// AS2 a key that was only typed is used for this one question and kept nowhere here; the redactor
//     knows it before it is used.
// AS3 one attempt; a second only where a server takes no schema and must be asked in plain words.

import type { ModelEntry } from '../1-document/schema.ts';
import { realClock } from '../4-run/clock.ts';
import type { Used } from '../4-run/ports.ts';
import { costNano } from '../budgets/money.ts';
import { priceOf } from '../budgets/prices.ts';
import { refuse } from '../base/refused.ts';
import type { Engine } from '../engine.ts';
import { isPlain, listModels, type Listed } from '../models/listed.ts';
import { createModels } from '../models/models.ts';
import type { Patience } from '../models/watch.ts';
import { placeOf, placeText } from '../net/hosts.ts';
import type { Net } from '../net/safe-fetch.ts';
import type { Failure, ModelCall, ModelReply } from '../node.ts';
import type { SecretPort } from '../secrets/port.ts';
import type { Redactor } from '../secrets/redactor.ts';

/** One question. `job` is what the asker calls it, so that it can be given up. */
export type Question = {
  job: string;
  entry: ModelEntry;
  call: ModelCall;
  key?: string | undefined;
};
export type Told = { ms: number; tokens: number; costNano: number | null } & (
  | { ok: true; reply: ModelReply }
  | { ok: false; failure: Failure }
);

export type Asking = {
  /** Asks once (AS1). Refuses when the day has no room for it. */
  ask: (question: Question) => Promise<Told>;
  /** The models an address offers. */
  list: (job: string, at: { address: string; key?: string; secret?: string }) => Promise<Listed>;
  /** The most a question can cost, in nano-dollars; undefined where nobody knows the price. */
  worst: (entry: ModelEntry, call: ModelCall) => number | undefined;
  /** Gives a question up; false when there is none of that name. */
  cancel: (job: string) => boolean;
};

export type AskingParts = {
  engine: Pick<Engine, 'reserve'>;
  net: Net;
  secrets: SecretPort;
  redactor: Redactor;
};

/** Somebody waits in front of the screen: a model on this computer may still have to be loaded. */
const PATIENCE: Patience = { firstMs: 90_000, idleMs: 30_000, totalMs: 240_000 };

export function createAsking(parts: AskingParts): Asking {
  const { net, redactor } = parts;
  const open = new Map<string, AbortController>();
  const during = async <T>(job: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    if (open.has(job)) refuse('models.busy');
    const ending = new AbortController();
    open.set(job, ending);
    try {
      return redactor.deep(await work(ending.signal));
    } finally {
      open.delete(job);
    }
  };
  return {
    ask: (question) => during(question.job, (signal) => ask(parts, question, signal)),
    list: (job, { address, key, secret }) =>
      during(job, async (signal) => {
        if (key !== undefined) redactor.learn(key); // AS2
        const kept = key ?? (secret === undefined ? undefined : await read(parts, secret, address));
        return listModels(net, { address, signal, key: kept });
      }),
    worst: (entry, call) => worstOf(entry, call)?.costNano,
    cancel: (job) => {
      open.get(job)?.abort();
      return open.has(job);
    },
  };
}

/** A secret for an address; refuses with why there is none. */
async function read({ secrets }: AskingParts, name: string, address: string): Promise<string> {
  const place = placeOf(new URL(address));
  const found = await secrets.read({ name, place, by: 'model' });
  return found.ok ? found.value : refuse(found.wrong.code, found.wrong.params);
}

const sizes = createModels({});

function worstOf(entry: ModelEntry, call: ModelCall) {
  const { inputTokens, outputTokens } = sizes.worst(call, entry);
  const price = priceOf(entry);
  if (!price) return undefined;
  return {
    costNano: costNano(price, inputTokens, outputTokens),
    tokens: inputTokens + outputTokens,
  };
}

const NONE: Used = { modelCalls: 0, toolCalls: 0, tokens: 0, costNano: 0 };

async function ask(parts: AskingParts, question: Question, signal: AbortSignal): Promise<Told> {
  const { entry, key } = question;
  if (key !== undefined) {
    parts.redactor.learn(key); // AS2
    if (entry.address !== undefined && isPlain(entry.address))
      refuse('models.wrong.plain', { place: placeText(placeOf(new URL(entry.address))) });
  }
  const secrets: SecretPort =
    key === undefined ? parts.secrets : { read: async () => ({ ok: true, value: key }) };
  const models = createModels({ secrets, fetchAt: parts.net.fetchAt, patience: PATIENCE });
  const at = realClock.now();
  const told = await attempt(parts, question, { models, signal });
  const again = !told.ok && told.failure.code === 'failure.model_no_schema'; // AS3
  const last = again ? await attempt(parts, question, { models, signal }) : told;
  const used = again ? sum(told.used, last.used) : told.used;
  const about = { ms: realClock.now() - at, tokens: used.tokens, costNano: used.costNano };
  return last.ok
    ? { ok: true, reply: last.reply, ...about }
    : { ok: false, failure: last.failure, ...about };
}

type Way = { models: ReturnType<typeof createModels>; signal: AbortSignal };

/** One attempt, its worst case held back until it is known what it took. */
async function attempt({ engine }: AskingParts, question: Question, { models, signal }: Way) {
  const { job, entry, call } = question;
  const at = realClock.now();
  const worst = worstOf(entry, call) ?? { costNano: 0, tokens: 0 };
  const held = engine.reserve({ ...worst, modelCalls: 1, toolCalls: 0 });
  if (!held.ok) refuse('models.no_room', { counter: `counter.${held.counter}` });
  let used: Used = { ...NONE, costNano: null };
  try {
    const context = { key: job, run: '', step: job, visit: 1, signal, at, attempt: 1 };
    const answered = await models.call(call, entry, context);
    used = answered.used;
    return answered;
  } finally {
    const { tokens, costNano: cost } = used;
    held.settle({ tokens, costNano: cost, workMs: realClock.now() - at });
  }
}

const sum = (a: Used, b: Used): Used => ({
  ...a,
  tokens: a.tokens + b.tokens,
  costNano: a.costNano === null || b.costNano === null ? null : a.costNano + b.costNano,
});
