// Answering a card: who may, with what, and what it leads to.
// N1 the first decision wins, exactly once; whoever comes later is told the first.
// N2 edits are checked again: fields, rules, the approver's own limit. An edit above it never goes
//    through; the same card is handed up with the edit as its proposal.
// N3 a decision is bound to exactly what was shown: grants carry the hash of what was approved.

import { hashOf } from '../base/canonical.ts';
import { fitFields } from '../base/fields.ts';
import type { Json, JsonObject } from '../base/value.ts';
import type { Said } from '../node.ts';
import type { Person } from '../1-document/schema.ts';
import { askedIn, proposalOf } from './cards.ts';
import { activate } from './open.ts';
import { coveredCalls, grantsFor, type CoveredCall } from './covered.ts';
import { extend, type Counter } from './room.ts';
import type { LiveEffect } from './live.ts';
import { addressees, limitOf, personOf, whoMayApprove } from './people.ts';
import { rulingFor } from './ruling.ts';
import { endRun, settle, stopMachine } from './settle.ts';
import { keepCard, record, type Turn } from './turn.ts';
import type { CardView } from './view.ts';

export type Answer = {
  choice: string;
  edit?: JsonObject | undefined;
  note?: string | undefined;
  to?: string | undefined;
  by?: string | undefined;
};
export type Answered = { card: CardView; handedTo?: string } | { wrong: Said & { field?: string } };

const wrong = (code: string, params?: Said['params'], field?: string): Answered => ({
  wrong: { code, ...(params ? { params } : {}), ...(field ? { field } : {}) },
});

/** Applies one answer to an open card of the turn's run. A wrong answer changes nothing. */
export function answer(turn: Turn, card: CardView, given: Answer): Answered {
  if (card.state !== 'open') return tooLate(turn, card);
  const effect = turn.live.open.get(card.effect);
  if (!effect) return wrong('decide.no_longer_open');
  const { people } = askedIn(turn.live);
  const by = personOf(people, given.by ?? card.to);
  if (!by) return wrong('decide.unknown_person', { person: given.by ?? card.to });
  const refused = mayAnswer(turn, card, effect, by);
  if (refused) return refused;
  if (!card.choices.includes(given.choice))
    return wrong('decide.unknown_choice', {
      choice: given.choice,
      choices: card.choices.join(', '),
    });
  if (given.choice === 'hand-over') return handOver(turn, card, by, given);
  const fields = fieldsOf(card, given);
  if ('wrong' in fields) return fields;
  if (card.kind === 'approval' && given.choice === 'approve')
    return approve(turn, card, effect, by, fields.value, given);
  return carryOut(
    turn,
    answered(turn, card, by, given, fields.value, []),
    effect,
    fields.value,
    by,
  );
}

function tooLate(turn: Turn, card: CardView): Answered {
  const by = card.by === undefined ? undefined : personOf(askedIn(turn.live).people, card.by);
  return card.state === 'answered'
    ? wrong('decide.already', {
        by: by?.name ?? card.by ?? '',
        choice: card.choice ?? '',
        at: new Date(card.answeredAt ?? 0).toISOString(),
      })
    : wrong('decide.no_longer_open');
}

/** Addressees and whoever the card was handed to; never the requester on an approval. */
function mayAnswer(
  turn: Turn,
  card: CardView,
  effect: LiveEffect,
  by: Person,
): Answered | undefined {
  const asked = askedIn(turn.live);
  const isApproval = card.kind === 'approval';
  const maySelf = effect.raw['allowSelf'] === true;
  if (isApproval && by.id === turn.live.by && !maySelf)
    return wrong('decide.own_run', { person: by.name });
  const ask = effect.raw['ask'];
  const day = new Date(turn.at).toISOString().slice(0, 10);
  const named = typeof ask === 'string' ? addressees(asked, ask, day).map((p) => p.id) : [];
  if (by.id === card.to || named.includes(by.id)) return undefined;
  return wrong('decide.not_asked', {
    person: by.name,
    to: personOf(asked.people, card.to)?.name ?? card.to,
  });
}

/** The card's fields with the edit in them, checked and canonical. */
function fieldsOf(
  card: CardView,
  given: Answer,
): { value: JsonObject } | Extract<Answered, { wrong: unknown }> {
  const { fields } = card.body;
  const proposal = { ...proposalOf({ fields }), ...card.proposal, ...given.edit };
  const needed = given.choice === 'answer' || given.choice === 'done' || given.choice === 'go-on';
  const asked = fields.map(({ field }) =>
    needed || given.choice === 'approve' ? field : { ...field, required: false },
  );
  const { value, faults } = fitFields(asked, proposal as JsonObject);
  const fault = faults[0];
  return fault
    ? { wrong: { code: `input.${fault.code}`, params: fault.params, field: fault.field } }
    : { value };
}

