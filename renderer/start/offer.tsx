// What a model drew, offered as a difference against an empty workflow: nothing is opened yet.

import { Button } from '@mantine/core';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Answers } from '../../engine/api/contract.ts';
import { registry } from '../../nodes/index.ts';
import { cost, duration } from '../format.ts';
import { countOf, Mini } from '../home/mini.tsx';
import { t } from '../words.ts';
import { wishesOf } from './opening.ts';

type Drawn = Extract<Answers['drawWorkflow'], { ok: true }>;
type Props = { drawn: Drawn; isOpening: boolean; onAgain: () => void; onOpen: () => void };

/** What it took. */
const took = ({ ms, costNano, rounds }: Drawn): string =>
  costNano === null
    ? t('start.words.took.unknown', { time: duration(ms), n: rounds })
    : t('start.words.took', { time: duration(ms), cost: cost(costNano), n: rounds });

function Adds({ drawn }: { drawn: Drawn }): ReactNode {
  const { scope, input } = drawn.workflow;
  const people = countOf(drawn.workflow, registry, 'person');
  const adds = [
    ['steps', scope.nodes.length],
    ['arrows', scope.edges.length],
    ['fields', input.length],
    ['people', people],
  ] as const;
  return (
    <ul className="adds num">
      {adds
        .filter(([, n]) => n > 0)
        .map(([what, n]) => (
          <li key={what}>
            <b>+</b> {t(`start.words.adds.${what}`, { n })}
          </li>
        ))}
    </ul>
  );
}

export function Offer({ drawn, isOpening, onAgain, onOpen }: Props): ReactNode {
  const { workflow, problems, wishes } = drawn;
  return (
    <>
      <div className="dialog-b">
        <p>{t('start.words.offer')}</p>
        <div className="drawn-offer">
          <Mini workflow={workflow} registry={registry} />
          <div>
            <h3>{workflow.name}</h3>
            <p>{workflow.purpose}</p>
            <Adds drawn={drawn} />
          </div>
        </div>
        <ol className="offer-steps">
          {workflow.scope.nodes.slice(1).map(({ id, name, type }) => (
            <li key={id}>
              <b>{name}</b> <span className="meta">{t(`node.${type.split('@')[0]}.title`)}</span>
            </li>
          ))}
        </ol>
        <p className="with-icon">
          {problems.length === 0 ? (
            <>
              <CircleCheck size={14} aria-hidden /> {t('start.words.fine')}
            </>
          ) : (
            <>
              <TriangleAlert size={14} aria-hidden />
              {t('start.words.problems', { n: problems.length })}
            </>
          )}
        </p>
        {wishesOf(workflow, wishes).map(({ name, wish }) => (
          <p key={`${name} ${wish}`} className="meta">
            {t('start.words.wish', { step: name, wish })}
          </p>
        ))}
        <p className="meta num">{took(drawn)}</p>
      </div>
      <div className="dialog-f">
        <span className="grow" />
        <Button onClick={onAgain}>{t('start.words.again')}</Button>
        <Button variant="filled" data-autofocus loading={isOpening} onClick={onOpen}>
          {t('start.words.open')}
        </Button>
      </div>
    </>
  );
}
