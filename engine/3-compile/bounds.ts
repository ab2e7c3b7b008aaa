// What the compiler promises about every machine, asserted on the way out. A breach is a bug:
// documents beyond the limits are refused by validate long before.

import type { LIMITS } from '../base/limits.ts';
import type { JsonObject } from '../base/value.ts';
import { roomOf, type IRScope } from './ir.ts';

/**
 * Throws when a scope holds more drawn steps, or a step opens more branches, than the limits allow.
 */
export function boundScope(scope: IRScope, limits: typeof LIMITS): void {
  const count = (at?: IRScope): number =>
    at?.steps.reduce((n, step) => n + (step.asksFor ? 0 : 1) + count(roomOf(step)), 0) ?? 0;
  if (count(scope) > limits.nodes) throw new Error(`more than ${limits.nodes} steps`);
  branchesWithin(scope, limits);
}

function branchesWithin({ steps, edges }: IRScope, limits: typeof LIMITS): void {
  const leaving = new Map<string, number>();
  for (const { from, port } of edges) {
    const way = `${from}:${port}`;
    leaving.set(way, (leaving.get(way) ?? 0) + 1);
    if ((leaving.get(way) ?? 0) > limits.branches)
      throw new Error(`more than ${limits.branches} arrows leave ${way}`);
  }
  for (const { body } of steps) if (body) branchesWithin(body, limits);
}

/** Throws when two states share an id, or a target names no state. */
export function boundMachine(machine: JsonObject): void {
  const ids = new Set<string>();
  const targets: string[] = [];
  const visit = (state: JsonObject): void => {
    const id = state['id'];
    if (typeof id === 'string') {
      if (ids.has(id)) throw new Error(`two states are called ${id}`);
      if (id.includes('.')) throw new Error(`XState would split the state id ${id}`);
      ids.add(id);
    }
    for (const key of LEADING) if (state[key]) collect(state[key], targets);
    for (const inner of Object.values((state['states'] ?? {}) as Record<string, JsonObject>))
      visit(inner);
  };
  visit(machine);
  const lost = targets.find((target) => target.startsWith('#') && !ids.has(target.slice(1)));
  if (lost) throw new Error(`no state is called ${lost}`);
}

/** What leads out of a state. */
const LEADING = ['always', 'after', 'on', 'onDone', 'invoke'];

/** Every `target` below a part of a state; what steps are given (`input`) is not looked at. */
function collect(part: unknown, targets: string[]): void {
  if (typeof part !== 'object' || part === null) return;
  if (Array.isArray(part)) return part.forEach((one) => collect(one, targets));
  const own = part as Record<string, unknown>;
  for (const key of Object.keys(own)) {
    if (key === 'target') targets.push(String(own[key]));
    else if (key !== 'input' && key !== 'actions' && key !== 'guard') collect(own[key], targets);
  }
}
