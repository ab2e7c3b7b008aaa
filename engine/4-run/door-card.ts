// The cards of the door: before a call that somebody must agree to, and after one of which nobody
// knows whether it happened.
// DC1 the call on such a card is known to the last argument, with where each came from.
// DC2 after an agreement to something else, the card says what is different from it.
// DC3 *treat as done* asks for what later steps use, and must be given it.

import { askedIn, openCard, today } from './cards.ts';
import type { CardBody, Shown } from './events.ts';
import type { Said } from '../node.ts';
import type { LiveEffect } from './live.ts';
import { addressees, ownerFor } from './people.ts';
import { speaksOf } from './place.ts';
import { listOn } from './covered.ts';
import { shownCall } from './shown.ts';
import { isOwnTest } from './testing.ts';
import { record, touch, usageOf, type Turn } from './turn.ts';

/** The door asks before a call that a rule, a card, the default or a changed word holds back. */
export function openDoorCard(turn: Turn, effect: LiveEffect, isChanged: boolean): string {
  const { live } = turn;
  const { admission } = effect;
  const not = isOwnTest(live) ? undefined : live.by;
  const asked = admission?.ask
    ? addressees(askedIn(live), admission.ask, today(turn), not)[0]?.id
    : undefined;
  const detail: Said = admission?.why ?? { code: 'why.rule_asks' };
  const rule = admission?.rule && {
    id: admission.rule,
    name: admission.ruleName ?? admission.rule,
  };
  return openCard(turn, effect, {
    kind: 'approval',
    to: asked ?? ownerFor(askedIn(live), 'approval', today(turn), live.by),
    step: effect.row.node,
    choices: ['approve', 'refuse', 'hand-over'],
    body: {
      title: effect.card?.title ?? effect.input.step.name,
      facts: isChanged ? changedFacts(turn, effect) : [],
      fields: [],
      covers: shownCall(effect, live.path),
      detail,
      usage: usageOf(turn.ledger),
      ...(rule ? { rule } : {}),
    },
  });
}

/** What stood on the card that was agreed to, where it is something else now (DC2). */
function changedFacts(turn: Turn, effect: LiveEffect): CardBody['facts'] {
  const shown = agreedTo(turn, effect);
  if (!shown || effect.call?.kind !== 'tool') return [];
  const now = effect.call.args;
  return shown.args
    .filter((a) => JSON.stringify(a.value) !== JSON.stringify(now[a.id] ?? null))
    .map((a) => ({ label: a.label, value: a.value, ...(a.field ? { field: a.field } : {}) }));
}

/** The call as the latest agreement that speaks of it showed it. */
function agreedTo(turn: Turn, { row }: LiveEffect): Shown | undefined {
  const { live, grants } = turn;
  const ids = grants.filter((g) => speaksOf(g, live, row)).map((g) => g.id.split('#')[0] ?? '');
  for (const id of [...new Set(ids)].reverse()) {
    const list = listOn(turn, turn.card(id)?.body ?? { covers: [] });
    const own = list.filter((one) => one.step === row.node);
    const here = own.find((one) => one.visit === row.visit && one.within === live.path);
    if (here) return here;
  }
  return undefined;
}

/** After a crash, or a call that broke off: it may have been made, and only a person can know. */
export function openUnknownCard(turn: Turn, effect: LiveEffect): void {
  const { live } = turn;
  const held = touch(turn, effect, { status: 'unknown' });
  const check = effect.card?.idempotency === 'check' ? ['check'] : [];
  const card = openCard(turn, held, {
    kind: 'unknown',
    to: ownerFor(askedIn(live), 'unknown', today(turn)),
    step: effect.row.node,
    choices: [...check, 'again', 'done', 'fail'],
    body: {
      title: effect.input.step.name,
      facts: [],
      covers: shownCall(effect, live.path),
      usage: usageOf(turn.ledger),
      fields: resultFields(turn, effect),
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

/** What the tool would have answered; what later steps cannot do without must be given (DC3). */
function resultFields({ live }: Turn, { card, row }: LiveEffect): CardBody['fields'] {
  const needed = live.plan.needed.get(row.node);
  return (card?.result ?? []).map((field) => ({
    field: { ...field, required: needed?.has(field.id) ?? false },
  }));
}
