// What a step is given when it begins: the same when it really begins and when a gate asks what
// would happen.

import { leafReader } from '../base/leaves.ts';
import { resolve } from '../base/binding.ts';
import { isoOf } from '../base/instant.ts';
import { isObject, type BlobRef, type Json } from '../base/value.ts';
import type { StepCall } from '../kernel.ts';
import type { StepInput, Usage } from '../node.ts';
import type { Invoke } from './invokes.ts';
import { nameOf, type Plan } from './plan.ts';
import { usageOf, type Turn } from './turn.ts';

/** What a step may look at besides its settings: when it is, what was used, what leaves hold. */
export type Sight = {
  plan: Plan;
  at: string;
  usage: Usage;
  asOf: Record<string, string>;
  open: (ref: BlobRef) => Json;
};

/** The sight of a step that begins in this turn. */
export const sightOf = ({ live, at, ledger, deps }: Turn): Sight => ({
  plan: live.plan,
  at: isoOf(at),
  usage: usageOf(ledger),
  asOf: live.asOf,
  open: leafReader(deps.journal.blob),
});

/** Settings resolved against what the step may see, large leaves read back. */
export function inputOf(
  sight: Sight,
  invoke: Invoke,
  given: Pick<StepCall, 'scope' | 'visit'>,
): StepInput {
  const { plan, at, usage, asOf, open } = sight;
  const settings = resolve(invoke.with, given.scope, open).value;
  const tool = isObject(settings.v) ? settings.v['tool'] : undefined;
  return {
    step: {
      id: invoke.step,
      name: nameOf(plan, invoke.step),
      type: invoke.type,
      visit: given.visit,
    },
    settings,
    scope: given.scope,
    at,
    usage,
    card: typeof tool === 'string' ? plan.cards.get(tool) : undefined,
    asOf,
  };
}
