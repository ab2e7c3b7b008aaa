// What the four shapes mean and which keys there are: the whole manual on one page. The keys come
// from the table of commands, so that they are never another story.

import { Button, Modal } from '@mantine/core';
import { Compass } from 'lucide-react';
import type { ReactNode } from 'react';
import { Shapes } from '../canvas/shapes.tsx';
import { COMMANDS, GROUPS } from '../design/commands.ts';
import { KeyCaps } from '../design/key-caps.tsx';
import { startTour } from '../tour/tour-store.ts';
import { t } from '../words.ts';

type Props = { opened: boolean; onClose: () => void };

export function HelpDialog({ opened, onClose }: Props): ReactNode {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('app.help.title')}
      size={760}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <div className="dialog-b">
        <p>{t('app.help.shapes')}</p>
        <Shapes />
        <Button
          className="tour-again"
          leftSection={<Compass size={14} aria-hidden />}
          onClick={() => {
            onClose();
            startTour();
          }}
        >
          {t('tour.again')}
        </Button>
        <h3 className="cap">{t('app.help.keys')}</h3>
        <div className="key-groups">
          {GROUPS.map((group) => (
            <section key={group}>
              <h4 className="cap">{t(`app.commands.${group}`)}</h4>
              <dl className="keys">
                {COMMANDS.filter(({ group: of, keys }) => of === group && keys.length > 0).map(
                  ({ id }) => (
                    <div key={id}>
                      <dt>{t(`app.command.${id}`)}</dt>
                      <dd>
                        <KeyCaps command={id} />
                      </dd>
                    </div>
                  ),
                )}
              </dl>
            </section>
          ))}
        </div>
      </div>
    </Modal>
  );
}
