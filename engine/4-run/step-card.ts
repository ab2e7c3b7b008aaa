// The card of a step that asks a person: approval, question or trouble.
// SC1 send-back exists only where its arrow leads.
// SC2 an approval shows what it opens, planned ahead; who must agree; and who is asked next, when.
// SC3 a deadline is the instant at which its timer falls due, whenever the card was put up.

import { settingsOf } from './parsed.ts';
import { askedIn, openCard, proposalOf, today } from './cards.ts';
import { coveredBy, onCard } from './covered.ts';
import type { CardBody } from './events.ts';
import type { CardRequest, Failure, Said } from '../node.ts';
import type { LiveEffect } from './live.ts';
import { addressees, ownerFor, severalOf } from './people.ts';
import { usageOf, type Turn } from './turn.ts';

/** Puts the step's card up, or settles the step where it cannot be put. */
export function openStepCard(turn: Turn, effect: LiveEffect): void {
  const { definition, input } = effect;
  if (definition?.does.kind !== 'card') return;
  const parsed = settingsOf(definition, effect.raw);
  if (!parsed.ok) return fail(turn, effect, parsed.failure);
  const request = definition.does.card(input, parsed.settings);
  const quorum = quorumOf(turn, request);
  if (quorum && quorum.of.length < quorum.need) {
    const params = { need: quorum.need, count: quorum.of.length };
    return fail(turn, effect, { kind: 'needs_human', code: 'failure.too_few_to_agree', params });
  }
  openCard(turn, effect, {
    kind: request.kind,
    to: quorum?.of[0] ?? firstAsked(turn, request),
    step: effect.row.node,
    choices: choicesOf(turn, effect, request),
    body: { ...bodyOf(turn, effect, request), ...(quorum ? { quorum } : {}) },
    ...(request.withinMs === undefined
      ? {}
      : { deadline: timerOf(turn, effect) ?? effect.row.openedAt + request.withinMs }),
  });
}

const fail = (turn: Turn, effect: LiveEffect, failure: Failure): void =>
  void turn.ready.push({ effect: effect.row.id, outcome: { result: { failure } } });

function firstAsked(turn: Turn, request: CardRequest): string {
  const not = selfRule(turn, request);
  const asked = addressees(askedIn(turn.live), request.ask, today(turn), not);
  return asked[0]?.id ?? ownerFor(askedIn(turn.live), request.kind, today(turn), not);
}

/** How many of whom must agree; the people are fixed when the card is put up. */
function quorumOf(turn: Turn, request: CardRequest): CardBody['quorum'] {
  const { quorum } = request;
  if (!quorum) return undefined;
  const of = severalOf(askedIn(turn.live), quorum.of, today(turn), selfRule(turn, request));
  return { need: quorum.need, of };
}

/** When the deadline of a step falls due: its timer may have been set before a pause (SC3). */
const timerOf = ({ live }: Turn, { row: { step } }: LiveEffect): number | undefined =>
  [...live.open.values()].find(({ row }) => row.kind === 'timer' && row.step === step)?.row.dueAt ??
  undefined;

/** The person who may not answer: the requester, for approvals, unless the gate says so. */
const selfRule = (
  turn: Turn,
  request: Pick<CardRequest, 'kind' | 'allowSelf'>,
): string | undefined =>
  request.kind === 'approval' && !request.allowSelf ? turn.live.by : undefined;

function bodyOf(turn: Turn, effect: LiveEffect, request: CardRequest): CardBody {
  const fields = request.fields.map(({ field, value }) => ({
    field,
    ...(value === undefined ? {} : { value }),
  }));
  const escalates = request.escalate?.map(({ to, afterMs }) => ({
    to,
    at: effect.row.openedAt + afterMs,
  }));
  const opens =
    request.kind === 'approval'
      ? onCard(turn, coveredBy(turn, effect, { value: proposalOf({ fields }) }))
      : { covers: [] };
  return {
    title: request.title,
    facts: request.facts,
    fields,
    ...opens,
    usage: usageOf(turn.ledger),
    ...(escalates?.length ? { escalates } : {}),
    ...(request.recommendation ? { recommendation: request.recommendation } : {}),
    ...(request.kind === 'trouble' ? troubleDetail(turn, effect) : {}),
  };
}

/** What went wrong, in the words of the step it happened in. */
function troubleDetail(turn: Turn, effect: LiveEffect): { detail?: Said } {
  const { trouble } = turn.live;
  const about = effect.raw['step'];
  if (!trouble || (typeof about === 'string' && about !== trouble.step)) return {};
  const { code, params } = trouble.failure;
  return { detail: params ? { code, params } : { code } };
}

function choicesOf(turn: Turn, effect: LiveEffect, request: CardRequest): string[] {
  const { node } = effect.row;
  if (request.kind === 'question') return ['answer'];
  if (request.kind === 'trouble') return troubleChoices(effect);
  const back = turn.live.plan.drawn.has(`${node}:sent_back`); // SC1
  return ['approve', ...(back ? ['send-back'] : []), 'refuse', 'hand-over'];
}

function troubleChoices(effect: LiveEffect): string[] {
  const ports = effect.definition?.ports(effect.raw).map((p) => p.id) ?? [];
  return [...(ports.includes('retry') ? ['retry'] : []), 'go-on', 'stop'];
}
