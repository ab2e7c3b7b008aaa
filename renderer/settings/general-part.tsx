// Settings of this window and of the program: light or dark, language, and ending it.

import { Button, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { Monitor, Moon, Power, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { useAsk, useTell } from '../ask.ts';
import { prefer } from '../preferences.ts';
import { isShell } from '../shell.ts';
import { LANGUAGES, t, useLanguage, type Spoken } from '../words.ts';

const SCHEMES = [
  ['light', Sun],
  ['dark', Moon],
  ['auto', Monitor],
] as const;

export function GeneralPart(): ReactNode {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const workspace = useAsk('workspace', {}).data;
  const quit = useTell('quit');
  const language = useLanguage();
  return (
    <div className="settings">
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
        <span id="setting-language">
          {t('app.settings.language')}
          <span className="meta block">{t('app.settings.language.help')}</span>
        </span>
        <SegmentedControl
          aria-labelledby="setting-language"
          value={language === 'pseudo' ? 'en' : language}
          onChange={(next) => void prefer({ language: next as Spoken })}
          data={LANGUAGES.map((value) => ({
            value,
            label: <span lang={value}>{t(`app.settings.language.${value}`)}</span>,
          }))}
        />
      </div>
      <div className="setting">
        <span>{t('app.settings.workspace')}</span>
        <span className="meta">{workspace?.name}</span>
      </div>
      <div className="setting">
        <span>
          {t('app.settings.quit')}
          <span className="meta block">
            {quit.isSuccess
              ? t('app.settings.ended')
              : t(isShell() ? 'app.settings.quit.shell' : 'app.settings.quit.help')}
          </span>
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
    </div>
  );
}
