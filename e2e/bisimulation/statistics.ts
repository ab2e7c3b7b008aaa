// What the random graphs were like: printed with every campaign, and gated, so that a generator
// that became harmless turns the test red instead of green.

import { compileGraph } from '../../engine/3-compile/compile.ts';
import type { IRGraph, IRScope, IRStep } from '../../engine/3-compile/ir.ts';
import type { Seen } from './walk.ts';

export type Statistics = {
  graphs: number;
  events: number;
  steps: number;
  states: number;
  /** Graphs with at least one of each. */
  mesh: number;
  fork: number;
  loop: number;
  each: number;
  group: number;
  lowered: number;
  large: number;
  all: number;
  every: number;
  first: number;
  /** Happenings over all walks. */
  eachFailed: number;
  groupFailed: number;
  /** Steps made of inner steps that were left by another way than `error`. */
  loweredLeft: number;
  retried: number;
  denied: number;
  restored: number;
  done: number;
  failed: number;
  stopped: number;
};

/** Steps above which a graph counts as large. */
const LARGE = 40;

export const noStatistics = (): Statistics => ({
  graphs: 0,
  events: 0,
  steps: 0,
  states: 0,
  mesh: 0,
  fork: 0,
  loop: 0,
  each: 0,
  group: 0,
  lowered: 0,
  large: 0,
  all: 0,
  every: 0,
  first: 0,
  eachFailed: 0,
  groupFailed: 0,
  loweredLeft: 0,
  retried: 0,
  denied: 0,
  restored: 0,
  done: 0,
  failed: 0,
  stopped: 0,
});

/** Every scope of a graph, the bodies of its containers included. */
const scopesOf = (scope: IRScope): IRScope[] => [
  scope,
  ...scope.steps.flatMap(({ body }) => (body ? scopesOf(body) : [])),
];

/** Adds one walked graph. */
export function count(into: Statistics, graph: IRGraph, seen: Seen): void {
  const scopes = scopesOf(graph.scope);
  const steps = scopes.flatMap((scope) => scope.steps.filter((step) => !step.asksFor));
  const joins = scopes.flatMap((scope) => scope.steps.filter((step) => isJoin(scope, step)));
  const text = JSON.stringify(compileGraph(graph).compiled);
  into.graphs += 1;
  into.steps += steps.length;
  into.states += text.split('"states":').length - 1;
  into.large += steps.length > LARGE ? 1 : 0;
  into.mesh += text.includes('"tags":["mesh"]') ? 1 : 0;
  into.fork += text.includes('"tags":["fork"]') ? 1 : 0;
  for (const kind of ['loop', 'each', 'group', 'lowered'] as const) {
    into[kind] += steps.some((step) => step.kind === kind) ? 1 : 0;
  }
  for (const policy of ['all', 'every', 'first'] as const) {
    into[policy] += joins.some((step) => step.join === policy) ? 1 : 0;
  }
  for (const what of [
    'events',
    'eachFailed',
    'groupFailed',
    'loweredLeft',
    'retried',
    'denied',
    'restored',
  ] as const) {
    into[what] += seen[what];
  }
  into[seen.status] += 1;
}

const isJoin = ({ edges }: IRScope, { id }: IRStep): boolean =>
  edges.filter((edge) => edge.to === id).length > 1;

/** What the graphs must at least contain, as shares of all graphs; counts need one in fifty. */
const WANTED: [keyof Statistics, number][] = [
  ['mesh', 0.4],
  ['loop', 0.3],
  ['all', 0.2],
  ['every', 0.2],
  ['first', 0.2],
  ['large', 0.1],
  ['each', 0.1],
  ['group', 0.1],
  ['lowered', 0.3],
  ['eachFailed', 0.02],
  ['groupFailed', 0.02],
  ['loweredLeft', 0.1],
  ['retried', 0.02],
  ['denied', 0.02],
  ['stopped', 0.005],
];

/** The gates that were missed, as sentences. */
export const shortfalls = (statistics: Statistics): string[] =>
  WANTED.filter(([what, share]) => statistics[what] < share * statistics.graphs).map(
    ([what, share]) =>
      `${what}: ${statistics[what]} of ${statistics.graphs}, wanted at least ${share * 100} %`,
  );

/** The statistics as lines for people. */
export function printed(statistics: Statistics): string {
  const share = (n: number): string => `${Math.round((1000 * n) / statistics.graphs) / 10} %`;
  const { graphs, events, steps, states, ...counts } = statistics;
  const shares = [
    'mesh',
    'fork',
    'loop',
    'each',
    'group',
    'lowered',
    'large',
    'all',
    'every',
    'first',
  ] as const;
  const happened = (Object.keys(counts) as (keyof typeof counts)[]).filter(
    (what) => !shares.some((known) => known === what),
  );
  return [
    `${graphs} graphs, ${events} events, ${steps} steps, ${states} compound states`,
    shares.map((what) => `${what} ${share(statistics[what])}`).join(' · '),
    happened.map((what) => `${what} ${statistics[what]}`).join(' · '),
  ].join('\n');
}
