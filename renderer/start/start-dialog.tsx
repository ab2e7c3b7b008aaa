// *What should happen?*: a few plain questions, or a description that a real model draws.

import { Modal, SegmentedControl } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { t } from '../words.ts';
import { Describe } from './describe.tsx';
import { Guided } from './guided.tsx';
import { startDialog } from './start-store.ts';
import './start.css';

type How = 'questions' | 'words';

export function StartDialog({ opened }: { opened: boolean }): ReactNode {
  const [how, setHow] = useState<How>('questions');
  const close = (): void => startDialog.trigger.close();
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('start.title')}
      size={880}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <div className="start-how">
        <SegmentedControl
          aria-label={t('start.how')}
          value={how}
          onChange={(next) => setHow(next as How)}
          data={(['questions', 'words'] as const).map((value) => ({
            value,
            label: t(`start.how.${value}`),
          }))}
        />
      </div>
      {how === 'questions' ? (
        <Guided onClose={close} onDescribe={() => setHow('words')} />
      ) : (
        <Describe onClose={close} />
      )}
    </Modal>
  );
}