function approve(
  turn: Turn,
  card: CardView,
  effect: LiveEffect,
  by: Person,
  value: JsonObject,
  given: Answer,
): Answered {
  const at = new Date(turn.at).toISOString();
  const isGate = effect.row.kind === 'card';
  const calls = isGate ? coveredCalls(turn.live, effect, value, at) : [];
  const denied = calls
    .map((c) => rulingFor(turn.live, c, turn.at))
    .find((r) => r.then === 'deny' && !r.isDefault);
  if (denied) return wrong('decide.rule_denies', { rule: denied.name ?? denied.id });
  const amount = largestAmount(card, calls, value);
  if (amount > limitOf(by)) return handUp(turn, card, by, amount, given);
  const grants = isGate ? grantsFor(card.id, calls, by.id, at) : doorGrant(card, effect, by, at);
  turn.live.grants.push(...grants.map((g) => ({ ...g, used: false })));
  const closed = answered(turn, card, by, given, value, grants);
  return carryOut(turn, closed, effect, value, by);
}

/** The door's own card: the call it holds is known to the last argument. */
const doorGrant = (card: CardView, effect: LiveEffect, by: Person, at: string): Grants => [
  {
    id: `${card.id}#0`,
    step: effect.row.node,
    visit: effect.row.visit,
    argsHash: effect.argsHash ?? null,
    by: by.id,
    at,
  },
];
type Grants = ReturnType<typeof grantsFor>;

/** What the approver is about to agree to: amounts of covered calls, of the door's call, of money fields. */
function largestAmount(card: CardView, calls: CoveredCall[], value: JsonObject): number {
  const money = card.body.fields
    .filter((f) => f.field.kind === 'money')
    .map((f) => value[f.field.id]);
  const shown = card.body.covers
    .flatMap((c) => c.args)
    .filter((a) => a.field?.kind === 'money')
    .map((a) => a.value);
  const relevant = calls.length
    ? [...calls.map((c) => c.amount), ...money]
    : money.length
      ? money
      : shown;
  return Math.max(0, ...relevant.filter((x): x is number => typeof x === 'number'));
}

/** N2: the decision is refused naming the limit, and the card goes up with the edit as its proposal. */
function handUp(turn: Turn, card: CardView, by: Person, amount: number, given: Answer): Answered {
  const { people } = askedIn(turn.live);
  const above = whoMayApprove(people, amount, turn.live.by);
  const params = { by: by.name, limit: limitOf(by), amount, to: above?.name ?? '' };
  if (!above) return wrong('decide.over_limit_nobody', params);
  const why: Said = { code: 'decide.over_limit', params };
  record(turn, {
    type: 'card.handed',
    head: { card: card.id, from: card.to, to: above.id, by: by.id, why },
    payload: given.edit ? { edit: given.edit } : undefined,
  });
  keepCard(turn, { ...card, to: above.id, proposal: { ...card.proposal, ...given.edit } });
  return { wrong: why };
}

function handOver(turn: Turn, card: CardView, by: Person, given: Answer): Answered {
  const { people } = askedIn(turn.live);
  const to = given.to === undefined ? undefined : personOf(people, given.to);
  if (!to) return wrong('decide.hand_to_whom', { person: given.to ?? '' });
  if (to.id === turn.live.by && card.kind === 'approval')
    return wrong('decide.own_run', { person: to.name });
  record(turn, {
    type: 'card.handed',
    payload: given.edit ? { edit: given.edit } : undefined,
    head: {
      card: card.id,
      from: card.to,
      to: to.id,
      by: by.id,
      why: { code: 'decide.handed', params: { by: by.name, to: to.name } },
    },
  });
  const view: CardView = { ...card, to: to.id, ...(given.edit ? { proposal: given.edit } : {}) };
  keepCard(turn, view);
  return { card: view, handedTo: to.id };
}

