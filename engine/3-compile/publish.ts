// Which number a new version gets, read off what it promises and what it asks for: never off how
// much was drawn.
// PB1 the rule, the first that fits decides:
//     major  somebody who relied on the last version could be harmed by this one:
//            · it may do something outside it could not do (a tool that writes, cannot be undone
//              or moves money is new), or something on its own in cases where it asked before;
//            · what needed consent needs less of it, or what it never did it may do now;
//            · what was filled in before no longer fits the form (a field fell away, changed its
//              kind, or has to be filled in now).
//     minor  any other sentence of the contract changed, or the form asks for something more that
//            may be left empty: it does something else, within what was promised.
//     patch  every sentence still holds word for word: wording, names, prompts, order.
// PB2 a step that was renamed is the same step: old sentences are read with the new names.
// PB3 pure and total.

import type { Field } from '../base/kinds.ts';
import type { ContractSentence } from './sentence.ts';

export type Bump = 'major' | 'minor' | 'patch';
/** A sentence that fell away, came, or became another one. */
export type Changed = { was: ContractSentence | null; is: ContractSentence | null };

/** What is held against each other: a contract and the form in front of it. */
export type Promised = { contract: ContractSentence[]; input: Field[] };

type Params = Record<string, string | number>;
const paramsOf = (one: ContractSentence): Params => one.params ?? {};
const listOf = (value: string | number | undefined): string[] =>
  value === undefined || value === '' ? [] : String(value).split('\n');

/** The sentence with steps under their new names (PB2). */
function renamed(one: ContractSentence, names: ReadonlyMap<string, string>): ContractSentence {
  const params = Object.fromEntries(
    Object.entries(paramsOf(one)).map(([key, value]) => [
      key,
      typeof value === 'string'
        ? listOf(value)
            .map((name) => names.get(name) ?? name)
            .join('\n')
        : value,
    ]),
  );
  return { ...one, params };
}

const text = (one: ContractSentence): string => JSON.stringify([one.code, paramsOf(one)]);

/** Sentences that differ; those that say the same of other figures stand together. */
export function changedSentences(
  was: ContractSentence[],
  is: ContractSentence[],
  names: ReadonlyMap<string, string> = new Map(),
): Changed[] {
  const before = was.map((one) => renamed(one, names));
  const [old, now] = [new Set(before.map(text)), new Set(is.map(text))];
  const gone = before.filter((one) => !now.has(text(one)));
  const come = is.filter((one) => !old.has(text(one)));
  const taken = new Set<ContractSentence>();
  const pairs = gone.map((one): Changed => {
    const next = come.find((other) => !taken.has(other) && isAlike(one, other));
    if (next) taken.add(next);
    return { was: one, is: next ?? null };
  });
  const fresh = come.filter((one) => !taken.has(one));
  return [...pairs, ...fresh.map((one): Changed => ({ was: null, is: one }))];
}

/** Two sentences about the same thing: the same way of acting, the same step, the same topic. */
function isAlike(a: ContractSentence, b: ContractSentence): boolean {
  if (a.topic !== b.topic) return false;
  const [x, y] = [paramsOf(a), paramsOf(b)];
  if (a.topic === 'way') return a.code === b.code && x['then'] === y['then'];
  if (a.topic === 'must_ask') return listOf(x['step']).some((s) => listOf(y['step']).includes(s));
  if (a.topic === 'stops_when' && x['step'] !== y['step']) return false;
  return a.code === b.code || a.topic === 'stops_when';
}

/** The number a new version should get (PB1). */
export function proposeBump(
  was: Promised,
  is: Promised,
  names: ReadonlyMap<string, string> = new Map(),
): Bump {
  const before = was.contract.map((one) => renamed(one, names));
  const isMajor =
    mayMore(before, is.contract) ||
    actsMore(before, is.contract) ||
    asksLess(before, is.contract) ||
    breaksForm(was.input, is.input);
  if (isMajor) return 'major';
  const isMinor =
    changedSentences(before, is.contract).length > 0 ||
    is.input.some(({ id }) => !was.input.some((field) => field.id === id));
  return isMinor ? 'minor' : 'patch';
}

