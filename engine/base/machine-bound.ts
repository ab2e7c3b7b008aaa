// The names in a machine's JSON bound to what they mean, for whoever plays XState: kernel.ts and
// the export to plain XState do exactly this. XState's `assign` is handed in, so nothing here
// depends on it.

import { resolve } from './binding.ts';
import { ACTIONS } from './machine-actions.ts';
import { GUARDS } from './machine-guards.ts';
import { delayOf, delaysIn, scopeOf } from './machine-input.ts';
import type { Context, MachineEvent } from './machine.ts';
import type { JsonObject } from './value.ts';

type Args = { context: Context; event: MachineEvent };
type Rule<T> = (context: Context, event: MachineEvent, params: never) => T;
type Named<T> = Record<string, (args: Args, params: unknown) => T>;

const named = <T>(rules: Record<string, Rule<T>>): Named<T> =>
  Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [
      name,
      ({ context, event }, params) => rule(context, event, params as never),
    ]),
  );

/** Guards, actions and delays of a machine, as XState's `createMachine` takes them. */
export function boundNames<A>(config: JsonObject, assign: (change: never) => A) {
  const actions = Object.entries(named<Partial<Context>>(ACTIONS));
  return {
    guards: named<boolean>(GUARDS),
    actions: Object.fromEntries(actions.map(([name, rule]) => [name, assign(rule as never)])),
    delays: Object.fromEntries(
      Object.entries(delaysIn(config)).map(([name, wait]) => [
        name,
        ({ context }: Args) => delayOf(resolve(wait.with, scopeOf(context, wait)).value),
      ]),
    ),
  };
}
