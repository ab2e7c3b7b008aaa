// The conditions a compiled machine names. Pure and total: whatever arrives, they answer.

import { holds, type Condition } from './condition.ts';
import { scopeOf } from './machine-input.ts';
import type { Context, MachineEvent, Sight } from './machine.ts';
import { StepMap } from './step-map.ts';

type Guard = (context: Context, event: MachineEvent, params: never) => boolean;

const all = (context: Context, edges: string[], mark: 0 | 1): boolean =>
  edges.every((edge) => context.edges[edge] === mark);
const decided = (context: Context, edges: string[]): boolean =>
  edges.every((edge) => context.edges[edge] !== undefined);
const some = (context: Context, edges: string[], mark: 0 | 1): boolean =>
  edges.some((edge) => context.edges[edge] === mark);

type Edges = { edges: string[] };

export const GUARDS = {
  /** The step's result names this way out. */
  port: (_context, event, { is }: { is: string }) => event.output?.port === is,
  /** A rule refused the step. */
  denied: (_context, event) => event.error?.kind === 'denied',
  /** The inner step that ended last left by this way. */
  last_port: (context, _event, { of, is }: { of: string; is: string }) => {
    const last = context.loops[of]?.last;
    return last !== undefined && StepMap.of(context.steps).get(last)?.port === is;
  },
  any_live: (context, _event, { edges }: Edges) => some(context, edges, 1),
  all_live: (context, _event, { edges }: Edges) => all(context, edges, 1),
  all_dead: (context, _event, { edges }: Edges) => all(context, edges, 0),
  /** Every arrow is decided and one was taken. */
  ready: (context, _event, { edges }: Edges) =>
    decided(context, edges) && (some(context, edges, 1) || edges.length === 0),
  /** Every arrow is decided and one will never be taken. */
  decided_not_all: (context, _event, { edges }: Edges) =>
    decided(context, edges) && some(context, edges, 0),
  rounds_left: (context, _event, { loop, max }: { loop: string; max: number }) =>
    (context.loops[loop]?.round ?? 0) < max,
  has_item: (context, _event, { each, lane }: { each: string; lane: number }) =>
    context.loops[each]?.lanes?.[lane] !== undefined,
  /** The loop's condition holds for what its last round left. */
  until: (context, _event, params: Sight & { condition: Condition }) =>
    holds(params.condition, scopeOf(context, params)),
} satisfies Record<string, Guard>;
