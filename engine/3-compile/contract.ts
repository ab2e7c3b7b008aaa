// What a workflow promises, in plain sentences read off the drawing: its ways, what it may do, must
// ask, must never do, and when it stops. No text a person wrote about it is used.
// CT1 total for every graph that compiles; sentences are codes with parameters, bold marks included
//     in the catalogue.
// CT2 `way` sentences come first: they stand under the title.

import type { Folder, Setting } from '../1-document/schema.ts';
import { drawingOf } from '../2-validate/drawing.ts';
import { isGuarded } from '../2-validate/guarded.ts';
import { nanoOfUsd } from '../budgets/money.ts';
import type { Registry } from '../node.ts';
import { rulesFor, type KnownFacts } from '../policy/rules.ts';
import { cardOf, effectOf, isActing, whoParams, type World } from './consequence.ts';
import { coverage } from './coverage.ts';
import { ways } from './contract-ways.ts';
import { roomOf, type IRGraph, type IRScope, type IRStep } from './ir.ts';
import { sentence, type ContractSentence } from './sentence.ts';

type Params = Record<string, string | number>;

/** The contract of a compiled graph (CT1, CT2). */
export function contract(
  graph: IRGraph,
  folder: Folder,
  setting: Setting,
  registry: Registry,
): ContractSentence[] {
  const drawing = drawingOf(folder, setting, registry);
  const world: World = { folder, setting, registry, drawing };
  const steps = stepsIn(graph.scope);
  return [
    ...ways(world, graph),
    ...may(world, steps),
    ...mustAsk(world, graph, steps),
    ...mustNever(world, steps),
    ...stopsWhen(world, steps),
  ];
}

/** Every drawn step, those in rooms included. */
const stepsIn = (scope?: IRScope): IRStep[] =>
  (scope?.steps ?? [])
    .filter((step) => !step.asksFor)
    .flatMap((step) => [step, ...stepsIn(roomOf(step))]);

const EFFECTS = ['read', 'write', 'irreversible', 'spend'];

/** The tools it may use, by what they do outside. */
function may(world: World, steps: IRStep[]): ContractSentence[] {
  const used = steps.flatMap((step) => cardOf(world, step) ?? []);
  const byEffect = EFFECTS.flatMap((effect) => {
    const titles = new Set(used.filter((card) => card.effect === effect).map(({ title }) => title));
    return titles.size ? [sentence('may', effect, { tools: [...titles].join('\n') })] : [];
  });
  const agents = steps.filter((step) => world.registry.get(step.type)?.family === 'agent');
  return agents.length ? [...byEffect, sentence('may', 'model', { n: agents.length })] : byEffect;
}

/** Before what it must have somebody's consent, and where a rule stands in for it. */
function mustAsk(world: World, graph: IRGraph, steps: IRStep[]): ContractSentence[] {
  const isAlwaysAsked = ({ node }: IRStep): boolean => {
    const drawn = world.drawing.steps.get(node);
    return drawn !== undefined && isGuarded(drawn);
  };
  const covered = coverage(graph, world.registry, world.folder.cards);
  const nameOf = (id: string): string => steps.find((step) => step.id === id)?.name ?? id;
  const found = steps
    .filter((step) => isActing(world, step))
    .flatMap((step) => {
      const gates = Object.keys(covered).filter((gate) => covered[gate]?.includes(step.id));
      const params = { step: step.name, gates: gates.map(nameOf).join('\n') };
      if (isAlwaysAsked(step)) return [sentence('must_ask', 'always', params)];
      return byRules(world, step, gates.length ? params : { step: step.name });
    });
  return alike(found);
}

/** Steps of which the same is said are named in one sentence. */
function alike(sentences: ContractSentence[]): ContractSentence[] {
  const byRest = new Map<string, ContractSentence>();
  for (const one of sentences) {
    const { step, ...rest } = one.params ?? {};
    const key = JSON.stringify([one.code, rest]);
    const known = byRest.get(key)?.params?.['step'];
    const names = known === undefined ? String(step) : `${known}\n${step}`;
    byRest.set(key, { ...one, params: { ...rest, step: names } });
  }
  return [...byRest.values()];
}

/** What rules say about a step that can be reached without anybody's consent. */
function byRules(world: World, step: IRStep, params: Params): ContractSentence[] {
  const card = cardOf(world, step);
  if (!card) return [];
  const known: KnownFacts = {
    tool: card.name,
    class: card.class,
    effect: card.effect,
    step: step.id,
    workflow: world.folder.workflow.id,
  };
  const rules = rulesFor([...world.setting.rules, ...world.folder.rules], known);
  const names = (then: string): string =>
    rules
      .filter((rule) => rule.then === then)
      .map((rule) => rule.name)
      .join('\n');
  const allowed = names('allow');
  const asking = rules.find((rule) => rule.then === 'ask');
  const found: ContractSentence[] = [];
  if (allowed)
    found.push(
      sentence('must_ask', 'gates' in params ? 'or_rule' : 'only_rule', {
        ...params,
        rules: allowed,
      }),
    );
  if (asking)
    found.push(
      sentence('must_ask', 'rule', {
        ...params,
        rules: asking.name,
        ...whoParams(world, asking.ask ?? 'approvals'),
      }),
    );
  return found;
}

/** What no way leads to: money, people outside, tools that have a card and no step. */
function mustNever(world: World, steps: IRStep[]): ContractSentence[] {
  const used = new Set(steps.flatMap((step) => cardOf(world, step)?.name ?? []));
  const classes = new Set(steps.flatMap((step) => cardOf(world, step)?.class ?? []));
  const spends = steps.some((step) => effectOf(world, step) === 'spend');
  const idle = world.folder.cards.filter((card) => !used.has(card.name) && card.effect !== 'read');
  const denied = [...world.setting.rules, ...world.folder.rules].filter((r) => r.then === 'deny');
  return [
    ...(spends ? [] : [sentence('must_never', 'money')]),
    ...(classes.has('communication') ? [] : [sentence('must_never', 'people')]),
    ...(idle.length
      ? [sentence('must_never', 'tools', { tools: idle.map(({ title }) => title).join('\n') })]
      : []),
    ...denied.map((rule) => sentence('must_never', 'rule', { rule: rule.name })),
  ];
}

/** Budgets, rounds and deadlines. */
function stopsWhen(world: World, steps: IRStep[]): ContractSentence[] {
  const { budget } = world.folder.workflow;
  const counters = (['costUsd', 'toolCalls', 'modelCalls', 'tokens', 'minutes'] as const).filter(
    (counter) => budget[counter] > 0,
  );
  const limits = sentence('stops_when', `budget_${budget.onLimit}`, {
    limits: counters.map((counter) => `contract.limit.${counter}`).join('\n'),
    costUsd: nanoOfUsd(budget.costUsd),
    toolCalls: budget.toolCalls,
    modelCalls: budget.modelCalls,
    tokens: budget.tokens,
    minutes: Math.round(budget.minutes * 60_000),
  });
  const rounds = steps
    .filter((step) => step.maxRounds !== undefined)
    .map((step) => sentence('stops_when', 'rounds', { step: step.name, n: step.maxRounds ?? 0 }));
  const deadlines = steps.flatMap((step) => {
    const { withinMs, ask } = step.settings;
    return typeof withinMs === 'number'
      ? [
          sentence('stops_when', 'deadline', {
            step: step.name,
            ms: withinMs,
            ...whoParams(world, ask),
          }),
        ]
      : [];
  });
  return [limits, ...rounds, ...deadlines];
}
