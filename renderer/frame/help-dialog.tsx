// What the four shapes mean and which keys there are: the whole manual on one page.

import { Kbd, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { Shapes } from '../canvas/shapes.tsx';
import { t } from '../words.ts';

const KEYS: [id: string, keys: string[]][] = [
  ['add', ['N']],
  ['connect', ['C']],
  ['walk', ['Tab']],
  ['move', ['←', '↑', '→', '↓']],
  ['rename', ['F2']],
  ['delete', ['Del']],
  ['undo', ['Ctrl', 'Z']],
  ['redo', ['Ctrl', 'Shift', 'Z']],
  ['duplicate', ['Ctrl', 'D']],
  ['run', ['Ctrl', '↵']],
  ['zoom', ['+', '−']],
  ['fit', ['1']],
  ['help', ['?']],
];

type Props = { opened: boolean; onClose: () => void };

export function HelpDialog({ opened, onClose }: Props): ReactNode {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('app.help.title')}
      size={560}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <div className="dialog-b">
        <p>{t('app.help.shapes')}</p>
        <Shapes />
        <h3 className="cap">{t('app.help.keys')}</h3>
        <dl className="keys">
          {KEYS.map(([id, keys]) => (
            <div key={id}>
              <dt>{t(`app.help.key.${id}`)}</dt>
              <dd>
                {keys.map((key) => (
                  <Kbd key={key} size="xs">
                    {key}
                  </Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </Modal>
  );
}
