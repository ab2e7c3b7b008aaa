// The dots where arrows begin, and the whole card as the place where one may end.
// HA1 they are there only while drawing, and near enough to be hit: each listens to the canvas.

import { Handle, Position } from 'reactflow';
import { use, type ReactNode } from 'react';
import { t } from '../words.ts';
import { AfarContext } from './acts.ts';
import type { Mode } from './flow-types.ts';
import type { Item } from './scene-types.ts';

export function Handles({ item, mode }: { item: Item; mode: Mode }): ReactNode {
  const isAfar = use(AfarContext);
  if (mode !== 'edit' || isAfar) return null; // HA1
  return (
    <>
      <Handle type="target" position={Position.Top} className="goal" isConnectableStart={false} />
      {item.spots.map((spot) => (
        <Handle
          key={spot.id}
          id={spot.id}
          type="source"
          className={spot.drawn ? 'port' : 'port open'}
          position={spot.wall === 'right' ? Position.Right : Position.Bottom}
          style={spot.wall === 'right' ? { top: spot.y } : { left: spot.x }}
          isConnectableEnd={false}
          title={spot.words}
        />
      ))}
      {item.quiet.length > 0 && item.room === undefined && <Quiet item={item} />}
    </>
  );
}

/** The thin grey default way out: what nobody drew asks the owner. Dragging from it draws it. */
function Quiet({ item }: { item: Item }): ReactNode {
  const ways = item.quiet.map((way) => way.words).join(', ');
  return (
    <span className="quiet" title={t('app.quiet.title', { ways })}>
      <Handle
        id="quiet"
        type="source"
        className="port quiet-port"
        position={Position.Bottom}
        isConnectableEnd={false}
      />
      <svg width="9" height="20" viewBox="0 0 9 20" aria-hidden>
        <path d="M4.5 4V13" />
        <path className="quiet-end" d="M4.5 18l-3.5 -6h7z" />
      </svg>
    </span>
  );
}
