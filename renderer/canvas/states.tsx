// The states a step can be in, as icon and word; colour only repeats them.

import {
  Ban,
  Check,
  CircleDashed,
  CircleHelp,
  CircleMinus,
  CirclePlus,
  CornerDownRight,
  Hand,
  History,
  LoaderCircle,
  Move,
  OctagonX,
  Pause,
  PencilLine,
  Square,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../words.ts';

export type LightState =
  | 'idle'
  | 'running'
  | 'waiting'
  | 'done'
  | 'failed'
  | 'refused'
  | 'stopped'
  | 'skipped'
  | 'paused'
  | 'stale'
  | 'unknown'
  /** In a comparison of two versions. */
  | 'added'
  | 'removed'
  | 'changed'
  | 'moved';

/** One row per state: icon and tone; the word is `app.state.<state>`. */
export const STATES: Record<LightState, { icon: LucideIcon; tone: string }> = {
  idle: { icon: CircleDashed, tone: 'quiet' },
  running: { icon: LoaderCircle, tone: 'accent' },
  waiting: { icon: Hand, tone: 'wait' },
  done: { icon: Check, tone: 'done' },
  failed: { icon: OctagonX, tone: 'fail' },
  refused: { icon: Ban, tone: 'fail-hollow' },
  stopped: { icon: Square, tone: 'ink' },
  skipped: { icon: CornerDownRight, tone: 'quiet' },
  paused: { icon: Pause, tone: 'accent-hollow' },
  stale: { icon: History, tone: 'wait-hollow' },
  unknown: { icon: CircleHelp, tone: 'wait-hollow' },
  added: { icon: CirclePlus, tone: 'done' },
  removed: { icon: CircleMinus, tone: 'fail-hollow' },
  changed: { icon: PencilLine, tone: 'accent' },
  moved: { icon: Move, tone: 'quiet' },
};

type Props = { state: LightState; word?: string | undefined; pill?: boolean };

/** Icon and word of a state; `pill` for places where it stands alone. */
export function StateTag({ state, word, pill }: Props): ReactNode {
  const { icon: Icon, tone } = STATES[state];
  return (
    <span className={`tag tone-${tone}${pill ? ' boxed' : ''}`}>
      <Icon
        size={12}
        strokeWidth={2.5}
        className={state === 'running' ? 'spin' : undefined}
        aria-hidden
      />
      <span className="cut">{word ?? t(`app.state.${state}`)}</span>
    </span>
  );
}
