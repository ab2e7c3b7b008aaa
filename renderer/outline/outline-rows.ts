// The rows of the outline: every step with its ways out, rooms with what is in them, in reading
// order.
// OR1 pure: a document in, rows out; numbers count every step, shown or folded away.
// OR2 every way out of a step is a row under it, also those nobody drew: what happens then is said.
// OR3 a step is folded at first unless ways part there; folded, it still tells where its ways lead
//     that do not just go on to the next row.

import type { Workflow, WorkflowNode, WorkflowScope } from '../../engine/1-document/schema.ts';
import type { Registry } from '../../engine/node.ts';
import { stepFacts, type StepFacts, type Way } from '../canvas/step-facts.ts';
import { branchesOf, type Branch } from './branches.ts';

/** What a way out does: lead to steps, or what happens because nobody drew it. */
export type Leads =
  | { how: 'to'; steps: { id: string; n: number; name: string }[] }
  | { how: 'owner' | 'stops' | 'refused' | 'not_offered' | 'nowhere' }
  | { how: 'leaves'; room: string };

type Place = {
  key: string;
  /** 1 for the outermost rows. */
  level: number;
  /** Position among, and number of, the rows with the same parent. */
  pos: number;
  of: number;
  parent: string | undefined;
  /** Undefined for a row that holds nothing. */
  isOpen: boolean | undefined;
};
export type StepRow = Place & {
  is: 'step';
  id: string;
  n: number;
  node: WorkflowNode;
  facts: StepFacts;
  /** The room it is in; the empty text for the top. */
  room: string;
  /** Ways that say more than the next row does. */
  told: Told[];
};
export type Told = { way: Way; leads: Leads };
export type WayRow = Place & {
  is: 'way';
  step: string;
  way: Way;
  leads: Leads;
  /** What it leads to stands right below it. */
  isAbove: boolean;
};
/** A room without steps says so. */
export type EmptyRow = Place & { is: 'empty'; room: string };
export type OutlineRow = StepRow | WayRow | EmptyRow;

export const wayKey = (step: string, port: string): string => `${step}:${port}`;
const emptyKey = (room: string): string => `${room}/`;

type Tree = { row: Unplaced; kids: Tree[]; plain: boolean };
type Unplaced =
  | Omit<StepRow, keyof Place>
  | Omit<WayRow, keyof Place>
  | Omit<EmptyRow, keyof Place>;
type Work = {
  registry: Registry;
  numbers: Map<string, { n: number; name: string }>;
};

const NOTHING: WorkflowScope = { nodes: [], edges: [], notes: [] };
/** A folded row has space for so many ways. */
const TOLD = 2;
const ASKS = new Set(['error', 'unsure', 'timeout', 'over']);

/**
 * Ways that part: problems, and ordinary ways of which there are several (but not a person's yes).
 */
function parting(facts: StepFacts, port: string): boolean {
  const way = facts.ways.find((one) => one.id === port);
  if (!way || way.problem) return true;
  const ordinary = facts.ways.filter((one) => !one.problem);
  if (facts.family === 'person') return ordinary[0]?.id !== port;
  return ordinary.length > 1;
}

/** What happens by a way that nobody drew. */
function undrawn(node: WorkflowNode, way: Way, room: WorkflowNode | undefined): Leads {
  if (way.id === 'sent_back') return { how: 'not_offered' };
  if (room) return { how: 'leaves', room: room.name };
  if (!way.problem) return { how: 'nowhere' };
  if (way.id === 'refused') return { how: 'refused' };
  return { how: ASKS.has(way.id) && !node.noDefault?.includes(way.id) ? 'owner' : 'stops' };
}

/** Numbers first, so that every way can say where it leads (OR1). */
function number(branches: Branch[], scope: WorkflowScope, work: Work): void {
  const byId = new Map(scope.nodes.map((node) => [node.id, node]));
  for (const { step, under } of branches) {
    const node = byId.get(step) as WorkflowNode;
    work.numbers.set(step, { n: work.numbers.size + 1, name: node.name });
    const facts = stepFacts(work.registry, node);
    if (facts.shape === 'room')
      number(read(node.scope ?? NOTHING, work), node.scope ?? NOTHING, work);
    for (const { id } of waysOf(node, facts, scope)) number(under.get(id) ?? [], scope, work);
  }
}

function read(scope: WorkflowScope, { registry }: Work): Branch[] {
  const facts = new Map(scope.nodes.map((node) => [node.id, stepFacts(registry, node)]));
  const rank = (step: string, port: string): number => {
    const at = facts.get(step)?.ways.findIndex((way) => way.id === port) ?? -1;
    return at < 0 ? Infinity : at;
  };
  // Branches stand in the order of their ways, whenever they were drawn.
  const from = Map.groupBy(scope.edges, (edge) => edge.from);
  const edges = [...from].flatMap(([id, own]) =>
    own.toSorted((a, b) => rank(id, a.port) - rank(id, b.port) || 0),
  );
  return branchesOf({ ...scope, edges }, (step, port) => {
    const own = facts.get(step);
    return own !== undefined && parting(own, port);
  });
}

