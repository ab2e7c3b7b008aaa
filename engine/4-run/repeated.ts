// Going round in circles: the same call again and again, and prompts that grow from round to round.
// RP1 what a model wants called with the same arguments for the third time in one step of one run
//    is not called: a person decides. A step that polls, with no model asked in between, goes in no
//    circle of a model's making.
// RP2 a request more than half as long again as in the first round is noted, never cut.

import { sizeOf } from '../prompts/size.ts';
import type { Said } from '../node.ts';
import { askedWith, callOf, NOTHING_ASKED } from './asked.ts';
import type { LiveEffect, LiveRun } from './live.ts';
import type { Settlement, Turn } from './turn.ts';

/** So often, and it is a circle. */
const TIMES = 3;
const GROWN = 1.5;

/** The third time of the same call in one step: it is not made (RP1). */
export function repeated(turn: Turn, effect: LiveEffect): Settlement | undefined {
  const { live } = turn;
  const asked = askedWith(live.asked ?? NOTHING_ASKED, effect);
  live.asked = asked;
  if (asked.models === 0) return undefined; // no model has said anything yet
  const same = asked.calls[callOf(effect)] ?? [];
  const at = same.findIndex(({ by }) => by === effect.row.id);
  if (at < 0 || (at + 1) % TIMES !== 0) return undefined; // somebody may say: try again
  const params = { tool: effect.card?.title ?? '', times: TIMES };
  return { result: { failure: { kind: 'needs_human', code: 'failure.repeated_call', params } } };
}

/** A word about a request that has grown since the first round (RP2). */
export function grown({ asked }: LiveRun, { row, call }: LiveEffect): Said | undefined {
  const before = asked?.first[row.step];
  if (call?.kind !== 'model' || row.visit < 2 || before === undefined) return undefined;
  const now = sizeOf(call.task);
  if (now <= before * GROWN) return undefined;
  const percent = Math.round((100 * now) / before - 100);
  return { code: 'why.prompt_grew', params: { percent } };
}
