// The receipt of a stop: four numbers, and which steps they count.

import { Square } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Receipt } from '../../engine/4-run/events.ts';
import { number } from '../format.ts';
import { t } from '../words.ts';

const PARTS = ['done', 'notDone', 'unknown', 'waiting'] as const;

export function ReceiptView({ receipt, title }: { receipt: Receipt; title: string }): ReactNode {
  const named = PARTS.filter((part) => receipt[part].length > 0);
  return (
    <section className="receipt" aria-label={title}>
      <h3 className="with-icon">
        <Square size={12} fill="currentColor" aria-hidden /> {title}
      </h3>
      <dl className="receipt-n num">
        {PARTS.map((part) => (
          <div key={part}>
            <dt>{t(`app.receipt.${part}`)}</dt>
            <dd>{number(receipt[part].length)}</dd>
          </div>
        ))}
      </dl>
      <ul className="receipt-names">
        {named.map((part) => (
          <li key={part}>
            <span className="meta">{t(`app.receipt.${part}`)}</span>{' '}
            {t('app.receipt.names', { names: [...new Set(receipt[part])].join('\n') })}
          </li>
        ))}
      </ul>
    </section>
  );
}
