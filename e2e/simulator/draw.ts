// Random workflows for the simulator: small, dense, and with every kind of step, tool and join.
// D1 what is handed out has no errors: whatever goes wrong afterwards is the engine's.

import type { Folder, Setting, WorkflowScope } from '../../engine/1-document/schema.ts';
import { validate } from '../../engine/2-validate/validate.ts';
import type { JsonObject } from '../../engine/base/value.ts';
import { defineNode, type NodeDefinition, type Registry } from '../../engine/node.ts';
import { registry as shipped } from '../../nodes/index.ts';
import { group } from '../../nodes/group.ts';
import { drawing, scopeOf, type StepSpec } from '../kit/drawing.ts';
import { below, oneOf, type Chance } from '../bisimulation/random.ts';
import { CARDS, randomRules, randomStep, type Pen } from './draw-steps.ts';

/** A step with a fault of its own: the turn that computes it throws. */
const bomb = defineNode({
  ...(group as NodeDefinition),
  type: 'bomb',
  ports: () => [{ id: 'ok', label: '' }],
  does: {
    kind: 'compute',
    compute: () => {
      throw new Error('a step that is broken');
    },
  },
}) as NodeDefinition;

/** Everything that can be drawn, and a step that breaks the turn it is in. */
export const registry: Registry = new Map([...shipped, ['bomb@1', bomb]]);

const until = { field: 'round', op: 'at_least', value: 2 };

/** A pen that draws rooms so much deeper. */
function penOf({ chance, library }: Omit<Pen, 'depth' | 'room'>, depth: number): Pen {
  const pen: Pen = { chance, library, depth, room: (id, more) => randomRoom(pen, id, more) };
  return pen;
}

function randomRoom(pen: Pen, id: string, join: JsonObject): StepSpec {
  const { chance } = pen;
  const scope = randomScope(penOf(pen, pen.depth - 1), 1 + below(chance, 3), id);
  const items = Array.from({ length: below(chance, 4) }, (_, i) => i);
  if (chance() < 0.05) return longLoop(id, join);
  const kinds: [string, JsonObject][] = [
    ['loop', { maxRounds: 1 + below(chance, 3), until }],
    ['for_each', { items, concurrency: 1 + below(chance, 3) }],
    ['for_each', { items, concurrency: 1 + below(chance, 3) }],
    ['group', {}],
  ];
  const [type, settings] = oneOf(chance, kinds);
  return [id, type, settings, { ...join, scope }];
}

/** More rounds of nothing than one turn may take. */
function longLoop(id: string, join: JsonObject): StepSpec {
  const rounds = 120;
  const steps: StepSpec[] = [
    [`${id}_in`, 'start'],
    [`${id}_a`, 'budget_check', { tokens: 1_000_000 }],
  ];
  const scope = scopeOf(steps, [`${id}_in:ok>${id}_a`]);
  const enough = { field: 'round', op: 'at_least', value: rounds };
  return [id, 'loop', { maxRounds: rounds, until: enough }, { ...join, scope }];
}

/** The ways out of a step as drawn. */
const portsOf = ([, type, settings = {}]: StepSpec): string[] =>
  (registry.get(`${type}@1`)?.ports(settings) ?? []).map((port) => port.id);

function randomScope(pen: Pen, size: number, prefix: string): WorkflowScope {
  const { chance } = pen;
  const steps: StepSpec[] = [[prefix ? `${prefix}_in` : 'start', 'start']];
  const arrows = new Set<string>();
  const before: string[] = [];
  for (let i = 0; i < size; i++) {
    const id = prefix ? `${prefix}_${'abcd'[i]}` : `s${i}`;
    const step = randomStep(pen, id, before);
    const count = chance() < 0.3 ? 2 + below(chance, 2) : 1;
    for (let k = 0; k < count; k++) {
      const from = steps[steps.length - 1 - below(chance, Math.min(3, steps.length))] as StepSpec;
      const ports = portsOf(from);
      const port = chance() < 0.75 ? ports[0] : oneOf(chance, ports);
      if (port !== undefined) arrows.add(`${from[0]}:${port}>${id}`);
    }
    steps.push(step);
    before.push(id);
  }
  if (!prefix) finish(chance, steps, arrows);
  return scopeOf(steps, [...arrows]);
}

/** At the top the last steps lead to an end. */
function finish(chance: Chance, steps: StepSpec[], arrows: Set<string>): void {
  const outcome = oneOf(chance, ['done', 'done', 'refused', 'does_not_know']);
  for (const step of steps.slice(-2)) {
    const port = portsOf(step)[0];
    if (port !== undefined) arrows.add(`${step[0]}:${port}>fin`);
  }
  steps.push(['fin', 'end', { outcome }]);
}

const randomBudget = (chance: Chance): JsonObject => ({
  costUsd: oneOf(chance, [1, 1, 0.005, 0.002]),
  modelCalls: oneOf(chance, [50, 50, 2]),
  toolCalls: oneOf(chance, [100, 100, 100, 4]),
  tokens: oneOf(chance, [1_000_000, 1_000_000, 1500]),
  minutes: oneOf(chance, [60, 60, 1]),
  attempts: oneOf(chance, [200, 200, 8]),
  onLimit: oneOf(chance, ['ask', 'ask', 'ask', 'stop']),
});

/** A workflow of random steps without errors (D1); `library` are the workflows it may use. */
export function randomFolder(
  chance: Chance,
  id: string,
  setting: Setting,
  library: Record<string, Folder> = {},
): Folder {
  for (let tries = 0; tries < 30; tries++) {
    const pen = penOf({ chance, library: Object.keys(library) }, 2);
    const scope = randomScope(pen, 1 + below(chance, 6), '');
    const breakpoints = chance() < 0.2 ? [oneOf(chance, idsIn(scope))] : [];
    const folder = drawing(scope, {
      id,
      breakpoints,
      cards: CARDS,
      rules: randomRules(chance),
      budget: randomBudget(chance),
      input: [{ id: 'n', label: 'N', kind: 'number' }],
    });
    const key = { '@ref': 'input.n', else: 1 };
    const rule = oneOf(chance, ['queue', 'queue', 'refuse', 'replace'] as const);
    if (chance() < 0.25) folder.workflow.overlap = { key, rule };
    const problems = validate(folder, setting, registry);
    if (!problems.some((p) => p.severity === 'error')) return folder;
  }
  const call: StepSpec = ['s0', 'call_tool', { tool: 'look', args: { n: 1 } }];
  return drawing(scopeOf([['start', 'start'], call], ['start:ok>s0']), { id, cards: CARDS });
}

const idsIn = (scope: WorkflowScope): string[] =>
  scope.nodes.flatMap((node) => [node.id, ...(node.scope ? idsIn(node.scope) : [])]);
