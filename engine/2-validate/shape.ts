// Does the drawing hang together: ids, rooms, arrows, ways out.
// SHA1 every room begins in exactly one place, or steps would start that nobody meant to start.
// SHA2 arrows never run in a circle; repeating is what a loop step is for.

import { edgeId } from '../base/ids.ts';
import type { Field } from '../base/kinds.ts';
import type { Problem, WorkflowEdge } from '../1-document/schema.ts';
import { neverTogether } from './joins.ts';
import { onStep, onWorkflow } from './problem.ts';
import { allSteps, isProblemWay, type Drawing, type Room, type Step } from './step.ts';

export function shape(drawing: Drawing): Problem[] {
  return [
    ...ids(drawing),
    ...allSteps(drawing).flatMap(kind),
    ...drawing.rooms.flatMap((room) => [
      ...beginnings(room),
      ...arrows(room),
      ...circles(room),
      ...openWays(room),
      ...neverTogether(room),
    ]),
    ...inputs(drawing.folder.workflow.input),
  ];
}

function ids(drawing: Drawing): Problem[] {
  const seen = new Set<string>();
  return allSteps(drawing).flatMap((step) => {
    const { id } = step.node;
    if (seen.has(id)) return [onStep('id_twice', step, { id })];
    seen.add(id);
    return [];
  });
}

const CONTAINERS = new Set<unknown>(['loop', 'for_each', 'group']);
const isContainer = (step: Step): boolean =>
  step.definition?.does.kind === 'structure' && CONTAINERS.has(step.definition.does.as);
const structureOf = (step: Step): string | undefined =>
  step.definition?.does.kind === 'structure' ? step.definition.does.as : undefined;

/** The step's type, and whether it holds steps where it may and must. */
function kind(step: Step): Problem[] {
  if (!step.definition) return [onStep('type_unknown', step, { type: step.node.type })];
  if (step.definition.generated) return [onStep('type_generated', step)];
  const holds = step.node.scope !== undefined;
  if (holds && !isContainer(step)) return [onStep('not_a_room', step)];
  if (!isContainer(step)) return [];
  return step.node.scope?.nodes.length ? [] : [onStep('room_empty', step)];
}

const removeArrow = (arrow: WorkflowEdge | undefined) =>
  arrow && { code: 'fix.remove_arrow', edit: { do: 'disconnect' as const, arrow } };
const removeStep = ({ node }: Step) => ({
  code: 'fix.remove_step',
  edit: { do: 'remove_steps' as const, steps: [node.id] },
});

/** SHA1: one place to begin; at the top it is the start step. */
function beginnings(room: Room): Problem[] {
  const starts = room.steps.filter((step) => structureOf(step) === 'start');
  const found = starts
    .filter((step) => step.in.length > 0)
    .map((step) => onStep('start_entered', step, {}, { fix: removeArrow(step.in[0]) }));
  if (room.of === undefined && starts.length === 0) return [...found, onWorkflow('start_missing')];
  const first = starts[0] ?? room.beginnings[0];
  const more = starts
    .slice(1)
    .map((step) => onStep('start_twice', step, {}, { fix: removeStep(step) }));
  const stray = room.beginnings
    .filter((step) => step !== first && structureOf(step) !== 'start')
    .map((step) => onStep('unreachable', step));
  return [...found, ...more, ...stray];
}

function arrows(room: Room): Problem[] {
  const seen = new Set<string>();
  return room.scope.edges.flatMap((edge) => {
    const [from, to] = [room.byId.get(edge.from), room.byId.get(edge.to)];
    const fix = removeArrow(edge);
    if (!from || !to) {
      const step = from ?? to;
      const params = { from: edge.from, to: edge.to };
      return step
        ? [onStep('arrow_lost', step, params, { fix })]
        : [onWorkflow('arrow_lost', params)];
    }
    if (seen.has(edgeId(edge))) return [onStep('arrow_twice', from, { to: to.node.name })];
    seen.add(edgeId(edge));
    const isKnown = from.ports?.some((port) => port.id === edge.port) ?? true;
    return isKnown
      ? []
      : [onStep('way_unknown', from, { way: edge.port, to: to.node.name }, { fix })];
  });
}

/** SHA2. */
function circles(room: Room): Problem[] {
  if (room.order) return [];
  const step = room.steps.find((s) => s.in.length > 0 && turns(room, s));
  return step ? [onStep('circle', step)] : [];
}

function turns(room: Room, start: Step): boolean {
  const seen = new Set<Step>([start]);
  for (const at of seen)
    for (const edge of at.out) {
      const next = room.byId.get(edge.to);
      if (next === start) return true;
      if (next) seen.add(next);
    }
  return false;
}

/**
 * At the top, an ordinary way out that leads nowhere ends the run without saying how it came out.
 * Problems have their default way, sending back exists only where it leads somewhere, and in a room
 * the last steps simply end it.
 */
function openWays(room: Room): Problem[] {
  if (room.of) return [];
  return room.steps.flatMap((step) =>
    (step.ports ?? [])
      .filter(
        ({ id }) =>
          id !== 'sent_back' &&
          !isProblemWay(step, id) &&
          !step.out.some((edge) => edge.port === id),
      )
      .map((port) => onStep('way_open', step, wayParams(step, port.id), { severity: 'warning' })),
  );
}

/** The words for a way out: what the drawing says, else the catalogue's for the step's type. */
function wayParams(step: Step, id: string): Problem['params'] {
  const port = step.ports?.find((p) => p.id === id);
  const type = step.definition?.type ?? '';
  return {
    ...port?.said?.params,
    way: port?.said?.code ?? (port?.label || `node.${type}.port.${id}`),
  };
}

/** Declared fields: each id once, and what a kind needs. */
function inputs(fields: Field[], under = 'input'): Problem[] {
  const seen = new Set<string>();
  return fields.flatMap((field, i) => {
    const path = `${under}.${i}`;
    const wrong = (code: string): Problem =>
      onWorkflow(code, { label: field.label, id: field.id }, path);
    const found: Problem[] = [];
    if (seen.has(field.id)) found.push(wrong('field_twice'));
    seen.add(field.id);
    if (field.kind === 'choice' && !field.choices?.length) found.push(wrong('choices_missing'));
    if (field.kind === 'list' && field.of) found.push(...inputs([field.of], `${path}.of`));
    return [...found, ...inputs(field.fields ?? [], `${path}.fields`)];
  });
}
