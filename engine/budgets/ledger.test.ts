// Money and counters: whatever order things happen in, a cap is a cap.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  capsNow,
  capsOf,
  closeAccounts,
  COUNTERS,
  DAY,
  dayChange,
  emptyDay,
  emptyLedger,
  extend,
  finish,
  isFinished,
  known,
  NOTHING,
  overspent,
  reserve,
  roomFor,
  RUN,
  settle,
  type Books,
  type Caps,
  type Counter,
  type Ledger,
  type Limit,
  type Tally,
  type Want,
} from './ledger.ts';
import { costNano, nanoOfUsd, usdOfNano } from './money.ts';
import { priceOf, PRICES } from './prices.ts';

const BUDGET = {
  costUsd: 0.05,
  modelCalls: 6,
  toolCalls: 12,
  tokens: 20_000,
  minutes: 10,
  attempts: 10,
};
const WANT: Want = { costNano: 10_000_000, modelCalls: 1, toolCalls: 0, tokens: 1000 };
const TOOL: Want = { costNano: 0, modelCalls: 0, toolCalls: 1, tokens: 0 };
const RUN_ONLY: Limit[] = [{ account: RUN, caps: capsOf(BUDGET) }];
const day = (caps: Partial<Caps>): Limit => ({ account: DAY, caps });
const books = (used: Partial<Ledger> = {}, today: Partial<Tally> = {}): Books => ({
  ledger: { ...emptyLedger('r'), ...used },
  day: { ...emptyDay(), use: { ...NOTHING, ...today } },
});
/** Reserves what must fit. */
function taken(from: Books, limits: Limit[], want: Want): Books {
  const made = reserve(from, limits, want);
  if (!made.ok) throw new Error(`no room for ${made.counter} of ${made.account}`);
  return made.books;
}

describe('a reservation', () => {
  test('takes the worst case, and settling gives back what was not used', () => {
    const held = taken(books(), RUN_ONLY, WANT);
    expect(held.ledger).toMatchObject({ reservedNano: 10_000_000, modelCalls: 1, attempts: 1 });
    const done = settle(held, [RUN], WANT, { costNano: 4_000_000, tokens: 300, workMs: 800 });
    expect(done.ledger).toMatchObject({
      costNano: 4_000_000,
      reservedNano: 0,
      tokens: 300,
      reservedTokens: 0,
      workMs: 800,
    });
  });

  test('without room names the limit, what is used, the cap and what was wanted', () => {
    expect(reserve(books({ costNano: 45_000_000 }), RUN_ONLY, WANT)).toEqual({
      ok: false,
      account: RUN,
      counter: 'costUsd',
      used: 45_000_000,
      cap: 50_000_000,
      wanted: 10_000_000,
    });
  });

  test('to the last nano fits, one beyond does not', () => {
    const near = { costNano: 40_000_000 };
    expect(roomFor(books(near), RUN_ONLY, WANT).ok).toBe(true);
    expect(roomFor(books({ ...near, reservedNano: 1 }), RUN_ONLY, WANT).ok).toBe(false);
  });

  test.each<[Counter, Partial<Tally>, Want]>([
    ['costUsd', { costNano: 45_000_000 }, WANT],
    ['modelCalls', { modelCalls: 6 }, WANT],
    ['toolCalls', { toolCalls: 12 }, TOOL],
    ['tokens', { tokens: 19_001 }, WANT],
    ['attempts', { attempts: 10 }, TOOL],
    ['minutes', { workMs: 600_000 }, TOOL],
  ])('is held by %s of the run, of the day and of a step alike', (counter, used, want) => {
    const step = { account: 'r/a', caps: capsOf(BUDGET) };
    const parts = JSON.stringify({
      of: { 'r/a': { tally: { ...NOTHING, ...used }, raised: {} } },
      finished: [],
    });
    const held = { ok: false, counter };
    expect(roomFor(books(used), RUN_ONLY, want)).toMatchObject({ ...held, account: RUN });
    expect(roomFor(books({}, used), [day(capsOf(BUDGET))], want)).toMatchObject({
      ...held,
      account: DAY,
    });
    expect(roomFor(books({ parts }), [step], want)).toMatchObject({ ...held, account: 'r/a' });
  });

  test('that costs nothing is not held by money', () => {
    const spent = books({ costNano: 50_000_000 }, { costNano: 5_000_000_000 });
    expect(roomFor(spent, [...RUN_ONLY, day({ costUsd: 0 })], TOOL).ok).toBe(true);
  });

  test('is taken from all its accounts or from none', () => {
    const step = { account: 'r/a', caps: { modelCalls: 1 } };
    const all = [...RUN_ONLY, step, day({ modelCalls: 2 })];
    const one = taken(books(), all, WANT);
    expect(one.day.use).toMatchObject({ reservedNano: 10_000_000, modelCalls: 1 });
    expect(reserve(one, all, WANT)).toMatchObject({ ok: false, account: 'r/a', used: 1, cap: 1 });
    const elsewhere = taken(one, [...RUN_ONLY, day({ modelCalls: 2 })], WANT);
    expect(reserve(elsewhere, [...RUN_ONLY, day({ modelCalls: 2 })], WANT)).toMatchObject({
      ok: false,
      account: DAY,
    });
    expect(elsewhere.ledger.modelCalls).toBe(2);
  });

  test('settled in an account that is gone changes the others only', () => {
    const step = { account: 'c:1:0', caps: {} };
    const held = taken(books(), [...RUN_ONLY, step], WANT);
    const closed = { ...held, ledger: closeAccounts(held.ledger, 'c:1:0') };
    expect(closed.ledger.parts).toBe('');
    const done = settle(closed, [RUN, 'c:1:0'], WANT, { costNano: 1, tokens: 1, workMs: 0 });
    expect(done.ledger).toMatchObject({ costNano: 1, reservedNano: 0, parts: '' });
  });
});

