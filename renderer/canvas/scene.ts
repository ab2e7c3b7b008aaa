// A document as a picture: what stands where, how large, and every arrow as a line.
// C1 pure: document, registry and (while dragging) live positions in; items and arrows out.
// C2 a room is as large as what is in it; its size does not change while something is dragged.
// C3 everything inside a scope is drawn in that scope's own coordinates and moved with its room.

import { edgeId } from '../../engine/base/ids.ts';
import type { Workflow, WorkflowNode, WorkflowScope } from '../../engine/1-document/schema.ts';
import type { Registry } from '../../engine/node.ts';
import { t } from '../words.ts';
import { exitsOf } from './entries.ts';
import { CARD, PILL, ROOM, around, labelWidth, pillWidth, type Box, type Point } from './geometry.ts';
import { placeLabels } from './place-labels.ts';
import { routeArrows, untouched, type Link, type Route } from './route-arrows.ts';
import { stepFacts, type StepFacts, type Way } from './step-facts.ts';

/** A way out as it stands on a card: pixels from the left of the lower edge, or on the right wall. */
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
  spots: Spot[];
  /** Problem ways nobody drew: they ask the owner by default. */
  quiet: Way[];
  /** Door arrows of a room, in its own coordinates. */
  doors: { into: Point[][]; out: Point[][]; back: Point[] | undefined };
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
export type Scene = { items: Map<string, Item>; arrows: SceneArrow[]; routes: Map<string, Route> };

/** Positions of top left corners while something is dragged, as the canvas has them. */
export type Live = ReadonlyMap<string, Point>;

const NO_DOORS: Item['doors'] = { into: [], out: [], back: undefined };
/** Problem ways that ask the owner when nobody drew them; the others are open dots. */
const ASKS = new Set(['error', 'unsure', 'timeout', 'over']);

type Drawn = { items: Map<string, Item>; arrows: SceneArrow[]; size: { w: number; h: number; origin: Point } };
type Work = { registry: Registry; live: Live; before: Scene | undefined; routes: Map<string, Route> };

function sizeOf(node: WorkflowNode, facts: StepFacts, inner: Drawn | undefined): { w: number; h: number } {
  if (facts.shape === 'pill') return { w: pillWidth(node.name, facts.kind), h: PILL.h };
  return inner ? inner.size : CARD;
}

/** The committed box of a step, and its live one while it is dragged (C2). */
function boxOf(node: WorkflowNode, facts: StepFacts, inner: Drawn | undefined): Box {
  const { w, h } = sizeOf(node, facts, inner);
  return { id: node.id, x: node.at[0] - w / 2, y: node.at[1], w, h, shape: facts.shape };
}

/** Where the ways out stand on a card, and which are left to the default (see Item). */
function spotsOf(
  facts: StepFacts,
  box: Box,
  leadsTo: Map<string, Box>,
  isTop: boolean,
): { spots: Spot[]; quiet: Way[] } {
  const isDrawn = (way: Way): boolean => leadsTo.has(way.id);
  const isQuiet = (way: Way): boolean => !isDrawn(way) && way.problem === true && (ASKS.has(way.id) || !isTop);
  const undefinedWays = [...leadsTo.keys()].filter((id) => !facts.ways.some((way) => way.id === id));
  const gone = undefinedWays.map((id): Way => ({ id, label: '', words: id }));
  const shown = [...facts.ways.filter((way) => !isQuiet(way)), ...gone];
  const wall = (way: Way): Spot['wall'] => (box.shape === 'room' && way.problem ? 'right' : 'bottom');
  const below = shown.filter((way) => wall(way) === 'bottom');
  const beside = shown.filter((way) => wall(way) === 'right');
  const middleOf = (id: string): number | undefined => {
    const to = leadsTo.get(id);
    return to && to.x + to.w / 2;
  };
  const shares = exitsOf(
    below.map(({ id }) => ({ id, leadsTo: middleOf(id) })),
    box.x + box.w / 2,
  );
  const at = (way: Way): { x: number; y: number } =>
    wall(way) === 'bottom'
      ? { x: Math.round(box.w * (shares.get(way.id) ?? 0.5)), y: box.h }
      : { x: box.w, y: Math.max(ROOM.head + 12, box.h - 50 - 28 * beside.indexOf(way)) };
  return {
    spots: shown.map((way) => ({ ...way, ...at(way), wall: wall(way), drawn: isDrawn(way) })),
    quiet: facts.ways.filter(isQuiet),
  };
}

/** Arrows between a room's wall and the steps inside it, and a loop's way round (LOOK: rooms). */
function doorsOf(node: WorkflowNode, inner: Drawn, boxes: Box[]): Item['doors'] {
  const scope = node.scope as WorkflowScope;
  const [dx, dy] = inner.size.origin;
  const here = (box: Box): Box => ({ ...box, x: box.x + dx, y: box.y + dy });
  const first = boxes.filter((box) => !scope.edges.some((e) => e.to === box.id)).map(here);
  const last = boxes.filter((box) => !scope.edges.some((e) => e.from === box.id)).map(here);
  const into = first.map((box): Point[] => [
    [box.x + box.w / 2, ROOM.head],
    [box.x + box.w / 2, box.y],
  ]);
  const out = last.map((box): Point[] => [
    [box.x + box.w / 2, box.y + box.h],
    [box.x + box.w / 2, inner.size.h],
  ]);
  const [a, b] = [last.at(-1), first[0]];
  if (!node.type.startsWith('loop@') || !a || !b) return { into, out, back: undefined };
  const lane = inner.size.w - 22;
  const [low, high] = [a.y + a.h / 2 + (a === b ? 14 : 0), b.y + b.h / 2 - (a === b ? 14 : 0)];
  const back: Point[] = [[a.x + a.w, low], [lane, low], [lane, high], [b.x + b.w, high]];
  return { into, out, back };
}

