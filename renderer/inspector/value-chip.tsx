// A value taken from somewhere, as a chip: source › name, and what it was in the last run.

import { ChevronRight, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tile } from '../canvas/tile.tsx';
import { brief, valueIn } from '../document/last-values.ts';
import { nameOfPath, type Sight } from '../document/reach.ts';
import { money } from '../format.ts';
import { t } from '../words.ts';
import { useInspected } from './context.ts';

/** The last value of a path in a few characters; amounts as money. */
export function useLastValue(path: string, sight: Sight): string {
  const { lastRun } = useInspected();
  const value = valueIn(lastRun, path);
  const field = sight.byPath.get(path)?.field;
  if (typeof value === 'number' && field?.kind === 'money') return money(value, field.currency);
  return brief(value);
}

type Props = { path: string; sight: Sight; tight?: boolean };

export function ValueChip({ path, sight, tight }: Props): ReactNode {
  const { source, label, lost } = nameOfPath(sight, path);
  const last = useLastValue(path, sight);
  const full = source ? `${source.name} › ${label}` : label;
  return (
    <span className={`ref num${tight ? ' tight' : ''}${lost ? ' lost-ref' : ''}`} title={full}>
      {lost && <TriangleAlert size={12} aria-hidden />}
      {source && !tight && <Tile family={source.family ?? 'flow'} icon={source.icon} small />}
      <span className="ref-t">
        {source && (
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
