// What comes before what in one room of a drawing.
// OR1 `before` of a step: every step that leads to it. `sure` of a step: those that have surely
//     ended when it starts, whichever ways were taken.
// OR2 where ways part, only what lies on all of them is sure. Where steps run side by side and the
//     step waits for them, all that must come of it is sure. A step that goes on with the first
//     arrival is only sure of what all arrivals share.

import { includes, waysTo, type Room, type Step } from './step.ts';

/** Fills in order, beginnings, before and sure of a room whose arrows are already in place. */
export function orderRoom(room: Room): void {
  room.beginnings = room.steps.filter((step) => step.in.length === 0);
  const order = inOrder(room);
  if (!order) return;
  room.order = order;
  for (const step of order) {
    const sources = step.in.map((edge) => room.byId.get(edge.from) as Step);
    for (const source of sources) step.before |= source.before | source.bit;
    step.sure = sureOf(step, sources);
  }
}

/** Steps so that every arrow leads on; undefined for a circle. */
function inOrder(room: Room): Step[] | undefined {
  const open = new Map(room.steps.map((step) => [step, step.in.length]));
  const order = room.steps.filter((step) => step.in.length === 0);
  for (const step of order)
    for (const edge of step.out) {
      const next = room.byId.get(edge.to) as Step;
      const left = (open.get(next) ?? 0) - 1;
      open.set(next, left);
      if (left === 0) order.push(next);
    }
  return order.length === room.steps.length ? order : undefined;
}

function sureOf(step: Step, sources: Step[]): bigint {
  const ways = sources.map((source) => source.sure | source.bit);
  if (ways.length === 0) return 0n;
  if (step.node.join === 'every') return ways.reduce((a, b) => a | b);
  const shared = ways.reduce((a, b) => a & b);
  if (ways.length === 1 || step.node.join === 'first') return shared;
  return shared | sideBySide(step, shared);
}

/** What must have ended because it runs beside the others and the step waits for it (OR2). */
function sideBySide(step: Step, shared: bigint): bigint {
  let sure = 0n;
  const queue = step.room.steps.filter((s) => includes(shared, s));
  for (const from of queue) {
    const port = surelyTaken(from, step, shared);
    if (port === undefined) continue;
    for (const edge of from.out) {
      const next = step.room.byId.get(edge.to) as Step;
      if (edge.port !== port || !alwaysLeads(next, step) || includes(sure | shared, next)) continue;
      sure |= next.bit;
      queue.push(next);
    }
  }
  return sure;
}

/** Does the step come here by each of its drawn ways? Else it may end beside this one. */
function alwaysLeads(from: Step, step: Step): boolean {
  const ways = waysTo(from, step);
  return ways.size > 0 && from.out.every((edge) => ways.has(edge.port));
}

/**
 * The way `from` surely took: its only drawn one, or, where every way here passed it, the only one
 * that leads here. Undefined where it may have gone elsewhere.
 */
function surelyTaken(from: Step, step: Step, shared: bigint): string | undefined {
  const ways = includes(shared, from)
    ? waysTo(from, step)
    : new Set(from.out.map((edge) => edge.port));
  return ways.size === 1 ? [...ways][0] : undefined;
}
