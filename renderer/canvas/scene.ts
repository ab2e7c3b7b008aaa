// A document as a picture: what stands where, how large, and every arrow as a line.
// C1 pure: document, registry and (while dragging) live positions in; items and arrows out.
// C2 a room is as large as what is in it; its size does not change while something is dragged.
// C3 everything inside a scope is drawn in that scope's own coordinates and moved with its room.
// C4 what did not change since the picture before keeps its objects: nothing is drawn twice.

import { edgeId } from '../../engine/base/ids.ts';
import type { Workflow, WorkflowNode, WorkflowScope } from '../../engine/1-document/schema.ts';
import { findScope, TOP } from '../../engine/1-document/scopes.ts';
import type { Registry } from '../../engine/node.ts';
import { t } from '../words.ts';
import { exitsOf } from './entries.ts';
import { CARD, PILL, ROOM, labelWidth, pillWidth, type Box, type Point } from './geometry.ts';
import { placeLabels } from './place-labels.ts';
import { backWay, doorsOf, reserved, roomSize, type Doors, type RoomSize } from './rooms.ts';
import { routeArrows, untouched, type Link, type Route } from './route-arrows.ts';
import { notesIn, type NoteItem } from './scene-notes.ts';
import { pillKind, stepFacts, type StepFacts, type Way } from './step-facts.ts';

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
};

/** Positions of top left corners while something is dragged, as the canvas has them. */
export type Live = ReadonlyMap<string, Point>;

const NO_DOORS: Doors = { into: [], out: [], back: undefined };
const EMPTY: WorkflowScope = { nodes: [], edges: [], notes: [] };
/** Problem ways that ask the owner when nobody drew them; the others are open dots. */
const ASKS = new Set(['error', 'unsure', 'timeout', 'over']);

type Drawn = {
  items: Map<string, Item>;
  arrows: SceneArrow[];
  size: RoomSize;
  boxes: Box[];
  back: Point[] | undefined;
};
type Work = {
  registry: Registry;
  live: Live;
  before: Scene | undefined;
  routes: Map<string, Route>;
  own: Map<string, SceneArrow>;
  inside: string;
};

function sizeOf(
  node: WorkflowNode,
  facts: StepFacts,
  inner: Drawn | undefined,
): { w: number; h: number } {
  if (facts.shape === 'pill') return { w: pillWidth(node.name, pillKind(facts)), h: PILL.h };
  return inner ? inner.size : CARD;
}

/** The committed box of a step, and its live one while it is dragged (C2). */
function boxOf(node: WorkflowNode, facts: StepFacts, inner: Drawn | undefined): Box {
  const { w, h } = sizeOf(node, facts, inner);
  const mid = inner ? inner.size.door : w / 2;
  return { id: node.id, x: node.at[0] - mid, y: node.at[1], w, h, shape: facts.shape, mid };
}

/** Where the ways out stand on a card, and which are left to the default (see Item). */
function spotsOf(
  facts: StepFacts,
  box: Box,
  leadsTo: Map<string, Box>,
  isTop: boolean,
  exit: number | undefined,
): { spots: Spot[]; quiet: Way[] } {
  const isDrawn = (way: Way): boolean => leadsTo.has(way.id);
  const isQuiet = (way: Way): boolean =>
    !isDrawn(way) && way.problem === true && (ASKS.has(way.id) || !isTop);
  const undefinedWays = [...leadsTo.keys()].filter(
    (id) => !facts.ways.some((way) => way.id === id),
  );
  const gone = undefinedWays.map((id): Way => ({ id, label: '', words: id }));
  const shown = [...facts.ways.filter((way) => !isQuiet(way)), ...gone];
  const wall = (way: Way): Spot['wall'] =>
    box.shape === 'room' && way.problem ? 'right' : 'bottom';
  const below = shown.filter((way) => wall(way) === 'bottom');
  const beside = shown.filter((way) => wall(way) === 'right');
  const middleOf = (id: string): { x: number; y: number } | undefined => {
    const to = leadsTo.get(id);
    return to && { x: to.x + to.mid, y: to.y };
  };
  const shares = exitsOf(
    below.map(({ id, problem }) => ({ id, problem, leadsTo: middleOf(id) })),
    box.x + box.mid,
  );
  const at = (way: Way): { x: number; y: number } =>
    wall(way) === 'bottom'
      ? {
          x: exit && below.length === 1 ? exit : Math.round(box.w * (shares.get(way.id) ?? 0.5)),
          y: box.h,
        }
      : { x: box.w, y: Math.max(ROOM.head + 12, box.h - 50 - 28 * beside.indexOf(way)) };
  return {
    spots: shown.map((way) => ({ ...way, ...at(way), wall: wall(way), drawn: isDrawn(way) })),
    quiet: facts.ways.filter(isQuiet),
  };
}

