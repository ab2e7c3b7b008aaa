// Random workflows for the simulator: small, dense, and with every kind of step, tool and join.
// D1 what is handed out has no errors: whatever goes wrong afterwards is the engine's.

import type { Folder, Rule, Setting, WorkflowScope } from '../../engine/1-document/schema.ts';
import { validate } from '../../engine/2-validate/validate.ts';
import type { Json, JsonObject } from '../../engine/base/value.ts';
import { defineNode, type NodeDefinition, type Registry } from '../../engine/node.ts';
import { registry as shipped } from '../../nodes/index.ts';
import { group } from '../../nodes/group.ts';
import { cardOf, drawing, scopeOf, type StepSpec } from '../kit/drawing.ts';
import { below, oneOf, type Chance } from '../bisimulation/random.ts';

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

const TOOLS: [name: string, effect: string, idempotency: string][] = [
  ['look', 'read', 'key'],
  ['look_fresh', 'read', 'none'],
  ['write_key', 'write', 'key'],
  ['write_check', 'write', 'check'],
  ['write_none', 'write', 'none'],
  ['send_key', 'irreversible', 'key'],
  ['send_check', 'irreversible', 'check'],
  ['send_none', 'irreversible', 'none'],
  ['pay_none', 'spend', 'none'],
];
const CARDS = TOOLS.map(([name, effect, idempotency]) =>
  cardOf(name, {
    effect,
    idempotency,
    ...(name === 'look_fresh' ? { alwaysFresh: true } : {}),
    ...(effect === 'spend' ? { amountArg: 'n' } : {}),
  }),
);

/** Some tools are allowed, some asked about, few denied; the rest is left to the defaults. */
function randomRules(chance: Chance): Rule[] {
  return TOOLS.flatMap(([name]) => {
    const then = oneOf(chance, ['allow', 'allow', 'allow', 'ask', 'deny', undefined] as const);
    if (!then || (then === 'deny' && chance() < 0.6)) return [];
    const when = { field: 'tool', op: 'is' as const, value: name };
    return [{ id: `rule_${name}`, name: `About ${name}`, when, then }];
  });
}

type Pen = { chance: Chance; depth: number; library: string[] };

const until = { field: 'round', op: 'at_least', value: 2 };
const N = { id: 'n', label: 'N', kind: 'number' };
const options = ['left', 'right'].map((id) => ({ id, name: id, description: id }));

/** A number: fixed, from the form, or what an earlier step came to. */
function randomNumber({ chance }: Pen, before: string[]): Json {
  const x = chance();
  if (x < 0.4 || before.length === 0) return 1 + below(chance, 3);
  if (x < 0.6) return { '@ref': 'input.n', else: 1 };
  return { '@ref': `steps.${oneOf(chance, before)}.value.n`, else: 2 };
}

/** Settings and way out of one random step. */
function randomStep(pen: Pen, id: string, before: string[]): StepSpec {
  const { chance } = pen;
  const x = chance();
  const withinMs: JsonObject =
    chance() < 0.4 ? { withinMs: oneOf(chance, [60_000, 7_200_000]) } : {};
  const join = { join: oneOf(chance, ['all', 'all', 'every', 'first']) };
  if (x < 0.4) {
    const [tool] = oneOf(chance, TOOLS);
    const args = { n: randomNumber(pen, before), text: oneOf(chance, ['a', 'b']) };
    return [id, 'call_tool', { tool, args }, join];
  }
  if (x < 0.52) {
    const role = oneOf(chance, ['fast', 'fast', 'careful', 'code']);
    const ask = { text: 'x', categories: options, maxOutputTokens: 200, role };
    return [id, 'classify', { ...ask, ways: chance() < 0.5 }, join];
  }
  if (x < 0.6) {
    const when = { field: 'input.n', op: 'at_least', value: 2 };
    return [id, 'condition', { cases: [{ port: 'big', when }] }, join];
  }
  if (x < 0.7) {
    const fields = [{ field: N, value: randomNumber(pen, before) }];
    const ask = oneOf(chance, ['manager', 'director', 'operations']);
    return [id, 'approval', { ask, title: 'Go on?', fields, ...withinMs }, join];
  }
  if (x < 0.73)
    return [
      id,
      'question',
      {
        ask: 'operations',
        title: 'N?',
        fields: [{ field: { ...N, required: true } }],
        ...withinMs,
      },
      join,
    ];
  if (x < 0.78) return [id, 'wait', { ms: oneOf(chance, [1, 5000, 3_600_000, 40_000_000]) }, join];
  if (x < 0.81) return [id, 'budget_check', { toolCalls: below(chance, 4) }, join];
  if (x < 0.83) return [id, 'escalate', { ask: 'incidents', title: 'Look' }, join];
  if (x < 0.84) return [id, 'bomb', {}, join];
  if (x < 0.87 && pen.library.length)
    return [id, 'sub_workflow', { workflow: oneOf(chance, pen.library), input: { n: 1 } }, join];
  if (x < 0.95 && pen.depth > 0) return randomRoom(pen, id, join);
  return [id, 'join', {}, join];
}

function randomRoom(pen: Pen, id: string, join: JsonObject): StepSpec {
  const { chance } = pen;
  const scope = randomScope({ ...pen, depth: pen.depth - 1 }, 1 + below(chance, 3), id);
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
    const pen: Pen = { chance, depth: 2, library: Object.keys(library) };
    const scope = randomScope(pen, 1 + below(chance, 7), '');
    const breakpoints = chance() < 0.2 ? [oneOf(chance, idsIn(scope))] : [];
    const folder = drawing(scope, {
      id,
      breakpoints,
      cards: CARDS,
      rules: randomRules(chance),
      budget: randomBudget(chance),
      input: [{ id: 'n', label: 'N', kind: 'number' }],
    });
    const problems = validate(folder, setting, registry);
    if (!problems.some((p) => p.severity === 'error')) return folder;
  }
  const call: StepSpec = ['s0', 'call_tool', { tool: 'look', args: { n: 1 } }];
  return drawing(scopeOf([['start', 'start'], call], ['start:ok>s0']), { id, cards: CARDS });
}

const idsIn = (scope: WorkflowScope): string[] =>
  scope.nodes.flatMap((node) => [node.id, ...(node.scope ? idsIn(node.scope) : [])]);
