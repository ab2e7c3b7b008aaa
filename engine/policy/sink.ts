// Where untrusted text would press a button: what the rules allowed is held against where the
// arguments came from, and who decided that the call is made.
// SK1 an untrusted argument goes to a sink only where the rule that allows it names that argument
//     and what it must look like, or where somebody agrees. A rule that only names the tool, or
//     another argument, is not enough.
// SK2 a call that untrusted text decided about needs a rule that names its step, or somebody's
//     consent.
// SK3 private data and untrusted text together leave by nothing that only reads far away, unless
//     somebody agrees or a rule names each argument that carries one of them.
// SK4 the word only ever becomes stricter, and says why.

import type { Condition, Leaf } from '../base/condition.ts';
import type { AuthorityCard } from '../node.ts';
import type { Decision, PolicyRule } from './rules.ts';
import { isSink, isUntrusted, PRIVATE, sendsWords } from './source.ts';

/** A call as this file looks at it; labels and steering are worked out only when needed. */
export type SinkCall = {
  card: AuthorityCard;
  /** Labels of each argument, by its id. */
  labels: () => Record<string, string[]>;
  /** Does the call hang on a decision that untrusted text made? */
  isSteered: () => boolean;
};

/** The word of the rules, or a stricter one. `rule` is the one that gave it. */
export function atSink(word: Decision, rule: PolicyRule | undefined, call: SinkCall): Decision {
  const { card } = call;
  if (word.then !== 'allow') return word; // SK4
  if (isSink(card)) {
    const named = rule ? namedBy(rule.when, card) : NOTHING;
    const open = Object.entries(call.labels()).find(
      ([id, labels]) => isUntrusted(labels) && !named.has(`args.${id}`),
    );
    if (open) return asks(word, 'why.untrusted_argument', card, open[0]); // SK1
    return !named.has('step') && call.isSteered() ? asks(word, 'why.untrusted_steered') : word; // SK2
  }
  return sendsWords(card) ? atReader(word, rule, call) : word;
}

/** SK3, for tools that only read, but far away. */
function atReader(word: Decision, rule: PolicyRule | undefined, call: SinkCall): Decision {
  const labels = Object.entries(call.labels());
  const isMixed =
    labels.some(([, l]) => l.includes(PRIVATE)) &&
    (labels.some(([, l]) => isUntrusted(l)) || call.isSteered());
  if (!isMixed) return word;
  const named = rule ? namedBy(rule.when, call.card) : NOTHING;
  const open = labels.find(
    ([id, l]) => (l.includes(PRIVATE) || isUntrusted(l)) && !named.has(`args.${id}`),
  );
  return open ? asks(word, 'why.private_leaves', call.card, open[0]) : word;
}

const asks = (word: Decision, code: string, card?: AuthorityCard, argument = ''): Decision => {
  const label = card?.args.find(({ id }) => id === argument)?.label ?? argument;
  const params: Record<string, string> = card ? { argument: label } : {};
  return { ...word, then: 'ask', why: { code, params } };
};

const NOTHING: ReadonlySet<string> = new Set();

/** Operators that say what something must look like; that it is there says nothing. */
const SAYS_WHAT = new Set<Leaf['op']>([
  'is',
  'one_of',
  'matches',
  'starts_with',
  'contains',
  'less_than',
  'at_most',
  'more_than',
  'at_least',
  'before',
  'after',
]);

/**
 * What a condition surely says something about whenever it holds: `step`, and `args.<id>` for every
 * argument it bounds, or whose origin it admits (`labels.<id>`). Of alternatives only what all of
 * them name counts; what a condition excludes is not named.
 */
export function namedBy(when: Condition, card?: AuthorityCard): ReadonlySet<string> {
  if ('all' in when) return new Set(when.all.flatMap((part) => [...namedBy(part, card)]));
  if ('any' in when) {
    const [first, ...others] = when.any.map((part) => namedBy(part, card));
    return new Set([...(first ?? [])].filter((name) => others.every((other) => other.has(name))));
  }
  if ('not' in when || !SAYS_WHAT.has(when.op)) return NOTHING;
  const { field } = when;
  if (field === 'step') return new Set(['step']);
  if (field === 'amount' && card?.amountArg !== undefined)
    return new Set([`args.${card.amountArg}`]);
  const [root, id] = field.split('.');
  return id !== undefined && (root === 'args' || root === 'labels')
    ? new Set([`args.${id}`])
    : NOTHING;
}
