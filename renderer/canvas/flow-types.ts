// What the canvas takes, and what it hands to its cards and arrows through React Flow.

import type { ReactNode } from 'react';
import type { Edge, Node } from 'reactflow';
import type { Edit } from '../../engine/1-document/change.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import type { Registry } from '../../engine/node.ts';
import type { Lit, StepLight } from './lit.ts';
import type { Names } from './step-facts.ts';
import type { Item, SceneArrow } from './scene.ts';

/** How the canvas is used: drawing, or showing a run. */
export type Mode = 'edit' | 'look';
export type WayMode = 'plan' | 'taken' | 'live' | 'off' | 'idle';

export type ItemData = {
  item: Item;
  line: string;
  limit: string;
  mode: Mode;
  light: StepLight | undefined;
  round: Lit['rounds'][string] | undefined;
  problems: number;
};
export type FlowNode = Node<ItemData, 'card' | 'pill' | 'room'>;
export type FlowArrow = Edge<{ arrow: SceneArrow; way: WayMode; mode: Mode }, 'way'>;

/**
 * A connection that ended on a step; `port` 'quiet' = one of its default ways, still to be chosen.
 */
export type Wish = { from: string; port: string; to: string };

export type CanvasProps = {
  workflow: Workflow;
  registry: Registry;
  names?: Names;
  /** The light of a run; with it the canvas only shows. */
  lit?: Lit | undefined;
  /** Ids of selected steps and arrows. */
  selected?: ReadonlySet<string>;
  onSelect?: ((ids: ReadonlySet<string>) => void) | undefined;
  onEdit?: ((edit: Edit) => void) | undefined;
  onConnect?: ((wish: Wish) => void) | undefined;
  /** Whether an arrow may be drawn; steps that may not take it do not light up. */
  canConnect?: ((wish: Wish) => boolean) | undefined;
  /** Something was dropped from the palette: what, and where on the canvas. */
  onDrop?: ((what: string, at: [number, number], room: string | undefined) => void) | undefined;
  /** A step is to be put into the arrow that was just selected. */
  onInsert?: (() => void) | undefined;
  problems?: ReadonlyMap<string, number>;
  readOnly?: boolean;
  /** Changing it fits everything into view again. */
  fitKey?: string;
  /** A step to bring into view; a new object does it again. */
  reveal?: { id: string } | undefined;
  /** Pixels at the top that something else stands in. */
  clearTop?: number;
  children?: ReactNode;
};
