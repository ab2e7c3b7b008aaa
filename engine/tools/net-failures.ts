// What went wrong on the way to a host, as failures of a tool.
// NF1 what was surely never sent may be tried again by itself, whatever the tool does; what may
//     have been heard may not (4-run/heard.ts knows these codes).

import type { AuthorityCard, Said } from '../node.ts';
import { NetError } from '../net/net-error.ts';
import { failed, type Attempt } from './answer.ts';

const MEGABYTES = 10;

/** The failure for an error of engine/net; anything else is thrown on, it is a bug. */
export function netFailure(card: AuthorityCard, error: unknown, seconds: number): Attempt {
  if (!(error instanceof NetError)) throw error;
  const { why, place, sent } = error;
  const params = { tool: card.title, place };
  switch (why) {
    case 'address_shape':
      return failed('terminal', 'failure.net_address', params);
    case 'host':
      return failed('terminal', 'failure.net_host', params);
    case 'local_address':
      return failed('terminal', 'failure.net_local', params);
    case 'certificate':
      return failed('terminal', 'failure.net_certificate', params);
    case 'redirects':
      return failed('terminal', 'failure.http_moved', { ...params, status: 0 });
    case 'large':
      return failed('terminal', 'failure.http_large', { ...params, megabytes: MEGABYTES });
    case 'no_such_host':
    case 'connect':
      return failed('retryable', 'failure.not_reached', params); // NF1
    case 'slow':
      return failed('retryable', 'failure.timed_out', { seconds });
    case 'broke':
    case 'stopped':
      return sent
        ? failed('retryable', 'failure.call_broke')
        : failed('retryable', 'failure.not_reached', params); // NF1
  }
}

/** A secret that could not be had; nothing was sent. */
export const secretFailure = (card: AuthorityCard, { code, params }: Said): Attempt =>
  failed('terminal', code, { ...params, tool: card.title });
