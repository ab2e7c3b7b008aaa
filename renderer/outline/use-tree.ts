// The keyboard of a tree: one row is reached by Tab, arrows walk, fold and unfold.
// TR1 exactly one row can be reached by Tab; it is always one that is shown.
// TR2 when the row that had the focus goes, the row that took its place gets it.

import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Workflow } from '../../engine/1-document/schema.ts';
import type { Registry } from '../../engine/node.ts';
import { useSpoken } from '../words.ts';
import { outlineOf, type Outline, type OutlineRow } from './outline-rows.ts';

/** The step a row belongs to. */
export const stepOf = (row: OutlineRow): string =>
  row.is === 'step' ? row.id : row.is === 'way' ? row.step : row.room;

export type Tree = {
  outline: Outline;
  rows: OutlineRow[];
  /** The row that Tab reaches; undefined while there is none. */
  current: OutlineRow | undefined;
  /** Where the rows stand, once they are there. */
  root: HTMLDivElement | null;
  attach: (root: HTMLDivElement | null) => void;
  /** Makes a row the current one, without moving the focus. */
  hold: (key: string) => void;
  /** Makes it the current one and gives it the focus as soon as it is there. */
  focus: (key?: string) => void;
  fold: (row: OutlineRow, isOpen: boolean) => void;
  /** Walks; true when the key meant something. */
  walk: (event: KeyboardEvent) => boolean;
};

type Options = {
  workflow: Workflow;
  registry: Registry;
  /** The step that is selected elsewhere too; the current row belongs to it. */
  selected: string | undefined;
};

/** Where a walking key leads from a row. */
function walked(key: string, rows: OutlineRow[], at: number): OutlineRow | undefined {
  const row = rows[at];
  switch (key) {
    case 'ArrowDown':
      return rows[Math.min(at + 1, rows.length - 1)];
    case 'ArrowUp':
      return rows[Math.max(at - 1, 0)];
    case 'Home':
      return rows[0];
    case 'End':
      return rows.at(-1);
    case 'ArrowRight':
      return row?.isOpen ? rows[at + 1] : undefined;
    case 'ArrowLeft':
      return rows.find((other) => other.key === row?.parent);
    default:
      return undefined;
  }
}

export function useTree({ workflow, registry, selected }: Options): Tree {
  const [root, attach] = useState<HTMLDivElement | null>(null);
  const [held, setHeld] = useState<string>();
  const [open, setOpen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const wants = useRef(false);
  const [last, setLast] = useState(0);
  const all = useSpoken(() => outlineOf(workflow, registry, open), [workflow, registry, open]);
  const [seen, setSeen] = useState(selected);
  // What was selected elsewhere is shown here, whatever is folded above it.
  if (seen !== selected) {
    setSeen(selected);
    if (selected !== undefined && !isOf(held, selected)) setHeld(selected);
  }
  const wanted = held ?? selected;
  const above = wanted === undefined ? undefined : all.above.get(wanted);
  const isHidden = above?.some((key) => open.get(key) === false) === true;
  const outline = useSpoken(() => {
    if (!isHidden) return all;
    return outlineOf(workflow, registry, new Map([...open, ...(above ?? []).map(shown)]));
  }, [all, isHidden, above, open, workflow, registry]);
  const { rows } = outline;
  const at = rows.findIndex((row) => row.key === wanted);
  if (at >= 0 && at !== last) setLast(at);
  const current = rows[at >= 0 ? at : Math.min(last, rows.length - 1)]; // TR1, TR2
  // Before the next key arrives: a key pressed quickly must find the focus where it belongs.
  useLayoutEffect(() => {
    if (!wants.current || !root) return;
    wants.current = false;
    const row = [...root.querySelectorAll<HTMLElement>('[data-key]')].find(
      (one) => one.dataset['key'] === current?.key,
    );
    (row ?? root).focus();
  });
  const [, again] = useState(0);
  const tree: Tree = {
    outline,
    rows,
    current,
    root,
    attach,
    hold: setHeld,
    focus: (key) => {
      wants.current = true;
      if (key !== undefined) setHeld(key);
      again((n) => n + 1);
    },
    fold: (row, isOpen) => setOpen(new Map([...open, [row.key, isOpen]])),
    walk: (event) => {
      if (!current || event.ctrlKey || event.metaKey || event.altKey) return false;
      if (event.key === 'ArrowRight' && current.isOpen === false) tree.fold(current, true);
      else if (event.key === 'ArrowLeft' && current.isOpen) tree.fold(current, false);
      else {
        const to = walked(event.key, rows, rows.indexOf(current));
        if (!to) return false;
        if (to !== current) tree.focus(to.key);
      }
      return true;
    },
  };
  return tree;
}

/** True for the row of a step, of one of its ways, or of the emptiness of a room. */
const isOf = (key: string | undefined, step: string): boolean =>
  key === step || key?.startsWith(`${step}:`) === true || key === `${step}/`;

const shown = (key: string): [string, boolean] => [key, true];
