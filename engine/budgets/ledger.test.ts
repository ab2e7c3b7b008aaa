// Money and counters: whatever order things happen in, a cap is a cap.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  capsOf,
  emptyLedger,
  extend,
  reserve,
  roomFor,
  settle,
  type Budget,
  type Caps,
  type Ledger,
  type Want,
} from './ledger.ts';
import { costNano, nanoOfUsd, usdOfNano } from './money.ts';
import { priceOf, PRICES } from './prices.ts';

const BUDGET: Budget = {
  costUsd: 0.05,
  modelCalls: 6,
  toolCalls: 12,
  tokens: 20_000,
  minutes: 10,
  attempts: 10,
};
const WANT: Want = { costNano: 10_000_000, modelCalls: 1, toolCalls: 0, tokens: 1000 };
const TOOL: Want = { costNano: 0, modelCalls: 0, toolCalls: 1, tokens: 0 };
const caps = (more: Partial<Caps> = {}): Caps => ({
  ...capsOf(BUDGET, 5, emptyLedger('r')),
  ...more,
});

describe('a reservation', () => {
  test('takes the worst case, and settling gives back what was not used', () => {
    const taken = reserve(emptyLedger('r'), caps(), WANT, 0);
    expect(taken).toMatchObject({
      ok: true,
      dayDelta: 10_000_000,
      ledger: { reservedNano: 10_000_000, modelCalls: 1, attempts: 1 },
    });
    if (!taken.ok) return;
    const done = settle(taken.ledger, WANT, { costNano: 4_000_000, tokens: 300, workMs: 800 });
    expect(done).toMatchObject({ dayDelta: -6_000_000, overNano: 0, isEstimate: false });
    expect(done.ledger).toMatchObject({
      costNano: 4_000_000,
      reservedNano: 0,
      tokens: 300,
      reservedTokens: 0,
      workMs: 800,
    });
  });

  test('without room names the limit, what is used, the cap and what was wanted', () => {
    const near = { ...emptyLedger('r'), costNano: 45_000_000 };
    expect(reserve(near, caps(), WANT, 0)).toEqual({
      ok: false,
      counter: 'costUsd',
      used: 45_000_000,
      cap: 50_000_000,
      wanted: 10_000_000,
    });
  });

  test('to the last nano fits, one beyond does not', () => {
    const near = { ...emptyLedger('r'), costNano: 40_000_000 };
    expect(roomFor(near, caps(), WANT, 0).ok).toBe(true);
    expect(roomFor({ ...near, reservedNano: 1 }, caps(), WANT, 0).ok).toBe(false);
  });

  test.each<[string, Partial<Ledger>, Want, number]>([
    ['modelCalls', { modelCalls: 6 }, WANT, 0],
    ['toolCalls', { toolCalls: 12 }, TOOL, 0],
    ['tokens', { tokens: 19_001 }, WANT, 0],
    ['attempts', { attempts: 10 }, TOOL, 0],
    ['minutes', { workMs: 600_000 }, TOOL, 0],
    ['day', {}, WANT, 4_995_000_000],
  ])('is held by %s', (counter, used, want, day) => {
    expect(roomFor({ ...emptyLedger('r'), ...used }, caps(), want, day)).toMatchObject({
      ok: false,
      counter,
    });
  });

  test('that costs nothing is not held by money', () => {
    const spent = { ...emptyLedger('r'), costNano: 50_000_000 };
    expect(roomFor(spent, caps(), TOOL, 5_000_000_000).ok).toBe(true);
  });
});

test('what nobody knows counts as the whole reservation, and says so', () => {
  const taken = reserve(emptyLedger('r'), caps(), WANT, 0);
  if (!taken.ok) throw new Error('no room');
  const done = settle(taken.ledger, WANT, { costNano: null, tokens: 0, workMs: 0 });
  expect(done).toMatchObject({
    isEstimate: true,
    dayDelta: 0,
    ledger: { costNano: 10_000_000, tokens: 1000 },
  });
});

test('a provider that takes more than it was given is recorded to the last nano', () => {
  const taken = reserve(emptyLedger('r'), caps(), WANT, 0);
  if (!taken.ok) throw new Error('no room');
  const done = settle(taken.ledger, WANT, { costNano: 70_000_000, tokens: 9, workMs: 0 });
  expect(done).toMatchObject({
    overNano: 60_000_000,
    ledger: { costNano: 70_000_000, reservedNano: 0 },
  });
  expect(roomFor(done.ledger, caps(), WANT, 0)).toMatchObject({ ok: false, counter: 'costUsd' });
});

