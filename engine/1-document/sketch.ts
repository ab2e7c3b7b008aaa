// From a sketch (a model's answer in the closed shape of sketch-shape.ts) to a drawing.
// SK1 total: whatever stands in the sketch, out comes a drawing that can be saved; what makes no
//     sense is left out, and the judge says what is missing.
// SK2 disarmed: no step is linked to a tool or another workflow; what a step wishes for is words.
// SK3 ids, ways out and places to look at are taken from what is there, never from the model's
//     spelling of them.

import { OPERATORS, type Operator } from '../base/condition.ts';
import { freshId } from '../base/ids.ts';
import type { Field } from '../base/kinds.ts';
import { isObject, type Json, type JsonObject } from '../base/value.ts';
import type { Registry } from '../node.ts';
import { addArrow } from './edit-arrows.ts';
import { workflowSchema, type Workflow, type WorkflowNode } from './schema.ts';
import { SKETCH_KINDS, SKETCH_STEPS, type SketchStep } from './sketch-shape.ts';
import { stepSettings, type Drawn } from './sketch-steps.ts';

/** What a step wishes to use outside, in the model's words. */
export type Wish = { step: string; wish: string };
export type Sketched = { workflow: Workflow; wishes: Wish[] };

/** What a drawing is made with besides the sketch. */
export type SketchSetting = {
  /** An empty workflow with a name: its budget and its frame stay. */
  empty: Workflow;
  registry: Registry;
  currency: string;
};

const MOST = { steps: 60, input: 30, arrows: 200, items: 20 };
const BELOW = 120;

const words = (x: Json | undefined, most: number): string =>
  typeof x === 'string'
    ? x
        .toWellFormed()
        .replace(/\p{Cc}+/gu, ' ')
        .trim()
        .slice(0, most)
    : '';
const lines = (x: Json | undefined, most: number): string =>
  typeof x === 'string' ? x.toWellFormed().trim().slice(0, most) : '';
const list = (x: Json | undefined, most: number): JsonObject[] =>
  (Array.isArray(x) ? x : []).filter(isObject).slice(0, most);

/** Declared fields under ids of their own; `ids` remembers what the sketch called them. */
function fieldsOf(x: Json | undefined, currency: string, ids = new Map<string, string>()): Field[] {
  const taken = new Set<string>();
  return list(x, MOST.input).map((one) => {
    const label = words(one['label'], 200) || words(one['id'], 48) || 'Field';
    const id = freshId(words(one['id'], 48) || label, taken, 'field');
    taken.add(id);
    ids.set(words(one['id'], 48), id);
    const kind = SKETCH_KINDS.find((k) => k === one['kind']) ?? 'text';
    return {
      id,
      label,
      kind,
      ...(kind === 'money' ? { currency } : {}),
      ...(one['required'] === true ? { required: true } : {}),
    };
  });
}

/** What a step of the sketch says, before it is looked at what it looks at. */
function drawnOf(one: JsonObject, id: string, currency: string): Drawn {
  const does = SKETCH_STEPS.find((s) => s === one['does']) as SketchStep;
  const taken = new Set<string>(['ok', 'unsure', 'error', 'otherwise']);
  const named = (x: JsonObject, key: string): string => {
    const free = freshId(words(x[key], 48) || words(x['name'], 60), taken, 'way');
    taken.add(free);
    return free;
  };
  return {
    id,
    does,
    name: words(one['name'], 120) || id,
    instructions: lines(one['instructions'], 4000),
    reads: (Array.isArray(one['reads']) ? one['reads'] : [])
      .map((path) => words(path, 200))
      .slice(0, MOST.items),
    options: list(one['options'], MOST.items).map((x) => ({
      id: named(x, 'id'),
      said: words(x['id'], 48),
      name: words(x['name'], 120) || words(x['id'], 48) || 'Option',
      description: lines(x['description'], 1000),
    })),
    fields: fieldsOf(one['fields'], currency),
    cases: list(one['cases'], MOST.items).map((x) => ({
      port: named(x, 'way'),
      said: words(x['way'], 48),
      label: words(x['label'], 60),
      field: words(x['field'], 200),
      op: OPERATORS.find((op) => op === x['op']) ?? ('is' satisfies Operator),
      value: words(x['value'], 500),
    })),
    ask: words(one['ask'], 48),
    wish: words(one['wish'], 300),
    outcome:
      (['done', 'refused', 'does_not_know'] as const).find((o) => o === one['outcome']) ?? 'done',
    message: words(one['message'], 500),
    days: typeof one['days'] === 'number' && one['days'] > 0 ? Math.min(one['days'], 365) : 1,
  };
}

