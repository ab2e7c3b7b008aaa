// Cards: what is put before a person. Everything on a card is drawn here from canonical arguments,
// by engine code; order never changes and nothing is left to a model.
// Q1 one open effect has at most one open card.
// Q2 every card has an addressee and says which choices exist; send-back exists only where its
//    arrow leads.

import { settingsOf } from './parsed.ts';
import { coveredCalls, planningIn, shownArgs } from './covered.ts';
import type { Admission, CardBody, Shown } from './events.ts';
import type { CardKind, CardRequest, Said } from '../node.ts';
import type { LiveEffect, LiveRun } from './live.ts';
import { addressees, ownerFor, type Asked } from './people.ts';
import { nameOf } from './plan.ts';
import { figureOf, roomFor, type Counter } from './room.ts';
import { keepCard, record, touch, usageOf, type Turn } from './turn.ts';
import type { CardView } from './view.ts';
import type { Want } from '../budgets/ledger.ts';
import type { JsonObject } from '../base/value.ts';

type Opening = {
  kind: CardKind;
  to: string;
  choices: string[];
  body: CardBody;
  deadline?: number;
  step: string;
};

/** Who can be asked in this run. */
export const askedIn = (live: LiveRun): Asked => ({
  people: live.plan.setting.people,
  owners: live.plan.folder.workflow.owners,
});

const today = (turn: Turn): string => new Date(turn.at).toISOString().slice(0, 10);

/** Puts a card before somebody and remembers it on its effect. Returns its id. */
function open(turn: Turn, effect: LiveEffect, o: Opening): string {
  const { live } = turn;
  const id = newCardId(turn, effect, o.kind);
  const deadline = o.deadline === undefined ? {} : { deadline: o.deadline };
  record(turn, {
    type: 'card.opened',
    payload: o.body,
    head: {
      card: id,
      kind: o.kind,
      effect: effect.row.id,
      step: o.step,
      to: o.to,
      choices: o.choices,
      ...deadline,
    },
  });
  const view: CardView = {
    id,
    run: live.row.id,
    workflow: live.row.workflow,
    workflowName: live.row.name,
    kind: o.kind,
    step: o.step,
    effect: effect.row.id,
    to: o.to,
    choices: o.choices,
    ...deadline,
    openedAt: turn.at,
    seq: live.row.seq,
    body: o.body,
    state: 'open',
  };
  keepCard(turn, view);
  touch(turn, { ...effect, openCard: id }, {});
  const held = turn.live.open.get(effect.row.id);
  if (held) turn.live.open.set(effect.row.id, { ...held, openCard: id });
  return id;
}

/** An id no card had before: the same effect may be asked about more than once (Q1). */
function newCardId(turn: Turn, { row }: LiveEffect, kind: CardKind): string {
  const id = `${row.id}/${kind}${row.attempt ? row.attempt : ''}`;
  let n = 1;
  while (turn.card(n === 1 ? id : `${id}-${n}`)) n += 1;
  return n === 1 ? id : `${id}-${n}`;
}

/** The card of a step that asks a person: approval, question or trouble. */
export function openStepCard(turn: Turn, effect: LiveEffect): void {
  const { definition, input } = effect;
  if (definition?.does.kind !== 'card') return;
  const parsed = settingsOf(definition, effect.raw);
  if (!parsed.ok) {
    turn.ready.push({
      effect: effect.row.id,
      outcome: { result: { failure: parsed.failure } },
    });
    return;
  }
  const request = definition.does.card(input, parsed.settings);
  const { live } = turn;
  const asked = addressees(askedIn(live), request.ask, today(turn), selfRule(turn, request));
  const fallback = ownerFor(askedIn(live), request.kind, today(turn), selfRule(turn, request));
  open(turn, effect, {
    kind: request.kind,
    to: asked[0]?.id ?? fallback,
    step: effect.row.node,
    choices: choicesOf(turn, effect, request),
    body: bodyOf(turn, effect, request),
    ...(request.withinMs === undefined ? {} : { deadline: turn.at + request.withinMs }),
  });
}

/** The person who may not answer: the requester, for approvals, unless the gate says so. */
const selfRule = (
  turn: Turn,
  request: Pick<CardRequest, 'kind' | 'allowSelf'>,
): string | undefined =>
  request.kind === 'approval' && !request.allowSelf ? turn.live.by : undefined;

