// The world outside the engine: tools and models that answer well, badly, late or never, and a
// list of what was really done. It knows nothing of the engine but what a call says.
// WO1 a tool that takes keys does a thing once per key; any other does it as often as it is called.
// WO3 what is read from outside is a number of its own from OUTSIDE on, and what is worked out from
//     it still tells which one it was.
// WO2 a call on its way when the engine dies may still arrive; nobody hears its answer. A tool that
//     can be asked tells the truth for good: what was called off before it arrived never arrives.

import { costNano } from '../../engine/budgets/money.ts';
import { priceOf } from '../../engine/budgets/prices.ts';
import { isObject, type Json, type JsonObject } from '../../engine/base/value.ts';
import type { ModelEntry } from '../../engine/1-document/schema.ts';
import type { Clock, ModelPort, ToolPort, Used } from '../../engine/4-run/ports.ts';
import type { AuthorityCard, ModelTask } from '../../engine/node.ts';
import { below, oneOf, type Chance } from '../bisimulation/random.ts';
import type { Buggify } from './buggify.ts';

/** A call as it was sent. */
export type Sent = {
  key: string;
  attempt: number;
  run: string;
  step: string;
  part?: string;
  visit: number;
  /** Of a tool: its card and arguments; of a model: its address. */
  tool?: { card: AuthorityCard; args: JsonObject };
  model?: ModelEntry;
};
/** Something that was really done: how often, and by which logical step. */
export type Done = { times: number; logical: string; args: string; card: AuthorityCard };

export type World = {
  models: ModelPort;
  tools: ToolPort;
  /** What was done, by key. */
  done: Map<string, Done>;
  /** Calls that the engine which lives now is waiting for, by key. */
  inFlight: Map<string, number>;
  /** The engine dies: nobody waits any more. */
  die: () => void;
  /** From here on everything answers, soon and well. */
  calm: () => void;
};

const LATE_MS = [0, 0, 0, 5, 400, 20_000, 29_999, 30_000, 31_000, 90_000];
/** Input tokens of any call. */
export const INPUT = 400;
/** Numbers from here on were read from outside (WO3). */
const OUTSIDE = 1_000_000;
/** Which reading a number goes back to; undefined for one of our own. */
export const readingOf = (n: unknown): number | undefined =>
  typeof n === 'number' && n >= OUTSIDE ? Math.floor(n / OUTSIDE) : undefined;

type Ended = 'ok' | 'retry' | 'terminal' | 'lost' | 'never' | 'odd';

/** A world on a clock. `sent` is told of every call before anything else happens. */
export function createWorld(
  chance: Chance,
  clock: Clock,
  bugs: Buggify,
  sent: (call: Sent) => void,
): World {
  const wire = createWire(chance, clock, bugs, sent);
  const done: World['done'] = new Map();
  const { inFlight, die, calm } = wire;
  return { models: modelsOn(wire), tools: toolsOn(wire, done), done, inFlight, die, calm };
}

type Play = <T>(
  call: Sent & { signal?: AbortSignal },
  arrive: () => void,
  answer: (end: Ended) => T,
) => Promise<T>;
type Wire = Pick<World, 'inFlight' | 'die' | 'calm'> & {
  chance: Chance;
  bugs: Buggify;
  /** One call: sent, perhaps arrived, perhaps answered. */
  play: Play;
  isCalm: () => boolean;
};

/** What lies between the engine and the world: calls and answers take their time, or get lost. */
function createWire(chance: Chance, clock: Clock, bugs: Buggify, sent: (call: Sent) => void): Wire {
  let life = 0;
  let isCalm = false;
  const inFlight: World['inFlight'] = new Map();
  const randomEnd = (): Ended =>
    isCalm || chance() < 0.6 ? 'ok' : oneOf(chance, ['retry', 'terminal', 'lost', 'never', 'odd']);
  const soon = (): number => (isCalm ? 0 : oneOf(chance, LATE_MS));
  const later = (ms: number, run: () => void): void =>
    ms === 0 ? run() : void clock.after(ms, run);

  const play: Play = ({ signal, ...call }, arrive, answer) => {
    sent(call);
    const [own, end] = [life, randomEnd()];
    const [there, back] = [soon(), soon()];
    const arrives = end !== 'retry' && end !== 'terminal' && (end !== 'lost' || chance() < 0.7);
    const isOnItsWay = chance() < 0.5;
    inFlight.set(call.key, (inFlight.get(call.key) ?? 0) + 1);
    return new Promise((resolve, reject) => {
      const hear = async (): Promise<void> => {
        await bugs.turn('an answer waits for its turn');
        if (own !== life) return;
        landed(inFlight, call.key);
        if (end === 'lost') reject(new Error('the line broke'));
        else resolve(answer(end));
      };
      const goThere = async (): Promise<void> => {
        await bugs.turn('a call waits for its turn');
        const isCalledOff = own !== life || signal?.aborted;
        if (arrives && (!isCalledOff || (isOnItsWay && !signal))) arrive();
        if (end !== 'never') later(back, () => void hear());
      };
      later(there, () => void goThere());
    });
  };
  return {
    chance,
    bugs,
    play,
    inFlight,
    isCalm: () => isCalm,
    die: () => {
      life += 1;
      inFlight.clear();
    },
    calm: () => void (isCalm = true),
  };
}

