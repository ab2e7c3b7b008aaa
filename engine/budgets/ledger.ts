// What may be used and what has been used, account by account: the run's, the day's (all runs of
// the workspace), and those that a child workflow or a step has of its own. One ledger per root
// run; children count against their root's, their own budget is a further cap beside it.
// LE1 settled + reserved never exceeds a cap of any account, in no order of events, as long as
//     providers keep to the maximum they were given; one that does not is recorded to the last
//     nano.
// LE2 a reservation is the worst case of one attempt, taken from all its accounts or from none;
//     settling gives back to each what was not used.
// LE3 calls and attempts are counted when they start: a call that failed was made.
// LE4 pure: rows go in, rows come out.

import { nanoOfUsd } from './money.ts';

/** Money and counters of one account; nano-dollars and counts, `reserved*` not yet settled. */
export type Tally = {
  costNano: number;
  reservedNano: number;
  modelCalls: number;
  toolCalls: number;
  tokens: number;
  reservedTokens: number;
  attempts: number;
  workMs: number;
};

/** The row of one root run. */
export type Ledger = Tally & {
  root: string;
  /** Caps of the run that a person raised, as text: `{"toolCalls": 20}` in the units of Caps. */
  extended: string;
  /** Accounts of steps and child workflows, and limits that were finished at; '' for none. */
  parts: string;
};

export const COUNTERS = [
  'costUsd',
  'modelCalls',
  'toolCalls',
  'tokens',
  'minutes',
  'attempts',
] as const;
export type Counter = (typeof COUNTERS)[number];

/** Caps in the ledger's own units: nano-dollars for costUsd, milliseconds for minutes. */
export type Caps = Record<Counter, number>;
/** A budget as a file has it; what is not named is not limited. */
export type Budget = Partial<Record<Counter, number>>;

/** The account of the whole run, and the one all runs of a day share. */
export const RUN = 'run';
export const DAY = 'day';
/** An account with the caps its budget gives it. */
export type Limit = { account: string; caps: Partial<Caps> };

/** The day's account: what all runs used and hold back today, and the caps raised for today. */
export type Day = { use: Tally; raised: string };

/** What is counted of a day besides money. */
export type DayCounts = Pick<Tally, 'modelCalls' | 'toolCalls' | 'tokens' | 'attempts' | 'workMs'>;

/** The worst case of one attempt. */
export type Want = { costNano: number; modelCalls: number; toolCalls: number; tokens: number };

/** The limit that has no room: whose, what is used and reserved, the cap, what was wanted. */
export type NoRoom = {
  ok: false;
  account: string;
  counter: Counter;
  used: number;
  cap: number;
  wanted: number;
};
export type Room = { ok: true } | NoRoom;

/** What the accounts of one effect lie in. */
export type Books = { ledger: Ledger; day: Day };

type Part = { tally: Tally; raised: Partial<Caps> };
type Parts = { of: Record<string, Part>; finished: string[] };

export const NOTHING: Tally = {
  costNano: 0,
  reservedNano: 0,
  modelCalls: 0,
  toolCalls: 0,
  tokens: 0,
  reservedTokens: 0,
  attempts: 0,
  workMs: 0,
};

export const emptyLedger = (root: string): Ledger => ({
  root,
  ...NOTHING,
  extended: '{}',
  parts: '',
});
export const emptyDay = (): Day => ({ use: NOTHING, raised: '{}' });

/** Budgets stand in drawings and settings and are never changed, so each is read only once. */
const read = new WeakMap<Budget, Partial<Caps>>();

/** A budget in the ledger's own units. */
export function capsOf(budget: Budget): Partial<Caps> {
  const had = read.get(budget);
  if (had) return had;
  const caps: Partial<Caps> = {};
  for (const counter of COUNTERS) {
    const cap = budget[counter];
    if (cap === undefined) continue;
    if (counter === 'costUsd') caps.costUsd = nanoOfUsd(cap);
    else caps[counter] = counter === 'minutes' ? Math.round(cap * 60_000) : cap;
  }
  read.set(budget, caps);
  return caps;
}

