// What the emitting passes share: the scope being written, where it stands, and the small pieces of
// machine JSON that everything is made of.

import type { JsonObject } from '../base/value.ts';
import type { Facts } from './graph.ts';
import type { IRScope, IRStep, MachineConfig } from './ir.ts';
import type { Mode, Plan } from './plan.ts';
import type { Sees } from './sees.ts';

export type ActionRef = { type: string; params: JsonObject };
export type GuardRef = { type: string; params: JsonObject };
/** One transition; the first whose guard holds is taken. */
export type Transition = { guard?: GuardRef; target?: string; actions?: ActionRef[] };
export type State = JsonObject;
export type States = Record<string, State>;

/** A scope on its way into a machine. */
export type Place = {
  facts: Facts;
  plan: Plan;
  /** State keys by step number. */
  keys: string[];
  /**
   * The container around it: its step, the loop whose round holds here, its ways out on a problem.
   */
  container?: IRStep;
  loop?: string;
  /**
   * Ways out of the container by a problem port inside, after `actions`. Absent at a machine's
   * top.
   */
  leave?: (port: string, actions: ActionRef[]) => Transition[];
  /** The top of a workflow, or of one item of a for-each. */
  level: 'workflow' | 'item' | 'container';
  /** Steps here can run more than once in one run. */
  again: boolean;
  sees: Sees;
  mode: Mode;
  /** Machines of for-each bodies, filled as they are met. */
  parts: Record<string, MachineConfig>;
  /** Compiles a for-each body into `parts`. */
  addPart: (each: IRStep) => void;
  /** Compiles the body of a container into states. `end` is the target where it is finished. */
  emitScope: (around: Surroundings, scope: IRScope, id: string, end: string) => Emitted;
};

/** What surrounds a scope; what depends on the scope itself is worked out as it is emitted. */
export type Surroundings = Omit<Place, 'facts' | 'plan' | 'keys'>;
export type Emitted = { initial: string; states: States };

export const action = (type: string, params: JsonObject = {}): ActionRef => ({ type, params });
export const guard = (type: string, params: JsonObject = {}): GuardRef => ({ type, params });

export const DONE = '#wf__done';
export const FAILED = '#wf__failed';
export const STOPPED = '#wf__stopped';

/**
 * What a step may look at, as parameters; left out where there is nothing. Inside a loop that is
 * also its own result of the round before (`previous.<itself>`), else never itself.
 */
export function sight(
  place: Place,
  setting: unknown,
  self?: string,
): { sees?: string[]; loop?: string } {
  const sees = place.sees(setting).filter((id) => id !== self || place.loop !== undefined);
  return { ...(sees.length ? { sees } : {}), ...(place.loop ? { loop: place.loop } : {}) };
}

/** The parameters of a step's result; `value` says where its value comes from. */
export const record = (
  place: Place,
  step: string,
  port: string,
  value?: 'event' | 'last',
): JsonObject => ({
  step,
  port,
  ...(value ? { value } : {}),
  ...(place.container ? { in: place.container.id } : {}),
});

/** A key that is not taken yet among these states. */
export function freeKey(states: States, wanted: string): string {
  let key = wanted;
  for (let n = 2; Object.hasOwn(states, key); n++) key = `${wanted} ${n}`;
  return key;
}
