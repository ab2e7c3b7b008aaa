// What XState reports of a turn, as what the engine has to do.
// KE1 what a turn opens and closes again in itself is never reported.

import { resolve, type Resolved } from './base/binding.ts';
import { scopeOf } from './base/machine-input.ts';
import type { Context, InvokeParams, StepCall } from './base/machine.ts';

/** What the engine has to do after a turn, in order. */
export type KernelEffect =
  /**
   * Carry out a step. `ref` is unique among what is open; answer with `done(ref, …)` or
   * `failed(ref, …)`. `src`: `step`, `child` (a sub-workflow), `each_open` (answer `{count}`),
   * `each_close` (answer the list), `scope:<each>` (one item: `input.index`, run the part of that
   * name as a child).
   */
  | { do: 'open'; ref: string; src: string; input: StepCall }
  /**
   * Its step was left some other way; a late answer is dropped. Never names what the event
   * settled.
   */
  | { do: 'cancel'; ref: string }
  /**
   * Send `{type: event}` after `delayMs`. A wait whose setting says its length has `with`, the
   * setting resolved; then `delayMs` is its `ms`, or 0, and the engine may know better.
   */
  | { do: 'timer'; ref: string; step: string; event: string; delayMs: number; with?: Resolved }
  | { do: 'cancel_timer'; ref: string };

/** An action as XState hands it over. */
export type Reported = { type: string; params: Record<string, unknown> | undefined };

/** What reports are read with: waits by their delay, the context, the event they come from. */
type Told = { waits: Record<string, InvokeParams>; context: Context; cause: string };

/**
 * What was reported, without what was undone in the same turn (K2) and without the event's own
 * step.
 */
export function netted(
  reported: readonly Reported[],
  { waits, context, cause }: Told,
): KernelEffect[] {
  const born = new Map<string, KernelEffect>();
  const gone = new Map<string, KernelEffect>();
  const settled = cause.replace(/^xstate\.(done|error)\.actor\./, '');
  const close = (key: string, ref: string, effect: KernelEffect): void => {
    if (!born.delete(key) && ref !== settled) gone.set(key, effect);
  };
  for (const { type, params } of reported) {
    if (!params) continue;
    const ref = String(params['id'] ?? params['sendId']);
    if (type === 'xstate.spawnChild') {
      born.set(ref, {
        do: 'open',
        ref,
        src: String(params['src']),
        input: params['input'] as StepCall,
      });
    } else if (type === 'xstate.stopChild') close(ref, ref, { do: 'cancel', ref });
    else if (type === 'xstate.cancel') close(`after ${ref}`, ref, { do: 'cancel_timer', ref });
    else if (type === 'xstate.raise' && typeof params['delay'] === 'number') {
      born.set(`after ${ref}`, timer({ waits, context, cause }, ref, params['delay']));
    }
  }
  return [...gone.values(), ...born.values()];
}

/** A timer's name is `xstate.after.<delay>.<state id>`, and no state id has a dot in it. */
function timer({ waits, context }: Told, ref: string, delayMs: number): KernelEffect {
  const [delay = '', step = ''] = ref.slice('xstate.after.'.length).split('.');
  const wait = Object.hasOwn(waits, delay) ? waits[delay] : undefined;
  return {
    do: 'timer',
    ref,
    step,
    event: ref,
    delayMs,
    ...(wait ? { with: resolve(wait.with, scopeOf(context, wait)) } : {}),
  };
}
