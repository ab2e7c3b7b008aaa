// A picture of a document as data; scene.ts makes it.

import type { Workflow, WorkflowNode } from '../../engine/1-document/schema.ts';
import type { Registry } from '../../engine/node.ts';
import type { Box, Point } from './geometry.ts';
import type { Doors, RoomSize } from './rooms.ts';
import type { Route } from './route-arrows.ts';
import type { NoteItem } from './scene-notes.ts';
import type { StepFacts, Way } from './step-facts.ts';

/**
 * A way out as it stands on a card: pixels from the left of the lower edge, or on the right wall.
 */
export type Spot = Way & { x: number; y: number; wall: 'bottom' | 'right'; drawn: boolean };

export type Item = {
  node: WorkflowNode;
  facts: StepFacts;
  box: Box;
  /** The room it is in, if any; the box is in that room's coordinates. */
  room: string | undefined;
  depth: number;
  /** Where the origin of its scope lies inside its room. */
  origin: Point;
  /** Rooms: where the origin of what is inside lies. */
  inner: Point;
  spots: Spot[];
  /** By way out: the box it leads to. */
  leadsTo: ReadonlyMap<string, Box>;
  /** Problem ways nobody drew: they ask the owner by default. */
  quiet: Way[];
  /** Door arrows of a room, in its own coordinates. */
  doors: Doors;
};
export type SceneArrow = {
  id: string;
  from: string;
  port: string;
  to: string;
  depth: number;
  words: string;
  points: Point[];
  label: Point | undefined;
};
export type Scene = {
  items: Map<string, Item>;
  arrows: SceneArrow[];
  routes: Map<string, Route>;
  /** Arrows in the coordinates of their own scope. */
  own: Map<string, SceneArrow>;
  notes: Map<string, NoteItem>;
  /** What it is a picture of. */
  of: { workflow: Workflow; inside: string; live: Live };
  /** What is drawn inside of each room. */
  rooms: Map<string, Drawn>;
  /** Every arrow is drawn as in a picture without one before. */
  isExact: boolean;
};

/** Positions of top left corners while something is dragged, as the canvas has them. */
export type Live = ReadonlyMap<string, Point>;

export type Drawn = {
  items: Map<string, Item>;
  arrows: SceneArrow[];
  size: RoomSize;
  boxes: Box[];
  back: Point[] | undefined;
};
/** What a scope is drawn with, and what is gathered while it is. */
export type Work = Pick<Scene, 'routes' | 'own' | 'rooms' | 'isExact'> & {
  registry: Registry;
  live: Live;
  before: Scene | undefined;
  inside: string;
  /** What is or was just being dragged: all that differs from the picture before (C5). */
  stirred: ReadonlySet<string> | undefined;
};
