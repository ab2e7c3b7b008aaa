// A document as a picture: what stands where, how large, and every arrow as a line.
// C1 pure: document, registry and (while dragging) live positions in; items and arrows out.
// C2 a room is as large as what is in it; its size does not change while something is dragged.
// C3 everything inside a scope is drawn in that scope's own coordinates and moved with its room.
// C4 what did not change since the picture before keeps its objects: nothing is drawn twice.
// C5 while something is dragged only that, what leads to it and the arrows near it are looked at.

import type { Workflow, WorkflowNode, WorkflowScope } from '../../engine/1-document/schema.ts';
import { findScope, TOP } from '../../engine/1-document/scopes.ts';
import type { Registry } from '../../engine/node.ts';
import { t } from '../words.ts';
import { exitsOf } from './entries.ts';
import { CARD, PILL, ROOM, pillWidth, sameBox, type Box, type Point } from './geometry.ts';
import { backWay, doorsOf, roomSize, type Doors, type RoomSize } from './rooms.ts';
import { drawArrows } from './scene-arrows.ts';
import { notesIn } from './scene-notes.ts';
import type { Drawn, Item, Live, Scene, SceneArrow, Spot, Work } from './scene-types.ts';
import { pillKind, stepFacts, type StepFacts, type Way } from './step-facts.ts';

const NO_ROOM: RoomSize = { w: 0, h: 0, origin: [0, 0], door: 0, exit: 0 };
const NO_DOORS: Doors = { into: [], out: [], back: undefined };
const EMPTY: WorkflowScope = { nodes: [], edges: [], notes: [] };
/** Problem ways that ask the owner when nobody drew them; the others are open dots. */
const ASKS = new Set(['error', 'unsure', 'timeout', 'over']);

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
  if (a.node !== b.node || a.facts !== b.facts || a.room !== b.room || a.depth !== b.depth)
    return false;
  if (a.origin[0] !== b.origin[0] || a.origin[1] !== b.origin[1]) return false;
  if (!sameBox(a.box, b.box) || a.leadsTo.size !== b.leadsTo.size) return false;
  return [...b.leadsTo].every(([port, box]) => {
    const was = a.leadsTo.get(port);
    return was !== undefined && sameBox(was, box);
  });
}

/** Whether something in a scope, or in a room of it, is stirred. */
const isStirred = ({ nodes, notes }: WorkflowScope, stirred: ReadonlySet<string>): boolean =>
  notes.some(({ id }) => stirred.has(id)) ||
  nodes.some(({ id, scope }) => stirred.has(id) || (scope ? isStirred(scope, stirred) : false));

/** What is drawn inside of a room: as it was where nothing of it is stirred (C5). */
function drawInside(node: WorkflowNode, work: Work, depth: number): Drawn {
  const { stirred, before, routes, own, rooms } = work;
  const scope = node.scope ?? EMPTY;
  const old = before?.rooms.get(node.id);
  const isSame = old && stirred && !isStirred(scope, stirred);
  const drawn = isSame ? old : drawScope(scope, work, depth, node);
  rooms.set(node.id, drawn);
  if (!isSame || !before) return drawn;
  for (const { id } of drawn.arrows) {
    const [route, arrow] = [before.routes.get(id), before.own.get(id)];
    if (route) routes.set(id, route);
    if (arrow) own.set(id, arrow);
  }
  for (const id of drawn.items.keys()) {
    const inner = before.rooms.get(id);
    if (inner) rooms.set(id, inner);
  }
  return drawn;
}

/** Where everything in a scope stands, and how large it is as a room (C2). */
function placed(scope: WorkflowScope, work: Work, inners: Map<string, Drawn>, isRoom: boolean) {
  const { stirred, before, live, registry } = work;
  const fixed = scope.nodes.map((node) => {
    const inner = inners.get(node.id);
    const old = stirred && !inner && !stirred.has(node.id) ? before?.items.get(node.id) : undefined;
    return old?.box ?? boxOf(node, stepFacts(registry, node), inner);
  });
  const size = isRoom ? roomSize(scope, fixed) : NO_ROOM;
  const [dx, dy] = size.origin;
  const boxes = fixed.map((box) => {
    const at = live.get(box.id);
    return at ? { ...box, x: at[0] - dx, y: at[1] - dy } : box;
  });
  return { size, boxes };
}

/** One scope in its own coordinates (C3). */
function drawScope(scope: WorkflowScope, work: Work, depth: number, of?: WorkflowNode): Drawn {
  const room = of?.id;
  const { stirred } = work;
  const inners = new Map<string, Drawn>();
  for (const node of scope.nodes)
    if (stepFacts(work.registry, node).shape === 'room')
      inners.set(node.id, drawInside(node, work, depth + 1));
  const { size, boxes } = placed(scope, work, inners, room !== undefined);
  const { origin } = size;
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const edges = scope.edges.filter((e) => byId.has(e.from) && byId.has(e.to));
  const edgesFrom = Map.groupBy(edges, (edge) => edge.from);
  const items = new Map<string, Item>();
  for (const node of scope.nodes) {
    const box = byId.get(node.id) as Box;
    const own = stepFacts(work.registry, node);
    const leads = edgesFrom.get(node.id) ?? [];
    const inner = inners.get(node.id);
    const old = work.before?.items.get(node.id);
    const isCalm =
      stirred && old?.box === box && !inner && !leads.some((edge) => stirred.has(edge.to));
    if (isCalm) {
      items.set(node.id, old); // C5
      continue;
    }
    const leadsTo = new Map(leads.map((e) => [e.port, byId.get(e.to) as Box]));
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
  const isDragged = before?.of.workflow === workflow && before.of.inside === inside;
  const stirred = isDragged ? new Set([...live.keys(), ...before.of.live.keys()]) : undefined;
  const shared = { routes: new Map(), own: new Map(), rooms: new Map() };
  const old = before?.of.inside === inside ? before : undefined;
  const work: Work = { registry, live, before: old, inside, stirred, isExact: true, ...shared };
  const { items, arrows } = drawScope(findScope(workflow, inside) ?? EMPTY, work, 0);
  const notes = notesIn(workflow, items, live, inside);
  const { isExact } = work;
  return { items, arrows, notes, of: { workflow, inside, live }, isExact, ...shared };
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
