// What every kind of card is given.

import type { ReactNode } from 'react';
import type { CardView, RunView } from '../../engine/4-run/view.ts';
import type { Known } from '../runs/known.ts';
import type { Decision } from './use-decision.ts';

export type CardProps = {
  card: CardView;
  view: RunView;
  known: Known;
  decision: Decision;
  /** The line "Deciding as …", placed above the buttons. */
  deciding: ReactNode;
};
