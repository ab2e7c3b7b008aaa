// An account of money and counts that shares no code with the ledger, the door or the fold: worked
// out from the drawings and from what is recorded, event by event.
// BO1 an attempt is paid from the run, from each child workflow and step with a limit of its own
//     around it, and from the day it began on; all of them, for as long as it is under way.
// BO2 settled + reserved is never over a cap of any account; a cap is only ever raised.
// BO3 what the world really took is never more than what stands in the book.

import type { Folder, Setting, WorkflowScope } from '../../engine/1-document/schema.ts';
import type { Admission, Recorded } from '../../engine/4-run/events.ts';
import type { Usage } from '../../engine/node.ts';
import { isObject, type Json } from '../../engine/base/value.ts';
import { holds } from './holds.ts';

/** The counters that are taken before an attempt begins; nano-dollars and counts. */
export type Sums = Record<'costUsd' | 'modelCalls' | 'toolCalls' | 'tokens' | 'attempts', number>;
export type Account = {
  name: string;
  caps: Partial<Sums>;
  /** Settled, and counts of what was begun. */
  used: Sums;
  heldNano: number;
  heldTokens: number;
  /** Nano-dollars the world really took. */
  taken: number;
};
export type BookRun = {
  id: string;
  root: string;
  parent: string | undefined;
  /** An item of a for-each: it is part of the run that is drawn. */
  isItem: boolean;
  folder: Folder | undefined;
};
type Held = { nano: number; tokens: number; accounts: Account[] };
export type BookEffect = { run: BookRun; node: string; kind: string; maximum: number; held?: Held };
export type Book = {
  runs: Map<string, BookRun>;
  effects: Map<string, BookEffect>;
  accounts: Map<string, Account>;
  setting: Setting;
  folderOf: (workflow: string) => Folder | undefined;
  /** Input tokens of any call, and the price of a model by its name. */
  inputTokens: number;
  figures: { reached: number; extended: number; stoodIn: number; attempts: number };
};

export const openBook = (given: Pick<Book, 'setting' | 'folderOf' | 'inputTokens'>): Book => ({
  ...given,
  runs: new Map(),
  effects: new Map(),
  accounts: new Map(),
  figures: { reached: 0, extended: 0, stoodIn: 0, attempts: 0 },
});

const NANO = 1_000_000_000;
const COUNTERS = ['costUsd', 'modelCalls', 'toolCalls', 'tokens', 'attempts'] as const;
type Budget = { [counter in keyof Sums]?: number | undefined };

/** Caps in this book's units; what is not named is not limited. */
function capsOf(budget: Budget): Partial<Sums> {
  const caps: Partial<Sums> = {};
  for (const counter of COUNTERS) {
    const cap = budget[counter];
    if (cap !== undefined) caps[counter] = counter === 'costUsd' ? Math.round(cap * NANO) : cap;
  }
  return caps;
}

function accountWith({ accounts }: Book, name: string, budget: Budget): Account {
  const had = accounts.get(name);
  if (had) return had;
  const used = { costUsd: 0, modelCalls: 0, toolCalls: 0, tokens: 0, attempts: 0 };
  const made = { name, caps: capsOf(budget), used, heldNano: 0, heldTokens: 0, taken: 0 };
  accounts.set(name, made);
  return made;
}

/** An account by its name: `day <date>`, a run, or `<run>/<step>`. */
export function accountAt(book: Book, name: string): Account {
  if (name.startsWith('day ')) return accountWith(book, name, book.setting.workspace.dailyBudget);
  const [run = '', step] = name.split('/');
  const folder = book.runs.get(run)?.folder;
  if (step === undefined) return accountWith(book, name, folder?.workflow.budget ?? {});
  const [own] = (folder && rooms(folder).get(step)) ?? [];
  return accountWith(book, name, own?.budget ?? {});
}

/** The containers around a step, itself first, with their budgets. */
const around = new WeakMap<Folder, Map<string, { id: string; budget?: Budget }[]>>();
function rooms(folder: Folder): Map<string, { id: string; budget?: Budget }[]> {
  const had = around.get(folder);
  if (had) return had;
  const found = new Map<string, { id: string; budget?: Budget }[]>();
  const walk = (scope: WorkflowScope, outer: { id: string; budget?: Budget }[]): void => {
    for (const { id, budget, scope: inner } of scope.nodes) {
      const here = [{ id, ...(budget ? { budget: budget as Budget } : {}) }, ...outer];
      found.set(id, here);
      if (inner) walk(inner, here);
    }
  };
  walk(folder.workflow.scope, []);
  around.set(folder, found);
  return found;
}

const drawnRun = (book: Book, run: BookRun): BookRun =>
  run.isItem && run.parent !== undefined
    ? drawnRun(book, book.runs.get(run.parent) as BookRun)
    : run;

/** BO1 */
function accountsOf(book: Book, { run, node }: BookEffect, day: string): Account[] {
  const found = [accountAt(book, `day ${day}`)];
  let [at, step]: [BookRun, string] = [run, node];
  for (;;) {
    const drawn = drawnRun(book, at);
    const folder = drawn.folder;
    for (const { id, budget } of folder ? (rooms(folder).get(step) ?? []) : [])
      if (budget) found.push(accountAt(book, `${drawn.id}/${id}`));
    found.push(accountAt(book, drawn.id));
    if (drawn.parent === undefined) return found;
    step = book.effects.get(drawn.id)?.node ?? '';
    at = book.runs.get(drawn.parent) as BookRun;
  }
}

