// "What happened": the record of a run at the left, one row per step, with bars on the run's axis.

import type { ReactNode } from 'react';
import { STATES } from '../canvas/states.tsx';
import { duration } from '../format.ts';
import { t } from '../words.ts';
import type { Axis } from './axis.ts';
import { InnerMoves } from './inner-moves.tsx';
import type { Row } from './record-rows.ts';

type Props = {
  rows: Row[];
  axis: Axis;
  selected: string | undefined;
  onSelect: (key: string) => void;
  /** While the run goes on the axis ends at the present. */
  isLive: boolean;
  /** What stands below the rows, such as what comes next. */
  children?: ReactNode;
};

/** Below this a wait is no worth a word on the axis. */
const WAIT_WORTH_SAYING = 1000;

function AxisHead({ axis, isLive }: { axis: Axis; isLive: boolean }): ReactNode {
  const waited = axis.waitMs >= WAIT_WORTH_SAYING;
  return (
    <div className="rec-axis num">
      <span>
        {axis.earlier > 0
          ? t('app.happened.axis.earlier', { n: axis.earlier })
          : t('app.happened.axis.start')}
      </span>
      {waited && <span>{t('app.happened.axis.wait', { time: duration(axis.waitMs) })}</span>}
      <span>
        {isLive && t('app.happened.axis.now')}
        {!isLive &&
          axis.earlier === 0 &&
          t('app.happened.axis.work', { time: duration(axis.workMs) })}
      </span>
    </div>
  );
}

function Line({ row }: { row: Row }): ReactNode {
  const { icon: Icon, tone } = STATES[row.state];
  return (
    <>
      <span className="rec-l">
        <span className={`tag tone-${tone}`}>
          <Icon
            size={14}
            strokeWidth={2.25}
            className={row.state === 'running' ? 'spin' : undefined}
            aria-hidden
          />
          <span className="sr">{t(`app.state.${row.state}`)}</span>
        </span>
        <b className="cut">{row.name}</b>
        <span className="grow" />
        <span className="num meta">
          {row.took === undefined || row.isFuture ? '' : duration(row.took)}
        </span>
      </span>
      <span className="rec-w num cut">{row.words}</span>
      <span className="rec-bar" aria-hidden>
        {row.bars.map((bar, i) => (
          <i
            key={i}
            className={row.isFuture ? 'idle' : bar.how}
            style={{
              left: `min(${bar.from * 100}%, 100% - 4px)`,
              width: `max(4px, ${(bar.to - bar.from) * 100}%)`,
            }}
          />
        ))}
      </span>
    </>
  );
}

export function RunRecord({ rows, axis, selected, onSelect, isLive, children }: Props): ReactNode {
  return (
    <aside className="happened" aria-label={t('app.happened.title')}>
      <header className="rec-head">
        <h2>{t('app.happened.title')}</h2>
      </header>
      <AxisHead axis={axis} isLive={isLive} />
      <ol className="rec-list">
        {rows.map((row) => {
          const isOn = row.key === selected;
          const look = `${isOn ? ' on' : ''}${row.isFuture ? ' future' : ''}${row.isRoom ? ' group' : ''}`;
          return (
            <li key={row.key} className={`rec${look} depth-${Math.min(row.depth, 4)}`}>
              <button
                type="button"
                className="rec-b"
                aria-current={isOn ? 'true' : undefined}
                onClick={() => onSelect(row.key)}
              >
                <Line row={row} />
              </button>
              {row.inner.length > 0 && (
                <InnerMoves step={row.name} rows={row.inner} isOpen={isOn || !row.isOver} />
              )}
            </li>
          );
        })}
      </ol>
      {children}
    </aside>
  );
}
