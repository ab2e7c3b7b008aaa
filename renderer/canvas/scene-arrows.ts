// The arrows of one scope of a picture: which stay as they are, the rest drawn anew, and their
// names.
// SA1 with many arrows a change draws only those anew that it touches; with few it draws all, so
//     that the same document looks the same however it came about.

import { edgeId } from '../../engine/base/ids.ts';
import type { WorkflowEdge, WorkflowScope } from '../../engine/1-document/schema.ts';
import { labelWidth, sameBox, type Box, type Point } from './geometry.ts';
import { placeLabels } from './place-labels.ts';
import { reserved } from './rooms.ts';
import { routeArrows, untouched, type Link, type Route } from './route-arrows.ts';
import type { Item, SceneArrow, Work } from './scene-types.ts';

/** SA1: so many arrows are drawn within a key press. */
const MANY = 60;

type ToDraw = {
  edges: WorkflowScope['edges'];
  items: Map<string, Item>;
  boxes: Box[];
  depth: number;
  back: Point[] | undefined;
};

/** The picture's words for a way out; none where the arrow itself says it. */
function wordsOf({ facts, spots }: Item, port: string): string {
  // The only ordinary way out needs no name.
  const isOnly = facts.ways.filter((way) => !way.problem).length === 1;
  const spot = spots.find((one) => one.id === port);
  return !spot || (isOnly && !spot.problem) ? '' : spot.words;
}

function linkOf(edge: WorkflowEdge, { box, spots }: Item): Link {
  const spot = spots.find((one) => one.id === edge.port);
  return {
    id: edgeId(edge),
    from: edge.from,
    to: edge.to,
    start: [box.x + (spot?.x ?? box.w / 2), box.y + (spot?.y ?? box.h)],
    leave: spot?.wall === 'right' ? 'right' : 'down',
  };
}

/** The arrows that stay as they are drawn (SA1). */
function keptRoutes(links: Link[], boxes: Box[], work: Work): Map<string, Route> {
  const { before, stirred, live } = work;
  if (!before) return new Map();
  const changed = boxes.filter((box) => {
    const old = before.items.get(box.id);
    return live.has(box.id) || !sameBox(old?.box, box);
  });
  const kept = untouched(before, links, changed);
  const isSame = changed.length === 0 && kept.size === links.length && before.isExact;
  const isDragging = stirred !== undefined && live.size > 0;
  if (!isSame && !isDragging && links.length <= MANY) return new Map();
  if (!isSame) work.isExact = false;
  return kept;
}

type Draft = { id: string; edge: WorkflowEdge; words: string; old: SceneArrow | undefined };

/** The arrows of one scope; what is drawn is gathered in `work`. */
export function drawArrows({ edges, items, boxes, depth, back }: ToDraw, work: Work): SceneArrow[] {
  const { before, own } = work;
  const links = edges.map((edge) => linkOf(edge, items.get(edge.from) as Item));
  const keep = keptRoutes(links, boxes, work);
  const routes = routeArrows(boxes, links, keep, reserved(back, boxes));
  for (const [id, route] of routes) work.routes.set(id, route);
  const drafts = edges.map((edge, i): Draft => {
    const { id } = links[i] as Link;
    const from = items.get(edge.from) as Item;
    const old = before?.own.get(id);
    const isSaid = old && before?.items.get(edge.from) === from;
    return { id, edge, old, words: isSaid ? old.words : wordsOf(from, edge.port) };
  });
  const labels = drafts.flatMap(({ id, words, old }) => {
    const stays = keep.has(id) && old?.words === words ? old.label : undefined;
    return words ? [{ id, width: labelWidth(words), keep: stays }] : [];
  });
  const places = placeLabels(labels, routes, boxes);
  return drafts.flatMap(({ id, edge, words, old }) => {
    const route = routes.get(id);
    if (!route) return [];
    const label = places.get(id);
    const isSame =
      old?.words === words &&
      old.depth === depth &&
      (old.points === route.points || String(old.points) === String(route.points)) &&
      String(old.label) === String(label);

    const arrow = isSame ? old : { id, ...edge, depth, words, points: route.points, label };
    own.set(id, arrow);
    return [arrow];
  });
}