/** One scope in its own coordinates (C3). */
function drawScope(scope: WorkflowScope, work: Work, depth: number, room: string | undefined): Drawn {
  const facts = new Map(scope.nodes.map((node) => [node.id, stepFacts(work.registry, node)]));
  const inners = new Map<string, Drawn>();
  for (const node of scope.nodes)
    if (facts.get(node.id)?.shape === 'room')
      inners.set(node.id, drawScope(node.scope ?? { nodes: [], edges: [], notes: [] }, work, depth + 1, node.id));
  const fixed = scope.nodes.map((node) => boxOf(node, facts.get(node.id) as StepFacts, inners.get(node.id)));
  const size = roomSize(fixed);
  const origin: Point = room === undefined ? [0, 0] : size.origin;
  const boxes = fixed.map((box) => {
    const live = work.live.get(box.id);
    return live ? { ...box, x: live[0] - origin[0], y: live[1] - origin[1] } : box;
  });
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const edges = scope.edges.filter((e) => byId.has(e.from) && byId.has(e.to));
  const items = new Map<string, Item>();
  for (const node of scope.nodes) {
    const box = byId.get(node.id) as Box;
    const own = facts.get(node.id) as StepFacts;
    const leadsTo = new Map(
      edges.filter((e) => e.from === node.id).map((e) => [e.port, byId.get(e.to) as Box]),
    );
    const inner = inners.get(node.id);
    const innerBoxes = inner ? (node.scope?.nodes ?? []).flatMap((n) => inner.items.get(n.id)?.box ?? []) : [];
    items.set(node.id, {
      node, facts: own, box, room, depth, origin,
      ...spotsOf(own, box, leadsTo, room === undefined),
      doors: inner ? doorsOf(node, inner, innerBoxes) : NO_DOORS,
    });
  }
  const arrows = drawArrows(edges, items, boxes, work, depth);
  for (const inner of inners.values()) for (const [id, item] of inner.items) items.set(id, item);
  return { items, arrows: [...arrows, ...movedIn(inners, byId)], size };
}

/** A room's size from its committed contents (C2). */
function roomSize(boxes: Box[]): Drawn['size'] {
  const all = around(boxes) ?? { x: 0, y: 0, w: ROOM.emptyW, h: ROOM.emptyH };
  return {
    w: all.w + 2 * ROOM.side,
    h: all.h + ROOM.top + ROOM.bottom,
    origin: [ROOM.side - all.x, ROOM.top - all.y],
  };
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

function drawArrows(
  edges: WorkflowScope['edges'],
  items: Map<string, Item>,
  boxes: Box[],
  work: Work,
  depth: number,
): SceneArrow[] {
  const links = edges.map((edge): Link => {
    const { box, spots } = items.get(edge.from) as Item;
    const spot = spots.find((one) => one.id === edge.port);
    const start: Point = [box.x + (spot?.x ?? box.w / 2), box.y + (spot?.y ?? box.h)];
    return { id: edgeId(edge), from: edge.from, to: edge.to, start, leave: spot?.wall === 'right' ? 'right' : 'down' };
  });
  const moved = boxes.filter((box) => work.live.has(box.id));
  const keep = work.before && moved.length > 0 ? untouched(work.before.routes, links, moved) : undefined;
  const routes = routeArrows(boxes, links, keep);
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
  const places = placeLabels(labels, routes, boxes);
  return edges.flatMap((edge) => {
    const id = edgeId(edge);
    const points = routes.get(id)?.points;
    const words = wordsOf(edge.from, edge.port);
    return points ? [{ id, ...edge, depth, words, points, label: places.get(id) }] : [];
  });
}

/** The picture of a workflow; `before` lets a drag redraw only what it touches. */
export function sceneOf(workflow: Workflow, registry: Registry, live: Live = new Map(), before?: Scene): Scene {
  const routes = new Map<string, Route>();
  const { items, arrows } = drawScope(workflow.scope, { registry, live, before, routes }, 0, undefined);
  return { items, arrows, routes };
}

/** What a screen reader says about a step: kind, name, what it does, where its ways lead. */
export function spokenItem(item: Item, line: string, scene: Scene): string {
  const ways = scene.arrows
    .filter((arrow) => arrow.from === item.node.id)
    .map((arrow) => {
      const to = scene.items.get(arrow.to)?.node.name ?? '';
      return t('app.aria.way', { way: arrow.words || t('app.aria.then'), to });
    });
  return [`${item.facts.kind}: ${item.node.name}.`, line, ...ways].join(' ');
}
