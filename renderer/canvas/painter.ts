// From a document (and light) to React Flow's nodes and edges, with as little new as possible.
// U1 what did not change keeps its object, so that React Flow draws only what did.
// U2 while something is dragged the picture follows the pointer; the document learns of it at the
//    end.
// U3 nodes come in the order of the arrows, so that Tab walks along them.
// U4 nothing is measured on the screen: a thousand steps stand as soon as they are drawn.

import type { Workflow, WorkflowNode, WorkflowScope } from '../../engine/1-document/schema.ts';
import { findScope, stepsOf } from '../../engine/1-document/scopes.ts';
import type { Registry } from '../../engine/node.ts';
import type { Language } from '../../engine/base/text/say.ts';
import { language, t } from '../words.ts';
import type {
  FlowItem,
  FlowNode,
  FlowNote,
  ItemData,
  KeptState,
  Mode,
  ShownArrow,
  WayMode,
} from './flow-types.ts';
import { portsOf } from './ports.ts';
import type { Lit } from './lit.ts';
import { sceneOf, spokenItem } from './scene.ts';
import type { Item, Live, Scene, SceneArrow } from './scene-types.ts';
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
  kept: ReadonlyMap<string, KeptState>;
  mode: Mode;
  /** The room shown from inside; empty for the whole drawing. */
  inside: string;
  /** Steps that what is being dragged cannot lead to. */
  dim: ReadonlySet<string>;
  /** The arrow that what is being dragged would be put into. */
  hot: string | undefined;
};

const comparedMode = (id: string, { added, removed }: NonNullable<Lit['compared']>): WayMode =>
  added.has(id) ? 'added' : removed.has(id) ? 'removed' : 'plan';

const wayMode = (id: string, lit: Lit | undefined): WayMode => {
  if (!lit) return 'plan';
  if (lit.compared) return comparedMode(id, lit.compared);
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
    kept: picture.kept.get(node.id),
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
    ...measured(data.item),
    data,
    selected: selected.has(node.id),
    zIndex: 10 * depth + (facts.shape === 'room' ? 0 : 3),
    ariaLabel: spokenItem(item, line, ways, scene),
    draggable: mode === 'edit' && !node.locked,
    ...(picture.dim.has(node.id) ? { className: 'dim' } : {}),
    ...(room === undefined ? {} : { parentId: room }),
  } as FlowNode);
}

const sizes = new WeakMap<Item, Pick<FlowNode, 'measured' | 'handles'>>();

/** Size and ways out as data: React Flow need not look them up on the screen (U4). */
function measured(item: Item): Pick<FlowNode, 'measured' | 'handles'> {
  const known = sizes.get(item);
  if (known) return known;
  const { w, h } = item.box;
  const made = { measured: { width: w, height: h }, handles: portsOf(item) };
  sizes.set(item, made);
  return made;
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
  arrows: (picture: Picture, scene: Scene) => ShownArrow[];
};

export function createPainter(): Painter {
  let last: Scene | undefined;
  let nodes = new Map<string, { node: FlowNode; item: Item }>();
  let arrows = new Map<string, ShownArrow>();
  let order: { scope: WorkflowScope; ids: string[] } | undefined;
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
      const scope = findScope(workflow, inside) ?? workflow.scope;
      if (order?.scope !== scope) order = { scope, ids: walkOrder(scope) };
      for (const id of order.ids) {
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
    arrows(picture, scene) {
      const next = scene.arrows.map((arrow) =>
        shownArrow(arrow, scene, picture, arrows.get(arrow.id)),
      );
      const isSame =
        next.length === arrows.size && next.every((one) => arrows.get(one.arrow.id) === one);
      if (!isSame) arrows = new Map(next.map((one) => [one.arrow.id, one]));
      return next;
    },
  };
}

/** Whether two arrows run the same way under the same name, from and to steps of the same names. */
function looksTheSame(a: SceneArrow, b: SceneArrow): boolean {
  if (a === b) return true;
  const sameEnds = a.from === b.from && a.to === b.to && a.port === b.port && a.depth === b.depth;
  return (
    sameEnds && a.words === b.words && String([a.points, a.label]) === String([b.points, b.label])
  );
}

function shownArrow(
  arrow: SceneArrow,
  { items }: Scene,
  { lit, mode, selected, hot }: Picture,
  before: ShownArrow | undefined,
): ShownArrow {
  const same = before && looksTheSame(before.arrow, arrow) ? before.arrow : arrow;
  return kept(before, {
    arrow: same,
    way: wayMode(arrow.id, lit),
    mode,
    spoken: spokenArrow(
      same,
      items.get(arrow.from)?.node.name ?? '',
      items.get(arrow.to)?.node.name ?? '',
    ),
    isSelected: selected.has(arrow.id),
    isHot: hot === arrow.id,
  });
}

type Spoken = { from: string; to: string; language: Language; text: string };
const spoken = new WeakMap<SceneArrow, Spoken>();

/** What a reader says of an arrow; said once for as long as nothing about it changes. */
function spokenArrow(arrow: SceneArrow, from: string, to: string): string {
  const known = spoken.get(arrow);
  if (known?.from === from && known.to === to && known.language === language) return known.text;
  const text = t('app.aria.arrow.from', { way: arrow.words || t('app.aria.then'), from, to });
  spoken.set(arrow, { from, to, language, text });
  return text;
}