/** Whether a step stands as it stood and leads where it led (C4). */
function looksTheSame(a: Item, b: Item): boolean {
  const sameBox = (p: Box, q: Box): boolean =>
    p === q || (p.x === q.x && p.y === q.y && p.w === q.w && p.h === q.h && p.mid === q.mid);
  if (a.node !== b.node || a.facts !== b.facts || a.room !== b.room || a.depth !== b.depth)
    return false;
  if (a.origin[0] !== b.origin[0] || a.origin[1] !== b.origin[1]) return false;
  if (!sameBox(a.box, b.box) || a.leadsTo.size !== b.leadsTo.size) return false;
  return [...b.leadsTo].every(([port, box]) => {
    const was = a.leadsTo.get(port);
    return was !== undefined && sameBox(was, box);
  });
}

/** One scope in its own coordinates (C3). */
function drawScope(scope: WorkflowScope, work: Work, depth: number, of?: WorkflowNode): Drawn {
  const room = of?.id;
  const facts = new Map(scope.nodes.map((node) => [node.id, stepFacts(work.registry, node)]));
  const inners = new Map<string, Drawn>();
  for (const node of scope.nodes)
    if (facts.get(node.id)?.shape === 'room')
      inners.set(node.id, drawScope(node.scope ?? EMPTY, work, depth + 1, node));
  const fixed = scope.nodes.map((node) =>
    boxOf(node, facts.get(node.id) as StepFacts, inners.get(node.id)),
  );
  const size = roomSize(scope, fixed);
  const origin: Point = room === undefined ? [0, 0] : size.origin;
  const boxes = fixed.map((box) => {
    const live = work.live.get(box.id);
    return live ? { ...box, x: live[0] - origin[0], y: live[1] - origin[1] } : box;
  });
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const edges = scope.edges.filter((e) => byId.has(e.from) && byId.has(e.to));
  const edgesFrom = Map.groupBy(edges, (edge) => edge.from);
  const items = new Map<string, Item>();
  for (const node of scope.nodes) {
    const box = byId.get(node.id) as Box;
    const own = facts.get(node.id) as StepFacts;
    const leads = edgesFrom.get(node.id) ?? [];
    const leadsTo = new Map(leads.map((e) => [e.port, byId.get(e.to) as Box]));
    const inner = inners.get(node.id);
    const old = work.before?.items.get(node.id);
    const next: Item = {
      node,
      facts: own,
      box,
      room,
      depth,
      origin,
      leadsTo,
      inner: inner?.size.origin ?? [0, 0],
      spots: [],
      quiet: [],
      doors: NO_DOORS,
    };
    if (old && !inner && looksTheSame(old, next)) {
      items.set(node.id, old); // C4
      continue;
    }
    items.set(node.id, {
      ...next,
      ...spotsOf(own, box, leadsTo, room === undefined && work.inside === TOP, inner?.size.exit),
      ...(work.inside === TOP ? {} : { quiet: [] }),
      doors: inner ? doorsOf(node.scope ?? EMPTY, inner.boxes, inner.size, inner.back) : NO_DOORS,
    });
  }
  const back = of?.type.startsWith('loop@') ? backWay(scope, boxes) : undefined;
  const arrows = drawArrows({ edges, items, boxes, depth, back }, work);
  for (const inner of inners.values()) for (const [id, item] of inner.items) items.set(id, item);
  return { items, arrows: [...arrows, ...movedIn(inners, byId)], size, boxes, back };
}

