// The rows as a tree. Why a tree and not a nested list: a tree is one stop for Tab, and readers
// hand it every key, so that one letter adds or connects; a list they read for themselves and
// keep the letters. Rows stand flat with their level said, as readers know it from editors.

import type { KeyboardEvent, ReactNode } from 'react';
import type { OutlineRow } from './outline-rows.ts';
import { OutlineLine } from './outline-row.tsx';
import { isOnlyWay, type Around } from './row-words.ts';
import { stepOf, type Tree } from './use-tree.ts';

type Props = {
  tree: Tree;
  label: string;
  around: Around;
  /** Ids of selected steps. */
  selected: ReadonlySet<string>;
  /** A row got the focus. */
  onHold: (row: OutlineRow) => void;
  onPick: (row: OutlineRow) => void;
  /** Keys that do not walk. */
  onKey: (event: KeyboardEvent) => void;
  renaming?: string | undefined;
  onRename?: (row: OutlineRow, name: string | undefined) => void;
};

export function OutlineTree(props: Props): ReactNode {
  const { tree, around, selected, renaming } = props;
  const { rows, current, attach } = tree;
  const only = new Map<string, boolean>();
  for (const row of rows) if (row.is === 'step') only.set(row.id, isOnlyWay(row));
  const onKey = (event: KeyboardEvent): void => {
    if (!tree.walk(event)) return props.onKey(event);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={attach} role="tree" aria-label={props.label} className="o-tree">
      {rows.map((row) => (
        <OutlineLine
          key={row.key}
          row={row}
          around={around}
          isOnly={only.get(stepOf(row)) === true}
          isCurrent={row === current}
          isSelected={row.is === 'step' && selected.has(row.id)}
          isRenaming={renaming === row.key}
          onRename={(name) => props.onRename?.(row, name)}
          onKey={onKey}
          onHold={() => {
            tree.hold(row.key);
            props.onHold(row);
          }}
          onPick={() => {
            tree.focus(row.key);
            props.onPick(row);
          }}
          onFold={() => {
            tree.fold(row, row.isOpen !== true);
            tree.focus(row.key);
          }}
        />
      ))}
    </div>
  );
}
