// What a model is called, where it is, what it costs, and what a run would cost with it. Pure.
// MW1 a price nobody knows is said to be unknown, never shown as nothing.

import type { ModelEntry, Models } from '../../engine/1-document/schema.ts';
import type { Answers } from '../../engine/api/contract.ts';
import { costNano, nanoOfUsd, type Price } from '../../engine/budgets/money.ts';
import { priceOf } from '../../engine/budgets/prices.ts';
import { cost } from '../format.ts';
import { t } from '../words.ts';

export const ROLES = ['fast', 'careful', 'code', 'judge'] as const;
export type Role = (typeof ROLES)[number];
export type Use = Answers['modelUse']['workflows'][number];

/** Where a model answers, as people write it. */
export function placeOf({ provider, address }: ModelEntry): string {
  if (provider === 'practice') return t('models.entry.practice.at');
  const whole = address ?? 'https://api.openai.com/v1';
  return URL.canParse(whole) ? new URL(whole).host : whole;
}

export const nameOf = ({ provider, model }: ModelEntry): string =>
  provider === 'practice' ? t('models.entry.practice') : model;

/** Dollars for a million tokens. */
const dollars = (usd: number): string => cost(nanoOfUsd(usd));

export function priceWords(entry: ModelEntry): string {
  const price = priceOf(entry);
  if (!price) return t('models.entry.no_price');
  if (price.input === 0 && price.output === 0) return t('models.entry.free');
  return t('models.entry.price', { input: dollars(price.input), output: dollars(price.output) });
}

/** The real model that is asked where one is set up: of careful work first. */
export function realModel(models: Models): ModelEntry | undefined {
  return [...models.careful, ...models.fast, ...models.code, ...models.judge].find(
    ({ provider }) => provider !== 'practice',
  );
}

/** What one run of a workflow would cost, in nano-dollars; nothing without a price (MW1). */
function perRun(
  { runs, roles }: Use,
  priced: (role: Role) => Price | undefined,
): number | undefined {
  let sum = 0;
  for (const role of ROLES) {
    const used = roles[role];
    if (!used) continue;
    const price = priced(role);
    if (!price) return undefined;
    sum += costNano(price, used.inputTokens, used.outputTokens);
  }
  return Math.ceil(sum / Math.max(1, runs));
}

/** "about $0.0012 a run", or that nobody knows. */
export function perRunWords(use: Use, priced: (role: Role) => Price | undefined): string {
  const nano = perRun(use, priced);
  return nano === undefined ? t('models.run.unknown') : t('models.run.row', { cost: cost(nano) });
}

/** The price that counts for a role: that of the model asked first. */
export const firstPrice =
  (models: Models) =>
  (role: Role): Price | undefined => {
    const [first] = models[role];
    return first && priceOf(first);
  };

/** Models with one set up for some roles; practice and the same model make room for it. */
export function withModel(models: Models, entry: ModelEntry, roles: readonly Role[]): Models {
  const next = { ...models };
  for (const role of roles) {
    const others = models[role].filter(
      (one) =>
        one.provider !== 'practice' &&
        !(one.model === entry.model && one.address === entry.address),
    );
    next[role] = [entry, ...others];
  }
  return next;
}
