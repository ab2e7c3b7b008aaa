// The difference drawn on the real canvas: what came, what went, what changed.

import { useMemo, useState, type ReactNode } from 'react';
import { registry } from '../../nodes/index.ts';
import { Canvas } from '../canvas/canvas.tsx';
import type { Names } from '../canvas/step-facts.ts';
import { t } from '../words.ts';
import type { Union } from './union.ts';

type Props = {
  union: Union;
  names: Names;
  /** A step to be brought into view; a new object does it again. */
  shown: { id: string } | undefined;
  fitKey: string;
};

export function DifferencePicture({ union, names, shown, fitKey }: Props): ReactNode {
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const marked = useMemo(
    () => (shown ? new Set([...selected, shown.id]) : selected),
    [selected, shown],
  );
  const hasGhosts = Object.values(union.lit.steps).some(({ state }) => state === 'removed');
  return (
    <figure className="diff-picture">
      <Canvas
        embedded={t('history.picture')}
        workflow={union.workflow}
        registry={registry}
        names={names}
        lit={union.lit}
        selected={marked}
        onSelect={select}
        reveal={shown}
        fitKey={fitKey}
      />
      {hasGhosts && <figcaption className="meta">{t('history.picture.hint')}</figcaption>}
    </figure>
  );
}
