// What the canvas takes, and what it hands to its cards and arrows through React Flow.

import type { ReactNode, Ref } from 'react';
import type { Node } from 'reactflow';
import type { Edit } from '../../engine/1-document/change.ts';
import type { EditFault } from '../../engine/1-document/change.ts';
import type { Workflow, WorkflowNote } from '../../engine/1-document/schema.ts';
import type { Registry } from '../../engine/node.ts';
import type { Lit, StepLight } from './lit.ts';
import type { Names } from './step-facts.ts';
import type { Piece } from './arrange.ts';
import type { Point } from './geometry.ts';
import type { Item, SceneArrow } from './scene-types.ts';

/** How the canvas is used: drawing, or showing a run. */
export type Mode = 'edit' | 'look';
export type WayMode = 'plan' | 'taken' | 'live' | 'off' | 'idle' | 'added' | 'removed';

/** How a kept result of a step stands to the drawing. */
export type KeptState = 'kept' | 'stale';

export type ItemData = {
  item: Item;
  line: string;
  limit: string;
  mode: Mode;
  light: StepLight | undefined;
  round: Lit['rounds'][string] | undefined;
  problems: number;
  /** A result of it was kept for tests, or is out of date since. */
  kept: KeptState | undefined;
};
export type FlowNode = Node<ItemData, 'card' | 'pill' | 'room'>;
export type FlowNote = Node<{ note: WorkflowNote; mode: Mode }, 'note'>;
export type FlowItem = FlowNode | FlowNote;
/** An arrow as arrows.tsx shows it; React Flow knows of none. */
export type ShownArrow = {
  arrow: SceneArrow;
  way: WayMode;
  mode: Mode;
  /** What a reader says of it. */
  spoken: string;
  isSelected: boolean;
  /** Something is held over it that would be put into it. */
  isHot: boolean;
};

/**
 * A connection that ended on a step; `port` 'quiet' = one of its default ways, still to be chosen.
 */
export type Wish = { from: string; port: string; to: string };

/** Where something was let go: in the coordinates of a room, and in pixels of the window. */
export type Drop = { at: [number, number]; room: string | undefined; client: Point };

/** What others may ask of the canvas. */
export type CanvasHandle = {
  fit: () => void;
  /** Puts the cursor into the panel of what is selected. */
  panel: () => void;
  zoom: (how: 'in' | 'out' | 'actual') => void;
  /** The middle of what can be seen, in the coordinates of the room shown. */
  middle: () => [number, number];
  /** The free place nearest to that middle for something of this size. */
  free: (size: { w: number; h: number }) => [number, number];
  /** Steps and notes of one room as boxes; the room is that of the first of them. */
  pieces: (ids: Iterable<string>) => Piece[];
  /** How far the steps in a room are from where they would stand outside of it. */
  offset: (room: string) => [number, number];
  tidy: () => Edit;
  /** Where a step stands in the window, to open something beside it. */
  corner: (id: string) => Point | undefined;
  /** Begins to write a note. */
  write: (id: string) => void;
};

export type CanvasProps = {
  workflow: Workflow;
  registry: Registry;
  names?: Names;
  /** The light of a run; with it the canvas only shows. */
  lit?: Lit | undefined;
  /** Ids of selected steps and arrows. */
  selected?: ReadonlySet<string>;
  onSelect?: ((ids: ReadonlySet<string>) => void) | undefined;
  /** Changes made by one gesture. */
  onEdit?: ((edits: Edit[]) => void) | undefined;
  onConnect?: ((wish: Wish) => void) | undefined;
  /** Steps that an arrow from this way out cannot lead to, and why. */
  whyNot?: ((from: string, port: string) => ReadonlyMap<string, EditFault>) | undefined;
  /** Something was dropped from the palette: what, and where; `arrow` is the one it fell on. */
  onDrop?: ((what: string, drop: Drop, arrow: string | undefined) => void) | undefined;
  /** An arrow was let go where nothing is. */
  onLoose?: ((wish: { from: string; port: string }, drop: Drop) => void) | undefined;
  /** A step that nothing leads to was let go on an arrow; `to` are the places of the drag. */
  onPutInto?: ((step: string, arrow: string, edits: Edit[]) => void) | undefined;
  /** The room shown from inside; the whole drawing without it. */
  inside?: string | undefined;
  onEnter?: ((room: string) => void) | undefined;
  onRename?: ((id: string) => void) | undefined;
  onTidy?: (() => void) | undefined;
  /** A right click, or the menu key: on what, and where in the window. */
  onMenu?: ((at: Point, id: string | undefined) => void) | undefined;
  handle?: Ref<CanvasHandle> | undefined;
  /** A step is to be put into the arrow that was just selected. */
  onInsert?: (() => void) | undefined;
  problems?: ReadonlyMap<string, number>;
  /** Steps of which a result is kept for tests. */
  kept?: ReadonlyMap<string, KeptState>;
  readOnly?: boolean;
  /** Stands in a page of other things, under this name; the wheel scrolls the page. */
  embedded?: string;
  /** Changing it fits everything into view again. */
  fitKey?: string;
  /** A step to bring into view; a new object does it again. */
  reveal?: { id: string; focus?: boolean } | undefined;
  /** Pixels at the top that something else stands in. */
  clearTop?: number;
  children?: ReactNode;
};
