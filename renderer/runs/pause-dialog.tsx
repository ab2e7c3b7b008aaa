// After Pause: what still finishes, and that nothing new starts.

import { Button, Modal } from '@mantine/core';
import { Play } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../words.ts';

type Props = {
  opened: boolean;
  /** Names of steps that were in flight when the run was paused. */
  finishing: string[];
  onResume: () => void;
  onClose: () => void;
};

export function PauseDialog({ opened, finishing, onResume, onClose }: Props): ReactNode {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('app.pause.title')}
      size={480}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <div className="dialog-b">
        <p>
          {finishing.length > 0
            ? t('app.pause.finishing', { names: finishing.join('\n') })
            : t('app.pause.nothing')}
        </p>
        <p>{t('app.pause.means')}</p>
      </div>
      <div className="dialog-f">
        <span className="grow" />
        <Button leftSection={<Play size={14} aria-hidden />} onClick={onResume}>
          {t('app.run_bar.resume')}
        </Button>
        <Button variant="filled" onClick={onClose} data-autofocus>
          {t('app.pause.stay')}
        </Button>
      </div>
    </Modal>
  );
}
