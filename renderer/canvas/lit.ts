// The light on a drawing: which steps are in which state and which arrows were taken, from a run.
// L1 pure: a run's view and the drawing it ran on in; states, words and arrow ids out.
// L2 what can no longer be reached is "not taken", also while the run still goes on.
// L3 a generated *Ask the owner* step shows on the step it asks about.

import { edgeId } from '../../engine/base/ids.ts';
import type { Workflow, WorkflowNode, WorkflowScope } from '../../engine/1-document/schema.ts';
import type { RunView, StepView } from '../../engine/4-run/view.ts';
import type { Registry } from '../../engine/node.ts';
import { cost, duration } from '../format.ts';
import { askedWords } from '../cards/together.ts';
import { standsInLine, turnWords, waitsItsTurn } from '../runs/waits-turn.ts';
import { t } from '../words.ts';
import type { LightState } from './states.tsx';
import { stepFacts, type Names } from './step-facts.ts';

export type StepLight = { state: LightState; word?: string; facts?: string };
/** Everything a canvas needs to be lit; arrows by the id of base/ids.edgeId. */
export type Lit = {
  steps: Record<string, StepLight>;
  taken: ReadonlySet<string>;
  live: ReadonlySet<string>;
  off: ReadonlySet<string>;
  /** Rooms: the round a loop is in, and of how many. */
  rounds: Record<string, { round: number; of?: number }>;
  /** Two versions are compared: arrows that came and went; all others are as planned. */
  compared?: { added: ReadonlySet<string>; removed: ReadonlySet<string> };
};

const ASKS = 'ask_owner__';
const ENDED = new Set(['done', 'failed', 'stopped']);
const OPEN = new Set(['running', 'waiting', 'held']);

type Known = { view: RunView; registry: Registry; names: Names };

/** The state a step shows; a held one waits for somebody, whatever the reason. */
function shown(step: StepView, view: RunView): LightState {
  if (standsInLine(view, step)) return 'idle';
  if (
    (step.state === 'running' || step.state === 'held') &&
    waitsItsTurn(view.effects[step.effect ?? ''])
  )
    return 'idle';
  if (step.state === 'held') return view.paused ? 'paused' : 'waiting';
  return step.state;
}

function wordOf(
  step: StepView,
  state: LightState,
  node: WorkflowNode,
  known: Known,
): string | undefined {
  const { view, registry, names } = known;
  const card = Object.values(view.cards).find((c) => c.effect === step.effect);
  const person = (id: string): string => names.people.get(id)?.name ?? id;
  const effect = view.effects[step.effect ?? ''];
  if (standsInLine(view, step)) return t('app.light.in_line');
  if (state === 'idle' && waitsItsTurn(effect)) return turnWords('light', effect);
  if (state === 'paused' && view.pausedFor?.why.code === 'why.quarantined')
    return t('app.light.held_back');
  if (state === 'waiting' && card) return t('app.light.waiting', { who: askedWords(card, person) });
  if (state === 'refused' && card?.by) return t('app.light.refused', { who: person(card.by) });
  if (state === 'failed') {
    const tries = view.effects[step.effect ?? '']?.attempts.length ?? 1;
    return t('app.light.failed', { n: Math.max(1, tries) });
  }
  if (state !== 'done' || step.port === undefined) return undefined;
  const { ways } = stepFacts(registry, node);
  const way = ways.find((one) => one.id === step.port);
  const ordinary = ways.filter((one) => !one.problem);
  return way && (ordinary.length > 1 || way.problem) ? way.words : undefined;
}

function factsOf(step: StepView, view: RunView): string | undefined {
  if (step.endedAt === undefined) return undefined;
  const effect = view.effects[step.effect ?? ''];
  // What a person took is the wait; the effect itself took nothing.
  const isWait = effect?.kind === 'card' || effect?.kind === 'timer' || step.inner !== undefined;
  const time = duration((isWait ? undefined : effect?.ms) ?? step.endedAt - step.startedAt);
  const all = step.inner?.map((one) => view.effects[one.effect]) ?? [effect];
  const nano = all.reduce((sum, one) => sum + (one?.usage.costNano ?? 0), 0);
  return nano > 0 ? `${time} · ${cost(nano)}` : time;
}

/** The step as it stands now; *Ask the owner* speaks for the step it asks about (L3). */
function latest(view: RunView, id: string): StepView | undefined {
  const asks = view.steps[`${ASKS}${id}`];
  const own = view.steps[id];
  return asks && OPEN.has(asks.state) ? { ...asks, step: id } : own;
}

type Light = { steps: Lit['steps']; taken: Set<string>; live: Set<string>; off: Set<string> };

/** One scope; `isGone` = the room itself was not taken. */
function lightScope(scope: WorkflowScope, known: Known, light: Light, isGone: boolean): void {
  const { view } = known;
  const isOver = ENDED.has(view.status);
  const steps = new Map(scope.nodes.map((node) => [node.id, latest(view, node.id)]));
  const gone = new Set<string>();
  // Repeated until nothing changes: what only skipped steps lead to is skipped as well (L2).
  for (let size = -1; size !== gone.size;) {
    size = gone.size;
    for (const node of scope.nodes) {
      if (steps.get(node.id)) continue;
      const into = scope.edges.filter((edge) => edge.to === node.id);
      const never = into.length > 0 && into.every((edge) => isOff(edge, steps, gone));
      if (isGone || isOver || never) gone.add(node.id);
    }
  }
  for (const node of scope.nodes) {
    const step = steps.get(node.id);
    const state = step ? shown(step, view) : gone.has(node.id) ? 'skipped' : 'idle';
    const word = step && wordOf(step, state, node, known);
    const facts = step && factsOf(step, view);
    light.steps[node.id] = { state, ...(word ? { word } : {}), ...(facts ? { facts } : {}) };
    if (node.scope) lightScope(node.scope, known, light, state === 'skipped');
  }
  for (const edge of scope.edges) {
    const id = edgeId(edge);
    const from = steps.get(edge.from);
    if (from?.port === edge.port) {
      light.taken.add(id);
      const to = steps.get(edge.to);
      if (to && shown(to, view) === 'running') light.live.add(id);
    } else if (isOff(edge, steps, gone)) light.off.add(id);
  }
}

function isOff(
  edge: { from: string; port: string },
  steps: Map<string, StepView | undefined>,
  gone: Set<string>,
): boolean {
  const from = steps.get(edge.from);
  if (!from) return gone.has(edge.from);
  return from.endedAt !== undefined && from.port !== undefined && from.port !== edge.port;
}

/** The light of a run on the drawing it ran on (L1). */
export function litOf(view: RunView, workflow: Workflow, registry: Registry, names: Names): Lit {
  const light: Light = { steps: {}, taken: new Set(), live: new Set(), off: new Set() };
  lightScope(workflow.scope, { view, registry, names }, light, false);
  const rounds: Lit['rounds'] = {};
  const visit = (scope: WorkflowScope): void => {
    for (const node of scope.nodes) {
      const round = view.steps[node.id]?.round;
      const of = node.settings['maxRounds'];
      if (round !== undefined)
        rounds[node.id] = { round, ...(typeof of === 'number' ? { of } : {}) };
      if (node.scope) visit(node.scope);
    }
  };
  visit(workflow.scope);
  return { ...light, rounds };
}
