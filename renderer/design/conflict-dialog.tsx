// The file was changed elsewhere while it was changed here: the person chooses, nothing is lost.

import { Button, Modal } from '@mantine/core';
import { useSelector } from '@xstate/store-react';
import type { ReactNode } from 'react';
import { diff } from '../../engine/1-document/diff.ts';
import type { OpenDocument } from '../document/open-document.ts';
import { t } from '../words.ts';

export function ConflictDialog({ open }: { open: OpenDocument }): ReactNode {
  const saving = useSelector(open.saving, (s) => s.context);
  const yours = useSelector(open.history, (s) => s.context.workflow);
  const theirs = saving.state === 'conflict' ? saving.theirs?.workflow : undefined;
  const places = theirs ? Object.keys(diff(yours, theirs)).length : 0;
  return (
    <Modal
      opened={saving.state === 'conflict'}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('app.conflict.title')}
      size={480}
    >
      <div className="dialog-b">
        <p>{t('app.conflict.text')}</p>
        {theirs && <p className="num">{t('app.conflict.places', { n: places })}</p>}
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
