// The menus in a browser, behind one button of the rail; the desktop app has its own bar instead.

import { Menu } from '@mantine/core';
import { Menu as Lines } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { shownKeys } from '../design/commands.ts';
import { isMac, keyWord } from '../design/key-caps.tsx';
import { isShell } from '../shell.ts';
import { t } from '../words.ts';
import { give } from './acts.ts';
import { useMenus } from './desk.tsx';

export function MenuButton(): ReactNode {
  const menus = useMenus();
  if (isShell()) return null;
  return (
    <Menu position="right-start" width={300} shadow="md">
      <Menu.Target>
        <button type="button" className="rail-item">
          <Lines size={20} strokeWidth={1.75} aria-hidden />
          <span className="rail-word">{t('app.rail.menu')}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown className="main-menu">
        {menus.map(({ label, entries }) => {
          const own = entries.filter((entry) => entry.is === 'command' && entry.isOn);
          return own.length === 0 ? null : (
            <Fragment key={label}>
              <Menu.Label>{label}</Menu.Label>
              {own.map(
                (entry) =>
                  entry.is === 'command' && (
                    <Menu.Item
                      key={entry.give}
                      rightSection={
                        <span className="meta" aria-hidden>
                          {entry.keys && shownKeys(entry.keys, isMac).map(keyWord).join(' ')}
                        </span>
                      }
                      onClick={() => {
                        if (entry.give.startsWith('#/')) location.hash = entry.give;
                        else give(entry.give);
                      }}
                    >
                      {entry.label}
                    </Menu.Item>
                  ),
              )}
            </Fragment>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