type Around = { scope: WorkflowScope; room: WorkflowNode | undefined };

function wayTree(node: WorkflowNode, way: Way, below: Branch[], around: Around, work: Work): Tree {
  const { scope, room } = around;
  const targets = scope.edges.filter((edge) => edge.from === node.id && edge.port === way.id);
  const steps = targets.flatMap(({ to }) => {
    const known = work.numbers.get(to);
    return known ? [{ id: to, ...known }] : [];
  });
  const leads: Leads = steps.length > 0 ? { how: 'to', steps } : undrawn(node, way, room);
  const isAbove = steps.length === 1 && below[0]?.step === steps[0]?.id;
  return {
    row: { is: 'way', step: node.id, way, leads, isAbove },
    kids: treesOf(below, around, work),
    plain: false,
  };
}

/** The ways of a step, with those that still are arrows although the step lost them. */
function waysOf(node: WorkflowNode, facts: StepFacts, scope: WorkflowScope): Way[] {
  const lost = scope.edges
    .filter((edge) => edge.from === node.id && !facts.ways.some((way) => way.id === edge.port))
    .map(({ port }): Way => ({ id: port, label: '', words: port }));
  return [...facts.ways, ...new Map(lost.map((way) => [way.id, way])).values()];
}

function treesOf(branches: Branch[], around: Around, work: Work): Tree[] {
  const { scope, room } = around;
  const byId = new Map(scope.nodes.map((node) => [node.id, node]));
  return branches.map(({ step, under }, i): Tree => {
    const node = byId.get(step) as WorkflowNode;
    const facts = stepFacts(work.registry, node);
    const n = work.numbers.get(step)?.n ?? 0;
    const isRoom = facts.shape === 'room';
    const inner = { scope: node.scope ?? NOTHING, room: node };
    const inside = isRoom ? treesOf(read(inner.scope, work), inner, work) : [];
    const empty: Tree = { row: { is: 'empty', room: step }, kids: [], plain: false };
    const ways = waysOf(node, facts, scope).map((way) =>
      wayTree(node, way, under.get(way.id) ?? [], around, work),
    );
    const next = branches[i + 1]?.step;
    const told = ways.flatMap(({ row }) => (row.is === 'way' && tells(row, next) ? [row] : []));
    const ordinary = facts.ways.filter((way) => !way.problem);
    const parts = isRoom || ordinary.length > 1 || ways.some(({ kids }) => kids.length > 0);
    return {
      row: { is: 'step', id: step, n, node, facts, room: room?.id ?? '', told },
      kids: [...(isRoom && inside.length === 0 ? [empty] : inside), ...ways],
      plain: !parts && told.length <= TOLD,
    };
  });
}

/** Neither goes on to the next row, nor is a problem that is left to its default (OR3). */
function tells({ leads, way }: Told, next: string | undefined): boolean {
  if (leads.how === 'to') return way.problem === true || leads.steps.some(({ id }) => id !== next);
  return leads.how === 'nowhere' || leads.how === 'stops';
}

const keyOf = (row: Unplaced): string =>
  row.is === 'step' ? row.id : row.is === 'way' ? wayKey(row.step, row.way.id) : emptyKey(row.room);

type Spot = { level: number; parent: string | undefined };

function place(trees: Tree[], open: ReadonlyMap<string, boolean>, spot: Spot): OutlineRow[] {
  return trees.flatMap(({ row, kids, plain }, i): OutlineRow[] => {
    const key = keyOf(row);
    const isOpen = kids.length === 0 ? undefined : (open.get(key) ?? !plain);
    const at: Place = { key, ...spot, pos: i + 1, of: trees.length, isOpen };
    const below = isOpen ? place(kids, open, { level: spot.level + 1, parent: key }) : [];
    return [{ ...row, ...at } as OutlineRow, ...below];
  });
}

export type Outline = {
  rows: OutlineRow[];
  /** By row: the rows it stands under, outermost first, also of rows folded away. */
  above: ReadonlyMap<string, string[]>;
  /** By step: its number. */
  numbers: ReadonlyMap<string, number>;
};

/** The outline of a workflow (OR1–OR3); `open` holds what a person folded or unfolded. */
export function outlineOf(
  workflow: Workflow,
  registry: Registry,
  open: ReadonlyMap<string, boolean> = new Map(),
): Outline {
  const work: Work = { registry, numbers: new Map() };
  const branches = read(workflow.scope, work);
  number(branches, workflow.scope, work);
  const trees = treesOf(branches, { scope: workflow.scope, room: undefined }, work);
  const above = new Map<string, string[]>();
  const note = (tree: Tree, path: string[]): void => {
    const key = keyOf(tree.row);
    above.set(key, path);
    for (const kid of tree.kids) note(kid, [...path, key]);
  };
  for (const tree of trees) note(tree, []);
  return {
    rows: place(trees, open, { level: 1, parent: undefined }),
    above,
    numbers: new Map([...work.numbers].map(([id, { n }]) => [id, n])),
  };
}