/** The arrows inside rooms, in the coordinates of the scope the rooms stand in (C3). */
function movedIn(inners: Map<string, Drawn>, byId: Map<string, Box>): SceneArrow[] {
  return [...inners].flatMap(([id, inner]) => {
    const box = byId.get(id) as Box;
    const [dx, dy] = [box.x + inner.size.origin[0], box.y + inner.size.origin[1]];
    const move = ([x, y]: Point): Point => [x + dx, y + dy];
    return inner.arrows.map((arrow) => ({
      ...arrow,
      points: arrow.points.map(move),
      label: arrow.label && move(arrow.label),
    }));
  });
}

type ToDraw = {
  edges: WorkflowScope['edges'];
  items: Map<string, Item>;
  boxes: Box[];
  depth: number;
  back: Point[] | undefined;
};

function drawArrows({ edges, items, boxes, depth, back }: ToDraw, work: Work): SceneArrow[] {
  const links = edges.map((edge): Link => {
    const { box, spots } = items.get(edge.from) as Item;
    const spot = spots.find((one) => one.id === edge.port);
    const start: Point = [box.x + (spot?.x ?? box.w / 2), box.y + (spot?.y ?? box.h)];
    return {
      id: edgeId(edge),
      from: edge.from,
      to: edge.to,
      start,
      leave: spot?.wall === 'right' ? 'right' : 'down',
    };
  });
  const moved = boxes.filter((box) => work.live.has(box.id));
  const keep =
    work.before && moved.length > 0 ? untouched(work.before.routes, links, moved) : undefined;
  const routes = routeArrows(boxes, links, keep, reserved(back, boxes));
  for (const [id, route] of routes) work.routes.set(id, route);
  const wordsOf = (from: string, port: string): string => {
    const { facts, spots } = items.get(from) as Item;
    // The only ordinary way out needs no name: the arrow itself says it.
    const isOnly = facts.ways.filter((way) => !way.problem).length === 1;
    const spot = spots.find((one) => one.id === port);
    return !spot || (isOnly && !spot.problem) ? '' : spot.words;
  };
  const labels = edges.flatMap((edge) => {
    const words = wordsOf(edge.from, edge.port);
    return words ? [{ id: edgeId(edge), width: labelWidth(words) }] : [];
  });
  const kept = new Map(
    [...(keep ?? [])].flatMap(([id]) => {
      const label = work.before?.own.get(id)?.label;
      return label ? [[id, label] as const] : [];
    }),
  );
  const places = placeLabels(labels, routes, boxes, kept);
  return edges.flatMap((edge) => {
    const id = edgeId(edge);
    const points = routes.get(id)?.points;
    if (!points) return [];
    const words = wordsOf(edge.from, edge.port);
    const old = work.before?.own.get(id);
    const label = places.get(id);
    const isSame =
      old?.points === points && old.words === words && String(old.label) === String(label);
    const arrow = isSame ? old : { id, ...edge, depth, words, points, label }; // C4
    work.own.set(id, arrow);
    return [arrow];
  });
}

/**
 * The picture of a workflow, or of one of its rooms from inside; `before` lets a drag redraw only
 * what it touches.
 */
export function sceneOf(
  workflow: Workflow,
  registry: Registry,
  live: Live = new Map(),
  before?: Scene,
  inside = TOP,
): Scene {
  const routes = new Map<string, Route>();
  const own = new Map<string, SceneArrow>();
  const work: Work = { registry, live, before, routes, own, inside };
  const { items, arrows } = drawScope(findScope(workflow, inside) ?? EMPTY, work, 0);
  return { items, arrows, routes, own, notes: notesIn(workflow, items, live, inside) };
}

/** What a screen reader says about a step: kind, name, what it does, where its ways lead. */
export function spokenItem(item: Item, line: string, ways: SceneArrow[], scene: Scene): string {
  const said = ways.map(({ words, to }) =>
    t('app.aria.way', {
      way: words || t('app.aria.then'),
      to: scene.items.get(to)?.node.name ?? '',
    }),
  );
  return [`${item.facts.kind}: ${item.node.name}.`, line, ...said].join(' ');
}
