// All arrows of the picture in one layer. React Flow's own arrows each listen to every move of the
// canvas; these do not, which is what lets a thousand of them move at once.
// AR1 of many arrows only those near the window are there; which ones is looked at again when the
//     window has come to another field of the ground, not with every pixel.
// AR2 from afar, where no arrow can be hit and no name read, all of them are a few lines.
// AR3 an arrow lies above the room it is in and below the cards and notes beside it.

import { useMemo, type MouseEvent, type ReactNode } from 'react';
import { useStore, ViewportPortal } from 'reactflow';
import type { ShownArrow } from './flow-types.ts';
import { around, overlap, span, type Rect } from './geometry.ts';
import type { SceneArrow } from './scene-types.ts';
import { linePath } from './svg-path.ts';
import { WayArrow, WayLabel } from './way-arrow.tsx';

/** More arrows than this are looked through for those near the window (AR1). */
const MANY = 120;
/** A field of the ground, in pixels of the window. */
const FIELD = 400;

type Props = {
  arrows: ShownArrow[];
  /** AR2 */
  isAfar: boolean;
  onPick: (event: MouseEvent, arrow: string) => void;
  onMenu: (event: MouseEvent, arrow: string) => void;
};

const boxes = new WeakMap<SceneArrow, Rect>();

/** The smallest box around an arrow and its label. */
function boxOf(arrow: SceneArrow): Rect {
  const known = boxes.get(arrow);
  if (known) return known;
  const { points, label } = arrow;
  const lines = points.slice(1).map((b, i) => span(points[i] ?? b, b));
  const name = label ? [{ x: label[0] - 80, y: label[1] - 12, w: 160, h: 24 }] : [];
  const box = around([...lines, ...name]) ?? { x: 0, y: 0, w: 0, h: 0 };
  boxes.set(arrow, box);
  return box;
}

/** The part of the ground that the window is in and one field around it; a text, to be compared. */
function useFields(isNeeded: boolean): string {
  return useStore(({ transform: [x, y, zoom], width, height }) => {
    if (!isNeeded) return '';
    const left = Math.floor(-x / FIELD) - 1;
    const top = Math.floor(-y / FIELD) - 1;
    const size = [Math.ceil(width / FIELD) + 3, Math.ceil(height / FIELD) + 3];
    return [left, top, ...size].map((n) => (n * FIELD) / zoom).join(' ');
  });
}

/** The arrows near the window (AR1). */
function useNear(arrows: ShownArrow[], isAfar: boolean): ShownArrow[] {
  const isMany = !isAfar && arrows.length > MANY;
  const fields = useFields(isMany);
  return useMemo(() => {
    if (fields === '') return arrows;
    const [x = 0, y = 0, w = 0, h = 0] = fields.split(' ').map(Number);
    return arrows.filter(({ arrow }) => overlap(boxOf(arrow), { x, y, w: w + 1, h: h + 1 }));
  }, [arrows, fields]);
}

/** The arrow something happened on. */
const arrowAt = ({ target }: MouseEvent): string | undefined =>
  target instanceof Element
    ? target.closest<SVGElement>('.react-flow__edge')?.dataset['id']
    : undefined;

export function Arrows({ arrows, isAfar, onPick, onMenu }: Props): ReactNode {
  const near = useNear(arrows, isAfar);
  const byDepth = useMemo(() => Map.groupBy(near, ({ arrow }) => arrow.depth), [near]);
  const hear = (act: Props['onPick']) => (event: MouseEvent) => {
    const id = arrowAt(event);
    if (id !== undefined) act(event, id);
  };
  return (
    <ViewportPortal>
      {[...byDepth].map(([depth, list]) => (
        // By keyboard arrows are walked along: see use-canvas-keys.ts.
        // oxlint-disable-next-line click-events-have-key-events, no-static-element-interactions
        <svg
          key={depth}
          className="arrows"
          style={{ zIndex: 10 * depth + 1 }} // AR3
          onClick={hear(onPick)}
          onContextMenu={hear(onMenu)}
        >
          {isAfar ? (
            <Afar arrows={list} />
          ) : (
            list.map((shown) => <WayArrow key={shown.arrow.id} shown={shown} />)
          )}
        </svg>
      ))}
      {!isAfar && (
        <div className="way-labels">
          {near.map((shown) => (
            <WayLabel key={shown.arrow.id} shown={shown} />
          ))}
        </div>
      )}
    </ViewportPortal>
  );
}

/** All arrows of one look as one line (AR2). */
function Afar({ arrows }: { arrows: ShownArrow[] }): ReactNode {
  const byLook = Map.groupBy(arrows, ({ way, isSelected }) => (isSelected ? 'selected' : way));
  return [...byLook].map(([look, list]) => (
    <path
      key={look}
      className={`react-flow__edge-path edge ${look === 'selected' ? look : `is-${look}`}`}
      d={list.map(({ arrow }) => linePath(arrow.points)).join('')}
    />
  ));
}
