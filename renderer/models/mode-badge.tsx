// The badge that says on every screen whether runs practise or are real, and the one switch.

import { Popover, Switch } from '@mantine/core';
import { Cloud, CloudOff } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { hrefOf } from '../route.ts';
import { t } from '../words.ts';
import { useMode, type Mode } from './use-mode.ts';
import './models.css';

/** The switch with the sentence that says what it means now. */
export function ModeSwitch({ mode }: { mode: Mode }): ReactNode {
  const Icon = mode.practice ? CloudOff : Cloud;
  return (
    <div className="mode-switch">
      <Switch
        label={t('models.practice.switch')}
        checked={mode.practice}
        disabled={mode.isBusy}
        onChange={(event) => mode.set(event.currentTarget.checked)}
      />
      <p className="with-icon mode-line">
        <Icon size={14} aria-hidden /> {mode.line}
      </p>
      <p className="meta">{t('models.practice.help')}</p>
    </div>
  );
}

export function ModeBadge(): ReactNode {
  const mode = useMode();
  const [opened, setOpened] = useState(false);
  if (!mode) return null;
  const Icon = mode.practice ? CloudOff : Cloud;
  const state = t(mode.practice ? 'app.rail.mode.on' : 'app.rail.mode.off');
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="right-end"
      width={320}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <button
          type="button"
          className={mode.practice ? 'rail-item' : 'rail-item is-real'}
          aria-label={t('app.rail.mode', { mode: state })}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <Icon size={20} strokeWidth={1.75} aria-hidden />
          <span className="rail-word">
            {t(mode.practice ? 'app.rail.practice' : 'app.rail.real')}
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('models.practice.title')}>
        <ModeSwitch mode={mode} />
        <a
          className="underlined"
          href={hrefOf({ at: 'settings', part: 'models' })}
          onClick={() => setOpened(false)}
        >
          {t('models.practice.set_up')}
        </a>
      </Popover.Dropdown>
    </Popover>
  );
}
