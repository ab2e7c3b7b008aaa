// What can stand where an arrow was let go: a short list of only what fits, with a field to search.

import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Card } from '../../engine/1-document/schema.ts';
import type { Point } from '../canvas/geometry.ts';
import { Tile } from '../canvas/tile.tsx';
import { t } from '../words.ts';
import type { Addition } from './add-step.ts';
import { Chooser } from './chooser.tsx';
import { additionsOf, groupOf, GROUPS } from './palette.tsx';

type Props = {
  /** Where it stands in the window; undefined = closed. */
  at: Point | undefined;
  tools: Iterable<Card>;
  onAdd: (addition: Addition) => void;
  onClose: () => void;
};

/** Everything an arrow can lead to, in the order of the palette: nothing leads to a start. */
const fitting = (tools: Iterable<Card>) =>
  additionsOf(tools)
    .filter(({ definition }) => definition.type !== 'start')
    .toSorted(
      (a, b) => GROUPS.indexOf(groupOf(a.definition)) - GROUPS.indexOf(groupOf(b.definition)),
    )
    .map((entry) => ({
      ...entry,
      name: entry.addition.name,
      search: entry.line,
      group: t(`app.group.${groupOf(entry.definition)}`),
    }));

export function AddHere({ at, tools, onAdd, onClose }: Props): ReactNode {
  if (!at) return null;
  return (
    <Popover
      opened
      onChange={(opened) => !opened && onClose()}
      position="bottom-start"
      trapFocus
      returnFocus
      width={300}
    >
      <Popover.Target>
        <button
          type="button"
          className="menu-spot"
          tabIndex={-1}
          aria-hidden
          style={{ left: at[0], top: at[1] }}
        />
      </Popover.Target>
      <Popover.Dropdown p={0} className="add-here" aria-label={t('app.here.label')}>
        <Chooser
          label={t('app.here.label')}
          placeholder={t('app.here.placeholder')}
          choices={fitting(tools)}
          none="app.palette.none"
          icon={({ definition }) => (
            <Tile family={definition.family} icon={definition.icon} small />
          )}
          onChoose={({ addition }) => {
            onClose();
            onAdd(addition);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
