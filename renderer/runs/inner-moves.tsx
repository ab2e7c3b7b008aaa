// The inner moves of one row of "What happened", unfolded under it by a press.
// IM1 while the step is at work or looked at they are unfolded by themselves; a press wins.

import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { STATES } from '../canvas/states.tsx';
import { duration } from '../format.ts';
import { t } from '../words.ts';
import type { InnerRow } from './inner-rows.ts';

function Move({ row }: { row: InnerRow }): ReactNode {
  const { icon: Icon, tone } = STATES[row.state];
  return (
    <li>
      <span className={`tag tone-${tone}`}>
        <Icon
          size={12}
          strokeWidth={2.5}
          className={row.state === 'running' ? 'spin' : undefined}
          aria-hidden
        />
        <span className="sr">{t(`app.state.${row.state}`)}</span>
      </span>
      <span className="inner-t">
        <span className="cut">{row.name}</span>
        {row.words && <span className="meta cut">{row.words}</span>}
      </span>
      <span className="meta num">{row.took === undefined ? '' : duration(row.took)}</span>
    </li>
  );
}

type Props = { step: string; rows: InnerRow[]; isOpen: boolean };

export function InnerMoves({ step, rows, isOpen: isOpenItself }: Props): ReactNode {
  const [pressed, setPressed] = useState<boolean>();
  const isOpen = pressed ?? isOpenItself; // IM1
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  return (
    <div className="inner">
      <button
        type="button"
        className="plain meta"
        aria-expanded={isOpen}
        onClick={() => setPressed(!isOpen)}
      >
        <Arrow size={12} aria-hidden /> {t('app.happened.inner', { n: rows.length })}
      </button>
      {isOpen && (
        <ol aria-label={t('app.happened.inner.label', { step })}>
          {rows.map((row) => (
            <Move key={row.key} row={row} />
          ))}
        </ol>
      )}
    </div>
  );
}
