// One arrow, drawn along the points the router found, and its label.
// WA1 a plus to put a step into it is there only while the pointer is on it, or something is held
//     over it: a thousand arrows have no thousand of them.

import { memo, useState, type ReactNode } from 'react';
import { t, useLanguage } from '../words.ts';
import type { ShownArrow } from './flow-types.ts';
import type { Point } from './geometry.ts';
import { headPath, linePath, middleOf } from './svg-path.ts';

const look = ({ way, isSelected }: ShownArrow): string =>
  `is-${way}${isSelected ? ' selected' : ''}`;

/** The line; what is pressed on it is heard by the layer (arrows.tsx). */
export const WayArrow = memo(({ shown }: { shown: ShownArrow }): ReactNode => {
  const [isUnder, setUnder] = useState(false);
  const { arrow, mode, isSelected, isHot, spoken } = shown;
  const line = linePath(arrow.points);
  const isEdit = mode === 'edit';
  return (
    <g
      className={`react-flow__edge nopan${isSelected ? ' selected' : ''}${isHot ? ' hot' : ''}`}
      data-id={arrow.id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- inside a drawing there is no img
      role="img"
      aria-label={spoken}
      onPointerEnter={isEdit ? () => setUnder(true) : undefined}
      onPointerLeave={isEdit ? () => setUnder(false) : undefined}
    >
      <path d={line} className={`react-flow__edge-path edge ${look(shown)}`} />
      {isEdit && <path d={line} className="react-flow__edge-interaction" />}
      <path d={headPath(arrow.points)} className={`edge-head ${look(shown)}`} />
      {isEdit && (isUnder || isHot) && <Plus points={arrow.points} />}
    </g>
  );
});

/** The name of the way, where the scene has found a place for it. */
export const WayLabel = memo(({ shown }: { shown: ShownArrow }): ReactNode => {
  const { words, label } = shown.arrow;
  if (!words || !label) return null;
  return (
    <div
      className={`way num ${look(shown)}`}
      style={{ transform: `translate(-50%,-50%) translate(${label[0]}px,${label[1]}px)` }}
    >
      {words}
    </div>
  );
});

/** Where a step can be put into an arrow (WA1). */
function Plus({ points }: { points: readonly Point[] }): ReactNode {
  useLanguage();
  const [x, y] = middleOf(points);
  return (
    <g className="edge-plus" transform={`translate(${x} ${y})`}>
      <title>{t('app.canvas.insert')}</title>
      <circle r={10} />
      <path d="M-4 0H4M0 -4V4" />
    </g>
  );
}
