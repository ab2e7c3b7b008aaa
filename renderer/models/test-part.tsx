// One short real question to a model: the button, what came back, and what to do where it did not.

import { Button } from '@mantine/core';
import { CircleCheck, OctagonX, Zap } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Answers } from '../../engine/api/contract.ts';
import { LIMITS } from '../../engine/base/limits.ts';
import { costNano } from '../../engine/budgets/money.ts';
import type { Said } from '../../engine/node.ts';
import { cost, duration } from '../format.ts';
import { Rich } from '../frame/rich.tsx';
import { t, tMaybe } from '../words.ts';
import { priceIn, type SetupWork } from './use-setup.ts';

/** What went wrong, what it means, what to do. */
export function Trouble({ said }: { said: Said }): ReactNode {
  return (
    <div className="verdict tone-fail" role="alert">
      <OctagonX size={20} aria-hidden />
      <div>
        <b>{t(said.code, said.params)}</b>
        <p>{tMaybe(`${said.code}.help`, said.params)}</p>
      </div>
    </div>
  );
}

type Tried = Answers['tryModel'];

/** The result of a test. */
export function TestResult({ model, tried }: { model: string; tried: Tried }): ReactNode {
  if (!tried.ok) return <Trouble said={tried.trouble} />;
  const { said, ms, tokens, costNano } = tried;
  return (
    <output className="verdict tone-done">
      <CircleCheck size={20} aria-hidden />
      <div>
        <p>
          <Rich text={t('models.use.said', { model, time: duration(ms), said })} />
        </p>
        <p className="meta">
          {costNano === null
            ? t('models.use.cost.unknown', { tokens })
            : t('models.use.cost', { cost: cost(costNano), tokens })}
        </p>
      </div>
    </output>
  );
}

export function TestPart(work: SetupWork): ReactNode {
  const { setup, address, tried, busy, test, cancel } = work;
  const price = priceIn(setup);
  const isFree = price?.input === 0 && price.output === 0;
  const place = address === undefined ? '' : new URL(address).host;
  return (
    <>
      <div className="row">
        <Button
          variant={tried?.ok ? 'default' : 'filled'}
          leftSection={<Zap size={14} aria-hidden />}
          disabled={!price}
          loading={busy === 'try'}
          onClick={() => void test()}
        >
          {t('models.use.test')}
        </Button>
        {busy === 'try' ? (
          <>
            <span className="meta">{t('models.use.testing', { model: setup.model })}</span>
            <Button variant="subtle" onClick={cancel}>
              {t('models.use.cancel')}
            </Button>
          </>
        ) : (
          <span className="meta">
            {isFree || !price
              ? t('models.use.test.line.free', { place })
              : t('models.use.test.line', {
                  place,
                  cost: cost(costNano(price, LIMITS.trialBytes, LIMITS.trialTokens)),
                })}
          </span>
        )}
      </div>
      {tried && <TestResult model={setup.model} tried={tried} />}
    </>
  );
}
