// What models cost. A table of well-known names with the day it was written down; models.json may
// say otherwise and then counts.
// PR1 a price nobody wrote down is unknown, never nothing: free must be said.
// PR2 where a provider has several prices for one model, the dearest stands here: a reserve must
//     hold.

import type { Price } from './money.ts';

/** A model as models.json names it. */
export type PricedModel = { provider: string; model: string; price?: Price | undefined };
/** US dollars per million tokens, by the name the provider uses. */
export type PriceTable = { asOf: string; models: Readonly<Record<string, Price>> };

export const PRICES: PriceTable = {
  asOf: '2025-11-01',
  models: {
    'gpt-5': { input: 1.25, output: 10 },
    'gpt-5-mini': { input: 0.25, output: 2 },
    'gpt-5-nano': { input: 0.05, output: 0.4 },
    'gpt-4.1': { input: 2, output: 8 },
    'gpt-4.1-mini': { input: 0.4, output: 1.6 },
    'gpt-4.1-nano': { input: 0.1, output: 0.4 },
    'gpt-4o': { input: 2.5, output: 10 },
    'gpt-4o-mini': { input: 0.15, output: 0.6 },
    o3: { input: 2, output: 8 },
    'o4-mini': { input: 1.1, output: 4.4 },
    'claude-opus-4-1': { input: 15, output: 75 },
    'claude-sonnet-4-5': { input: 3, output: 15 },
    'claude-haiku-4-5': { input: 1, output: 5 },
    'gemini-2.5-pro': { input: 2.5, output: 15 },
    'gemini-2.5-flash': { input: 0.3, output: 2.5 },
    'gemini-2.5-flash-lite': { input: 0.1, output: 0.4 },
    'mistral-large-latest': { input: 2, output: 6 },
    'mistral-small-latest': { input: 0.1, output: 0.3 },
    'deepseek-chat': { input: 0.27, output: 1.1 },
    'deepseek-reasoner': { input: 0.55, output: 2.19 },
  },
};

/** A dated release of a model costs what the model costs: `gpt-5-mini-2025-08-07`. */
const undated = (model: string): string => model.replace(/-\d{4}-?\d{2}-?\d{2}$/, '');

/** The price of a model, or undefined when nobody knows it (PR1). */
export function priceOf(entry: PricedModel, table: PriceTable = PRICES): Price | undefined {
  if (entry.price) return entry.price;
  if (entry.provider === 'practice') return undefined;
  const name = entry.model.replace(/^(openai|anthropic|google|mistralai|deepseek)\//, '');
  const known = [name, undated(name)].find((n) => Object.hasOwn(table.models, n));
  return known === undefined ? undefined : table.models[known];
}
