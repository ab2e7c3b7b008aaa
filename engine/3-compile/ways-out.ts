// Which ways a step is left by a port: along drawn arrows, or, for a problem nobody drew an arrow
// for, by the default way (default-ways.ts) or out of the container.
// O1 `denied` never takes the default way: where no drawn arrow takes `error`, the run fails.
// O2 the innermost step that somebody drew is the one that is blamed, whatever fails around it.

import { DONE, FAILED, action, guard, record } from './place.ts';
import type { ActionRef, Place, Transition } from './place.ts';
import type { Segment } from './plan.ts';
import { drawnWay } from './tokens.ts';

/**
 * The ways a step is left by `port`, first match first. `value` says where its value comes from.
 * More than one only where `denied` must not take the default way.
 */
export function waysOut(
  place: Place,
  segment: Segment,
  step: number,
  port: string,
  value?: 'event' | 'last',
): Transition[] {
  const { id, mustHandle } = place.facts.steps[step]!;
  const isDrawn = place.facts.out[step]?.some((arrow) => arrow.port === port);
  const result = record(place, id, port, value);
  return !isDrawn && mustHandle.includes(port)
    ? problemWays(place, step, port, [action('settle', result)], true)
    : [drawnWay(place, segment, step, port, result)];
}

/**
 * Where a problem goes that nobody drew an arrow for. `isCause`: the step itself is to blame (O2).
 */
export function problemWays(
  place: Place,
  step: number,
  port: string,
  before: ActionRef[],
  isCause: boolean,
): Transition[] {
  const { id, node, noDefault } = place.facts.steps[step]!;
  const blame = isCause ? [action('fail', { step: node, port })] : [];
  const fails = { target: FAILED, actions: [...before, ...blame] };
  if (place.leave) return place.leave(port, [...before, ...blame]);
  if (place.level === 'item' || noDefault?.includes(port)) return [fails];
  if (port === 'refused') {
    return [
      { target: DONE, actions: [...before, action('end', { step: id, outcome: 'refused' })] },
    ];
  }
  const ask = place.facts.asks.get(id);
  if (!ask) return [fails];
  const asks = { target: `#${ask.id}`, actions: before };
  return port === 'error' ? [{ guard: guard('denied'), ...fails }, asks] : [asks]; // O1
}
