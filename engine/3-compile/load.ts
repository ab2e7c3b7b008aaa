// The most that one execution of one step can cost, call and take, read off its settings.
// LO1 a model call is planned as it would be in a run, with every value it looks at as long as its
//     kind allows; what is open in length counts as the largest value a step may hold.
// LO2 attempts count in full: each of them may be paid for.

import { isRef, isText } from '../base/binding.ts';
import type { Kind } from '../base/kinds.ts';
import { LIMITS } from '../base/limits.ts';
import { isObject, type Json } from '../base/value.ts';
import { costNano } from '../budgets/money.ts';
import { priceOf, type PriceTable } from '../budgets/prices.ts';
import type { Models } from '../1-document/schema.ts';
import { heldAgainst } from '../2-validate/held-against.ts';
import { find } from '../2-validate/visible.ts';
import type { Drawing, Step } from '../2-validate/step.ts';
import { NO_USAGE, type ModelCall } from '../node.ts';
import { render, withPrompt } from '../prompts/render.ts';
import type { IRStep } from './ir.ts';

/** The worst of one execution; `costNano` is 0 where the price is unknown, which is said apart. */
export type Load = {
  costNano: number;
  modelCalls: number;
  toolCalls: number;
  tokens: number;
  workMs: number;
  unknownPrice: string[];
};

export const NO_LOAD: Load = {
  costNano: 0,
  modelCalls: 0,
  toolCalls: 0,
  tokens: 0,
  workMs: 0,
  unknownPrice: [],
};

/** A load so many times over. */
export const times = (load: Load, n: number): Load => ({
  costNano: load.costNano * n,
  modelCalls: load.modelCalls * n,
  toolCalls: load.toolCalls * n,
  tokens: load.tokens * n,
  workMs: load.workMs * n,
  unknownPrice: load.unknownPrice,
});

/** An inner step as if it stood where the step it belongs to was drawn. */
export function innerStep(
  drawing: Drawing,
  drawn: Step,
  inner: Pick<IRStep, 'type' | 'settings'>,
): Step {
  const { type, settings } = inner;
  const definition = drawing.registry.get(type);
  return {
    ...drawn,
    node: { ...drawn.node, type, settings },
    definition,
    read: definition && heldAgainst(definition, settings),
    card: definition?.effect === 'card' ? drawn.card : undefined,
  };
}

/** The load of a step that calls something; nothing for all others (LO1, LO2). */
export function loadOf(drawing: Drawing, step: Step, prices: PriceTable): Load {
  const { definition, node, card } = step;
  if (definition?.does.kind !== 'call') return NO_LOAD;
  const attempts = Math.min(node.attempts ?? definition.retry.attempts, LIMITS.attempts);
  const workMs = node.timeoutMs ?? card?.timeoutMs ?? definition.timeoutMs;
  if (definition.effect === 'card') return times({ ...NO_LOAD, toolCalls: 1, workMs }, attempts);
  const call = planned(drawing, step);
  return call ? times({ ...modelLoad(drawing, call, prices), workMs }, attempts) : NO_LOAD;
}

/** The call the step would make, with the longest values it could be given. */
function planned(drawing: Drawing, step: Step): ModelCall | undefined {
  const { definition, node, read } = step;
  if (definition?.does.kind !== 'call' || !read?.ok) return undefined;
  const settings = { v: filled(drawing, step, node.settings), labels: {} };
  const about = { id: node.id, name: node.name, type: node.type, visit: 1 };
  const scope = { input: { v: {}, labels: {} }, steps: {} };
  const { tool } = node.settings;
  const card = typeof tool === 'string' ? drawing.cards.get(tool) : undefined;
  const input = {
    step: about,
    settings,
    scope,
    at: '1970-01-01T00:00:00.000Z',
    usage: NO_USAGE,
    card,
  };
  const call = definition.does.plan(input, read.settings);
  return 'kind' in call && call.kind === 'model' ? call : undefined;
}

/** Letters a value of a kind can have; what is not listed is open (LO1). */
const LENGTHS: Partial<Record<Kind, number>> = {
  number: 24,
  money: 24,
  date: 10,
  yes_no: 5,
  choice: 48,
  mail: 254,
  text: LIMITS.leafBytes,
  link: LIMITS.leafBytes,
};

/** Settings with a text of full length wherever something is looked up. */
function filled(drawing: Drawing, step: Step, x: Json): Json {
  const longestAt = (path: string): string => {
    const found = find(drawing, { step, afterRound: false }, path);
    const kind = found.ok ? found.field?.kind : undefined;
    return 'x'.repeat((kind && LENGTHS[kind]) ?? LIMITS.valueBytes);
  };
  if (isRef(x)) return longestAt(x['@ref']);
  if (isText(x))
    return x['@text'].replace(/\{\{\s*([A-Za-z0-9_.]+)\s*\}\}/g, (_all, path: string) =>
      longestAt(path),
    );
  if (Array.isArray(x)) return x.map((y) => filled(drawing, step, y));
  if (!isObject(x)) return x;
  return Object.fromEntries(Object.entries(x).map(([k, y]) => [k, filled(drawing, step, y)]));
}

const bytes = (x: unknown): number => new TextEncoder().encode(JSON.stringify(x)).length;

/** What a request carries beside its messages and its schema: names, braces, options. */
const ENVELOPE_BYTES = 600;

/** One attempt: the whole request, once with its schema in the text, and the longest answer. */
function modelLoad({ folder, setting }: Drawing, call: ModelCall, prices: PriceTable): Load {
  const versions = folder.prompts.filter(({ id }) => id === call.prompt);
  const calls = versions.length ? versions.map(({ body }) => withPrompt(call, body)) : [call];
  const inputTokens = Math.max(
    ...calls.map(({ task }) => {
      const { system, user, schema } = render(task);
      return bytes([system, user]) + bytes(schema) + bytes(JSON.stringify(schema)) + ENVELOPE_BYTES;
    }),
  );
  const entries = setting.models[call.role as keyof Models];
  const each = entries.map((entry) => {
    const outputTokens = Math.max(1, Math.min(call.maxOutputTokens, entry.maxOutput));
    const price = priceOf(entry, prices);
    return {
      tokens: inputTokens + outputTokens,
      cost: price ? costNano(price, inputTokens, outputTokens) : 0,
      unknown: price ? [] : [entry.model],
    };
  });
  return {
    ...NO_LOAD,
    modelCalls: 1,
    tokens: Math.max(...each.map(({ tokens }) => tokens)),
    costNano: Math.max(...each.map(({ cost }) => cost)),
    unknownPrice: each.flatMap(({ unknown }) => unknown),
  };
}
