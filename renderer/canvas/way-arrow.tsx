// One arrow with its label, drawn along the points the router found.

import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from 'reactflow';
import { memo, type ReactNode } from 'react';
import type { FlowArrow } from './flow-types.ts';
import { useIsFar } from './step-card.tsx';
import { t } from '../words.ts';
import type { Point } from './geometry.ts';
import { headPath, linePath, middleOf } from './svg-path.ts';

function Arrow({ id, data, selected }: EdgeProps<FlowArrow>): ReactNode {
  const far = useIsFar();
  if (!data) return null;
  const { arrow, way, mode } = data;
  const look = `is-${way}${selected ? ' selected' : ''}`;
  return (
    <>
      <BaseEdge
        id={id}
        path={linePath(arrow.points)}
        className={`edge ${look}`}
        interactionWidth={mode === 'edit' ? 16 : 0}
      />
      <path d={headPath(arrow.points)} className={`edge-head ${look}`} />
      {mode === 'edit' && <Plus points={arrow.points} />}
      {arrow.words && arrow.label && (
        <EdgeLabelRenderer>
          <div
            className={`way num ${look}${far ? ' far' : ''}`}
            style={{
              transform: `translate(-50%,-50%) translate(${arrow.label[0]}px,${arrow.label[1]}px)`,
            }}
          >
            {arrow.words}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
}

/** Where a step can be put into an arrow: shown while the pointer is on it. */
function Plus({ points }: { points: readonly Point[] }): ReactNode {
  const [x, y] = middleOf(points);
  return (
    <g className="edge-plus" transform={`translate(${x} ${y})`}>
      <title>{t('app.canvas.insert')}</title>
      <circle r={10} />
      <path d="M-4 0H4M0 -4V4" />
    </g>
  );
}

export const WayArrow = memo(Arrow);