/** The way out of a step that is meant: by its id, its words, or the first ordinary one (SK3). */
function wayOf(
  registry: Registry,
  node: WorkflowNode,
  drawn: Drawn | undefined,
  way: string,
): string {
  const definition = registry.get(node.type);
  const parsed = definition?.settings.safeParse(node.settings);
  const ports = definition && parsed?.success ? definition.ports(parsed.data) : [];
  const own = [
    ...(drawn?.cases ?? []).map((c) => [c.said, c.port]),
    ...(drawn?.options ?? []).map((o) => [o.said, o.id]),
  ];
  const meant = own.find(([said]) => said === way)?.[1] ?? way;
  const plain = (text: string): string => text.toLowerCase().replace(/[\s-]+/g, '_');
  const found =
    ports.find(({ id }) => id === meant) ??
    ports.find(({ id, label }) => plain(id) === plain(way) || plain(label) === plain(way));
  return (found ?? ports.find((port) => !port.problem) ?? { id: 'ok' }).id;
}

/** The drawing a sketch amounts to (SK1, SK2, SK3). */
export function workflowOf(sketch: Json, { empty, registry, currency }: SketchSetting): Sketched {
  const whole = isObject(sketch) ? sketch : {};
  const inputIds = new Map<string, string>();
  const input = fieldsOf(whole['input'], currency, inputIds);
  const taken = new Set(['start']);
  const ids = new Map<string, string>([['start', 'start']]);
  const drawn = list(whole['steps'], MOST.steps)
    .filter((one) => SKETCH_STEPS.some((does) => does === one['does']))
    .map((one) => {
      const said = words(one['id'], 48);
      const id = freshId(words(one['name'], 120) || said, taken, words(one['does'], 48));
      taken.add(id);
      if (!ids.has(said)) ids.set(said, id);
      return drawnOf(one, id, currency);
    });
  const known = { input, inputIds, ids, drawn, currency };
  const start: WorkflowNode = {
    id: 'start',
    type: 'start@1',
    name: 'Start',
    at: [0, 0],
    settings: {},
  };
  const nodes = drawn.map((one, i): WorkflowNode => ({
    id: one.id,
    type: `${one.does}@1`,
    name: one.name,
    at: [0, (i + 1) * BELOW],
    settings: stepSettings(one, known),
  }));
  const bare: Workflow = {
    ...empty,
    name: words(whole['name'], 120) || empty.name,
    purpose: words(whole['purpose'], 2000),
    input,
    scope: { nodes: [start, ...nodes], edges: [], notes: [] },
  };
  const workflow = withArrows(bare, list(whole['arrows'], MOST.arrows), { ids, drawn, registry });
  return {
    workflow: workflowSchema.parse(workflow),
    wishes: drawn.filter(({ wish }) => wish !== '').map(({ id, wish }) => ({ step: id, wish })),
  };
}

type Joining = { ids: Map<string, string>; drawn: Drawn[]; registry: Registry };

/** The drawing with its arrows; one that cannot be drawn is left out (SK1). */
function withArrows(
  bare: Workflow,
  arrows: JsonObject[],
  { ids, drawn, registry }: Joining,
): Workflow {
  let workflow = bare;
  const at = (x: Json | undefined): string | undefined => ids.get(words(x, 48));
  for (const arrow of arrows) {
    const [from, to] = [at(arrow['from']), at(arrow['to'])];
    const node = workflow.scope.nodes.find(({ id }) => id === from);
    if (!node || from === undefined || to === undefined) continue;
    const port = wayOf(
      registry,
      node,
      drawn.find(({ id }) => id === from),
      words(arrow['way'], 48),
    );
    const joined = addArrow(workflow, { from, port, to });
    if (joined.ok) workflow = joined.workflow;
  }
  return workflow;
}
