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
import { standInFor } from '../people/away.ts';
import { stepName, type Known } from '../runs/known.ts';
import { t } from '../words.ts';
import { manyQuestion } from './calls.ts';
import { payQuestion } from './exactly-words.ts';
import { stillAsked, togetherOn } from './together.ts';
import { matterOf, toolQuestion } from './tool-words.ts';

/** The state a card's tag shows. */
export const CARD_STATE: Record<CardKind, LightState> = {
  approval: 'waiting',
  question: 'waiting',
  trouble: 'failed',
  limit: 'paused',
  unknown: 'unknown',
  tool_changed: 'waiting',
};

/** The word on a card's tag. */
export const tagWords = (card: CardView): string =>
  t(card.kind === 'tool_changed' ? `card.tag.tool.${matterOf(card)}` : `card.tag.${card.kind}`);

/** True for the card the door opens before a call that a rule or a changed argument holds back. */
export const isDoorCard = (card: CardView): boolean =>
  card.kind === 'approval' && card.body.detail !== undefined;

/** True for a card that says itself what each of its answers does. */
export const tellsItself = (card: CardView): boolean =>
  isDoorCard(card) || (card.kind !== 'approval' && card.kind !== 'question');

/** True for trouble nobody drew a way for: its owner is asked, and may have it tried again. */
export const isOwnerAsked = (card: CardView): boolean =>
  card.kind === 'trouble' && card.choices.includes('retry');

/** The question of a card, at most one line: what is decided, with amount and person (CW1). */
export function questionOf(card: CardView, names: Names, changes?: JsonObject): string {
  const { body, kind } = card;
  switch (kind) {
    case 'approval':
      return (
        manyQuestion(card) ??
        payQuestion(card, names, changes) ??
        (isDoorCard(card) ? t('card.door.title', { tool: body.title }) : body.title)
      );
    case 'trouble':
      return isOwnerAsked(card) ? t('card.trouble.title', { step: body.title }) : body.title;
    case 'limit':
      return t(`card.limit.title.${body.limit?.of ?? 'run'}`, {
        amount: figure(body.limit?.counter, body.limit?.extendBy),
        name: body.limit?.name ?? '',
      });
    case 'unknown':
      return t('card.unknown.title', { tool: body.covers[0]?.toolTitle ?? body.title });
    case 'tool_changed':
      return toolQuestion(card);
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
  day = '',
): Person[] {
  const settings = known?.nodes.get(card.step)?.settings ?? {};
  const role = isDoorCard(card) ? undefined : settings['ask'];
  const maySelf = card.kind !== 'approval' || settings['allowSelf'] === true;
  const together = togetherOn(card);
  const first = together ? stillAsked(together)[0] : card.to;
  const isAble = together
    ? ({ id }: Person): boolean => stillAsked(together).includes(id)
    : ({ id, roles }: Person): boolean =>
        id === card.to || (typeof role === 'string' && roles.includes(role));
  const able = people.filter(isAble);
  const instead = able.flatMap((person) => standInFor(person, people, day)?.id ?? []);
  return people
    .filter((person) => isAble(person) || instead.includes(person.id))
    .filter((person) => maySelf || person.id !== requester)
    .toSorted((a, b) => Number(b.id === first) - Number(a.id === first));
}

/** Whom a card can be handed to: anybody else who may decide it. */
export const handoverTo = (
  card: CardView,
  people: readonly Person[],
  requester: string,
): Person[] =>
  people.filter(
    ({ id }) =>
      id !== card.to &&
      !card.body.quorum?.of.includes(id) &&
      !(card.kind === 'approval' && id === requester),
  );
