// What is wrong, in words: a count in the title row, a list behind it, a fix beside each.

import { Button, Popover } from '@mantine/core';
import { CircleCheck, OctagonX, TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Problem } from '../../engine/1-document/schema.ts';
import { t } from '../words.ts';
import { sayProblem } from './say-problem.ts';

type Props = {
  /** Undefined while nothing has been judged yet. */
  problems: Problem[] | undefined;
  onGo: (problem: Problem) => void;
  onFix: (problem: Problem) => void;
};

function Row({ problem, onGo, onFix }: { problem: Problem } & Omit<Props, 'problems'>): ReactNode {
  const { text, help, fix } = sayProblem(problem);
  const isError = problem.severity === 'error';
  const Icon = isError ? OctagonX : TriangleAlert;
  return (
    <li className="problem">
      <Icon size={14} aria-hidden className={isError ? 'fail-i' : 'wait-i'} />
      <div className="grow">
        <button type="button" className="problem-go" onClick={() => onGo(problem)}>
          <span className="sr">{t(isError ? 'app.problems.error' : 'app.problems.warning')}</span>
          <b>{text}</b>
        </button>
        {help && <p className="hint">{help}</p>}
      </div>
      {fix && (
        <Button size="compact-sm" onClick={() => onFix(problem)}>
          {fix}
        </Button>
      )}
    </li>
  );
}

export function ProblemsButton({ problems, onGo, onFix }: Props): ReactNode {
  const [opened, setOpened] = useState(false);
  // Whoever follows a problem is taken to its field; everybody else gets the focus back.
  const [isGoing, setGoing] = useState(false);
  if (!problems) return null;
  if (problems.length === 0)
    return (
      <span className="chip chip-ok hide-s">
        <CircleCheck size={14} aria-hidden /> {t('app.problems.none')}
      </span>
    );
  const hasErrors = problems.some((problem) => problem.severity === 'error');
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={420}
      trapFocus
      returnFocus={!isGoing}
    >
      <Popover.Target>
        <Button
          className={hasErrors ? 'fail-btn' : 'warn-btn'}
          leftSection={<TriangleAlert size={14} aria-hidden />}
          aria-expanded={opened}
          onClick={() => {
            setGoing(false);
            setOpened(!opened);
          }}
        >
          {t('app.problems.count', { n: problems.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('app.problems.label')}>
        <ul className="problems">
          {problems.map((problem, i) => (
            <Row
              key={`${problem.code}:${problem.step}:${problem.field}:${i}`}
              problem={problem}
              onGo={(one) => {
                setGoing(true);
                setOpened(false);
                onGo(one);
              }}
              onFix={onFix}
            />
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