function toolsOn({ chance, play, isCalm, bugs }: Wire, done: World['done']): ToolPort {
  let readings = 0;
  return {
    call: (card, args, { key, attempt, run, step, visit, ...more }) => {
      const signal = card.idempotency === 'check' ? { signal: more.signal } : {};
      const arrive = (): void => {
        if (card.effect === 'read') return;
        const before = done.get(key);
        const logical = `${run}/${step}/${visit}`;
        const times = before && card.idempotency !== 'key' ? before.times + 1 : 1;
        const isSame = before === undefined || before.args === JSON.stringify(args);
        done.set(key, { times, logical, args: isSame ? JSON.stringify(args) : 'changed', card });
      };
      const own = typeof args['n'] === 'number' ? args['n'] + 1 : 0;
      const n: Json = card.source === 'web' ? (readings += 1) * OUTSIDE : own;
      const used: Used = { modelCalls: 0, toolCalls: 1, tokens: 0, costNano: 0 };
      const tool = { card, args };
      const part = more.part === undefined ? {} : { part: more.part };
      const call = { key, attempt, run, step, visit, ...part, tool };
      return play({ ...call, ...signal }, arrive, (end) =>
        end === 'retry' || end === 'terminal'
          ? { ok: false, used, failure: failureOf(end), ...retryAfter(chance) }
          : { ok: true, used, reply: { value: end === 'odd' ? 'odd' : { n } } },
      );
    },
    check: async (card, key) => {
      await bugs.turn('a question to a tool waits');
      if (!isCalm() && chance() < 0.25) throw new Error('cannot be asked now');
      const found = card.idempotency === 'check' && done.has(key);
      return found ? { value: { n: 7 } } : undefined;
    },
  };
}

const modelsOn = ({ chance, play, isCalm }: Wire): ModelPort => ({
  worst: ({ maxOutputTokens }) => ({ inputTokens: INPUT, outputTokens: maxOutputTokens }),
  call: ({ maxOutputTokens, task }, entry, { key, attempt, run, step, part, visit }) => {
    const out = below(chance, maxOutputTokens + 1);
    const price = priceOf(entry);
    const cost = price ? costNano(price, INPUT, out) : 0;
    const isKnown = isCalm() || chance() < 0.8;
    const spent = isKnown ? cost : null;
    const used: Used = { modelCalls: 1, toolCalls: 0, tokens: INPUT + out, costNano: spent };
    const answer = answerTo(chance, task);
    const doesNotKnow = chance() < 0.1;
    const nothing = (): void => {};
    const inner = part === undefined ? {} : { part };
    const call = { key, attempt, run, step, visit, ...inner, model: entry };
    return play(call, nothing, (end) =>
      end === 'retry' || end === 'terminal'
        ? { ok: false, used, failure: failureOf(end), ...retryAfter(chance) }
        : { ok: true, used, reply: { answer, doesNotKnow } },
    );
  },
});

/** What a model says: mostly something that fits, and whatever it was given is handed on. */
function answerTo(chance: Chance, task: ModelTask): Json {
  const pick = oneOf(chance, ['left', 'right', 'left', 'right', 'neither']);
  if (task.do === 'classify') return { category: pick };
  if (task.do === 'decide') return { choice: pick };
  if (task.do === 'check') return { short: { met: chance() < 0.7, why: 'so' } };
  if (task.do === 'draft') return { text: 'words' };
  const given = isObject(task.do === 'extract' ? task.text : task.data);
  const data = (task.do === 'extract' ? task.text : task.data) as JsonObject;
  const n = given && typeof data['n'] === 'number' ? data['n'] : 1;
  if (task.do === 'extract') return { n };
  return chance() < 0.9 ? { args: { n } } : { args: { n, more: 1 } };
}

function landed(inFlight: Map<string, number>, key: string): void {
  const left = (inFlight.get(key) ?? 1) - 1;
  if (left > 0) inFlight.set(key, left);
  else inFlight.delete(key);
}

const failureOf = (end: 'retry' | 'terminal') => ({
  kind: end === 'retry' ? ('retryable' as const) : ('terminal' as const),
  code: 'failure.tool_said',
  params: { tool: 'Tool', message: 'no' },
});

const retryAfter = (chance: Chance): { retryAfterMs?: number } =>
  chance() < 0.3 ? { retryAfterMs: oneOf(chance, [0, 3000, 900_000]) } : {};
