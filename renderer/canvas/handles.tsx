// The dots where arrows begin, and the whole card as the place where one may end.
// Without handles React Flow draws no arrows, so they exist in every mode; only drawing shows them.

import { Handle, Position } from 'reactflow';
import type { ReactNode } from 'react';
import { t } from '../words.ts';
import type { Mode } from './flow-types.ts';
import type { Item } from './scene.ts';

export function Handles({ item, mode }: { item: Item; mode: Mode }): ReactNode {
  const isEdit = mode === 'edit';
  return (
    <>
      <Handle
        type="target"
        position={Position.Top}
        className="goal"
        isConnectableStart={false}
        isConnectable={isEdit}
      />
      {item.spots.map((spot) => (
        <Handle
          key={spot.id}
          id={spot.id}
          type="source"
          className={spot.drawn ? 'port' : 'port open'}
          position={spot.wall === 'right' ? Position.Right : Position.Bottom}
          style={spot.wall === 'right' ? { top: spot.y } : { left: spot.x }}
          isConnectable={isEdit}
          isConnectableEnd={false}
          title={isEdit ? spot.words : undefined}
        />
      ))}
      {isEdit && item.quiet.length > 0 && item.room === undefined && <Quiet item={item} />}
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