/** The most output a recorded call may ask for. */
const maximumOf = (call: Json | undefined): number =>
  isObject(call) && typeof call['maxOutputTokens'] === 'number' ? call['maxOutputTokens'] : 0;

/** Takes note of one event; throws when something in it must not be. */
export function enter(book: Book, e: Recorded): void {
  switch (e.type) {
    case 'run.started': {
      const { workflow, parent, machine } = e.head;
      const isItem = machine.includes('#');
      const run = { id: e.run, root: e.root, parent, isItem, folder: book.folderOf(workflow) };
      book.runs.set(e.run, run);
      return;
    }
    case 'effect.opened': {
      const { effect, node, kind, admission } = e.head;
      const run = book.runs.get(e.run);
      holds(run, () => `${effect} is opened in ${e.run}, which never started`);
      book.effects.set(effect, { run, node, kind, maximum: maximumOf(e.payload?.call) });
      return admission && take(book, effect, admission, e.at);
    }
    case 'effect.admitted':
      return take(book, e.head.effect, e.head.admission, e.at);
    case 'attempt.ended':
    case 'effect.settled':
      return giveBack(book, e.head.effect, e.head.usage);
    case 'limit.reached':
      book.figures.reached += 1;
      return;
    case 'limit.extended':
      return raise(book, e);
    default: // the other events move no money
  }
}

/** A person raised a cap (BO2). */
function raise(book: Book, e: Recorded & { type: 'limit.extended' }): void {
  const { account, counter, cap } = e.head;
  book.figures.extended += 1;
  const name = account === 'day' ? `day ${e.at.slice(0, 10)}` : (account ?? e.root);
  const { caps } = accountAt(book, name);
  if (counter === 'minutes') return; // not taken beforehand
  const before = caps[counter as keyof Sums] ?? Infinity;
  holds(cap >= before, () => `${counter} of ${name} went from ${before} to ${cap}`);
  caps[counter as keyof Sums] = cap;
}

function take(book: Book, id: string, a: Admission, at: string): void {
  if (a.decision !== 'start') return;
  const effect = book.effects.get(id);
  holds(effect && !effect.held, () => `${id} starts while it is under way`);
  const isModel = effect.kind === 'model';
  const nano = a.reservedNano ?? 0;
  const tokens = isModel ? book.inputTokens + effect.maximum : 0;
  const worst = isModel ? worstOf(book, a, effect.maximum) : 0;
  holds(nano === worst, () => `${id} holds ${nano} back, its worst case is ${worst}`);
  const accounts = accountsOf(book, effect, at.slice(0, 10));
  effect.held = { nano, tokens, accounts };
  book.figures.attempts += 1;
  if (a.model?.why?.code === 'why.model_stands_in') book.figures.stoodIn += 1;
  for (const account of accounts) {
    account.heldNano += nano;
    account.heldTokens += tokens;
    account.used.attempts += 1;
    account.used[isModel ? 'modelCalls' : 'toolCalls'] += 1;
    withinCaps(account, id);
  }
}

/** The dearest that a call of the admitted model can come to, reckoned in pico-dollars. */
function worstOf({ setting, inputTokens }: Book, a: Admission, output: number): number {
  const entries = Object.values(setting.models).flat();
  const price = entries.find(({ model }) => model === a.model?.name)?.price;
  holds(price, () => `nobody knows what ${a.model?.name} costs, and it was asked`);
  const pico = (usd: number): number => Math.round(usd * 1_000_000);
  return Math.ceil((inputTokens * pico(price.input) + output * pico(price.output)) / 1000);
}

function giveBack(book: Book, id: string, usage: Usage): void {
  const effect = book.effects.get(id);
  const held = effect?.held;
  if (!effect || !held) return;
  delete effect.held;
  for (const account of held.accounts) {
    account.heldNano -= held.nano;
    account.heldTokens -= held.tokens;
    account.used.costUsd += usage.costNano;
    account.used.tokens += usage.tokens;
    withinCaps(account, id);
  }
}

/** BO2, BO3 */
function withinCaps(account: Account, id: string): void {
  const { name, caps, used, heldNano, heldTokens, taken } = account;
  const sums: Sums = {
    ...used,
    costUsd: used.costUsd + heldNano,
    tokens: used.tokens + heldTokens,
  };
  for (const key of Object.keys(caps) as (keyof Sums)[]) {
    const cap = caps[key] as number;
    holds(sums[key] <= cap, () => `${name} comes to ${sums[key]} of ${cap} ${key}: ${id}`);
  }
  holds(taken <= sums.costUsd, () => `${name}: ${taken} was taken, the book has ${sums.costUsd}`);
}

/** The world takes money for a call that is under way (BO3). */
export function charge(book: Book, id: string, nano: number): void {
  const effect = book.effects.get(id);
  holds(effect?.held, () => `${id} is charged and holds nothing back`);
  for (const account of effect.held.accounts) {
    account.taken += nano;
    withinCaps(account, id);
  }
}

/** Nothing may be held back for what is over, and nothing may be forgotten. */
export function nothingHeld(book: Book, isOver: (root: string) => boolean): void {
  for (const [id, { held, run }] of book.effects)
    holds(!held || !isOver(run.root), () => `${id} holds money back, its run is over`);
}
