// How an invoked step gets its data: machine JSON holds settings with references, and the context
// at the moment the step begins gives them their values.
// I1 a step sees the results of the steps its settings name, and no others.
// I2 total: what has no value is listed as missing, never guessed.

import { resolve, type Resolved, type Scope } from './binding.ts';
import type { Context, InvokeParams, Sight, StepCall } from './machine.ts';
import { StepMap, type StepEntry } from './step-map.ts';
import { isObject, type Json, type JsonObject, type Value } from './value.ts';

/** What a step may look at now: named steps only, so that cost and exposure stay small. */
export function scopeOf(context: Context, { sees = [], loop }: Sight): Scope {
  const steps = StepMap.of(context.steps).pick(sees);
  const previous: Record<string, StepEntry> = {};
  for (const id of sees)
    if (Object.hasOwn(context.previous, id)) previous[id] = context.previous[id]!;
  const round = loop === undefined ? context.round : context.loops[loop]?.round;
  const scope: Scope = {
    input: context.input,
    steps,
    previous,
    run: context.run,
    workflow: context.workflow,
    today: context.today,
  };
  if (round !== undefined) scope.round = round;
  if (context.item !== undefined) scope.item = context.item;
  if (context.index !== undefined) scope.index = context.index;
  return scope;
}

/** The input of an invoked step, from its static part and the context. */
function inputFor(params: InvokeParams): (context: Context) => StepCall {
  const { sees: _sees, loop: _loop, visits, with: setting, lane, ...rest } = params;
  return (context) => {
    const index = lane === undefined ? undefined : context.loops[params.step]?.lanes?.[lane];
    const visit = visits === undefined ? 1 : (StepMap.of(context.visits).get(visits) ?? 1);
    const call = Object.assign(new Called(setting, scopeOf(context, params), visit), rest);
    if (lane === undefined) return call;
    return Object.assign(call, index === undefined ? { lane } : { lane, index });
  };
}

/**
 * What a step is given. Its settings are resolved when they are looked at: the engine reads large
 * leaves back too, and so resolves them itself.
 */
class Called {
  readonly #setting: Json;
  readonly scope: Scope;
  readonly visit: number;

  constructor(setting: Json, scope: Scope, visit: number) {
    this.#setting = setting;
    this.scope = scope;
    this.visit = visit;
  }

  get with(): Resolved {
    return resolve(this.#setting, this.scope);
  }

  /** Written down, it has its settings with it. */
  toJSON(): object {
    return Object.assign({}, this, { with: this.with });
  }
}

/** The delay of a wait whose length a setting says: milliseconds, or 0 where it says nothing. */
export const delayOf = ({ v }: Value): number =>
  isObject(v) && typeof v['ms'] === 'number' && v['ms'] > 0 ? v['ms'] : 0;

type WithContext = { context: Context };

/**
 * Machine JSON as XState takes it: the data of every invoked step becomes a function of the
 * context.
 */
export function hydrate(config: JsonObject): JsonObject {
  const invoke = config['invoke'] as { input: InvokeParams } | undefined;
  const states = config['states'] as Record<string, JsonObject> | undefined;
  const input = invoke && inputFor(invoke.input);
  return {
    ...config,
    ...(input
      ? { invoke: { ...invoke, input: ({ context }: WithContext) => input(context) } }
      : {}),
    ...(states
      ? { states: Object.fromEntries(Object.entries(states).map(([k, s]) => [k, hydrate(s)])) }
      : {}),
  } as JsonObject;
}

/**
 * The waits of a machine by the name of their delay: what its setting is and what it may look at.
 */
export function delaysIn(config: JsonObject): Record<string, InvokeParams> {
  const { wait } = (config['meta'] ?? {}) as { wait?: InvokeParams };
  const states = Object.values((config['states'] ?? {}) as Record<string, JsonObject>);
  return Object.assign(wait ? { [`delay__${wait.step}`]: wait } : {}, ...states.map(delaysIn));
}
