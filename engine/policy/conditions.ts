// What an authority card itself demands of a call, whatever the rules say.
// CC1 `approval: always` asks before every call, `when` where its condition holds; `never` adds
//     nothing to the rules.
// CC2 an argument listed under `evidence` rests on something that was read, said or agreed to; what
//     only a model or the drawing says is put before a person.
// CC3 of a card as pinned and as it stands now the stricter holds: a card taken away forbids at
//     once, a lower bound counts at once, a looser one only in new runs.
// CC4 a card that came from elsewhere and that nobody here has linked is never called for real.

import type { AuthorityCard, EffectClass } from '../node.ts';
import { holdsFor, type Decision, type RuleFacts } from './rules.ts';

/** The word of the rules, or a stricter one, with the reason (CC1, CC2, CC4). */
export function byCard(word: Decision, card: AuthorityCard, facts: RuleFacts): Decision {
  if (card.unlinked && facts.mode === 'real') return UNLINKED;
  if (word.then !== 'allow') return word;
  const { approval, askWhen } = card;
  if (approval === 'always') return asks(word, 'why.card_always');
  if (approval === 'when' && (!askWhen || holdsFor(askWhen, facts)))
    return asks(word, 'why.card_when');
  const lacking = card.evidence?.find(
    (id) => isGiven(facts, id) && !restsOnSomething(facts.labels[id] ?? []),
  );
  if (lacking === undefined) return word;
  const argument = card.args.find(({ id }) => id === lacking)?.label ?? lacking;
  return asks(word, 'why.no_evidence', { argument });
}

const asks = (word: Decision, code: string, params: Record<string, string> = {}): Decision => ({
  ...word,
  then: 'ask',
  why: { code, params },
});

const isGiven = ({ args }: RuleFacts, id: string): boolean =>
  Object.hasOwn(args, id) && args[id] !== null;

const restsOnSomething = (labels: string[]): boolean =>
  labels.some((label) => label !== 'model' && label !== 'workflow');

/** The word about a tool that nobody here has linked (CC4). */
const UNLINKED: Decision = {
  then: 'deny',
  id: 'card.unlinked',
  isDefault: false,
  why: { code: 'why.card_unlinked', params: {} },
};

/** The word about a tool whose card was taken away while the run went on (CC3). */
export const REVOKED: Decision = {
  then: 'deny',
  id: 'card.revoked',
  isDefault: false,
  why: { code: 'why.card_revoked', params: {} },
};

const GRAVITY: EffectClass[] = ['none', 'read', 'write', 'irreversible', 'spend'];

/** The card a call is made with: as pinned, with every bound that was drawn closer since (CC3). */
export function closer(pinned: AuthorityCard, now: AuthorityCard | undefined): AuthorityCard {
  if (!now) return pinned;
  const hosts = pinned.hosts?.filter((host) => now.hosts?.includes(host));
  const isGraver = GRAVITY.indexOf(now.effect) > GRAVITY.indexOf(pinned.effect);
  return {
    ...pinned,
    effect: isGraver ? now.effect : pinned.effect,
    ...(hosts ? { hosts } : {}),
    timeoutMs: Math.min(pinned.timeoutMs, now.timeoutMs),
  };
}
