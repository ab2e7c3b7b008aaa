// Which ways to a step pass somebody's approval.
// GU1 a step is guarded when every way to it leaves a gate that covers it by `approved`.
// GU2 a room passes a guard on when whoever leaves it has been approved inside.
// GU3 an approval inside an item of a for-each speaks for that item only; there may be no item.

import { leavesOf, type Condition } from '../base/condition.ts';
import { includes, type Room, type Step } from './step.ts';

const isGate = (step: Step): boolean => step.definition?.type === 'approval';

/** Does the gate speak for the target? Without a list it speaks for all that follows. */
function covers(gate: Step, target: Step): boolean {
  const list = gate.node.settings['covers'];
  return !Array.isArray(list) || list.includes(target.node.id);
}

/** True when nothing reaches `target` without an approval that covers it (GU1). */
export function isGuarded(target: Step): boolean {
  for (let at: Step | undefined = target; at; at = at.room.of)
    if (includes(guardedIn(at.room, target), at)) return true;
  return false;
}

/** Steps of a room that can only be reached through a gate of this room or of one inside it. */
function guardedIn(room: Room, target: Step): bigint {
  let guarded = 0n;
  for (const step of room.order ?? []) {
    const ways = step.in.map((edge) => {
      const from = room.byId.get(edge.from) as Step;
      if (includes(guarded, from)) return true;
      if (isGate(from)) return edge.port === 'approved' && covers(from, target);
      return leavesApproved(from, edge.port, target);
    });
    const isSafe = step.node.join === 'every' ? ways.includes(true) : !ways.includes(false);
    if (ways.length && isSafe) guarded |= step.bit;
  }
  return guarded;
}

/** GU2: a loop that ends only once its gate approved, or a group whose every end was approved. */
function leavesApproved(container: Step, port: string, target: Step): boolean {
  const room = container.inner;
  if (!room || container.definition?.type === 'for_each') return false; // GU3
  if (port === 'done') {
    const until = container.conditions.find(({ at }) => at === 'until');
    return until !== undefined && untilApproved(until.condition, room, target);
  }
  if (port !== 'ok') return false;
  const guarded = guardedIn(room, target);
  // A gate at the end lets nobody by but the approved: its other ways leave the room by a problem.
  const isSafe = (step: Step): boolean =>
    includes(guarded, step) || (isGate(step) && covers(step, target));
  const ends = room.steps.filter((step) => step.out.length === 0);
  return ends.length > 0 && ends.every(isSafe);
}

function untilApproved(until: Condition, room: Room, target: Step): boolean {
  if ('any' in until || 'not' in until) return false;
  const leaves = 'all' in until ? until.all.flatMap(leavesOf) : [until];
  return leaves.some(({ field, op, value }) => {
    const gate = room.byId.get(/^steps\.([^.]+)\.port$/.exec(field)?.[1] ?? '');
    return gate && isGate(gate) && covers(gate, target) && op === 'is' && value === 'approved';
  });
}