function bodyOf(turn: Turn, effect: LiveEffect, request: CardRequest): CardBody {
  const covers = request.kind === 'approval' ? coversWith(turn, effect, proposalOf(request)) : [];
  return {
    title: request.title,
    facts: request.facts,
    fields: request.fields.map(({ field, value }) => ({
      field,
      ...(value === undefined ? {} : { value }),
    })),
    covers,
    usage: usageOf(turn.ledger),
    ...(request.recommendation ? { recommendation: request.recommendation } : {}),
    ...(request.kind === 'trouble' ? troubleDetail(turn, effect) : {}),
  };
}

/** What a gate covers as its card shows it, if its fields held `value`. */
export const coversWith = (turn: Turn, gate: LiveEffect, value: JsonObject): Shown[] =>
  coveredCalls(turn.live, gate, value, planningIn(turn)).map(
    ({ card: _card, visit: _visit, amount: _amount, ...shown }) => shown,
  );

/** What went wrong, in the words of the step it happened in. */
function troubleDetail(turn: Turn, effect: LiveEffect): { detail?: Said } {
  const { trouble } = turn.live;
  const about = effect.raw['step'];
  if (!trouble || (typeof about === 'string' && about !== trouble.step)) return {};
  const { code, params } = trouble.failure;
  return { detail: params ? { code, params } : { code } };
}

/** The values the fields start with. */
export const proposalOf = (request: {
  fields: CardBody['fields'] | CardRequest['fields'];
}): JsonObject =>
  Object.fromEntries(
    request.fields.flatMap(({ field, value }) => (value === undefined ? [] : [[field.id, value]])),
  );

function choicesOf(turn: Turn, effect: LiveEffect, request: CardRequest): string[] {
  const { node } = effect.row;
  if (request.kind === 'question') return ['answer'];
  if (request.kind === 'trouble') return troubleChoices(effect);
  const back = turn.live.plan.drawn.has(`${node}:sent_back`);
  return ['approve', ...(back ? ['send-back'] : []), 'refuse', 'hand-over'];
}

function troubleChoices(effect: LiveEffect): string[] {
  const ports = effect.definition?.ports(effect.raw).map((p) => p.id) ?? [];
  return [...(ports.includes('retry') ? ['retry'] : []), 'go-on', 'stop'];
}

/** The door asks before a call that a rule, the default or a changed argument holds back. */
export function openDoorCard(turn: Turn, effect: LiveEffect, isChanged: boolean): string {
  const { live } = turn;
  const ask = effect.admission?.ask;
  const asked = ask ? addressees(askedIn(live), ask, today(turn), live.by)[0]?.id : undefined;
  const owner = ownerFor(askedIn(live), 'approval', today(turn), live.by);
  const { card, call } = effect;
  const covers =
    card && call?.kind === 'tool'
      ? [
          {
            step: effect.row.node,
            stepName: effect.input.step.name,
            tool: card.name,
            toolTitle: card.title,
            args: shownArgs(card, call.args, new Set(), effect.input.settings),
            effect: card.effect,
            ...(effect.argsHash ? { argsHash: effect.argsHash } : {}),
          },
        ]
      : [];
  const detail: Said = effect.admission?.why ?? { code: 'why.rule_asks' };
  return open(turn, effect, {
    kind: 'approval',
    to: asked ?? owner,
    step: effect.row.node,
    choices: ['approve', 'refuse', 'hand-over'],
    body: {
      title: card?.title ?? effect.input.step.name,
      facts: isChanged ? changedFacts(turn, effect) : [],
      fields: [],
      covers,
      detail,
      usage: usageOf(turn.ledger),
      ...(effect.admission?.rule
        ? {
            rule: {
              id: effect.admission.rule,
              name: effect.admission.ruleName ?? effect.admission.rule,
            },
          }
        : {}),
    },
  });
}

/** What is different from what was approved: the approved arguments stand on the earlier card. */
function changedFacts(turn: Turn, effect: LiveEffect): CardBody['facts'] {
  const grant = turn.live.grants.find(
    (g) => g.step === effect.row.node && g.visit === effect.row.visit,
  );
  const before = grant && turn.card(grant.id.split('#')[0] ?? '');
  const shown = before?.body.covers.find((c) => c.step === effect.row.node);
  if (!shown || effect.call?.kind !== 'tool') return [];
  const now = effect.call.args;
  return shown.args
    .filter((a) => JSON.stringify(a.value) !== JSON.stringify(now[a.id] ?? null))
    .map((a) => ({ label: a.label, value: a.value, ...(a.field ? { field: a.field } : {}) }));
}

