// Why this cannot run yet: the problems in sentences, with what each one means; each leads to the
// field it is about.

import { Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Problem } from '../../engine/1-document/schema.ts';
import { sayProblem } from '../problems/say-problem.ts';
import { t } from '../words.ts';

const SHOWN = 6;

type Props = {
  problems: Problem[];
  onClose: () => void;
  /** Goes to the field a problem is about. */
  onGo: ((problem: Problem) => void) | undefined;
};

export function RunProblems({ problems, onClose, onGo }: Props): ReactNode {
  return (
    <>
      <div className="dialog-b">
        <ul className="run-problems">
          {problems.slice(0, SHOWN).map((problem, i) => {
            const { text, help } = sayProblem(problem);
            return (
              <li key={i}>
                <TriangleAlert size={16} aria-hidden />
                <div>
                  {onGo ? (
                    <button type="button" className="problem-go" onClick={() => onGo(problem)}>
                      <b>{text}</b>
                    </button>
                  ) : (
                    <p>{text}</p>
                  )}
                  {help && <p className="meta">{help}</p>}
                </div>
              </li>
            );
          })}
        </ul>
        {problems.length > SHOWN && (
          <p className="meta">{t('app.form.more_problems', { n: problems.length - SHOWN })}</p>
        )}
      </div>
      <div className="dialog-f">
        <span className="meta grow">{t('app.form.nothing_ran')}</span>
        <Button variant="filled" onClick={onClose} data-autofocus>
          {t('app.form.back')}
        </Button>
      </div>
    </>
  );
}
