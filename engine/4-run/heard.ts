// What a failure says about the other side: may it have heard the call, or surely not?
// HE1 a code stands in neither list where the other side has answered: then its answer counts.

import type { Failure } from '../node.ts';

/** The call went out and no answer that can be read says what it did. */
const MAYBE = new Set([
  'failure.call_broke',
  'failure.timed_out',
  'failure.http_down',
  'failure.http_unread',
  'failure.http_empty',
  'failure.http_large',
  'failure.http_moved',
]);
/** The call never left this computer. */
const NEVER = new Set(['failure.not_reached']);

export const mayBeHeard = ({ code }: Failure): boolean => MAYBE.has(code);
export const isUnheard = ({ code }: Failure): boolean => NEVER.has(code);
