// From the document to the compiler's own form: the registry says what each step is, the drawing
// how they hang together. Documents with problems never get here; whatever does not fit is a bug.
// LW1 a step that needs several calls becomes a container of inner steps, which belong to it
//     (`node`), share its attempts and its time limit, and are seen by nobody else.

import type { Condition } from '../base/condition.ts';
import { edgeId, innerId } from '../base/ids.ts';
import type { Field } from '../base/kinds.ts';
import { LIMITS } from '../base/limits.ts';
import type { Json } from '../base/value.ts';
import type { Lowered, Lowering, OutputShape, Port, Registry } from '../node.ts';
import type { Card, Folder, WorkflowNode, WorkflowScope } from '../1-document/schema.ts';
import { heldAgainst } from '../2-validate/held-against.ts';
import type { IRGraph, IRKind, IRScope, IRStep } from './ir.ts';

const KIND = {
  start: 'start',
  end: 'end',
  join: 'join',
  wait: 'wait',
  loop: 'loop',
  for_each: 'each',
  group: 'group',
  workflow: 'workflow',
} as const satisfies Record<string, IRKind>;

/** The graph of a workflow. */
export function lower({ workflow, cards }: Folder, registry: Registry): IRGraph {
  const { id, name, version, scope } = workflow;
  return { id, name, version, scope: lowerScope(scope, registry, cards) };
}

const lowerScope = (scope: WorkflowScope, registry: Registry, cards: Card[]): IRScope => ({
  steps: scope.nodes.map((node) => lowerNode(node, registry, cards)),
  edges: scope.edges.map(({ from, port, to }) => ({
    id: edgeId({ from, port, to }),
    from,
    port,
    to,
  })),
});

function lowerNode(node: WorkflowNode, registry: Registry, cards: Card[]): IRStep {
  const definition = registry.get(node.type);
  if (!definition) throw new Error(`no step of type ${node.type}`);
  const { does } = definition;
  const kind =
    does.kind === 'structure' ? KIND[does.as] : does.kind === 'lowered' ? does.kind : 'task';
  const read = heldAgainst(definition, node.settings);
  if (!read.ok) throw new Error(`settings of ${node.id} do not fit ${node.type}`);
  const { settings } = read;
  const card = cards.find(({ name }) => name === node.settings['tool']);
  const body =
    does.kind === 'lowered'
      ? innerScope(node, does.lower(settings, lowering(node.id, card)), registry, cards)
      : node.scope && lowerScope(node.scope, registry, cards);
  const outputs = outputsOf(node, definition.output(settings), cards);
  return {
    id: node.id,
    node: node.id,
    name: node.name,
    kind,
    type: node.type,
    ...waysOut(node, kind, definition.ports(settings)),
    join: node.join ?? 'all',
    settings: node.settings,
    ...(outputs.length ? { outputs } : {}),
    ...(node.timeoutMs === undefined ? {} : { timeoutMs: node.timeoutMs }),
    ...(node.attempts === undefined ? {} : { attempts: node.attempts }),
    ...(body ? { body } : {}),
    ...ownFields(node, kind),
  };
}

const lowering = (id: string, card: Card | undefined): Lowering => ({
  idOf: (part) => innerId(id, part),
  ...(card ? { card } : {}),
});

/** LW1 */
function innerScope(
  { id, timeoutMs, attempts }: WorkflowNode,
  { steps, arrows }: Lowered,
  registry: Registry,
  cards: Card[],
): IRScope {
  const inner = steps.map(({ part, type, settings }): IRStep => {
    const own = { timeoutMs, attempts };
    const node = { id: innerId(id, part), type, name: part, at: [0, 0], settings, ...own };
    return { ...lowerNode(node as WorkflowNode, registry, cards), node: id };
  });
  const edges = arrows.map(({ from, port, to }) => {
    const arrow = { from: innerId(id, from), port, to: innerId(id, to) };
    return { id: edgeId(arrow), ...arrow };
  });
  return { steps: inner, edges };
}

/** Its ports, and which of them may not be dropped. Everything that can fail has a port `error`. */
function waysOut(
  node: WorkflowNode,
  kind: IRKind,
  ports: Port[],
): Pick<IRStep, 'ports' | 'mustHandle' | 'noDefault'> {
  const ids = ports.map((port) => port.id);
  const problems = ports.filter((port) => port.problem).map((port) => port.id);
  const own = { ports: ids, mustHandle: problems };
  const off = node.noDefault ?? [];
  const switchedOff = (noDefault: string[]): Pick<IRStep, 'noDefault'> =>
    noDefault.length ? { noDefault } : {};
  if (['start', 'join', 'end'].includes(kind)) return { ...own, ...switchedOff(off) };
  if (ids.includes('error')) {
    return { ...own, mustHandle: [...new Set([...problems, 'error'])], ...switchedOff(off) };
  }
  // A step that declares no such port has no drawn way for it either: the run fails there.
  return {
    ports: [...ids, 'error'],
    mustHandle: [...problems, 'error'],
    ...switchedOff([...new Set([...off, 'error'])]),
  };
}

/** The fields of its value: what the step declares, or what the card of its tool does. */
function outputsOf(node: WorkflowNode, shape: OutputShape, cards: Card[]): Field[] {
  if ('fields' in shape) return shape.fields;
  return cards.find((card) => card.name === node.settings['tool'])?.result ?? [];
}

const isNumber = (x: unknown): x is number => typeof x === 'number';

/** What only some kinds have. */
function ownFields({ settings }: WorkflowNode, kind: IRKind): Partial<IRStep> {
  const { ms, outcome, output, maxRounds, until, items, concurrency, withinMs } = settings;
  switch (kind) {
    case 'end':
      return {
        outcome: (outcome ?? 'done') as NonNullable<IRStep['outcome']>,
        ...(output === undefined ? {} : { output }),
      };
    case 'wait':
      return isNumber(ms) ? { waitMs: ms } : { waitFor: settings };
    case 'loop':
      return { maxRounds: Number(maxRounds), until: until as unknown as Condition };
    case 'each':
      return {
        items: items as Json,
        concurrency: Math.min(Number(concurrency ?? 1), LIMITS.concurrency),
      };
    case 'task':
      return withinMs === undefined ? {} : { deadline: withinMs };
    case 'start':
    case 'join':
    case 'group':
    case 'lowered':
    case 'workflow':
      return {};
  }
}
