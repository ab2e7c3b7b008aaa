// The first sentences of a contract: the ways a workflow can take, followed to what happens on
// them.
// CW1 derived from the drawing alone: change a bound, a person or an arrow and the sentence
//     changes.
// CW2 what is true only under a further condition is followed by the sentence for when it fails.

import { leavesOf } from '../base/condition.ts';
import { fieldAt, type Field } from '../base/kinds.ts';
import {
  consequences,
  drawnWays,
  indexOf,
  isActing,
  type Consequence,
  type World,
} from './consequence.ts';
import { roomOf, type IRGraph, type IRScope, type IRStep } from './ir.ts';
import { boundsName, figureOf, regionsOf, type Case, type Region } from './regions.ts';
import { sentence, type ContractSentence } from './sentence.ts';

type Found = { scope: IRScope; step: IRStep };
type Params = Record<string, string | number>;

const way = (name: string, params: Params): ContractSentence => sentence('way', name, params);

/** The ways, the most telling decision first. */
export function ways(world: World, graph: IRGraph): ContractSentence[] {
  const steps = inReadingOrder(graph.scope);
  const figured = steps.flatMap((found) => byFigure(world, found));
  if (figured.length) return figured;
  const parting = steps.find(({ scope, step }) => drawnWays(scope, step).length > 1);
  return parting ? byName(world, parting) : [straight(world, steps)];
}

/** Steps as arrows lead through them, rooms after the step that holds them. */
function inReadingOrder(scope?: IRScope): Found[] {
  if (!scope) return [];
  const { steps, out, into } = indexOf(scope);
  const drawn = scope.steps.filter((step) => !step.asksFor);
  const open = new Map(drawn.map((step) => [step.id, into.get(step.id)?.length ?? 0]));
  const order = drawn.filter((step) => open.get(step.id) === 0);
  for (const step of order)
    for (const edge of out.get(step.id) ?? []) {
      const left = (open.get(edge.to) ?? 0) - 1;
      open.set(edge.to, left);
      const next = steps.get(edge.to);
      if (left === 0 && next && !next.asksFor) order.push(next);
    }
  return order.flatMap((step) => [{ scope, step }, ...inReadingOrder(roomOf(step))]);
}

const casesOf = (step: IRStep): Case[] => {
  const cases = step.settings['cases'];
  return step.type.startsWith('condition@') && Array.isArray(cases)
    ? (cases as unknown as Case[])
    : [];
};

/**
 * A decision over one figure: a sentence for each stretch, then those for when a case fails (CW2).
 */
function byFigure(world: World, { scope, step }: Found): ContractSentence[] {
  const cases = casesOf(step);
  const field = figureOf(cases);
  if (field === undefined) return [];
  const named = figureWords(world, step, field);
  const outcome = (port: string): string =>
    port && JSON.stringify(consequences(world, scope, step, port));
  const regions = regionsOf(cases, field, outcome);
  // Whatever the figure is, the same happens: nothing is decided here.
  if (regions.every(({ from, to, otherwise }) => !from && !to && otherwise === undefined))
    return [];
  const say = (region: Region, port: string, code: string, more: Params = {}): ContractSentence[] =>
    thenOf(consequences(world, scope, step, port)).map((then) =>
      way(code, {
        ...boundsParams(region, named),
        ...then.params,
        ...more,
        then: then.code,
      }),
    );
  const all = regions.flatMap((region) => say(region, region.port, 'bounds'));
  const failing = regions.flatMap((region) => {
    if (region.otherwise === undefined || outcome(region.otherwise) === outcome(region.port))
      return [];
    const unless = reasonOf(world, cases, region.port);
    return unless === undefined
      ? say(region, region.otherwise, 'bounds_else')
      : say(region, region.otherwise, 'bounds_unless', { unless });
  });
  return [...all, ...failing];
}

/** The choice a case asks for besides its figure, in the words of whoever offers it. */
function reasonOf(world: World, cases: Case[], port: string): string | undefined {
  const when = cases.find((c) => c.port === port)?.when;
  for (const { field, op, value } of when ? leavesOf(when) : []) {
    const choices = op === 'is' ? fieldOf(world, field)?.choices : undefined;
    const label = choices?.find((choice) => choice.id === value)?.label;
    if (label !== undefined) return label;
  }
  return undefined;
}

/** The declaration behind a path: of an input, or of what a step gives. */
function fieldOf({ folder, drawing }: World, path: string): Field | undefined {
  const [root, id = '', ...deep] = path.split('.');
  if (root === 'input') return fieldAt(folder.workflow.input, [id, ...deep].join('.'));
  const output = drawing.steps.get(id)?.output;
  return output && 'fields' in output ? fieldAt(output.fields, deep.slice(1).join('.')) : undefined;
}

/** A way that ends in nothing says so. */
const thenOf = (found: Consequence[]): Consequence[] =>
  found.length ? found : [{ code: 'then.nothing', params: {} }];

type Words = { label: string; currency?: string };

/** What the figure is called, and its currency where it is money. */
function figureWords(world: World, step: IRStep, field: string): Words {
  const declared = fieldOf(world, field);
  const own = step.settings['currency'];
  const currency =
    declared?.kind === 'money'
      ? (declared.currency ?? 'USD')
      : typeof own === 'string' && !declared
        ? own
        : undefined;
  const label = declared?.label ?? field.split('.').at(-1) ?? field;
  return { label, ...(currency ? { currency } : {}) };
}

function boundsParams(region: Region, { label, currency }: Words): Params {
  const kind = currency ? 'money' : 'number';
  return {
    bounds: `bounds.${kind}.${boundsName(region)}`,
    label,
    ...(currency ? { currency } : {}),
    ...(region.from ? { from: region.from.value } : {}),
    ...(region.to ? { to: region.to.value } : {}),
  };
}

/** A decision over names: a sentence for each way that leads somewhere. */
function byName(world: World, { scope, step }: Found): ContractSentence[] {
  const { ports = [], definition } = world.drawing.steps.get(step.node) ?? {};
  return drawnWays(scope, step).flatMap((id) => {
    const port = ports.find((p) => p.id === id);
    const called = port?.said?.code ?? (port?.label || `node.${definition?.type}.port.${id}`);
    return thenOf(consequences(world, scope, step, id)).map((then) =>
      way('named', { ...port?.said?.params, way: called, ...then.params, then: then.code }),
    );
  });
}

/** More names than this are counted instead. */
const NAMED = 4;

/** One way only: what it does outside by itself, in order. */
function straight(world: World, steps: Found[]): ContractSentence {
  const names = steps.filter(({ step }) => isActing(world, step)).map(({ step }) => step.name);
  if (!names.length) return way('harmless', {});
  const more = names.length - NAMED;
  const shown = more > 1 ? names.slice(0, NAMED) : names;
  return more > 1
    ? way('straight_more', { names: shown.join(', '), n: more })
    : way('straight', { names: shown.join('\n') });
}
