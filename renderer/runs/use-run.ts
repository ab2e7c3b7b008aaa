// One run as it is now: asked once, then followed by the stream, asked again after a lost
// connection.

import { useSelector } from '@xstate/store-react';
import { useEffect, useReducer, useState } from 'react';
import type { RunView } from '../../engine/4-run/view.ts';
import { call, isOffline, Refusal } from '../client.ts';
import { connection, onEvents } from '../live.ts';
import { follow, nothingYet } from './follow.ts';

/** The run's view, or why there is none. */
export function useRun(run: string): { view: RunView | undefined; refusal: Refusal | undefined } {
  const [followed, tell] = useReducer(follow, nothingYet);
  const [refusal, setRefusal] = useState<Refusal>();
  const state = useSelector(connection, (s) => s.context.state);
  useEffect(() => onEvents((events) => tell({ do: 'events', run, events })), [run]);
  useEffect(() => {
    let isGone = false;
    call('run', { run }).then(
      (view) => isGone || tell({ do: 'answer', view }),
      (wrong: unknown) => {
        if (!isGone && wrong instanceof Refusal && !isOffline(wrong)) setRefusal(wrong);
      },
    );
    return () => {
      isGone = true;
    };
  }, [run, state]);
  return { view: followed.view, refusal };
}
