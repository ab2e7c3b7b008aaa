// A value taken from somewhere, as a chip: source › name, and what it was in the last run.

import { ChevronRight, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tile } from '../canvas/tile.tsx';
import { nameOfPath, type Sight } from '../document/reach.ts';
import { t } from '../words.ts';
import { useLastWords } from './last-words.ts';

type Props = { path: string; sight: Sight; tight?: boolean };

export function ValueChip({ path, sight, tight }: Props): ReactNode {
  const { source, label, lost } = nameOfPath(sight, path);
  const last = useLastWords(sight)(path);
  const full = source ? `${source.name} › ${label}` : label;
  return (
    <span className={`ref num${tight ? ' tight' : ''}${lost ? ' lost-ref' : ''}`} title={full}>
      {lost && <TriangleAlert size={12} aria-hidden />}
      {source && <Tile family={source.family ?? 'flow'} icon={source.icon} small />}
      <span className="ref-t">
        {source && !tight && (
          <>
            <span className="cut">{source.name}</span>
            <ChevronRight size={12} aria-hidden />
          </>
        )}
        <b className="cut">{label}</b>
      </span>
      {last && !tight && <span className="ref-v cut">{last}</span>}
      {lost && <span className="sr">{t('app.reach.lost')}</span>}
    </span>
  );
}
