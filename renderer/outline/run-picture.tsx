// What stands in the middle of a run or a playback: the drawing or its outline, lit the same way.

import type { ReactNode } from 'react';
import { registry } from '../../nodes/index.ts';
import { Canvas } from '../canvas/canvas.tsx';
import type { Lit } from '../canvas/lit.ts';
import type { Known } from '../runs/known.ts';
import { RunOutline, type RunControl } from './run-outline.tsx';
import { useView } from './use-view.ts';

type Props = {
  known: Known;
  lit: Lit;
  /** Steps marked as selected. */
  selected: ReadonlySet<string>;
  /** The step the panel at the right speaks of. */
  shown: string | undefined;
  onSelect: (step: string | undefined) => void;
  fitKey: string;
  controls?: RunControl[];
  /** What is happening, in words. */
  now: string;
};

export function RunPicture(props: Props): ReactNode {
  const { known, lit, selected, shown, onSelect, fitKey, controls, now } = props;
  const [view] = useView();
  if (view === 'outline')
    return (
      <RunOutline
        workflow={known.workflow}
        names={known.names}
        lit={lit}
        selected={shown}
        onSelect={onSelect}
        now={now}
        {...(controls ? { controls } : {})}
      />
    );
  return (
    <Canvas
      workflow={known.workflow}
      registry={registry}
      names={known.names}
      lit={lit}
      selected={selected}
      onSelect={(ids) => onSelect([...ids][0])}
      fitKey={fitKey}
    />
  );
}
