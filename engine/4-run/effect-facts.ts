// What can be said of an effect without deciding anything: its class, its call, its opening record.

import { canonical } from '../base/canonical.ts';
import type { Json } from '../base/value.ts';
import type { EffectClass } from '../node.ts';
import type { RunEvent } from './events.ts';
import type { LiveEffect } from './live.ts';

/** The journal's record of an opening; the admission rides along when it is known at once. */
export function openedEvent(effect: LiveEffect): RunEvent & { type: 'effect.opened' } {
  const { row, input } = effect;
  const call = effect.call as unknown as Json | undefined;
  return {
    type: 'effect.opened',
    head: {
      effect: row.id,
      step: row.step,
      node: row.node,
      visit: row.visit,
      kind: row.kind,
      ref: row.ref,
      typeName: row.typeName,
      effectClass: classOf(effect),
      ...(effect.card ? { tool: effect.card.name } : {}),
      ...(row.dueAt === null ? {} : { dueAt: row.dueAt }),
      ...(effect.admission ? { admission: effect.admission } : {}),
    },
    payload: { input: input.settings, ...(call === undefined ? {} : { call }) },
  };
}

/**
 * What the effect may change outside; a tool's card decides, and without one the worst is assumed.
 */
export function classOf(effect: LiveEffect): EffectClass {
  const own = effect.definition?.effect ?? 'none';
  return own === 'card' ? (effect.card?.effect ?? 'irreversible') : own;
}

/** The canonical spelling of a call, by which a repeated read is recognised. */
export const callKey = (effect: LiveEffect): string => canonical(effect.call ?? null);
