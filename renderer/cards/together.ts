// A card that several people answer: who agreed so far, who is still asked, what a refusal does,
// and who is asked next if nobody answers.
// TO1 pure; a word counts only for what stood on the card when it was given: see quorum.ts.

import type { Person } from '../../engine/1-document/schema.ts';
import type { CardView } from '../../engine/4-run/view.ts';
import { t } from '../words.ts';
import { moment } from './value-words.ts';

export type Member = { id: string; state: 'agreed' | 'refused' | 'asked' | 'other'; at?: number };
export type Together = {
  need: number;
  members: Member[];
  agreed: number;
  /** How many more refusals it can bear before it counts as refused. */
  spare: number;
};

/** How the words on a card stand; undefined where one person's word is enough (TO1). */
export function togetherOn({ body, votes = [] }: CardView): Together | undefined {
  const { quorum } = body;
  if (!quorum) return undefined;
  const subject = votes.findLast((vote) => vote.choice === 'approve')?.hash;
  const members = quorum.of.map((id): Member => {
    const word = votes.find((vote) => vote.by === id);
    if (!word) return { id, state: 'asked' };
    if (word.choice === 'refuse') return { id, state: 'refused', at: word.at };
    return { id, state: word.hash === subject ? 'agreed' : 'other', at: word.at };
  });
  const refused = members.filter(({ state }) => state === 'refused').length;
  return {
    need: quorum.need,
    members,
    agreed: members.filter(({ state }) => state === 'agreed').length,
    spare: quorum.of.length - refused - quorum.need,
  };
}

/** Those whose word is still missing. */
export const stillAsked = ({ members }: Together): string[] =>
  members.filter(({ state }) => state === 'asked' || state === 'other').map(({ id }) => id);

/** Everybody whose answer a card waits for, by name, one per line. */
export function askedNames(card: CardView, nameOf: (id: string) => string): string {
  const together = togetherOn(card);
  const who = together ? stillAsked(together) : [];
  return (who.length > 0 ? who : [card.to]).map(nameOf).join('\n');
}

/** The same as words: any of them will do, or so many of them must agree. */
export function askedWords(card: CardView, nameOf: (id: string) => string): string {
  const who = askedNames(card, nameOf);
  const together = togetherOn(card);
  const need = together ? Math.max(1, together.need - together.agreed) : 1;
  return t(need > 1 ? 'card.together.who' : 'card.together.any', { who, need });
}

/** What one more refusal does. */
export function refusalWords({ spare, need, agreed }: Together): string {
  if (spare <= 0) return t('card.together.refusal_ends');
  return t('card.together.refusals', { n: need - agreed + spare - 1 });
}

/** Names of a person or of everybody in a role, one per line. */
function namesOf(who: string, people: Iterable<Person>): string {
  const all = [...people];
  const one = all.find((person) => person.id === who);
  const role = all.filter((person) => person.roles.includes(who)).map(({ name }) => name);
  return one?.name ?? (role.length > 0 ? role.join('\n') : who.replaceAll('_', ' '));
}

/** Who is asked next and when, as parameters of a sentence; undefined when nobody is. */
export function nextAsked(
  { body }: CardView,
  people: Iterable<Person>,
  now: number,
): { next: string; at: string } | undefined {
  const due = body.escalates?.find(({ at }) => at > now);
  return due && { next: namesOf(due.to, people), at: moment(due.at) };
}
