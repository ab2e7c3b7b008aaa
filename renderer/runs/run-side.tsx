// What stands at the right of a live run: the decision it waits for, the step one looks at, or how
// the run came out. S1 whoever reads about a step is not interrupted, except by a decision to make.

import type { ReactNode } from 'react';
import type { CardView, RunView } from '../../engine/4-run/view.ts';
import { CardPanel, nobodyAnswers } from '../cards/card-panel.tsx';
import { askedWords } from '../cards/together.ts';
import { AnswersPanel } from '../playback/answers-panel.tsx';
import { answersOf } from '../playback/answers.ts';
import { t } from '../words.ts';
import { personName, type Known } from './known.ts';
import { PausedWhy } from './paused-why.tsx';
import { RunResult } from './run-result.tsx';
import { kindOf, SidePanel } from './side-panel.tsx';

type Props = {
  view: RunView;
  known: Known;
  /** The step looked at; undefined shows what matters most by itself. */
  step: string | undefined;
  onClose: () => void;
  onAgain: () => void;
};

/** The open card of a step, or the oldest open card of the run. */
export function openCard(view: RunView, step?: string): CardView | undefined {
  const open = Object.values(view.cards).filter((card) => card.state === 'open');
  const own = open.filter((card) => step === undefined || card.step === step);
  return own.toSorted((a, b) => a.openedAt - b.openedAt)[0];
}

/** The step that began last and is not over, for a panel that follows the run. */
export function busyStep(view: RunView): string | undefined {
  const open = Object.entries(view.steps).filter(([, step]) => step.endedAt === undefined);
  const last = open.toSorted(([, a], [, b]) => a.startedAt - b.startedAt).at(-1);
  return last?.[0] ?? view.path.at(-1)?.step;
}

function Decision({
  card,
  view,
  known,
}: {
  card: CardView;
  view: RunView;
  known: Known;
}): ReactNode {
  const sub = [kindOf(known, card.step), askedWords(card, (id) => personName(known, id))]
    .filter(Boolean)
    .join(' · ');
  return (
    <SidePanel known={known} step={card.step} sub={sub} label={t('app.side.decision')}>
      <div className="insp-body flush decision">
        <CardPanel card={card} view={view} known={known} />
        <p className="hint in">{nobodyAnswers(card, known)}</p>
      </div>
    </SidePanel>
  );
}

export function RunSide({ view, known, step, onClose, onAgain }: Props): ReactNode {
  const card = openCard(view, step);
  if (card) return <Decision key={card.id} card={card} view={view} known={known} />;
  if (step === undefined && view.endedAt !== undefined)
    return (
      <SidePanel
        known={known}
        title={t('app.side.result')}
        sub={view.name}
        label={t('app.side.result')}
      >
        <div className="insp-body flush">
          <RunResult view={view} known={known} onAgain={onAgain} />
        </div>
      </SidePanel>
    );
  const shown = step ?? busyStep(view);
  if (shown === undefined) return <aside className="inspector" />;
  return (
    <SidePanel
      known={known}
      step={shown}
      label={t('app.side.step')}
      onClose={step === undefined ? undefined : onClose}
    >
      <PausedWhy view={view} />
      <AnswersPanel answers={answersOf(view, view, known, shown)} />
    </SidePanel>
  );
}
