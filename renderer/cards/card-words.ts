// The words of a card: its question, its tag, why it asks, what was advised, what it cost so far.
// CW1 pure; everything follows from the card as the engine drew it, never from a model's text.

import type { CardKind } from '../../engine/node.ts';
import type { Person } from '../../engine/1-document/schema.ts';
import type { JsonObject } from '../../engine/base/value.ts';
import { figure } from './figures.ts';
import type { CardView, RunView } from '../../engine/4-run/view.ts';
import { stepFacts, type Names } from '../canvas/step-facts.ts';
import type { LightState } from '../canvas/states.tsx';
import { cost, duration } from '../format.ts';
import { stepName, type Known } from '../runs/known.ts';
import { t } from '../words.ts';
import { payQuestion } from './exactly-words.ts';

/** The state a card's tag shows. */
export const CARD_STATE: Record<CardKind, LightState> = {
  approval: 'waiting',
  question: 'waiting',
  trouble: 'failed',
  limit: 'paused',
  unknown: 'unknown',
  tool_changed: 'waiting',
};

/** True for the card the door opens before a call that a rule or a changed argument holds back. */
export const isDoorCard = (card: CardView): boolean =>
  card.kind === 'approval' && card.body.detail !== undefined;

/** True for trouble nobody drew a way for: its owner is asked, and may have it tried again. */
export const isOwnerAsked = (card: CardView): boolean =>
  card.kind === 'trouble' && card.choices.includes('retry');

/** The question of a card, at most one line: what is decided, with amount and person (CW1). */
export function questionOf(card: CardView, names: Names, changes?: JsonObject): string {
  const { body, kind } = card;
  switch (kind) {
    case 'approval':
      return (
        payQuestion(card, names, changes) ??
        (isDoorCard(card) ? t('card.door.title', { tool: body.title }) : body.title)
      );
    case 'trouble':
      return isOwnerAsked(card) ? t('card.trouble.title', { step: body.title }) : body.title;
    case 'limit':
      return t('card.limit.title', { amount: figure(body.limit?.counter, body.limit?.extendBy) });
    case 'unknown':
      return t('card.unknown.title', { tool: body.covers[0]?.toolTitle ?? body.title });
    default:
      return body.title;
  }
}

/** Why the run came to this card: the rule's reason, or the way that led here. */
export function whyWords(card: CardView, view: RunView, known: Known): string {
  const { detail } = card.body;
  if (isOwnerAsked(card)) return '';
  if (detail) return t(detail.code, detail.params);
  const { edges } = scopeWith(known, card.step);
  const came = view.path.findLast(({ step, port }) =>
    edges.some((edge) => edge.from === step && edge.port === port && edge.to === card.step),
  );
  const node = came && known.nodes.get(came.step);
  if (!came || !node) return '';
  const ways = stepFacts(known.registry, node).ways;
  const way = ways.find((one) => one.id === came.port);
  if (ways.length < 2 || !way) return t('card.why.after', { step: stepName(known, came.step) });
  return t('card.why.way', { step: stepName(known, came.step), way: way.words });
}

function scopeWith(known: Known, step: string): Known['workflow']['scope'] {
  const scopes = [known.workflow.scope, ...[...known.nodes.values()].flatMap((n) => n.scope ?? [])];
  return scopes.find((scope) => scope.nodes.some((n) => n.id === step)) ?? known.workflow.scope;
}

/** The advice in words: what, how sure, because. */
export function adviceWords({ body }: CardView): { choice: string; rest: string } | undefined {
  const advice = body.recommendation;
  if (!advice) return undefined;
  const { choice, confidence, reason } = advice;
  const percent = confidence && Math.round(confidence.share * 100);
  const sure = percent === undefined ? '' : t('card.advice.sure', { percent });
  return { choice: t(`card.advice.${choice}`), rest: `${sure}. ${reason}`.replace(/^\. /, ' ') };
}

/** Work and money so far; in practice the money is what it would have cost. */
export function soFarWords({ body }: CardView, mode: RunView['mode']): string {
  if (!body.usage) return '';
  const { workMs, costNano } = body.usage;
  return t(`card.so_far.${mode}`, { time: duration(workMs), cost: cost(costNano) });
}

/**
 * Who may be chosen under "Deciding as": the addressee first, then everybody in the role the step
 * asks. The requester is never offered on an approval, unless the step lets them (`allowSelf`).
 */
export function decidersOf(
  card: CardView,
  people: readonly Person[],
  known: Known | undefined,
  requester: string,
): Person[] {
  const settings = known?.nodes.get(card.step)?.settings ?? {};
  const role = isDoorCard(card) ? undefined : settings['ask'];
  const maySelf = card.kind !== 'approval' || settings['allowSelf'] === true;
  const able = people.filter(
    (person) => person.id === card.to || (typeof role === 'string' && person.roles.includes(role)),
  );
  return able
    .filter((person) => maySelf || person.id !== requester)
    .toSorted((a, b) => Number(b.id === card.to) - Number(a.id === card.to));
}

/** Whom a card can be handed to: anybody else who may decide it. */
export const handoverTo = (
  card: CardView,
  people: readonly Person[],
  requester: string,
): Person[] =>
  people.filter(
    (person) => person.id !== card.to && !(card.kind === 'approval' && person.id === requester),
  );
