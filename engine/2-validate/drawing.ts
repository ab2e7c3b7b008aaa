// The drawing as the rules look at it: every step with its definition, its ways out, its room, and
// what surely happened before it. Computed once per validation; rules only read it.
// DR1 total: unknown types, unreadable settings and circles are kept as gaps, never thrown at.

import { edgeId } from '../base/ids.ts';
import { isObject, type JsonObject } from '../base/value.ts';
import type { NodeDefinition, OutputShape, Registry } from '../node.ts';
import { conditionsIn, referencesIn } from '../1-document/references.ts';
import { TOP, type ScopeId } from '../1-document/scopes.ts';
import type { Folder, Setting, WorkflowNode, WorkflowScope } from '../1-document/schema.ts';
import { heldAgainst } from './held-against.ts';
import { orderRoom } from './order.ts';
import type { Drawing, Room, Step } from './step.ts';

/** Checking, contract and ceiling of one state of a folder look at one drawing. */
const known = new WeakMap<Folder, Drawing>();

/** The drawing of a folder, read once (DR1). Folders are never changed in place. */
export function drawingOf(folder: Folder, setting: Setting, registry: Registry): Drawing {
  const before = known.get(folder);
  if (before?.setting === setting && before.registry === registry) return before;
  const drawing = read(folder, setting, registry);
  known.set(folder, drawing);
  return drawing;
}

function read(folder: Folder, setting: Setting, registry: Registry): Drawing {
  const cards = new Map(folder.cards.map((card) => [card.name, card]));
  const drawing: Drawing = { folder, setting, registry, rooms: [], steps: new Map(), cards };
  addRoom(drawing, TOP, undefined, folder.workflow.scope);
  return drawing;
}

function addRoom(drawing: Drawing, id: ScopeId, of: Step | undefined, scope: WorkflowScope): void {
  const room: Room = {
    id,
    of,
    scope,
    steps: [],
    byId: new Map(),
    order: undefined,
    beginnings: [],
  };
  drawing.rooms.push(room);
  if (of) of.inner = room;
  for (const node of scope.nodes) {
    const step = stepOf(drawing, node, room);
    room.steps.push(step);
    if (!room.byId.has(node.id)) room.byId.set(node.id, step);
    if (!drawing.steps.has(node.id)) drawing.steps.set(node.id, step);
  }
  const seen = new Set<string>();
  for (const edge of scope.edges) {
    const [from, to] = [room.byId.get(edge.from), room.byId.get(edge.to)];
    if (!from || !to || seen.has(edgeId(edge))) continue;
    seen.add(edgeId(edge));
    from.out.push(edge);
    to.in.push(edge);
  }
  orderRoom(room);
  for (const step of room.steps)
    if (step.node.scope) addRoom(drawing, step.node.id, step, step.node.scope);
}

function stepOf({ registry, cards }: Drawing, node: WorkflowNode, room: Room): Step {
  const definition = registry.get(node.type);
  const { read, references, conditions } = readSettings(definition, node.settings);
  const tool = node.settings['tool'];
  const settings = read?.ok ? read.settings : { ...definition?.initial, ...node.settings };
  return {
    node,
    room,
    inner: undefined,
    bit: 1n << BigInt(room.steps.length),
    definition,
    read,
    ports: definition && attempt(() => definition.ports(settings)),
    output: definition && attempt(() => sound(definition.output(settings))),
    references,
    conditions,
    card: typeof tool === 'string' ? cards.get(tool) : undefined,
    in: [],
    out: [],
    before: 0n,
    sure: 0n,
  };
}

/**
 * A definition is written for settings that fit; for half-made ones its answer may be none (DR1).
 */
function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

/** What half-made settings made is no output where its fields are none. */
function sound(output: OutputShape): OutputShape | undefined {
  return 'fields' in output && !isFields(output.fields) ? undefined : output;
}

const isFields = (all: unknown): boolean =>
  Array.isArray(all) &&
  all.every(
    (one: unknown) =>
      isObject(one) &&
      typeof one['id'] === 'string' &&
      (one['fields'] === undefined || isFields(one['fields'])) &&
      (one['of'] === undefined || isFields([one['of']])),
  );

type Remembered = Pick<Step, 'read' | 'references' | 'conditions'> & {
  by: NodeDefinition | undefined;
};

/** Settings keep their identity while other steps change, so most of them are read only once. */
const remembered = new WeakMap<JsonObject, Remembered>();

function readSettings(by: NodeDefinition | undefined, settings: JsonObject): Remembered {
  const before = remembered.get(settings);
  if (before && before.by === by) return before;
  const now = {
    by,
    read: by && heldAgainst(by, settings),
    references: referencesIn(settings),
    conditions: conditionsIn(settings),
  };
  remembered.set(settings, now);
  return now;
}