/** Records the answer and what it changed; the card is closed. */
function answered(
  turn: Turn,
  card: CardView,
  by: Person,
  given: Answer,
  value: JsonObject,
  grants: Grants,
): CardView {
  const before = proposalOf({ fields: card.body.fields });
  const changes = Object.entries(value)
    .filter(([field, to]) => JSON.stringify(before[field]) !== JSON.stringify(to))
    .map(([field, to]) => ({ field, from: before[field] ?? null, to }));
  record(turn, {
    type: 'card.answered',
    head: {
      card: card.id,
      choice: given.choice,
      by: by.id,
      basis: 'as claimed on this computer',
      grants,
      shownHash: hashOf({ covers: card.body.covers, fields: before }),
      approvedHash: hashOf({ grants: grants.map((g) => g.argsHash), fields: value }),
    },
    payload: {
      ...(changes.length ? { changes, edit: value } : {}),
      ...(given.note ? { note: given.note } : {}),
    },
  });
  const view: CardView = {
    ...card,
    state: 'answered',
    choice: given.choice,
    by: by.id,
    answeredAt: turn.at,
    ...(changes.length ? { changes, edit: value } : {}),
    ...(given.note ? { note: given.note } : {}),
  };
  keepCard(turn, view);
  return view;
}

const PORTS: Record<string, string> = {
  approve: 'approved',
  refuse: 'refused',
  'send-back': 'sent_back',
  answer: 'answered',
  retry: 'retry',
  'go-on': 'go_on',
  stop: 'stop',
};

/** What the answer leads to: a way out, another try, an extension, the end. */
function carryOut(
  turn: Turn,
  card: CardView,
  effect: LiveEffect,
  value: JsonObject,
  by: Person,
): Answered {
  const { choice = '' } = card;
  if (effect.row.kind === 'card') {
    const ports = effect.definition?.ports(effect.raw).map((p) => p.id) ?? [];
    const port = PORTS[choice] ?? choice;
    if (choice === 'stop' && !ports.includes('stop')) stopMachine(turn, by.id);
    else
      settleBy(
        turn,
        effect,
        ports.includes(port) ? port : 'handled',
        { ...value, ...signed(turn, card, by) },
        card,
        by,
      );
  } else if (card.kind === 'limit') limitAnswer(turn, effect, card, by);
  else if (card.kind === 'unknown') unknownAnswer(turn, effect, card, value, by);
  else if (choice === 'approve') activate(turn, turn.live.open.get(effect.row.id) ?? effect, false);
  else deny(turn, effect, by);
  return { card };
}

const signed = (turn: Turn, card: CardView, by: Person): JsonObject => ({
  ...(card.note ? { note: card.note } : {}),
  by: by.name,
  at: new Date(turn.at).toISOString(),
});

function settleBy(
  turn: Turn,
  effect: LiveEffect,
  port: string,
  value: JsonObject,
  card: CardView,
  by: Person,
): void {
  const label = card.kind === 'approval' ? `approved:${card.id}` : 'user';
  settle(turn, effect, {
    result: { port, value: value as Json, labels: { '': [label] } },
    by: by.id,
  });
}

function deny(turn: Turn, effect: LiveEffect, by: Person): void {
  settle(turn, effect, {
    result: { failure: { kind: 'denied', code: 'failure.refused_by', params: { by: by.name } } },
    by: by.id,
  });
}

function limitAnswer(turn: Turn, effect: LiveEffect, card: CardView, by: Person): void {
  if (card.choice === 'stop') return stopMachine(turn, by.id);
  if (card.choice === 'finish') {
    const hasOver = turn.live.plan.drawn.has(`${effect.row.node}:over`);
    if (hasOver) settle(turn, effect, { result: { port: 'over', value: null }, by: by.id });
    else endRun(turn, { status: 'done', outcome: 'stopped_at_limit' as never });
    return;
  }
  const { limit } = card.body;
  if (!limit) return;
  const cap = extend(turn, limit.counter as Counter, limit.extendBy);
  record(turn, {
    type: 'limit.extended',
    head: { counter: limit.counter, by: by.id, cap },
    payload: undefined,
  });
  for (const held of [...turn.live.open.values()])
    if (held.row.status === 'held' && held.row.id === effect.row.id) activate(turn, held, false);
}

function unknownAnswer(
  turn: Turn,
  effect: LiveEffect,
  card: CardView,
  value: JsonObject,
  by: Person,
): void {
  if (card.choice === 'done')
    settle(turn, effect, {
      result: { port: 'ok', value: value as Json, labels: { '': ['user'] } },
      by: by.id,
    });
  else if (card.choice === 'fail')
    settle(turn, effect, {
      result: { failure: { kind: 'terminal', code: 'failure.outcome_unknown' } },
      by: by.id,
    });
  else activate(turn, effect, false);
}
