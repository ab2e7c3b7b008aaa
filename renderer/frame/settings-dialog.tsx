// Settings of this window: light or dark, language, and ending the program.

import { Button, Modal, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { Monitor, Moon, Power, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { useAsk, useTell } from '../ask.ts';
import { isShell } from '../shell.ts';
import { t } from '../words.ts';

const SCHEMES = [
  ['light', Sun],
  ['dark', Moon],
  ['auto', Monitor],
] as const;

type Props = { opened: boolean; onClose: () => void };

export function SettingsDialog({ opened, onClose }: Props): ReactNode {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const workspace = useAsk('workspace', {}, { enabled: opened }).data;
  const quit = useTell('quit');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('app.settings.title')}
      size={520}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <div className="dialog-b settings">
        <div className="setting">
          <span id="setting-scheme">{t('app.settings.scheme')}</span>
          <SegmentedControl
            aria-labelledby="setting-scheme"
            value={colorScheme}
            onChange={(next) => setColorScheme(next as 'light')}
            data={SCHEMES.map(([value, Icon]) => ({
              value,
              label: (
                <span className="with-icon">
                  <Icon size={14} aria-hidden /> {t(`app.settings.scheme.${value}`)}
                </span>
              ),
            }))}
          />
        </div>
        <div className="setting">
          <span>{t('app.settings.language')}</span>
          <span className="meta">{t('app.settings.language.en')}</span>
        </div>
        <div className="setting">
          <span>{t('app.settings.workspace')}</span>
          <span className="meta">{workspace?.name}</span>
        </div>
        <div className="setting">
          <span>
            {t('app.settings.models')}
            <span className="meta block">{t('app.practice.line')}</span>
          </span>
        </div>
      </div>
      <div className="dialog-f">
        <span className="meta grow">
          {quit.isSuccess
            ? t('app.settings.ended')
            : t(isShell() ? 'app.settings.quit.shell' : 'app.settings.quit.help')}
        </span>
        <Button
          className="danger"
          leftSection={<Power size={14} aria-hidden />}
          loading={quit.isPending}
          onClick={() => quit.mutate({})}
        >
          {t('app.settings.quit')}
        </Button>
      </div>
    </Modal>
  );
}
