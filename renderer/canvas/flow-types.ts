// What the canvas hands to its cards and arrows through React Flow.

import type { Edge, Node } from 'reactflow';
import type { Lit, StepLight } from './lit.ts';
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
