// Keys of stopped runs stay locked until somebody lets them be used again: said, with the button
// that does it, wherever stopped runs are shown.

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { KeyRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { outdated, useAsk, useTell } from '../ask.ts';
import { t } from '../words.ts';

export function LockedKeys(): ReactNode {
  const locked = useAsk('secrets', {}).data?.locked ?? [];
  const release = useTell('releaseKeys');
  if (locked.length === 0) return null;
  const letBeUsed = (): void =>
    release.mutate(
      {},
      {
        onSuccess: ({ released }) =>
          notifications.show({ message: t('app.keys.released', { n: released.length }) }),
        onError: (wrong) => notifications.show({ message: wrong.message }),
        onSettled: () => outdated('secrets', 'stopReceipt', 'stopInventory'),
      },
    );
  return (
    <section className="locked-keys" aria-label={t('app.stop_all.row.keys')}>
      <KeyRound size={16} aria-hidden />
      <p className="grow">{t('app.keys.locked', { n: locked.length })}</p>
      <Button loading={release.isPending} onClick={letBeUsed}>
        {t('app.keys.release')}
      </Button>
    </section>
  );
}
