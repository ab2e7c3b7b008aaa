// The file was changed elsewhere while it was changed here: the person chooses, nothing is lost.

import { Button, Modal } from '@mantine/core';
import { useSelector } from '@xstate/store-react';
import type { ReactNode } from 'react';
import type { OpenDocument } from '../document/open-document.ts';
import { t } from '../words.ts';

export function ConflictDialog({ open }: { open: OpenDocument }): ReactNode {
  const isOpen = useSelector(open.saving, (s) => s.context.state === 'conflict');
  return (
    <Modal
      opened={isOpen}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('app.conflict.title')}
      size={480}
    >
      <div className="dialog-b">
        <p>{t('app.conflict.text')}</p>
      </div>
      <div className="dialog-f">
        <span className="grow" />
        <Button onClick={() => open.resolve('theirs')}>{t('app.conflict.theirs')}</Button>
        <Button variant="filled" onClick={() => open.resolve('yours')}>
          {t('app.conflict.yours')}
        </Button>
      </div>
    </Modal>
  );
}
