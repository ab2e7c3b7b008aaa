// How the engine stands, where that matters to everybody: nothing can be recorded, everything is
// being stopped, the program is ending. No event tells a full disk, so it is asked again and again.

import { useSelector } from '@xstate/store-react';
import { HardDrive, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Answers } from '../../engine/api/contract.ts';
import { useAsk } from '../ask.ts';
import { clock } from '../format.ts';
import { connection } from '../live.ts';
import { stopDialog } from '../stop/stop-store.ts';
import { t } from '../words.ts';
import { Rich } from './rich.tsx';

const AGAIN_MS = 3000;
const DISK = 'record.disk_full';

export type Standing = Answers['standing'];

/** How the engine stands; undefined until it has said so. */
export const useStanding = (): Standing | undefined =>
  useAsk('standing', {}, { everyMs: AGAIN_MS }).data;

/** What keeps the engine from recording, as one sentence under a run's title. */
export function troubleWords({ said }: NonNullable<Standing['trouble']>): string {
  if (said.code === DISK) return t('app.live.disk');
  return t('app.live.no_record', { what: t(said.code, said.params) });
}

function words({ trouble, isStopping, isDraining }: Standing): string {
  if (trouble) {
    const { said, since } = trouble;
    const code = said.code === DISK ? 'disk' : 'trouble';
    const what = t(said.code, said.params);
    return t(`app.standing.${code}`, { at: clock(since), what });
  }
  if (isDraining) return t('app.standing.draining');
  return isStopping ? t('app.standing.stopping') : '';
}

export function StandingNote(): ReactNode {
  const standing = useStanding();
  const isLost = useSelector(connection, (s) => s.context.state === 'lost');
  const text = standing && !isLost ? words(standing) : '';
  if (!standing || text === '') return null;
  return (
    <output className="chip lost">
      {standing.trouble ? (
        <HardDrive size={14} aria-hidden />
      ) : (
        <LoaderCircle size={14} className="spin" aria-hidden />
      )}
      <span>
        <Rich text={text} />
      </span>
      {standing.isStopping && !standing.trouble && (
        <button
          type="button"
          className="plain link"
          onClick={() => stopDialog.trigger.open({ shown: 'receipt' })}
        >
          {t('app.standing.show')}
        </button>
      )}
    </output>
  );
}
