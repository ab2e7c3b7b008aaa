// Stop asks once, then shows the receipt. A stopped run stays stopped.

import { Button, Modal } from '@mantine/core';
import { Square } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Receipt } from '../../engine/4-run/events.ts';
import { t } from '../words.ts';
import { ReceiptView } from './receipt.tsx';

type Props = {
  opened: boolean;
  name: string;
  finishing: string[];
  receipt: Receipt | undefined;
  isBusy: boolean;
  onStop: () => void;
  onClose: () => void;
};

export function StopDialog(props: Props): ReactNode {
  const { opened, name, finishing, receipt, isBusy, onStop, onClose } = props;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={receipt ? t('app.stop.stopped') : t('app.stop.title', { name })}
      size={520}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <div className="dialog-b">
        {receipt ? (
          <>
            <ReceiptView receipt={receipt} title={t('app.stop.receipt')} />
            <p>{t('app.stop.stays')}</p>
          </>
        ) : (
          <>
            <p>
              {finishing.length > 0
                ? t('app.stop.in_flight', { names: finishing.join('\n') })
                : t('app.stop.nothing')}
            </p>
            <p>{t('app.stop.means')}</p>
          </>
        )}
      </div>
      <div className="dialog-f">
        <span className="meta grow">{receipt ? '' : t('app.stop.receipt_after')}</span>
        {receipt ? (
          <Button variant="filled" onClick={onClose}>
            {t('app.close')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose} data-autofocus>
              {t('app.stop.keep')}
            </Button>
            <Button
              className="danger"
              leftSection={<Square size={12} fill="currentColor" aria-hidden />}
              loading={isBusy}
              onClick={onStop}
            >
              {t('app.stop.stop')}
            </Button>
          </>
        )}
      </div>
    </Modal>
  );
}
