// What a run of each workflow would cost with a price, reckoned from the runs that are recorded.

import type { ReactNode } from 'react';
import type { Price } from '../../engine/budgets/money.ts';
import { useAsk } from '../ask.ts';
import { t } from '../words.ts';
import { perRunWords, type Role } from './model-words.ts';

export function RunPrices({ priced }: { priced: (role: Role) => Price | undefined }): ReactNode {
  const uses = useAsk('modelUse', {}).data?.workflows;
  if (!uses) return null;
  if (uses.length === 0) return <p className="meta">{t('models.run.none')}</p>;
  return (
    <dl className="run-prices num" aria-label={t('models.run.title')}>
      {uses.map((use) => (
        <div key={use.workflow}>
          <dt>{use.name}</dt>
          <dd>
            <b>{perRunWords(use, priced)}</b>{' '}
            <span className="meta">{t('models.run.from', { runs: use.runs })}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
