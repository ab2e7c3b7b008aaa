// Money inside the engine: whole nano-dollars, so that sums are exact and caps are caps.
// MO1 a cost is rounded up, never down: a reserve must never be smaller than what it covers.

const NANO_PER_USD = 1_000_000_000;

/** US dollars, as people write them in files, as nano-dollars. */
export const nanoOfUsd = (usd: number): number => Math.round(usd * NANO_PER_USD);

/** Nano-dollars as US dollars, for answers that machines read. */
export const usdOfNano = (nano: number): number => nano / NANO_PER_USD;

/** US dollars per million tokens, as price lists have it. */
export type Price = { input: number; output: number };

/** Pico-dollars per token: a whole number for every price with at most six decimals. */
const picoPerToken = (usdPerMillion: number): number => Math.round(usdPerMillion * 1_000_000);

/** What so many tokens cost, in nano-dollars (MO1). */
export const costNano = (price: Price, inputTokens: number, outputTokens: number): number =>
  Math.ceil(
    (inputTokens * picoPerToken(price.input) + outputTokens * picoPerToken(price.output)) / 1000,
  );