test('what nobody knows counts as the whole reservation', () => {
  const spent = { costNano: null, tokens: 0, workMs: 0 };
  expect(known(WANT, spent)).toEqual({ costNano: 10_000_000, tokens: 1000 });
  const done = settle(taken(books(), RUN_ONLY, WANT), [RUN], WANT, spent);
  expect(done.ledger).toMatchObject({ costNano: 10_000_000, tokens: 1000, reservedNano: 0 });
});

test('a provider that takes more than it was given is recorded to the last nano', () => {
  const over = { costNano: 70_000_000, tokens: 9, workMs: 0 };
  const done = settle(taken(books(), RUN_ONLY, WANT), [RUN], WANT, over);
  expect(done.ledger).toMatchObject({ costNano: 70_000_000, reservedNano: 0 });
  expect(roomFor(done, RUN_ONLY, WANT)).toMatchObject({ ok: false, counter: 'costUsd' });
  expect(overspent(done, RUN_ONLY)).toMatchObject([{ account: RUN, used: 70_000_000 }]);
});

test('a raised cap is remembered by its own account and never lowered', () => {
  const step = { account: 'r/a', caps: { toolCalls: 2 } };
  const all = [...RUN_ONLY, step, day({ toolCalls: 12 })];
  for (const limit of all) {
    const before = limit.caps.toolCalls ?? 0;
    const raised = extend(books(), limit, 'toolCalls', 8);
    expect(capsNow(raised, limit)).toMatchObject({ toolCalls: before + 8 });
    expect(capsNow(extend(raised, limit, 'toolCalls', -5), limit).toolCalls).toBe(before + 8);
    for (const other of all.filter((one) => one !== limit))
      expect(capsNow(raised, other)).toEqual(other.caps);
  }
});

test('what was finished at a limit is remembered for that limit only', () => {
  const ledger = finish(emptyLedger('r'), 'r/a', 'costUsd');
  expect(isFinished(ledger, 'r/a', 'costUsd')).toBe(true);
  expect(isFinished(ledger, 'r/a', 'tokens')).toBe(false);
  expect(isFinished(ledger, RUN, 'costUsd')).toBe(false);
  expect(isFinished(closeAccounts(ledger, 'r'), 'r/a', 'costUsd')).toBe(false);
});

// ---- the promise
// ---------------------------------------------------------------------------------

const LIMITS: Limit[] = [
  ...RUN_ONLY,
  { account: 'r:1:0', caps: capsOf({ costUsd: 0.02, modelCalls: 3, attempts: 4 }) },
  { account: 'r:1:0/a', caps: capsOf({ tokens: 6000, toolCalls: 2 }) },
  day(capsOf({ costUsd: 0.08, tokens: 30_000, attempts: 12 })),
];
/** Which accounts an effect counts against: at the top, in a child, at a step of the child. */
const PLACES = [
  [0, 3],
  [0, 1, 3],
  [0, 1, 2, 3],
].map((place) => place.map((i) => LIMITS[i] as Limit));

