// Commands as entries of a menu, with their keys; the menu of the head and that of the canvas.

import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../words.ts';
import type { CommandId } from './commands.ts';
import { KeyCaps } from './key-caps.tsx';
import type { Acts } from './use-commands.ts';

/** The commands that can be done now; a list of them that leaves some out is not wider for it. */
export function CommandItems({ ids, acts }: { ids: readonly CommandId[]; acts: Acts }): ReactNode {
  return ids.map((id) => {
    const act = acts[id];
    return (
      act && (
        <Menu.Item key={id} rightSection={<KeyCaps command={id} />} onClick={act}>
          {t(`app.command.${id}`)}
        </Menu.Item>
      )
    );
  });
}

type MenuProps = {
  /** Where it stands in the window; undefined = closed. */
  at: readonly [number, number] | undefined;
  onClose: () => void;
  acts: Acts;
};

const SECTIONS: readonly CommandId[][] = [
  ['run_step', 'run_here'],
  ['enter', 'rename', 'add_here', 'connect', 'note'],
  ['cut', 'copy', 'paste', 'duplicate', 'remove'],
  ['group', 'ungroup', 'collapse', 'lock'],
  ['select_all', 'tidy', 'fit'],
];

/** What can be done with what is selected, where the right button was pressed. */
export function CanvasMenu({ at, onClose, acts }: MenuProps): ReactNode {
  if (!at) return null;
  const sections = SECTIONS.map((ids) => ids.filter((id) => acts[id])).filter((ids) => ids.length);
  return (
    <Menu
      opened
      onChange={(opened) => !opened && onClose()}
      position="bottom-start"
      // A part of the canvas, for readers too; fixed, so that the canvas does not cut it off.
      withinPortal={false}
      floatingStrategy="fixed"
      // In a low window it moves up until its last line is there too.
      middlewares={{ flip: true, shift: { crossAxis: true, padding: 8 } }}
      withInitialFocusPlaceholder={false}
      width={256}
    >
      <Menu.Target>
        <button
          type="button"
          className="menu-spot"
          tabIndex={-1}
          aria-hidden
          style={{ left: at[0], top: at[1] }}
        />
      </Menu.Target>
      <Menu.Dropdown className="canvas-menu" aria-label={t('app.menu.label')}>
        {sections.map((ids, i) => [
          i > 0 && <Menu.Divider key={`${ids[0]} before`} />,
          <CommandItems key={ids[0]} ids={ids} acts={acts} />,
        ])}
      </Menu.Dropdown>
    </Menu>
  );
}
