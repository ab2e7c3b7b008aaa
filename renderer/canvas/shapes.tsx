// The legend of the four shapes; taught once where they are first seen, and in the help.

import type { ReactNode } from 'react';
import { t } from '../words.ts';

export type Shape = 'agent' | 'tool' | 'gate' | 'person';
const SHAPES: Shape[] = ['agent', 'tool', 'gate', 'person'];

/** One small shape as it stands in pictures; `x`, `y` is its middle. */
export function ShapeMark({
  shape,
  x,
  y,
  r,
}: {
  shape: Shape;
  x: number;
  y: number;
  r: number;
}): ReactNode {
  if (shape === 'person') return <circle className="mini-person" cx={x} cy={y} r={r} />;
  const side = shape === 'gate' ? r * 1.5 : r * 2;
  return (
    <rect
      className={`mini-${shape}`}
      x={x - side / 2}
      y={y - side / 2}
      width={side}
      height={side}
      rx={shape === 'gate' ? r / 4 : r / 2}
      transform={shape === 'gate' ? `rotate(45 ${x} ${y})` : undefined}
    />
  );
}

export function Shapes(): ReactNode {
  return (
    <ul className="shapes">
      {SHAPES.map((shape) => (
        <li key={shape}>
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden>
            <ShapeMark shape={shape} x={7} y={7} r={5.5} />
          </svg>
          {t(`app.shape.${shape}`)}
        </li>
      ))}
    </ul>
  );
}
