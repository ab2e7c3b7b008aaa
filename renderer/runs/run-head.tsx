// The head of a run or a playback: the same rows as the designer's, so that the picture never
// moves.

import { ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { RunView } from '../../engine/4-run/view.ts';
import { cost, number } from '../format.ts';
import { Rich } from '../frame/rich.tsx';
import { Who } from '../frame/who.tsx';
import { Head } from '../frame/work.tsx';
import { t } from '../words.ts';
import { TestTag } from '../try/test-tag.tsx';
import { personName, stepName, type Known } from './known.ts';

type Props = { view: RunView; known: Known; right: ReactNode; line: ReactNode };

const NANO = 1_000_000_000;

/** The limits of this run. */
export function LimitChip({ known }: { known: Known }): ReactNode {
  const { costUsd, toolCalls, minutes } = known.workflow.budget;
  return (
    <span className="chip num hide-s">
      <ShieldCheck size={14} aria-hidden />
      <span>
        <Rich
          text={t('app.ceiling', {
            cost: cost(costUsd * NANO),
            calls: number(toolCalls),
            n: toolCalls,
            minutes: number(minutes),
          })}
        />
      </span>
    </span>
  );
}

export function RunHead({ view, known, right, line }: Props): ReactNode {
  const who = personName(known, view.by);
  return (
    <Head
      left={
        <>
          <h1 className="title-name cut">{view.name}</h1>
          <span className="meta num hide-m">
            {t('app.title.version', { version: view.version })}
          </span>
          <span className="meta with-icon hide-m">
            <Who name={who} /> {t('app.run_head.for', { who })}
          </span>
          <TestTag test={view.test} nameOf={(step) => stepName(known, step)} />
          {view.mode === 'practice' && <span className="meta">{t('app.run_head.practice')}</span>}
        </>
      }
      right={right}
      line={line}
    />
  );
}
