// What a test asks before it does anything: one step alone, or a drawing up to a step, is tried.
// TE1 a call that changes something outside is never made in a test on a rule's word alone: exactly
//     this call is put before a person first.
// TE2 for real nothing becomes looser: forbidden stays forbidden, and whom a rule names is asked.
// TE3 in the practice world it is the person who tries who is asked, and they may answer for it:
//     nothing real hangs on it, and a step tried alone has lost the gate that stood before it.

import type { EffectClass } from '../node.ts';
import type { Decision } from '../policy/rules.ts';
import { classOf } from './effect-facts.ts';
import type { LiveEffect, LiveRun } from './live.ts';

const ACTING: readonly EffectClass[] = ['write', 'irreversible', 'spend'];

/** A test in the practice world: its requester answers for it (TE3). */
export const isOwnTest = ({ isTest, row }: LiveRun): boolean => isTest && row.mode === 'practice';

/** What the rules come to for a call of this run: in a test it is asked about at least (TE1). */
export function inTest(live: LiveRun, effect: LiveEffect, said: Decision): Decision {
  if (!live.isTest || !ACTING.includes(classOf(effect))) return said;
  const isOwn = isOwnTest(live);
  if (said.then === 'deny' && !(isOwn && said.isDefault)) return said; // TE2
  if (said.then === 'ask' && !isOwn) return said; // TE2
  return { ...said, then: 'ask', ask: live.by, why: { code: 'why.test_asks' } };
}
