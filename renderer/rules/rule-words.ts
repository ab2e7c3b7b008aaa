// A rule as one sentence, and what is wrong with a list of rules before it is put in force.
// RW1 pure. A rule that lets things happen says so first; one that always holds says that, too.
// RW2 what would make a rule mean something else than a person thinks is a problem: nobody of that
//     name, a tool that is not there, a rule nothing ever reaches.

import type { Person, Rule } from '../../engine/1-document/schema.ts';
import { OWNER_SLOTS, rulesSchema } from '../../engine/1-document/schema.ts';
import { canonical } from '../../engine/base/canonical.ts';
import { leavesOf, type Condition } from '../../engine/base/condition.ts';
import { settled } from '../../engine/policy/rules.ts';
import type { Sight } from '../document/reach.ts';
import { t } from '../words.ts';
import { conditionWords } from './condition-words.ts';

/** Whoever a rule asks, by name: a person, a role, or who is responsible for something. */
export function askedName(ask: string | undefined, people: readonly Person[]): string {
  if (ask === undefined) return t('rule.ask.default');
  const person = people.find(({ id }) => id === ask);
  if (person) return person.name;
  if (people.some(({ roles }) => roles.includes(ask))) return t('rule.ask.role', { role: ask });
  return isSlot(ask) ? t(`rule.ask.slot.${ask}`) : ask;
}

const isSlot = (ask: string): boolean => (OWNER_SLOTS as readonly string[]).includes(ask);

/** The whole rule in one sentence; `**…**` stands around its word (RW1). */
export function ruleSentence(rule: Rule, sight: Sight, people: readonly Person[]): string {
  const when = conditionWords(rule.when, sight);
  const params = { when, who: askedName(rule.ask, people) };
  return t(`rule.says.${rule.then}${when ? '' : '.always'}`, params);
}

export type RuleProblem = {
  at: number;
  code: string;
  params?: Record<string, string>;
  isError: boolean;
};

/** What is wrong with rules, in their order (RW2). */
export function ruleProblems(
  rules: readonly Rule[],
  sight: Sight,
  people: readonly Person[],
): RuleProblem[] {
  const seen = new Map<string, number>();
  return rules.flatMap((rule, at) => {
    const found: RuleProblem[] = [];
    const add = (code: string, isError: boolean, params?: Record<string, string>): void =>
      void found.push({ at, code, isError, ...(params ? { params } : {}) });
    if (rule.name.trim() === '') add('rule.problem.no_name', true);
    if (!rulesSchema.safeParse([{ ...rule, name: rule.name || '-' }]).success || isOpen(rule.when))
      add('rule.problem.unfinished', true);
    for (const { field, value } of leavesOf(rule.when))
      if (field === 'tool' && !isKnownTool(value, sight)) add('rule.problem.no_tool', false);
    if (rule.then === 'ask' && rule.ask !== undefined && !isSomebody(rule.ask, people))
      add('rule.problem.nobody', true, { who: rule.ask });
    const key = canonical(rule.when);
    const before = seen.get(key);
    if (before !== undefined) add('rule.problem.never', false, { rule: rules[before]?.name ?? '' });
    else {
      const always = rules.slice(0, at).find((other) => settled(other.when, {}) === true);
      if (always) add('rule.problem.never', false, { rule: always.name });
    }
    seen.set(key, before ?? at);
    if (rule.then === 'allow' && settled(rule.when, {}) === true) add('rule.problem.all', false);
    return found;
  });
}

const WITHOUT_VALUE = new Set(['is_empty', 'is_not_empty']);

/** Does a comparison still lack its field or its value? */
export const isOpen = (when: Condition): boolean =>
  leavesOf(when).some(
    ({ field, op, value }) =>
      field === '' ||
      (!WITHOUT_VALUE.has(op) &&
        (value === undefined || value === '' || (Array.isArray(value) && !value.length))),
  );

function isKnownTool(value: unknown, { byPath }: Sight): boolean {
  const known = byPath.get('tool')?.field?.choices?.map(({ id }) => id) ?? [];
  const wanted = Array.isArray(value) ? value : [value];
  return wanted.every(
    (one) => one === undefined || one === 'model' || known.includes(one as string),
  );
}

const isSomebody = (ask: string, people: readonly Person[]): boolean =>
  isSlot(ask) || people.some(({ id, roles }) => id === ask || roles.includes(ask));
