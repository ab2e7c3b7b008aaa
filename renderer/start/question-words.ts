// The questions of the guided choice, what is answered to begin with, and what cannot be answered.

import type { Person } from '../../engine/1-document/schema.ts';
import { money } from '../format.ts';
import { t } from '../words.ts';
import type { Answers, What } from './fit.ts';

export const QUESTIONS = ['what', 'happen', 'who', 'cost', 'name'] as const;
export type QuestionName = (typeof QUESTIONS)[number];

/** The limits the samples come with: small, and enough for what they do. */
const COST: Record<What, Pick<Answers, 'costUsd' | 'minutes'>> = {
  claim: { costUsd: 0.05, minutes: 10 },
  document: { costUsd: 0.1, minutes: 10 },
  mail: { costUsd: 0.25, minutes: 20 },
  customer: { costUsd: 0.05, minutes: 10 },
};

const ofRole = (people: readonly Person[], role: string): string | undefined =>
  people.find(({ roles }) => roles.includes(role))?.id;
const mayApprove = ({ limit }: Person): boolean => limit !== 0;

/** The answers to begin with; what somebody said already stays. */
export function firstAnswers(
  what: What,
  people: readonly Person[],
  before: Answers | undefined,
): Answers {
  const able = people.filter(mayApprove);
  const first = ofRole(people, 'manager') ?? able[0]?.id ?? people[0]?.id ?? '';
  const second = ofRole(people, 'director') ?? able.find(({ id }) => id !== first)?.id ?? first;
  const limit = people.find(({ id }) => id === first)?.limit;
  return {
    asksFirst: false,
    first,
    second,
    trouble: ofRole(people, 'operations') ?? first,
    from: 500,
    above: limit === undefined || limit === 0 ? 5000 : limit,
    ...before,
    ...COST[what],
    what,
    name: t(`start.name.${what}`),
  };
}

/** Why an answer cannot stand, in words; nothing where it can. */
export function wrongIn(
  question: QuestionName,
  answers: Answers,
  people: readonly Person[],
  currency: string,
): string | undefined {
  if (question === 'name' && answers.name.trim() === '') return t('start.wrong.name');
  if (question !== 'who' || answers.what !== 'claim') return undefined;
  const { from, above, first, second, asksFirst } = answers;
  if (!asksFirst && above <= from) return t('start.wrong.amounts');
  if (first === second) return t('start.wrong.same');
  const who = people.find(({ id }) => id === first);
  if (who?.limit !== undefined && who.limit < above)
    return t('start.wrong.limit', { who: who.name, amount: money(who.limit, currency) });
  return undefined;
}
