// The dots where arrows begin, as data: where handles.tsx and canvas.css put them on a card.

import { Position, type NodeHandle } from 'reactflow';
import type { Item } from './scene-types.ts';

const PORT = 8;
const QUIET = 6;
/** From the right edge of a card to the middle of its default way out; see canvas.css. */
const QUIET_IN = 16.5;

/** The same dots as React Flow keeps them, so that it need not measure them. */
export function portsOf({ box, spots }: Item): NodeHandle[] {
  const at = (
    id: string,
    x: number,
    y: number,
    size: number,
    position = Position.Bottom,
  ): NodeHandle => ({
    id,
    type: 'source',
    position,
    x: x - size / 2,
    y: y - size / 2,
    width: size,
    height: size,
  });
  return [
    { type: 'target', position: Position.Top, x: 0, y: 0, width: box.w, height: box.h },
    ...spots.map(({ id, x, y, wall }) =>
      wall === 'right' ? at(id, box.w, y, PORT, Position.Right) : at(id, x, box.h, PORT),
    ),
    at('quiet', box.w - QUIET_IN, box.h, QUIET),
  ];
}
