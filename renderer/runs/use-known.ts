// The drawing a run ran on, with the names of the people of this workspace.

import { useMemo } from 'react';
import { registry } from '../../nodes/index.ts';
import { useAsk } from '../ask.ts';
import { knownOf, type Known } from './known.ts';

/** Undefined until both answers are there; an empty `run` is none yet. */
export function useKnown(run: string): Known | undefined {
  const drawing = useAsk('machineOf', { run }, { enabled: run !== '' }).data;
  const people = useAsk('workspace', {}).data?.people;
  return useMemo(
    () => drawing && people && knownOf(drawing.workflow, drawing.cards, people, registry),
    [drawing, people],
  );
}
