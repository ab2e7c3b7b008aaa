// What a gesture shows on the canvas while it lasts: lines to stand in, and why an arrow cannot
// end.

import { useConnection, ViewportPortal } from 'reactflow';
import type { ReactNode } from 'react';
import type { EditFault } from '../../engine/1-document/change.ts';
import { t } from '../words.ts';
import type { GuideLine } from './guide-lines.ts';

export function GuideLines({ lines }: { lines: readonly GuideLine[] }): ReactNode {
  if (lines.length === 0) return null;
  return (
    <ViewportPortal>
      {lines.map(({ axis, at, from, to }) => (
        <i
          key={axis}
          className={`guide-line along-${axis}`}
          style={
            axis === 'x'
              ? { left: at, top: from - 12, height: to - from + 24 }
              : { top: at, left: from - 12, width: to - from + 24 }
          }
        />
      ))}
    </ViewportPortal>
  );
}

/** Beside the pointer: why the arrow cannot lead to what is under it. */
export function ConnectReason({ unfit }: { unfit: ReadonlyMap<string, EditFault> }): ReactNode {
  const at = useConnection((connection) =>
    connection.inProgress ? `${connection.toNode?.id ?? ''} ${connection.fromNode.id}` : '',
  );
  const pointer = useConnection((connection) =>
    connection.inProgress ? connection.pointer : null,
  );
  const [to = '', from = ''] = at.split(' ');
  const fault = to === '' || to === from ? undefined : unfit.get(to);
  if (!fault || !pointer) return null;
  return (
    <output className="connect-why" style={{ left: pointer.x + 16, top: pointer.y + 14 }}>
      {t(`edit.${fault}`)}
    </output>
  );
}
