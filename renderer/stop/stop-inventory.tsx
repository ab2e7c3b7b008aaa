// What a stop of everything would meet: five figures, and below the ways every part in plain words.

import type { ReactNode } from 'react';
import type { Person } from '../../engine/1-document/schema.ts';
import { number } from '../format.ts';
import { t } from '../words.ts';
import { countsOf, inventoryRows, type Row, type Inventory } from './stop-words.ts';

/** More lines than these are counted. */
const MOST = 8;

export function StopCounts({ now }: { now: Inventory }): ReactNode {
  return (
    <dl className="stop-counts num">
      {countsOf(now).map(({ id, n }) => (
        <div key={id}>
          <dt>{t(`app.stop_all.count.${id}`, { n })}</dt>
          <dd>{number(n)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ lines }: Pick<Row, 'lines'>): ReactNode {
  if (lines.length === 0) return <span className="meta">{t('app.stop_all.none')}</span>;
  const more = lines.length - MOST;
  return (
    <ul>
      {lines.slice(0, MOST).map(({ text, note }, i) => (
        <li key={i}>
          {text}
          {note && <span className="meta block">{note}</span>}
        </li>
      ))}
      {more > 0 && <li className="meta">{t('app.stop_all.more', { n: more })}</li>}
    </ul>
  );
}

type Props = { now: Inventory; people: readonly Person[] };

export function StopInventory({ now, people }: Props): ReactNode {
  return (
    <section aria-label={t('app.stop_all.what')}>
      <h3 className="cap">{t('app.stop_all.what')}</h3>
      <dl className="stop-rows num">
        {inventoryRows(now, people).map(({ id, lines }) => (
          <div key={id}>
            <dt>{t(`app.stop_all.row.${id}`)}</dt>
            <dd>
              <Lines lines={lines} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