/** A limit is reached: ask its owner, or end at once where the workflow says `stop`. */
export function openLimitCard(
  turn: Turn,
  effect: LiveEffect,
  admission: Admission,
  want: Want,
): void {
  const room = roomFor(turn, want);
  if (room.ok) return;
  const { live } = turn;
  const head = {
    counter: room.counter,
    cap: room.cap,
    used: room.used,
    wanted: room.wanted,
    effect: effect.row.id,
  };
  if (live.budget.onLimit === 'stop') {
    record(turn, { type: 'limit.reached', head, payload: undefined });
    const step = nameOf(live.plan, effect.row.node);
    const failure = {
      kind: 'needs_human' as const,
      code: `failure.limit.${room.counter}`,
      params: {
        step,
        cap: figureOf(room.counter as Counter, room.cap),
        used: figureOf(room.counter as Counter, room.used),
      },
    };
    turn.ready.push({ effect: effect.row.id, outcome: { result: { failure }, endsRun: true } });
    return;
  }
  const held = touch(turn, effect, { status: 'held' });
  const owner = ownerFor(askedIn(live), 'limit', today(turn));
  const card = open(turn, held, {
    kind: 'limit',
    to: owner,
    step: effect.row.node,
    choices: ['extend', 'finish', 'stop'],
    body: {
      title: effect.input.step.name,
      facts: [],
      fields: [],
      covers: [],
      detail: admission.why,
      usage: usageOf(turn.ledger),
      limit: {
        counter: room.counter,
        used: room.used,
        cap: room.cap,
        extendBy: Math.max(room.wanted, Math.ceil(room.cap / 2)),
      },
    },
  });
  record(turn, { type: 'limit.reached', head: { ...head, card }, payload: undefined });
  record(turn, {
    type: 'effect.held',
    head: { effect: effect.row.id, admission, card },
    payload: undefined,
  });
}

/** After a crash: it may have been sent, and nobody can know but a person. */
export function openUnknownCard(turn: Turn, effect: LiveEffect): void {
  const { live } = turn;
  const owner = ownerFor(askedIn(live), 'unknown', today(turn));
  const held = touch(turn, effect, { status: 'unknown' });
  const check = effect.card?.idempotency === 'check' ? ['check'] : [];
  const covers =
    effect.card && effect.call?.kind === 'tool'
      ? [
          {
            step: effect.row.node,
            stepName: effect.input.step.name,
            tool: effect.card.name,
            toolTitle: effect.card.title,
            effect: effect.card.effect,
            args: shownArgs(effect.card, effect.call.args, new Set(), effect.input.settings),
          },
        ]
      : [];
  const card = open(turn, held, {
    kind: 'unknown',
    to: owner,
    step: effect.row.node,
    choices: [...check, 'again', 'done', 'fail'],
    body: {
      title: effect.input.step.name,
      facts: [],
      covers,
      usage: usageOf(turn.ledger),
      fields: (effect.card?.result ?? []).map((field) => ({ field })),
      detail: {
        code: 'why.may_have_happened',
        params: { tool: effect.card?.title ?? effect.input.step.name },
      },
    },
  });
  record(turn, {
    type: 'effect.unknown',
    head: { effect: effect.row.id, card },
    payload: undefined,
  });
}

/**
 * The effect of a card was settled some other way: by its deadline, or because nobody waits for it.
 */
export function closeCard(turn: Turn, effect: LiveEffect): void {
  if (!effect.openCard) return;
  const view = turn.card(effect.openCard);
  if (!view || view.state !== 'open') return;
  const isLate = view.deadline !== undefined && view.deadline <= turn.at;
  keepCard(turn, { ...view, state: isLate ? 'expired' : 'withdrawn' });
  if (isLate) record(turn, { type: 'card.expired', head: { card: view.id }, payload: undefined });
  else
    record(turn, {
      type: 'card.withdrawn',
      head: { card: view.id, why: { code: 'why.no_longer_needed' } },
      payload: undefined,
    });
}