test('a raised cap is remembered by the ledger and never lowered', () => {
  const ledger = extend(emptyLedger('r'), caps(), 'toolCalls', 8);
  expect(capsOf(BUDGET, 5, ledger)).toMatchObject({ toolCalls: 20, modelCalls: 6 });
  expect(
    capsOf(BUDGET, 5, extend(ledger, capsOf(BUDGET, 5, ledger), 'toolCalls', -5)).toolCalls,
  ).toBe(20);
});

// ---- the promise
// ---------------------------------------------------------------------------------

const want = fc.record({
  costNano: fc.nat(30_000_000),
  modelCalls: fc.constantFrom(0, 1),
  toolCalls: fc.constantFrom(0, 1),
  tokens: fc.nat(8000),
});
const event = fc.oneof(
  fc.record({ do: fc.constant('reserve' as const), run: fc.nat(2), want }),
  fc.record({
    do: fc.constant('settle' as const),
    which: fc.nat(),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    unknown: fc.boolean(),
  }),
);

test('settled and reserved together never exceed a cap, in any order', () => {
  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 80 }),
      fc.integer({ min: 0, max: 100_000_000 }),
      (events, dayNano) => {
        const runs = [0, 1, 2].map((i) => emptyLedger(`r${i}`));
        const limits = caps({ day: dayNano });
        const open: { run: number; want: Want }[] = [];
        let day = 0;
        for (const e of events) {
          if (e.do === 'reserve') {
            const taken = reserve(runs[e.run] as Ledger, limits, e.want, day);
            if (!taken.ok) continue;
            runs[e.run] = taken.ledger;
            day += taken.dayDelta;
            open.push(e);
          } else if (open.length) {
            const [{ run, want: held }] = open.splice(e.which % open.length, 1) as [
              { run: number; want: Want },
            ];
            const cost = e.unknown ? null : Math.floor(held.costNano * e.share);
            const spent = { costNano: cost, tokens: Math.floor(held.tokens * e.share), workMs: 1 };
            const done = settle(runs[run] as Ledger, held, spent);
            runs[run] = done.ledger;
            day += done.dayDelta;
          }
          for (const ledger of runs) {
            expect(ledger.costNano + ledger.reservedNano).toBeLessThanOrEqual(limits.costUsd);
            expect(ledger.tokens + ledger.reservedTokens).toBeLessThanOrEqual(limits.tokens);
            expect(ledger.modelCalls).toBeLessThanOrEqual(limits.modelCalls);
            expect(ledger.toolCalls).toBeLessThanOrEqual(limits.toolCalls);
            expect(ledger.attempts).toBeLessThanOrEqual(limits.attempts);
            expect(Math.min(ledger.reservedNano, ledger.reservedTokens)).toBeGreaterThanOrEqual(0);
          }
          expect(day).toBeLessThanOrEqual(dayNano);
          expect(day).toBe(runs.reduce((sum, l) => sum + l.costNano + l.reservedNano, 0));
        }
      },
    ),
    { numRuns: 500 },
  );
});

describe('prices', () => {
  test('are exact in nano-dollars and rounded up', () => {
    expect(costNano({ input: 0.15, output: 0.6 }, 1000, 200)).toBe(270_000);
    expect(costNano({ input: 1.1, output: 4.4 }, 1, 0)).toBe(1100);
    expect(costNano({ input: 0.0375, output: 0 }, 1, 0)).toBe(38);
    expect(nanoOfUsd(0.05)).toBe(50_000_000);
    expect(usdOfNano(1_900_000)).toBe(0.0019);
  });

  test('of a model are what the workspace says, else what the table says, else unknown', () => {
    const own = { input: 9, output: 9 };
    expect(priceOf({ provider: 'openai', model: 'gpt-5-mini', price: own })).toBe(own);
    expect(priceOf({ provider: 'openai', model: 'gpt-5-mini-2025-08-07' })).toBe(
      PRICES.models['gpt-5-mini'],
    );
    expect(priceOf({ provider: 'openai', model: 'openai/gpt-5-mini' })).toBe(
      PRICES.models['gpt-5-mini'],
    );
    for (const model of ['llama-at-home', 'toString', 'gpt-5-minimal'])
      expect(priceOf({ provider: 'openai', model })).toBeUndefined();
    expect(priceOf({ provider: 'practice', model: 'gpt-5' })).toBeUndefined();
  });
});
