// From a document (and light) to React Flow's nodes and edges, with as little new as possible.
// U1 what did not change keeps its object, so that React Flow draws only what did.
// U2 while something is dragged the picture follows the pointer; the document learns of it at the
//    end.
// U3 nodes come in the order of the arrows, so that Tab walks along them.

import type { Workflow, WorkflowNode } from '../../engine/1-document/schema.ts';
import { findScope, stepsOf } from '../../engine/1-document/scopes.ts';
import type { Registry } from '../../engine/node.ts';
import { t } from '../words.ts';
import type {
  FlowArrow,
  FlowItem,
  FlowNode,
  FlowNote,
  ItemData,
  Mode,
  WayMode,
} from './flow-types.ts';
import type { Lit } from './lit.ts';
import { sceneOf, spokenItem, type Item, type Live, type Scene, type SceneArrow } from './scene.ts';
import type { NoteItem } from './scene-notes.ts';
import { limitOf, spokenLine, type Names } from './step-facts.ts';
import { walkOrder } from './walk-order.ts';

export type Picture = {
  workflow: Workflow;
  registry: Registry;
  names: Names;
  lit: Lit | undefined;
  selected: ReadonlySet<string>;
  problems: ReadonlyMap<string, number>;
  mode: Mode;
  /** The room shown from inside; empty for the whole drawing. */
  inside: string;
  /** Steps that what is being dragged cannot lead to. */
  dim: ReadonlySet<string>;
  /** The arrow that what is being dragged would be put into. */
  hot: string | undefined;
};

const wayMode = (id: string, lit: Lit | undefined): WayMode => {
  if (!lit) return 'plan';
  if (lit.live.has(id)) return 'live';
  if (lit.taken.has(id)) return 'taken';
  return lit.off.has(id) ? 'off' : 'idle';
};

/** Keeps the earlier object wherever all its values are the same (PT1). */
function kept<T extends object>(before: T | undefined, now: T): T {
  if (!before) return now;
  const keys = Object.keys(now) as (keyof T)[];
  const isSame =
    keys.length === Object.keys(before).length &&
    keys.every((key) => Object.is(before[key], now[key]));
  return isSame ? before : now;
}

const sameItem = (a: Item, b: Item): boolean =>
  a === b ||
  (a.node === b.node &&
    a.box.w === b.box.w &&
    a.box.h === b.box.h &&
    a.box.mid === b.box.mid &&
    a.room === b.room &&
    JSON.stringify([a.spots, a.quiet, a.doors]) === JSON.stringify([b.spots, b.quiet, b.doors]));

type Around = { scene: Scene; picture: Picture; ways: SceneArrow[] };

function nodeOf(item: Item, around: Around, before: FlowNode | undefined): FlowNode {
  const { scene, picture, ways } = around;
  const { lit, names, mode, problems, selected } = picture;
  const { node, box, facts, depth, room } = item;
  const old = before?.data;
  const line = spokenLine(facts, names);
  const data: ItemData = kept(old, {
    item: old && sameItem(old.item, item) ? old.item : item,
    line,
    limit: limitOf(facts, node, names),
    mode,
    light: lit?.steps[node.id],
    round: lit?.rounds[node.id],
    problems: problemsOf(node, problems),
  });
  const at = { x: box.x + item.origin[0], y: box.y + item.origin[1] };
  const position =
    before && before.position.x === at.x && before.position.y === at.y ? before.position : at;
  return kept(before, {
    id: node.id,
    type: facts.shape,
    position,
    width: box.w,
    height: box.h,
    data,
    selected: selected.has(node.id),
    zIndex: 10 * depth + (facts.shape === 'room' ? 0 : 3),
    ariaLabel: spokenItem(item, line, ways, scene),
    draggable: mode === 'edit' && !node.locked,
    ...(picture.dim.has(node.id) ? { className: 'dim' } : {}),
    ...(room === undefined ? {} : { parentId: room }),
  } as FlowNode);
}