const GRAVE = ['contract.may.write', 'contract.may.irreversible', 'contract.may.spend'];

/** A tool that changes something outside is new. */
function mayMore(was: ContractSentence[], is: ContractSentence[]): boolean {
  const tools = (list: ContractSentence[], code: string): string[] =>
    list.filter((one) => one.code === code).flatMap((one) => listOf(paramsOf(one)['tools']));
  return GRAVE.some((code) => {
    const known = tools(was, code);
    return tools(is, code).some((tool) => !known.includes(tool));
  });
}

const BY_ITSELF = new Set(['then.pays', 'then.acts']);

/** It acts on its own in cases that were not among those in which it did so before. */
function actsMore(was: ContractSentence[], is: ContractSentence[]): boolean {
  const acting = (list: ContractSentence[]): Params[] =>
    list
      .filter((one) => one.topic === 'way')
      .map(paramsOf)
      .filter((params) => BY_ITSELF.has(String(params['then'])));
  const before = acting(was);
  return acting(is).some((now) => !before.some((old) => covers(old, now)));
}

/** Whether what one sentence says of a way is part of what another says. */
function covers(old: Params, now: Params): boolean {
  const alike = ['then', 'tool', 'way', 'label', 'currency'].every((key) => old[key] === now[key]);
  const figure = (x: Params, key: 'from' | 'to', open: number): number =>
    typeof x[key] === 'number' ? x[key] : open;
  return (
    alike &&
    figure(old, 'from', -Infinity) <= figure(now, 'from', -Infinity) &&
    figure(now, 'to', Infinity) <= figure(old, 'to', Infinity)
  );
}

/** How much consent each kind of sentence asks for. */
const CONSENT: Record<string, number> = {
  'contract.must_ask.always': 3,
  'contract.must_ask.or_rule': 2,
  'contract.must_ask.rule': 2,
  'contract.must_ask.only_rule': 1,
};
const NEVER = ['contract.must_never.money', 'contract.must_never.people'];

/** Something needs less consent than it did, or may happen that never did. */
function asksLess(was: ContractSentence[], is: ContractSentence[]): boolean {
  const has = (code: string, list: ContractSentence[]): boolean =>
    list.some((one) => one.code === code);
  if (NEVER.some((code) => has(code, was) && !has(code, is))) return true;
  const forbidden = (list: ContractSentence[]): string[] =>
    list
      .filter(({ code }) => code === 'contract.must_never.rule')
      .map((one) => String(paramsOf(one)['rule']));
  if (forbidden(was).some((rule) => !forbidden(is).includes(rule))) return true;
  const [before, now] = [consentOf(was), consentOf(is)];
  // A step that is gone needs no consent; one that is no longer spoken of here needs none any more.
  return [...now].some(([step, much]) => much < (before.get(step) ?? 0));
}

/** The least consent each step needs. */
function consentOf(list: ContractSentence[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const one of list)
    for (const step of listOf(one.topic === 'must_ask' ? paramsOf(one)['step'] : undefined))
      found.set(step, Math.min(found.get(step) ?? 3, CONSENT[one.code] ?? 0));
  return found;
}

/** What fitted the form before does not any more. */
function breaksForm(was: Field[], is: Field[]): boolean {
  const gone = was.some((old) => {
    const now = is.find(({ id }) => id === old.id);
    return !now || now.kind !== old.kind || (now.required === true && old.required !== true);
  });
  const asked = is.some(
    ({ id, required }) => required === true && !was.some((field) => field.id === id),
  );
  return gone || asked;
}

/** The number after this one: `1.4.2` and minor give `1.5.0`. What follows a plus falls away. */
export function nextVersion(version: string, bump: Bump): string {
  const [major = 0, minor = 0, patch = 0] = version.split(/[.+]/).slice(0, 3).map(Number);
  if (bump === 'major') return `${major + 1}.0.0`;
  return bump === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}
