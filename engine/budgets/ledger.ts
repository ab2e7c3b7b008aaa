// What a run may use and has used. One ledger per root run; children count against their root's.
// LE1 settled + reserved never exceeds the cap, in no order of events, as long as providers keep to
//     the maximum they were given; one that does not is recorded to the last nano and reported.
// LE2 a reservation is the worst case of one attempt; settling gives back what was not used.
// LE3 calls and attempts are counted when they start: a call that failed was made.
// LE4 pure: rows go in, rows come out.

import { nanoOfUsd } from './money.ts';

/** Money and counters of one root run; nano-dollars and counts, `reserved*` not yet settled. */
export type Ledger = {
  root: string;
  costNano: number;
  reservedNano: number;
  modelCalls: number;
  toolCalls: number;
  tokens: number;
  reservedTokens: number;
  attempts: number;
  workMs: number;
  /** Caps a person raised, as text: `{"toolCalls": 20}` in the units of Caps. */
  extended: string;
};

const COUNTERS = [
  'costUsd',
  'modelCalls',
  'toolCalls',
  'tokens',
  'minutes',
  'attempts',
  'day',
] as const;
export type Counter = (typeof COUNTERS)[number];

/** Caps in the ledger's own units: nano-dollars for costUsd and day, milliseconds for minutes. */
export type Caps = Record<Counter, number>;

/** A budget as workflow.json has it. */
export type Budget = {
  costUsd: number;
  modelCalls: number;
  toolCalls: number;
  tokens: number;
  minutes: number;
  attempts: number;
};

/** The worst case of one attempt. */
export type Want = { costNano: number; modelCalls: number; toolCalls: number; tokens: number };

/** The limit that has no room: what is used and reserved, the cap, what was wanted on top. */
export type NoRoom = { ok: false; counter: Counter; used: number; cap: number; wanted: number };
export type Room = { ok: true } | NoRoom;

export const emptyLedger = (root: string): Ledger => ({
  root,
  costNano: 0,
  reservedNano: 0,
  modelCalls: 0,
  toolCalls: 0,
  tokens: 0,
  reservedTokens: 0,
  attempts: 0,
  workMs: 0,
  extended: '{}',
});

/** The caps that hold for a run now: its budget and the day's, and what a person raised since. */
export function capsOf(budget: Budget, dayUsd: number, ledger: Ledger): Caps {
  const raised = JSON.parse(ledger.extended) as Partial<Caps>;
  return {
    costUsd: nanoOfUsd(budget.costUsd),
    modelCalls: budget.modelCalls,
    toolCalls: budget.toolCalls,
    tokens: budget.tokens,
    minutes: Math.round(budget.minutes * 60_000),
    attempts: budget.attempts,
    day: nanoOfUsd(dayUsd),
    ...raised,
  };
}

/** What counts against each cap: settled and reserved together. `dayNano` likewise, of all runs. */
const usedOf = (ledger: Ledger, dayNano: number): Caps => ({
  costUsd: ledger.costNano + ledger.reservedNano,
  modelCalls: ledger.modelCalls,
  toolCalls: ledger.toolCalls,
  tokens: ledger.tokens + ledger.reservedTokens,
  minutes: ledger.workMs,
  attempts: ledger.attempts,
  day: dayNano,
});

/** Is there room for one more attempt? The first cap without room is named, in a fixed order. */
export function roomFor(ledger: Ledger, caps: Caps, want: Want, dayNano: number): Room {
  const used = usedOf(ledger, dayNano);
  const wants: Caps = {
    ...want,
    costUsd: want.costNano,
    day: want.costNano,
    attempts: 1,
    minutes: 0,
  };
  const isOver = (counter: Counter): boolean =>
    counter === 'minutes'
      ? used.minutes >= caps.minutes
      : wants[counter] > 0 && used[counter] + wants[counter] > caps[counter];
  const counter = COUNTERS.find(isOver);
  return counter === undefined
    ? { ok: true }
    : { ok: false, counter, used: used[counter], cap: caps[counter], wanted: wants[counter] };
}

/**
 * Takes the worst case of one attempt out of the budget (LE2, LE3), or says which limit is in the
 * way. `dayDelta` is what the day's total grows by.
 */
export function reserve(
  ledger: Ledger,
  caps: Caps,
  want: Want,
  dayNano: number,
): { ok: true; ledger: Ledger; dayDelta: number } | NoRoom {
  const room = roomFor(ledger, caps, want, dayNano);
  if (!room.ok) return room;
  return {
    ok: true,
    dayDelta: want.costNano,
    ledger: {
      ...ledger,
      reservedNano: ledger.reservedNano + want.costNano,
      reservedTokens: ledger.reservedTokens + want.tokens,
      modelCalls: ledger.modelCalls + want.modelCalls,
      toolCalls: ledger.toolCalls + want.toolCalls,
      attempts: ledger.attempts + 1,
    },
  };
}

/**
 * What an attempt really used. `costNano` null: nobody knows, so the reserve stands (estimated).
 */
export type Spent = { costNano: number | null; tokens: number; workMs: number };

/**
 * Puts the truth in the place of the reservation. `overNano` is what a provider used beyond the
 * maximum it was given: recorded like everything else (LE1), and a reason to hold the run.
 */
export function settle(
  ledger: Ledger,
  reserved: Pick<Want, 'costNano' | 'tokens'>,
  spent: Spent,
): { ledger: Ledger; dayDelta: number; overNano: number; isEstimate: boolean } {
  const isEstimate = spent.costNano === null;
  const cost = spent.costNano ?? reserved.costNano;
  const tokens = isEstimate ? Math.max(spent.tokens, reserved.tokens) : spent.tokens;
  return {
    dayDelta: cost - reserved.costNano,
    overNano: Math.max(0, cost - reserved.costNano),
    isEstimate,
    ledger: {
      ...ledger,
      costNano: ledger.costNano + cost,
      reservedNano: ledger.reservedNano - reserved.costNano,
      tokens: ledger.tokens + tokens,
      reservedTokens: ledger.reservedTokens - reserved.tokens,
      workMs: ledger.workMs + spent.workMs,
    },
  };
}

/** A cap raised by a person. Never lowers one; `by` is in the units of Caps. */
export function extend(ledger: Ledger, caps: Caps, counter: Counter, by: number): Ledger {
  const raised = JSON.parse(ledger.extended) as Partial<Caps>;
  const cap = caps[counter] + Math.max(0, by);
  return { ...ledger, extended: JSON.stringify({ ...raised, [counter]: cap }) };
}
