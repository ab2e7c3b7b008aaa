// Cards: what is put before a person. Everything on a card is drawn by engine code from canonical
// arguments; order never changes and nothing is left to a model. What stands on which card:
// step-card.ts, door-card.ts, limit.ts, tool-asked.ts.
// Q1 one open effect has at most one open card.
// Q2 every card has an addressee and says which choices exist.
// Q3 a gate that asks anew takes back what it gave before and nobody used.
// Q4 an open card is looked at again by itself: see watch.ts.

import { tellBehind } from './behind.ts';
import { without } from './card-change.ts';
import type { CardBody } from './events.ts';
import type { CardKind } from '../node.ts';
import type { JsonObject } from '../base/value.ts';
import type { LiveEffect, LiveRun } from './live.ts';
import type { Asked } from './people.ts';
import { gateAt } from './place.ts';
import { localDay } from './local-time.ts';
import { keepCard, record, touch, type Turn } from './turn.ts';
import type { CardView } from './view.ts';
import { nextLook } from './next-look.ts';

type Opening = {
  kind: CardKind;
  to: string;
  choices: string[];
  body: CardBody;
  deadline?: number;
  step: string;
};

/** Who can be asked in this run, as people stand now. */
export const askedIn = ({ plan }: LiveRun): Asked => ({
  people: plan.now?.people() ?? plan.setting.people,
  owners: plan.folder.workflow.owners,
});

/** The day of a turn where the workspace is; absence is counted in such days. */
export const today = ({ live, at }: Turn): string =>
  localDay(live.plan.setting.workspace.timeZone, at);

/** Puts a card before somebody and remembers it on its effect. Returns its id. */
export function openCard(turn: Turn, effect: LiveEffect, o: Opening): string {
  const { live } = turn;
  const { kind, step, to, choices, body } = o;
  const id = newCardId(turn, effect, kind);
  const deadline = o.deadline === undefined ? {} : { deadline: o.deadline };
  const isGate = kind === 'approval' && effect.row.kind === 'card';
  const gate = isGate ? { gate: gateAt(live, effect.row.node) } : {};
  if (gate.gate !== undefined) turn.grants = without(turn.grants, gate.gate); // Q3
  record(turn, {
    type: 'card.opened',
    payload: body,
    head: { card: id, kind, effect: effect.row.id, step, to, choices, ...deadline, ...gate },
  });
  const view: CardView = {
    id,
    run: live.row.id,
    workflow: live.row.workflow,
    workflowName: live.row.name,
    kind,
    step,
    effect: effect.row.id,
    to,
    choices,
    ...deadline,
    openedAt: turn.at,
    seq: live.row.seq,
    body,
    state: 'open',
  };
  keepCard(turn, view);
  touch(turn, { ...effect, openCard: id }, {});
  const held = touch(turn, effect, { dueAt: nextLook(turn, view) });
  const { atLimit: _past, ...anew } = held; // a limit it met before is not what this card is about
  turn.live.open.set(effect.row.id, { ...anew, openCard: id });
  return id;
}

/** An id no card had before: the same effect may be asked about more than once (Q1). */
function newCardId(turn: Turn, { row }: LiveEffect, kind: CardKind): string {
  const id = `${row.id}/${kind}${row.attempt ? row.attempt : ''}`;
  let n = 1;
  while (turn.card(n === 1 ? id : `${id}-${n}`)) n += 1;
  return n === 1 ? id : `${id}-${n}`;
}

/** The values the fields start with. */
export const proposalOf = (request: { fields: CardBody['fields'] }): JsonObject =>
  Object.fromEntries(
    request.fields.flatMap(({ field, value }) => (value === undefined ? [] : [[field.id, value]])),
  );

/**
 * The effect of a card was settled some other way: by its deadline, or because nobody waits for it.
 */
export function closeCard(turn: Turn, effect: LiveEffect): void {
  if (!effect.openCard) return;
  const view = turn.card(effect.openCard);
  if (!view || view.state !== 'open') return;
  const isLate = view.deadline !== undefined && view.deadline <= turn.at;
  keepCard(turn, { ...view, state: isLate ? 'expired' : 'withdrawn' });
  if (view.kind === 'limit') tellBehind(turn, { do: 'ask_again', card: view.id });
  if (isLate) record(turn, { type: 'card.expired', head: { card: view.id }, payload: undefined });
  else
    record(turn, {
      type: 'card.withdrawn',
      head: { card: view.id, why: { code: 'why.no_longer_needed' } },
      payload: undefined,
    });
}
