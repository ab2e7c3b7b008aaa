// What is worth calling somebody back for: a person is waited for, a limit is reached, a run
// failed.
// NO1 pure: an event in, words and a place out; anything else is worth nobody's attention.
// NO2 nothing of what a document says is in it but names: it may be shown on a locked screen.

import type { Recorded } from '../../engine/4-run/events.ts';
import { hrefOf } from '../route.ts';

export type Notice = { title: string; body: string; place: string };

type Words = (code: string, params?: Record<string, string>) => string;

/** What to say of an event, if anything (NO1); `name` = the workflow of the run it belongs to. */
export function noticeOf(event: Recorded, name: string, t: Words): Notice | undefined {
  const run = hrefOf({ at: 'run', run: event.root });
  if (event.type === 'card.opened') {
    const { card, kind } = event.head;
    const what = kind === 'limit' ? 'limit' : 'asked';
    const place = hrefOf({ at: 'inbox', card });
    return { title: t(`notice.${what}`), body: t('notice.of', { name }), place };
  }
  if (event.type === 'run.ended' && event.run === event.root && event.head.status === 'failed')
    return { title: t('notice.failed'), body: t('notice.of', { name }), place: run };
  return undefined;
}
