// A container as a room: outer arrows end at its walls, door arrows carry on inside, and the way
// round of a loop is drawn on the right wall.

import { Maximize2 } from 'lucide-react';
import { createElement, memo, use, type ReactNode } from 'react';
import type { NodeProps } from 'reactflow';
import { number } from '../format.ts';
import { t, useLanguage } from '../words.ts';
import { ActsContext } from './acts.ts';
import type { FlowNode } from './flow-types.ts';
import type { Point } from './geometry.ts';
import { Handles } from './handles.tsx';
import { iconOf } from './icons.ts';
import { LockMark, looks, ProblemMark } from './step-card.tsx';
import { StateTag } from './states.tsx';
import { headPath, linePath } from './svg-path.ts';

/** One pip per round, up to ten; a loop of hundreds is told in figures alone. */
const PIPS = 10;

function limitWords({ item, round }: FlowNode['data']): string {
  const { settings } = item.node;
  const of = Number(settings['maxRounds'] ?? 0);
  if (round) return t('app.room.round', { round: round.round, of: round.of ?? of });
  if (of > 0) return t('app.room.most', { n: number(of) });
  const lanes = Number(settings['concurrency'] ?? 0);
  return lanes > 0 ? t('app.room.lanes', { n: lanes }) : '';
}

/** States that say what became of the room itself, not how it goes. */
const COMPARED = new Set(['added', 'removed', 'changed', 'moved']);

function Door({ points, way }: { points: Point[]; way?: boolean }): ReactNode {
  return (
    <g className={way ? 'room-way' : 'room-door'}>
      <path d={linePath(points)} />
      <path className="head" d={headPath(points)} />
    </g>
  );
}

function RoomNode({ data, selected }: NodeProps<FlowNode>): ReactNode {
  useLanguage();
  const { enter } = use(ActsContext);
  const { item } = data;
  const inside = item.node.scope?.nodes.length ?? 0;
  const { doors, box } = item;
  const of = Number(item.node.settings['maxRounds'] ?? 0);
  const middle = doors.back && ((doors.back[1]?.[1] ?? 0) + (doors.back[2]?.[1] ?? 0)) / 2;
  return (
    <div className={looks('room', data, selected)}>
      <div className="room-head">
        {createElement(iconOf(item.facts.icon), {
          size: 14,
          strokeWidth: 2.25,
          'aria-hidden': true,
        })}
        <span className="room-name cut">{item.node.name || item.facts.kind}</span>
        {item.facts.definition?.type === 'group' && (
          <span className="room-does cut">{t('app.room.steps', { n: inside })}</span>
        )}
        {item.node.locked && <LockMark />}
        {data.light && COMPARED.has(data.light.state) && <StateTag state={data.light.state} />}
        <span className="room-limit num">
          {limitWords(data)}
          {of > 0 && of <= PIPS && (
            <span className="pips" aria-hidden>
              {Array.from({ length: of }, (_none, i) => (
                <i key={i} className={data.round && i < data.round.round ? 'on' : ''} />
              ))}
            </span>
          )}
        </span>
        {enter && (
          <button
            type="button"
            className="plain room-enter nodrag"
            tabIndex={-1}
            title={t('app.room.enter')}
            aria-label={t('app.room.enter_named', { name: item.node.name || item.facts.kind })}
            onClick={(event) => {
              event.stopPropagation();
              enter(item.node.id);
            }}
          >
            <Maximize2 size={12} strokeWidth={2.25} aria-hidden />
          </button>
        )}
      </div>
      <svg className="room-lines" width={box.w} height={box.h} aria-hidden>
        {[...doors.into, ...doors.out].map((points) => (
          <Door key={String(points)} points={points} />
        ))}
        {doors.back && <Door points={doors.back} way />}
      </svg>
      {doors.back && (
        <span className="way room-label" style={{ left: doors.back[1]?.[0], top: middle }}>
          {t('app.room.again')}
        </span>
      )}
      {inside === 0 && <p className="room-empty">{t('app.room.empty')}</p>}
      <ProblemMark n={data.problems} />
      <Handles item={item} mode={data.mode} />
    </div>
  );
}

export const Room = memo(RoomNode);
