// How a run came out: verdict first, then what it hands back, then what it took.

import { Button } from '@mantine/core';
import { Play, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { RunView } from '../../engine/4-run/view.ts';
import { StateTag } from '../canvas/states.tsx';
import { cost, duration } from '../format.ts';
import { hrefOf } from '../route.ts';
import { t } from '../words.ts';
import { stepName, type Known } from './known.ts';
import { failureWords, messageOf, outputFacts } from './now-words.ts';
import { ReceiptView } from './receipt.tsx';
import { tagOf } from './run-bar.tsx';

type Props = { view: RunView; known: Known; onAgain: () => void };

function verdict(view: RunView, known: Known): { title: string; help: string } {
  if (view.status === 'failed' && view.failure) {
    const { what, help } = failureWords(view.failure);
    return { title: what, help };
  }
  if (view.status === 'stopped')
    return { title: t('app.result.stopped'), help: t('app.stop.stays') };
  const end =
    view.end === undefined ? t(`app.outcome.${view.outcome ?? 'done'}`) : stepName(known, view.end);
  return { title: messageOf(view) || end, help: '' };
}

export function RunResult({ view, known, onAgain }: Props): ReactNode {
  const { title, help } = verdict(view, known);
  const facts = view.status === 'done' ? outputFacts(view, known) : [];
  const steps = new Set(view.path.map((way) => way.step)).size + (view.end === undefined ? 0 : 1);
  const lasted = (view.endedAt ?? view.startedAt) - view.startedAt;
  return (
    <article className="result" aria-label={t('app.result.label')}>
      <header>
        <StateTag {...tagOf(view)} pill />
        <span className="grow" />
        <span className="meta num">{duration(lasted)}</span>
      </header>
      <h2>{title}</h2>
      {help && <p>{help}</p>}
      {view.receipt && view.status === 'stopped' && (
        <ReceiptView receipt={view.receipt} title={t('app.stop.receipt')} />
      )}
      <dl className="why num">
        {facts.map(({ label, words }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        <div>
          <dt>{t('app.result.steps')}</dt>
          <dd>{t('app.result.steps_n', { n: steps })}</dd>
        </div>
        <div>
          <dt>{t('app.result.work')}</dt>
          <dd>{duration(view.usage.workMs)}</dd>
        </div>
        <div>
          <dt>{t(`app.result.cost.${view.mode}`)}</dt>
          <dd>{cost(view.usage.costNano)}</dd>
        </div>
      </dl>
      <div className="buttons">
        <Button
          component="a"
          href={hrefOf({ at: 'play', run: view.run })}
          variant="filled"
          leftSection={<Play size={14} fill="currentColor" aria-hidden />}
        >
          {t('app.run_bar.play')}
        </Button>
        <Button leftSection={<RotateCcw size={14} aria-hidden />} onClick={onAgain}>
          {t('app.run_bar.again')}
        </Button>
      </div>
    </article>
  );
}