const NO_PARTS: Parts = { of: {}, finished: [] };
/** The parts read last: a step asks several times for the same ones. */
let lastParts = { text: '', parts: NO_PARTS };
function partsIn({ parts: text }: Ledger): Parts {
  if (text === '') return NO_PARTS;
  if (lastParts.text !== text) lastParts = { text, parts: JSON.parse(text) as Parts };
  return lastParts.parts;
}
const withParts = (ledger: Ledger, parts: Parts): Ledger => {
  const isEmpty = !parts.finished.length && !Object.keys(parts.of).length;
  if (isEmpty) return { ...ledger, parts: '' };
  lastParts = { text: JSON.stringify(parts), parts };
  return { ...ledger, parts: lastParts.text };
};
const NO_PART: Part = { tally: NOTHING, raised: {} };

/** What an account holds, and the caps a person raised in it. */
function partOf({ ledger, day }: Books, account: string, parts: Parts): Part {
  if (account === RUN) return { tally: ledger, raised: raisedIn(ledger.extended) };
  if (account === DAY) return { tally: day.use, raised: raisedIn(day.raised) };
  return (Object.hasOwn(parts.of, account) ? parts.of[account] : undefined) ?? NO_PART;
}
const raisedIn = (text: string): Partial<Caps> =>
  text === '{}' ? {} : (JSON.parse(text) as Partial<Caps>);

/** What counts against each cap: settled and reserved together. */
const usedOf = (t: Tally): Caps => ({
  costUsd: t.costNano + t.reservedNano,
  modelCalls: t.modelCalls,
  toolCalls: t.toolCalls,
  tokens: t.tokens + t.reservedTokens,
  minutes: t.workMs,
  attempts: t.attempts,
});

/** The caps of an account now: its budget's, and above them what a person raised. */
export function capsNow(books: Books, { account, caps }: Limit): Partial<Caps> {
  return { ...caps, ...partOf(books, account, partsIn(books.ledger)).raised };
}

/** Is there room for one more attempt? The first cap without room is named, in a fixed order. */
export function roomFor(books: Books, limits: readonly Limit[], want: Want): Room {
  const wants: Caps = { ...want, costUsd: want.costNano, attempts: 1, minutes: 0 };
  const parts = partsIn(books.ledger);
  for (const { account, caps } of limits) {
    const { tally, raised } = partOf(books, account, parts);
    const used = usedOf(tally);
    for (const counter of COUNTERS) {
      const cap = raised[counter] ?? caps[counter];
      if (cap === undefined) continue;
      const wanted = wants[counter];
      const isOver =
        counter === 'minutes' ? used.minutes >= cap : wanted > 0 && used[counter] + wanted > cap;
      if (isOver) return { ok: false, account, counter, used: used[counter], cap, wanted };
    }
  }
  return { ok: true };
}

/** A change of an account, whatever else lies in its row. */
type Change = <T extends Tally>(t: T) => T;

const taking =
  (want: Want): Change =>
  (t) => ({
    ...t,
    reservedNano: t.reservedNano + want.costNano,
    reservedTokens: t.reservedTokens + want.tokens,
    modelCalls: t.modelCalls + want.modelCalls,
    toolCalls: t.toolCalls + want.toolCalls,
    attempts: t.attempts + 1,
  });

/** Changes every account of a list by one function. */
function changed(books: Books, accounts: readonly string[], by: Change): Books {
  let { ledger, day } = books;
  let of: Parts['of'] | undefined;
  const parts = partsIn(ledger);
  for (const account of accounts) {
    if (account === RUN) ledger = by(ledger);
    else if (account === DAY) day = { ...day, use: by(day.use) };
    else {
      const part = partOf(books, account, parts);
      (of ??= { ...parts.of })[account] = { ...part, tally: by(part.tally) };
    }
  }
  return { ledger: of ? withParts(ledger, { ...parts, of }) : ledger, day };
}

/**
 * Takes the worst case of one attempt out of every account, or says which limit is in the way and
 * takes nothing (LE2, LE3).
 */
export function reserve(
  books: Books,
  limits: readonly Limit[],
  want: Want,
): { ok: true; books: Books } | NoRoom {
  const room = roomFor(books, limits, want);
  if (!room.ok) return room;
  const accounts = limits.map(({ account }) => account);
  return { ok: true, books: changed(books, accounts, taking(want)) };
}

/**
 * What an attempt really used. `costNano` null: nobody knows, so the reserve stands (estimated).
 */
export type Spent = { costNano: number | null; tokens: number; workMs: number };
export type Reserved = Pick<Want, 'costNano' | 'tokens'>;