const want = fc.record({
  costNano: fc.nat(30_000_000),
  modelCalls: fc.constantFrom(0, 1),
  toolCalls: fc.constantFrom(0, 1),
  tokens: fc.nat(8000),
});
const place = fc.nat(2);
const event = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('start' as const), place, run: fc.nat(1), want }),
  },
  // An attempt ends; a retry or a fail-over starts anew at another price, or does not.
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('end' as const),
      which: fc.nat(),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      unknown: fc.boolean(),
      again: fc.option(want, { nil: undefined }),
    }),
  },
  // The process dies: what it had not written is gone, what was in flight is paid in full.
  { weight: 2, arbitrary: fc.record({ do: fc.constant('crash' as const), kept: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('extend' as const),
      limit: fc.nat(3),
      counter: fc.constantFrom<Counter>('costUsd', 'modelCalls', 'tokens', 'attempts'),
      by: fc.nat(10_000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('midnight' as const) }) },
);
type Flight = { run: number; limits: Limit[]; want: Want; day: number };

/** Two runs and their day, as an engine keeps them. */
function play(events: (typeof event extends fc.Arbitrary<infer E> ? E : never)[]): void {
  let ledgers: Ledger[] = [emptyLedger('r'), emptyLedger('r')];
  let today = emptyDay();
  let number = 0;
  let flights: Flight[] = [];
  const at = (run: number): Books => ({ ledger: ledgers[run] as Ledger, day: today });
  const keep = (run: number, { ledger, day: now }: Books): void => {
    ledgers = ledgers.with(run, ledger);
    today = now;
  };
  const start = (run: number, limits: Limit[], wanted: Want): void => {
    const made = reserve(at(run), limits, wanted);
    if (!made.ok) return;
    keep(run, made.books);
    flights = [...flights, { run, limits, want: wanted, day: number }];
  };
  const end = (flight: Flight, share: number | null): void => {
    flights = flights.filter((one) => one !== flight);
    const { costNano: cost, tokens } = flight.want;
    const spent = {
      costNano: share === null ? null : Math.floor(cost * share),
      tokens: Math.floor(tokens * (share ?? 0)),
      workMs: 1,
    };
    const accounts = flight.limits
      .map(({ account }) => account)
      .filter((account) => account !== DAY || flight.day === number);
    keep(flight.run, settle(at(flight.run), accounts, flight.want, spent));
  };
  for (const e of events) {
    if (e.do === 'start') start(e.run, PLACES[e.place] as Limit[], e.want);
    else if (e.do === 'end' && flights.length) {
      const flight = flights[e.which % flights.length] as Flight;
      end(flight, e.unknown ? null : e.share);
      if (e.again) start(flight.run, flight.limits, e.again);
    } else if (e.do === 'crash') {
      ledgers = ledgers.map((ledger) => JSON.parse(JSON.stringify(ledger)) as Ledger);
      for (const flight of flights) end(flight, e.kept ? 1 : null);
    } else if (e.do === 'extend') {
      const limit = LIMITS[e.limit] as Limit;
      keep(0, extend(at(0), limit, e.counter, e.by));
    } else if (e.do === 'midnight') {
      number += 1;
      today = emptyDay();
    }
    check(ledgers, today, flights);
  }
}

function check(ledgers: Ledger[], today: Books['day'], flights: Flight[]): void {
  for (const [run, ledger] of ledgers.entries()) {
    expect(overspent({ ledger, day: today }, LIMITS)).toEqual([]);
    const held = flights.filter((flight) => flight.run === run);
    const sum = (of: (w: Want) => number): number => held.reduce((n, f) => n + of(f.want), 0);
    expect(ledger.reservedNano).toBe(sum((w) => w.costNano));
    expect(ledger.reservedTokens).toBe(sum((w) => w.tokens));
    const parts = ledger.parts === '' ? {} : (JSON.parse(ledger.parts) as { of: object }).of;
    for (const [account, { tally }] of Object.entries(parts as Record<string, { tally: Tally }>)) {
      const own = held.filter(({ limits }) => limits.some((limit) => limit.account === account));
      expect(tally.reservedNano).toBe(own.reduce((n, f) => n + f.want.costNano, 0));
    }
  }
}

test('settled and reserved together never exceed a cap of any account, in any order', () => {
  fc.assert(fc.property(fc.array(event, { maxLength: 80 }), play), { numRuns: 1500 });
});

test('a day keeps what changed, reservations counted as used', () => {
  const before = books();
  const after = taken(before, [...RUN_ONLY, day({})], WANT);
  expect(dayChange(before.day, after.day)).toMatchObject({
    nano: 10_000_000,
    modelCalls: 1,
    tokens: 1000,
    attempts: 1,
    raised: undefined,
  });
  const done = settle(after, [RUN, DAY], WANT, { costNano: 4_000_000, tokens: 10, workMs: 5 });
  expect(dayChange(after.day, done.day)).toMatchObject({
    nano: -6_000_000,
    tokens: -990,
    workMs: 5,
  });
  expect(COUNTERS).toHaveLength(6);
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
