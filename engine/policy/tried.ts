// Rules tried on calls that were made: what would have been said to each, and what would be said
// otherwise than by the rules in force.
// TR1 every call is decided as the door decides it: rules, then where its arguments came from, then
//     the card of its tool. Nothing is called, nothing is changed.
// TR2 the two words are those of the rules in force now and of the rules that are tried, over the
//     same calls: a difference comes from the rules and from nothing else.
// TR3 who decided that a call was made is not worked out again: it was recorded.

import type { AuthorityCard } from '../node.ts';
import { byCard } from './conditions.ts';
import { ruleFor, wordOf, type Decision, type PolicyRule, type RuleFacts } from './rules.ts';
import { atSink } from './sink.ts';

/** A call as it was recorded. A model's call has no card. */
export type PastCall = {
  run: string;
  effect: string;
  at: number;
  facts: RuleFacts;
  card?: AuthorityCard;
  /** Text from outside decided that it was made (TR3). */
  isSteered: boolean;
};

export type Counts = Record<Decision['then'], number>;
export type Changed = { call: PastCall; from: Decision; to: Decision };
export type Tried = {
  calls: number;
  /** By the rules in force, and by those that are tried. */
  now: Counts;
  then: Counts;
  changed: Changed[];
  /** Calls that each tried rule decides about, by its id. */
  decides: Record<string, number>;
};

/** What is said to a call (TR1). */
export function wordFor(rules: readonly PolicyRule[], call: PastCall): Decision {
  const { facts, card, isSteered } = call;
  const rule = ruleFor(rules, facts);
  const word = wordOf(rule, facts.effect);
  if (!card) return word;
  const sink = { card, labels: () => facts.labels, isSteered: () => isSteered };
  return byCard(atSink(word, rule, sink), card, facts);
}

/** Both sets of rules over the same calls (TR2); each call brings its own lists of rules. */
export function tryRules(
  calls: readonly PastCall[],
  rulesOf: (call: PastCall) => { now: readonly PolicyRule[]; then: readonly PolicyRule[] },
): Tried {
  const tried: Tried = { calls: 0, now: none(), then: none(), changed: [], decides: {} };
  for (const call of calls) {
    const rules = rulesOf(call);
    const [from, to] = [wordFor(rules.now, call), wordFor(rules.then, call)];
    const isSpokenOf = !from.isDefault || !to.isDefault;
    if (!call.card && !isSpokenOf) continue; // a model's call that no rule speaks of
    tried.calls += 1;
    tried.now[from.then] += 1;
    tried.then[to.then] += 1;
    if (from.then !== to.then) tried.changed.push({ call, from, to });
    const decided = ruleFor(rules.then, call.facts)?.id;
    if (decided !== undefined) tried.decides[decided] = (tried.decides[decided] ?? 0) + 1;
  }
  return tried;
}

const none = (): Counts => ({ allow: 0, ask: 0, deny: 0 });
