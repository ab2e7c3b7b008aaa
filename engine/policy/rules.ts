// What the rules say to one effect: allow, ask or deny, and which rule said so.
// R1 first match wins, the workspace's rules before the workflow's; nothing is combined or weighed.
// R2 where no rule matches, the effect's class decides: none and read go, write is asked about,
//    irreversible and spend are refused.
// R3 of two sets of rules (as pinned when the run began, as they stand now) the stricter word
//     holds.

import { compare, holdsBy, type Condition, type Find, type Leaf } from '../base/condition.ts';
import { isRef } from '../base/binding.ts';
import { partAt, type Json, type JsonObject } from '../base/value.ts';
import type { EffectClass, Said } from '../node.ts';

/** A rule as rules.json holds it. */
export type PolicyRule = {
  id: string;
  name: string;
  when: Condition;
  then: 'allow' | 'ask' | 'deny';
  ask?: string | undefined;
};

/** All a rule may look at: `tool`, `class`, … by name, arguments as `args.<name>`. */
export type RuleFacts = {
  tool: string;
  class: string;
  effect: EffectClass;
  step: string;
  workflow: string;
  mode: 'practice' | 'real';
  args: JsonObject;
  /** Where each argument came from, by its name: `labels.<name> contains untrusted`. */
  labels: Record<string, string[]>;
  /** Money the call moves, major units, when the card says which argument holds it. */
  amount?: number | undefined;
  /** Hour of the day in the workspace's time zone, 0–23. */
  hour: number;
  /** Day of the week there: `monday` … `sunday`. */
  weekday: string;
};

/** The word of the rules. `id` is the rule's, or `default.<class>` where none matched. */
export type Decision = {
  then: 'allow' | 'ask' | 'deny';
  id: string;
  name?: string;
  /** Person, role or owner slot asked, where the rule names one. */
  ask?: string;
  isDefault: boolean;
  /** Why, where it is not the rule itself that says so: see sink.ts and conditions.ts. */
  why?: Said;
};

const DEFAULTS: Record<EffectClass, Decision['then']> = {
  none: 'allow',
  read: 'allow',
  write: 'ask',
  irreversible: 'deny',
  spend: 'deny',
};

const find =
  (facts: RuleFacts): Find =>
  (path) =>
    path.startsWith('labels.') // worked out only when they are looked at
      ? partAt({ labels: facts.labels }, path)
      : partAt(facts as unknown as Json, path);

const byDefault = (effect: EffectClass): Decision => ({
  then: DEFAULTS[effect],
  id: `default.${effect}`,
  isDefault: true,
});

/** The rule that decides about an effect, if one matches (R1). */
export const ruleFor = (rules: readonly PolicyRule[], facts: RuleFacts): PolicyRule | undefined =>
  rules.find(({ when }) => holdsBy(when, find(facts)));

/** Does a condition hold for an effect? */
export const holdsFor = (when: Condition, facts: RuleFacts): boolean => holdsBy(when, find(facts));

/** What a rule says, or the effect's class where there is none (R2). */
export function wordOf(rule: PolicyRule | undefined, effect: EffectClass): Decision {
  if (!rule) return byDefault(effect);
  const { then, id, name, ask } = rule;
  return { then, id, name, ...(ask === undefined ? {} : { ask }), isDefault: false };
}

/** The decision for one effect; `rules` in order, the workspace's first (R1, R2). Total. */
export const decideRule = (rules: readonly PolicyRule[], facts: RuleFacts): Decision =>
  wordOf(ruleFor(rules, facts), facts.effect);

const STRICTNESS: Record<Decision['then'], number> = { allow: 0, ask: 1, deny: 2 };

/** The stricter of two decisions; of two equally strict ones the current (R3). */
export const stricter = (pinned: Decision, current: Decision): Decision =>
  STRICTNESS[pinned.then] > STRICTNESS[current.then] ? pinned : current;

// ---- what can be said before a run
// ---------------------------------------------------------------

/** Facts that are known while drawing; the rest is decided when the call is made. */
export type KnownFacts = Partial<Omit<RuleFacts, 'args' | 'labels'>>;

/** Does the condition hold whatever the unknown facts are? Undefined where that depends on them. */
export function settled(c: Condition, known: KnownFacts): boolean | undefined {
  const all = (parts: Condition[], ends: boolean): boolean | undefined => {
    const said = parts.map((part) => settled(part, known));
    if (said.includes(ends)) return ends;
    return said.includes(undefined) ? undefined : !ends;
  };
  if ('all' in c) return all(c.all, false);
  if ('any' in c) return all(c.any, true);
  if ('not' in c) {
    const inner = settled(c.not, known);
    return inner === undefined ? undefined : !inner;
  }
  return settledLeaf(c, known);
}

const settledLeaf = ({ field, op, value }: Leaf, known: KnownFacts): boolean | undefined =>
  Object.hasOwn(known, field) && !isRef(value)
    ? compare(known[field as keyof KnownFacts], op, value ?? null)
    : undefined;

/** Rules that may decide about an effect, first match first, up to the one that surely does. */
export function rulesFor<R extends PolicyRule>(rules: readonly R[], known: KnownFacts): R[] {
  const found: R[] = [];
  for (const rule of rules) {
    const said = settled(rule.when, known);
    if (said !== false) found.push(rule);
    if (said === true) break;
  }
  return found;
}
