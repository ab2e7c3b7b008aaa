// What can be said of an effect without deciding anything: its class, its call, its opening record.

import { canonical } from '../base/canonical.ts';
import type { Json } from '../base/value.ts';
import type { EffectClass } from '../node.ts';
import type { RunEvent } from './events.ts';
import type { LiveEffect } from './live.ts';

type Opened = RunEvent & { type: 'effect.opened' };

/** The journal's record of an opening; the admission rides along when it is known at once. */
export function openedEvent(effect: LiveEffect): Opened {
  const { row, input, card, admission } = effect;
  const call = effect.call as unknown as Json | undefined;
  const head: Opened['head'] = {
    effect: row.id,
    step: row.step,
    node: row.node,
    visit: row.visit,
    kind: row.kind,
    ref: row.ref,
    typeName: row.typeName,
    effectClass: classOf(effect),
  };
  if (card) head.tool = card.name;
  if (row.dueAt !== null) head.dueAt = row.dueAt;
  if (admission) head.admission = admission;
  const { settings } = input;
  const payload = call === undefined ? { input: settings } : { input: settings, call };
  return { type: 'effect.opened', head, payload };
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