/** A room drawn as a card also speaks for what lies in it. */
function problemsOf(node: WorkflowNode, problems: Picture['problems']): number {
  const own = problems.get(node.id) ?? 0;
  if (!node.collapsed || !node.scope) return own;
  return [...stepsOf(node.scope)].reduce((n, one) => n + (problems.get(one.node.id) ?? 0), own);
}

function noteOf(
  { note, box, room, depth, origin }: NoteItem,
  { mode, selected }: Picture,
  before: FlowNote | undefined,
): FlowNote {
  const at = { x: box.x + origin[0], y: box.y + origin[1] };
  const isThere = before?.position.x === at.x && before.position.y === at.y;
  return kept(before, {
    id: note.id,
    type: 'note',
    position: isThere ? before.position : at,
    width: box.w,
    height: box.h,
    data: kept(before?.data, { note, mode }),
    selected: selected.has(note.id),
    zIndex: 10 * depth + 2,
    ariaLabel: t('app.aria.note', { text: note.text || t('app.note.empty') }),
    draggable: mode === 'edit',
    ...(room === undefined ? {} : { parentId: room }),
  } as FlowNote);
}

/** Draws pictures one after another and remembers the last one, to keep what is the same (PT1). */
export type Painter = {
  scene: (picture: Picture, live: Live) => Scene;
  nodes: (picture: Picture, scene: Scene) => FlowItem[];
  edges: (picture: Picture, scene: Scene) => FlowArrow[];
};

export function createPainter(): Painter {
  let last: Scene | undefined;
  let nodes = new Map<string, { node: FlowNode; item: Item }>();
  let edges = new Map<string, FlowArrow>();
  let notes = new Map<string, FlowNote>();
  let painted: Picture | undefined;
  return {
    scene({ workflow, registry, inside }, live) {
      last = sceneOf(workflow, registry, live, last, inside);
      return last;
    },
    nodes(picture, scene) {
      const from = Map.groupBy(scene.arrows, (arrow) => arrow.from);
      const isSame = painted === picture;
      const next = new Map<string, { node: FlowNode; item: Item }>();
      const { workflow, inside } = picture;
      for (const id of walkOrder(findScope(workflow, inside) ?? workflow.scope)) {
        const item = scene.items.get(id);
        const before = nodes.get(id);
        if (!item) continue;
        // While a card is dragged only what it touches is looked at again.
        if (isSame && before?.item === item) next.set(id, before);
        else {
          const around = { scene, picture, ways: from.get(id) ?? [] };
          next.set(id, { node: nodeOf(item, around, before?.node), item });
        }
      }
      nodes = next;
      painted = picture;
      notes = new Map(
        [...scene.notes].map(([id, item]) => [id, noteOf(item, picture, notes.get(id))]),
      );
      return [...[...next.values()].map(({ node }) => node), ...notes.values()];
    },
    edges(picture, scene) {
      const next = scene.arrows.map((arrow) => edgeOf(arrow, scene, picture, edges.get(arrow.id)));
      edges = new Map(next.map((edge) => [edge.id, edge]));
      return next;
    },
  };
}

function edgeOf(
  arrow: SceneArrow,
  scene: Scene,
  { lit, mode, selected, hot }: Picture,
  before: FlowArrow | undefined,
): FlowArrow {
  const old = before?.data;
  const isSame =
    old && (old.arrow === arrow || JSON.stringify(old.arrow) === JSON.stringify(arrow));
  const same = isSame ? old.arrow : arrow;
  const spot = scene.items.get(arrow.from)?.spots.some((one) => one.id === arrow.port);
  return kept(before, {
    id: arrow.id,
    type: 'way',
    source: arrow.from,
    target: arrow.to,
    sourceHandle: spot ? arrow.port : null,
    selected: selected.has(arrow.id),
    ariaLabel: t('app.aria.arrow.from', {
      way: arrow.words || t('app.aria.then'),
      from: scene.items.get(arrow.from)?.node.name ?? '',
      to: scene.items.get(arrow.to)?.node.name ?? '',
    }),
    ...(hot === arrow.id ? { className: 'hot' } : {}),
    zIndex: 10 * arrow.depth + 1,
    data: kept(old, { arrow: same, way: wayMode(arrow.id, lit), mode }),
  } as FlowArrow);
}
