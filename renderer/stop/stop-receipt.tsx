// The receipt of a stop of everything: four numbers for all runs, then each run with what is done,
// not done, unknown and waiting, and what it did outside with how that is undone.

import type { ReactNode } from 'react';
import type { Person } from '../../engine/1-document/schema.ts';
import { useAsk } from '../ask.ts';
import { StateTag } from '../canvas/states.tsx';
import { moment } from '../cards/value-words.ts';
import { number } from '../format.ts';
import { hrefOf } from '../route.ts';
import { tagOf } from '../runs/run-bar.tsx';
import { t } from '../words.ts';
import { LockedKeys } from './locked-keys.tsx';
import { stopDialog } from './stop-store.ts';
import {
  actionLine,
  askedWords,
  namesWords,
  PARTS,
  totalOf,
  type StopReceipt,
} from './stop-words.ts';

function Total({ receipt }: { receipt: StopReceipt }): ReactNode {
  const total = totalOf(receipt);
  return (
    <dl className="receipt-n num" aria-label={t('app.stop_all.total')}>
      {PARTS.map((part) => (
        <div key={part} className={part === 'unknown' && total.unknown > 0 ? 'is-unknown' : ''}>
          <dt>{t(`app.receipt.${part}`)}</dt>
          <dd>{number(total[part])}</dd>
        </div>
      ))}
    </dl>
  );
}

type RunProps = { of: StopReceipt['of'][number]; people: readonly Person[] };

/** Which of several runs of the same name it is: when it began, and for whom. */
function Which({ run, people }: { run: string; people: readonly Person[] }): ReactNode {
  const entry = useAsk('runs', { limit: 200 }).data?.find((one) => one.run === run);
  if (!entry) return <span className="meta">{run}</span>;
  const who = people.find(({ id }) => id === entry.by)?.name ?? entry.by;
  return (
    <span className="meta num cut" title={run}>
      {t('app.run_bar.started', { at: moment(entry.startedAt), who })}
    </span>
  );
}

function OneRun({ of, people }: RunProps): ReactNode {
  const { run, name, receipt, actions } = of;
  const status = { status: of.status, outcome: of.outcome };
  return (
    <li>
      <p className="stop-run">
        <a
          href={hrefOf({ at: 'run', run })}
          className="underlined cut"
          onClick={() => stopDialog.trigger.close()}
        >
          {name}
        </a>
        <Which run={run} people={people} />
        <span className="grow" />
        <StateTag {...tagOf(status)} pill />
      </p>
      <dl className="stop-rows num">
        {PARTS.filter((part) => receipt[part].length > 0).map((part) => (
          <div key={part}>
            <dt>{t(`app.receipt.${part}`)}</dt>
            <dd>{namesWords(receipt[part])}</dd>
          </div>
        ))}
        {actions.length > 0 && (
          <div>
            <dt>{t('app.stop_all.done_outside')}</dt>
            <dd>
              <ul>
                {actions.map(actionLine).map(({ text, note }, i) => (
                  <li key={i}>
                    {text}
                    <span className="meta block">{note}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </li>
  );
}

type Props = { receipt: StopReceipt; people: readonly Person[] };

export function StopReceiptView({ receipt, people }: Props): ReactNode {
  const going = receipt.of.filter(({ status }) => status === 'running' || status === 'paused');
  return (
    <section className="stop-receipt" aria-live="polite">
      <p className="meta num">{askedWords(receipt, people)}</p>
      {!receipt.isOver && <p>{t('app.stop_all.going_on', { n: Math.max(1, going.length) })}</p>}
      {receipt.of.length === 0 ? (
        <p>{t('app.stop_all.none_stopped')}</p>
      ) : (
        <Total receipt={receipt} />
      )}
      <LockedKeys />
      <ul className="stop-runs" aria-label={t('app.stop_all.of')}>
        {receipt.of.map((of) => (
          <OneRun key={of.run} of={of} people={people} />
        ))}
      </ul>
    </section>
  );
}
