// The most one run can cost, call and take, and the way on which it costs most.
// CE1 what follows adds up, of ways that exclude each other the worst counts, what runs side by
//     side adds up in money and calls and takes as long as its slowest branch, a loop counts each
//     round.
// CE2 people and timers take no working time. What a person repeats by hand is not foreseen here;
//     the budget bounds that too.
// CE4 a step made of several counts each of its inner steps; on the path it is one step.
// CE3 `atMost` is the smaller of what was computed and the budget: beyond the budget nothing
//     starts.

import { isRef } from '../base/binding.ts';
import { fieldAt } from '../base/kinds.ts';
import { LIMITS } from '../base/limits.ts';
import { nanoOfUsd } from '../budgets/money.ts';
import { PRICES, type PriceTable } from '../budgets/prices.ts';
import type { Registry } from '../node.ts';
import type { Folder, Setting } from '../1-document/schema.ts';
import { drawingOf } from '../2-validate/drawing.ts';
import type { Drawing } from '../2-validate/step.ts';
import { factsOf, type Facts } from './graph.ts';
import { heaviest, longest, weightOf } from './heaviest.ts';
import type { IRGraph, IRScope, IRStep } from './ir.ts';
import { innerStep, loadOf, NO_LOAD, times, type Load } from './load.ts';

export type Ceiling = {
  /** Nano-dollars; null while a price is unknown. */
  costNano: number | null;
  modelCalls: number;
  toolCalls: number;
  /** Milliseconds with work in flight. */
  workMs: number;
  tokens: number;
  /** Ids of the steps on the dearest way, in order, those in rooms after their room. */
  path: string[];
  /** Models nobody has said a price for. */
  unknownPrice: string[];
  /** The smaller of computed ceiling and budget, per counter; what the chip shows. */
  atMost: { costNano: number; toolCalls: number; modelCalls: number; minutes: number };
};

/** The ceiling of a compiled graph (CE1, CE2, CE3). */
export function ceiling(
  graph: IRGraph,
  folder: Folder,
  setting: Setting,
  registry: Registry,
  prices: PriceTable = PRICES,
): Ceiling {
  const world: World = { drawing: drawingOf(folder, setting, registry), prices };
  const { load, path } = worstOf(world, graph.scope);
  const { budget } = folder.workflow;
  const unknownPrice = [...new Set(load.unknownPrice)];
  const least = (computed: number, cap: number): number => Math.min(computed, cap);
  return {
    ...load,
    costNano: unknownPrice.length ? null : load.costNano,
    path,
    unknownPrice,
    atMost: {
      costNano: least(unknownPrice.length ? Infinity : load.costNano, nanoOfUsd(budget.costUsd)),
      toolCalls: least(load.toolCalls, budget.toolCalls),
      modelCalls: least(load.modelCalls, budget.modelCalls),
      minutes: least(Math.ceil(load.workMs / 6000) / 10, budget.minutes),
    },
  };
}

type World = { drawing: Drawing; prices: PriceTable };
type Worst = { load: Load; path: string[] };
const NOTHING: Worst = { load: NO_LOAD, path: [] };

const SUMS = ['costNano', 'modelCalls', 'toolCalls', 'tokens'] as const;

/** The worst of one room, each counter by its own worst way; the path is the dearest. */
function worstOf(world: World, scope: IRScope): Worst {
  if (scope.steps.length === 0) return NOTHING;
  const facts = factsOf(scope);
  const worsts = facts.steps.map((step) => ofStep(world, step));
  const loads = worsts.map(({ load }) => load);
  const sums = Object.fromEntries(
    SUMS.map((counter) => [
      counter,
      weightOf(
        facts,
        loads.map((load) => load[counter]),
      ),
    ]),
  ) as Record<(typeof SUMS)[number], number>;
  return {
    load: {
      ...sums,
      workMs: longest(
        facts,
        loads.map((load) => load.workMs),
      ),
      unknownPrice: loads.flatMap((load) => load.unknownPrice),
    },
    path: dearest(facts, loads).flatMap((i) => [
      (facts.steps[i] as IRStep).node,
      ...(worsts[i]?.path ?? []),
    ]),
  };
}

/** The dearest way; of two equally dear ones that with more calls. */
const dearest = (facts: Facts, loads: Load[]): number[] =>
  heaviest(
    facts,
    loads.map((load) => load.costNano * 1000 + load.modelCalls + load.toolCalls),
  ).steps;

function ofStep(world: World, step: IRStep): Worst {
  const owner = world.drawing.steps.get(step.node);
  const drawn = owner && step.id !== step.node ? innerStep(world.drawing, owner, step) : owner;
  if (step.kind === 'workflow') return { load: wholeBudget(world.drawing), path: [] };
  if (step.kind === 'task')
    return drawn ? { load: loadOf(world.drawing, drawn, world.prices), path: [] } : NOTHING;
  if (!step.body) return NOTHING;
  const { load, path } = worstOf(world, step.body);
  if (step.kind === 'lowered') return { load, path: [] };
  return { load: repeated(world, step, load), path };
}

/** A loop counts every round, a for-each every item; items in work at once share their time. */
function repeated({ drawing }: World, step: IRStep, load: Load): Load {
  if (step.kind === 'loop') return times(load, Math.min(step.maxRounds ?? 1, LIMITS.rounds));
  if (step.kind !== 'each') return load;
  const items = mostItems(drawing, step);
  const lanes = Math.max(1, step.concurrency ?? 1);
  return { ...times(load, items), workMs: load.workMs * Math.ceil(items / lanes) };
}

/** How long the list can be: as written, as declared, or as long as any list may be. */
function mostItems({ folder }: Drawing, { items }: IRStep): number {
  if (Array.isArray(items)) return items.length;
  const path = isRef(items) ? items['@ref'] : '';
  const declared = path.startsWith('input.')
    ? fieldAt(folder.workflow.input, path.slice('input.'.length))
    : undefined;
  return Math.min(declared?.max ?? LIMITS.items, LIMITS.items);
}

/** Another workflow has a ceiling of its own; what it uses counts here, up to this budget. */
function wholeBudget({ folder }: Drawing): Load {
  const { budget } = folder.workflow;
  return {
    costNano: nanoOfUsd(budget.costUsd),
    modelCalls: budget.modelCalls,
    toolCalls: budget.toolCalls,
    tokens: budget.tokens,
    workMs: budget.minutes * 60_000,
    unknownPrice: [],
  };
}
