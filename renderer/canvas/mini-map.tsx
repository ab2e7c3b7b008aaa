// The whole drawing, small, in the corner of a large one; a press or a pull on it goes there.
// MM1 the frame of what is in view follows the canvas without React: it moves with every frame.

import { useEffect, useMemo, useRef, type PointerEvent, type ReactNode } from 'react';
import { useReactFlow, useStoreApi } from 'reactflow';
import { t } from '../words.ts';
import { around, grown, type Rect } from './geometry.ts';
import type { Scene } from './scene-types.ts';

/** As it stands on the screen; see canvas.css. */
const SIZE = { w: 160, h: 100 };
const MARGIN = 120;

/** The outermost steps, rooms and notes of a picture. */
const outermost = ({ items, notes }: Scene): Rect[] =>
  [...items.values(), ...notes.values()].flatMap(({ room, box }) =>
    room === undefined ? [box] : [],
  );

/** What the small picture shows, in the shape of its frame. */
function fieldOf(boxes: Rect[]): Rect {
  const all = grown(around(boxes) ?? { x: 0, y: 0, w: 1, h: 1 }, MARGIN);
  const scale = Math.max(all.w / SIZE.w, all.h / SIZE.h);
  const [w, h] = [scale * SIZE.w, scale * SIZE.h];
  return { x: all.x - (w - all.w) / 2, y: all.y - (h - all.h) / 2, w, h };
}

export function MiniMap({ scene }: { scene: Scene }): ReactNode {
  const flow = useReactFlow();
  const store = useStoreApi();
  const frame = useRef<SVGRectElement>(null);
  const boxes = useMemo(() => outermost(scene), [scene]);
  const field = useMemo(() => fieldOf(boxes), [boxes]);
  const spots = useMemo(
    () => boxes.map(({ x, y, w, h }) => `M${x} ${y}h${w}v${h}h${-w}z`).join(''),
    [boxes],
  );
  useEffect(() => {
    const follow = (): void => {
      const { transform, width, height } = store.getState();
      const [x, y, zoom] = transform;
      const set = (name: string, value: number): void =>
        frame.current?.setAttribute(name, String(value / zoom));
      set('x', -x);
      set('y', -y);
      set('width', width);
      set('height', height);
    };
    follow();
    return store.subscribe(follow); // MM1
  }, [store]);
  const look = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.buttons !== 1) return;
    const { left, top, width } = event.currentTarget.getBoundingClientRect();
    const scale = field.w / width;
    const [x, y] = [event.clientX - left, event.clientY - top];
    void flow.setCenter(field.x + x * scale, field.y + y * scale, { zoom: flow.getZoom() });
  };
  return (
    <svg
      className="mini-map"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing of its own is no img
      role="img"
      aria-label={t('app.canvas.map')}
      viewBox={`${field.x} ${field.y} ${field.w} ${field.h}`}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        look(event);
      }}
      onPointerMove={look}
    >
      <path className="mini-map-spots" d={spots} />
      <rect className="mini-map-frame" ref={frame} rx={8 * (field.w / SIZE.w)} />
    </svg>
  );
}
