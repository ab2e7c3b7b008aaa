// Steps that wait for arrows which can never all arrive.
// JO1 two arrows exclude each other when reaching one needs a way out of some step, and reaching
//     the other needs a different way out of the same step.

import type { Problem } from '../1-document/schema.ts';
import { onStep } from './problem.ts';
import type { Room, Step } from './step.ts';

/**
 * The ways that must have been taken to come to a step, by step id; undefined: it can never start.
 */
type Needs = Map<string, string> | undefined;

/** A finding for every step that waits for all its arrows and can never have them all. */
export function neverTogether(room: Room): Problem[] {
  if (!room.steps.some((step) => step.node.join === 'every')) return [];
  const needs = new Map<Step, Needs>();
  const found: Problem[] = [];
  for (const step of room.order ?? []) {
    const ways = step.in.map((edge): Needs => {
      const source = room.byId.get(edge.from) as Step;
      const sofar = needs.get(source);
      return sofar && new Map(sofar).set(edge.from, edge.port);
    });
    const own = step.node.join === 'every' ? together(ways) : shared(ways);
    needs.set(step, own);
    const isNew = own === undefined && ways.every((way) => way !== undefined);
    if (isNew) {
      const fix = {
        code: 'fix.wait_for_coming',
        edit: { do: 'set_step' as const, step: step.node.id, fields: { join: 'all' as const } },
      };
      found.push(onStep('join_never', step, {}, { field: 'join', fix }));
    }
  }
  return found;
}

/** All of them at once: undefined where two exclude each other (JO1). */
function together(ways: Needs[]): Needs {
  const all = new Map<string, string>();
  for (const way of ways) {
    if (!way) return undefined;
    for (const [step, port] of way) {
      if ((all.get(step) ?? port) !== port) return undefined;
      all.set(step, port);
    }
  }
  return all;
}

/** What any of them needs anyway. Ways that can never be taken do not count. */
function shared(ways: Needs[]): Needs {
  const possible = ways.filter((way) => way !== undefined);
  if (ways.length && !possible.length) return undefined;
  const [first = new Map<string, string>(), ...others] = possible;
  return new Map(
    [...first].filter(([step, port]) => others.every((other) => other.get(step) === port)),
  );
}