/** Both figures with the reserve in the place of what nobody knows. */
export function known(reserved: Reserved, spent: Spent): { costNano: number; tokens: number } {
  if (spent.costNano !== null) return { costNano: spent.costNano, tokens: spent.tokens };
  return { costNano: reserved.costNano, tokens: Math.max(spent.tokens, reserved.tokens) };
}

/** Puts the truth in the place of the reservation, in every account it was taken from. */
export function settle(
  books: Books,
  accounts: readonly string[],
  reserved: Reserved,
  spent: Spent,
): Books {
  const { costNano, tokens } = known(reserved, spent);
  const { of } = partsIn(books.ledger);
  const isThere = (account: string): boolean =>
    account === RUN || account === DAY || Object.hasOwn(of, account); // its child may have ended
  return changed(books, accounts.filter(isThere), (t) => ({
    ...t,
    costNano: t.costNano + costNano,
    reservedNano: t.reservedNano - reserved.costNano,
    tokens: t.tokens + tokens,
    reservedTokens: t.reservedTokens - reserved.tokens,
    workMs: t.workMs + spent.workMs,
  }));
}

/** A cap of one account raised by a person. Never lowers one; `by` is in the units of Caps. */
export function extend(books: Books, limit: Limit, counter: Counter, by: number): Books {
  const { account } = limit;
  const before = capsNow(books, limit)[counter];
  if (before === undefined) return books; // what is not limited has nothing to raise
  const cap = before + Math.max(0, by);
  const parts = partsIn(books.ledger);
  const part = partOf(books, account, parts);
  const raised = { ...part.raised, [counter]: cap };
  const { ledger, day } = books;
  if (account === RUN) return { day, ledger: { ...ledger, extended: JSON.stringify(raised) } };
  if (account === DAY) return { ledger, day: { ...day, raised: JSON.stringify(raised) } };
  const of = { ...parts.of, [account]: { ...part, raised } };
  return { day, ledger: withParts(ledger, { ...parts, of }) };
}

/** What changed in a day's account; reservations count as used, so that nothing can be lost. */
export function dayChange(
  before: Day,
  after: Day,
): DayCounts & { nano: number; raised: string | undefined } {
  const [a, b] = [before.use, after.use];
  return {
    nano: b.costNano + b.reservedNano - a.costNano - a.reservedNano,
    modelCalls: b.modelCalls - a.modelCalls,
    toolCalls: b.toolCalls - a.toolCalls,
    tokens: b.tokens + b.reservedTokens - a.tokens - a.reservedTokens,
    attempts: b.attempts - a.attempts,
    workMs: b.workMs - a.workMs,
    raised: after.raised === before.raised ? undefined : after.raised,
  };
}

/** Notes that a person chose to finish at this limit: it is not asked about again. */
export function finish(ledger: Ledger, account: string, counter: Counter): Ledger {
  const parts = partsIn(ledger);
  const finished = [...new Set([...parts.finished, `${counter} ${account}`])];
  return withParts(ledger, { ...parts, finished });
}
export const isFinished = (ledger: Ledger, account: string, counter: Counter): boolean =>
  ledger.parts !== '' && partsIn(ledger).finished.includes(`${counter} ${account}`);

/** Forgets the accounts of a child workflow that has ended, and of the steps in it. */
export function closeAccounts(ledger: Ledger, child: string): Ledger {
  if (ledger.parts === '') return ledger;
  const parts = partsIn(ledger);
  const isOf = (account: string): boolean => account === child || account.startsWith(`${child}/`);
  const of = Object.fromEntries(Object.entries(parts.of).filter(([account]) => !isOf(account)));
  const finished = parts.finished.filter((one) => !isOf(one.slice(one.indexOf(' ') + 1)));
  return withParts(ledger, { of, finished });
}

/**
 * Every cap that is broken: nothing in any order of reserving, settling, crashing and extending may
 * make this list non-empty (LE1). Working time is not reserved and can pass its cap by what is in
 * flight, so it is not looked at.
 */
export function overspent(books: Books, limits: readonly Limit[]): NoRoom[] {
  const parts = partsIn(books.ledger);
  return limits.flatMap(({ account, caps }) => {
    const { tally, raised } = partOf(books, account, parts);
    const used = usedOf(tally);
    return COUNTERS.filter((counter) => counter !== 'minutes').flatMap((counter): NoRoom[] => {
      const cap = raised[counter] ?? caps[counter] ?? Infinity;
      if (used[counter] <= cap) return [];
      return [{ ok: false, account, counter, used: used[counter], cap, wanted: 0 }];
    });
  });
}
