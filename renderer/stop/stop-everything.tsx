// Stopping everything: what is there, the three ways, and afterwards the receipt, which can be
// copied and printed. The only place in the product with a filled red button.
// SE1 what is there is asked again while the dialog stands, so that it is true when it is pressed.
// SE2 while runs are let finish the receipt is asked again until it is the last word.

import { Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useSelector } from '@xstate/store-react';
import { Copy, Printer, Square } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Person } from '../../engine/1-document/schema.ts';
import { cache, outdated, useAsk, useTell } from '../ask.ts';
import { t } from '../words.ts';
import { StopCounts, StopInventory } from './stop-inventory.tsx';
import { StopReceiptView } from './stop-receipt.tsx';
import { stopDialog } from './stop-store.ts';
import { StopWays } from './stop-ways.tsx';
import { isNothing, receiptText, receiptTitle, type StopReceipt, type Way } from './stop-words.ts';

const AGAIN_MS = 1000;
const close = (): void => stopDialog.trigger.close();

function AskPart({ people }: { people: Person[] }): ReactNode {
  const [how, setHow] = useState<Way>('after_step');
  const now = useAsk('stopInventory', {}, { everyMs: AGAIN_MS }).data; // SE1
  const last = useAsk('stopReceipt', {}).data?.receipt;
  const stop = useTell('stopAll');
  const press = (): void =>
    stop.mutate(
      { how },
      {
        onSuccess: (answer) => {
          cache.setQueryData(['stopReceipt', {}], answer);
          outdated('runs', 'inbox', 'secrets', 'standing');
          stopDialog.trigger.open({ shown: 'receipt' });
        },
        onError: (wrong) => notifications.show({ message: wrong.message }),
      },
    );
  if (!now) return <div className="dialog-b" />;
  const isEmpty = isNothing(now);
  return (
    <>
      <section className="dialog-b stop-scroll" tabIndex={0} aria-label={t('app.stop_all.title')}>
        <StopCounts now={now} />
        {isEmpty ? (
          <p>{t('app.stop_all.nothing')}</p>
        ) : (
          <StopWays now={now} value={how} onChange={setHow} />
        )}
        <StopInventory now={now} people={people} />
      </section>
      <div className="dialog-f">
        {last ? (
          <Button variant="subtle" onClick={() => stopDialog.trigger.open({ shown: 'receipt' })}>
            {t('app.stop_all.last')}
          </Button>
        ) : (
          <span className="meta">{t('app.stop_all.receipt_after')}</span>
        )}
        <span className="grow" />
        <Button onClick={close} data-autofocus>
          {t('app.stop_all.cancel')}
        </Button>
        {!isEmpty && (
          <Button
            className="stop-btn"
            variant="filled"
            leftSection={<Square size={12} fill="currentColor" aria-hidden />}
            loading={stop.isPending}
            onClick={press}
          >
            {t('app.stop_all.do')}
          </Button>
        )}
      </div>
    </>
  );
}

async function copy(text: string): Promise<void> {
  const isDone = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  notifications.show({ message: t(isDone ? 'app.stop_all.copied' : 'app.stop_all.not_copied') });
}

type ReceiptProps = { receipt: StopReceipt; people: Person[] };

function ReceiptPart({ receipt, people }: ReceiptProps): ReactNode {
  return (
    <>
      <section className="dialog-b stop-scroll" tabIndex={0} aria-label={receiptTitle(receipt)}>
        <StopReceiptView receipt={receipt} people={people} />
      </section>
      <div className="dialog-f">
        <Button
          leftSection={<Copy size={14} aria-hidden />}
          onClick={() => void copy(receiptText(receipt, people))}
        >
          {t('app.stop_all.copy')}
        </Button>
        <Button leftSection={<Printer size={14} aria-hidden />} onClick={() => print()}>
          {t('app.stop_all.print')}
        </Button>
        <span className="grow" />
        <Button variant="filled" onClick={close} data-autofocus>
          {t('app.close')}
        </Button>
      </div>
    </>
  );
}

export function StopDialog({ opened }: { opened: boolean }): ReactNode {
  const shown = useSelector(stopDialog, (s) => s.context.shown);
  const isReceipt = shown === 'receipt';
  const people = useAsk('workspace', {}, { enabled: shown !== undefined }).data?.people ?? [];
  const asked = useAsk('stopReceipt', {}, { enabled: isReceipt });
  const receipt = asked.data?.receipt;
  const isGoing = isReceipt && receipt?.isOver === false;
  useAsk('stopReceipt', {}, { enabled: isGoing, everyMs: isGoing ? AGAIN_MS : undefined }); // SE2
  const title = isReceipt && receipt ? receiptTitle(receipt) : t('app.stop_all.title');
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={
        <>
          {title}
          {!isReceipt && <span className="dialog-sub">{t('app.stop_all.sub')}</span>}
        </>
      }
      size={560}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {isReceipt && receipt ? (
        <ReceiptPart receipt={receipt} people={people} />
      ) : (
        <AskPart people={people} />
      )}
    </Modal>
  );
}
