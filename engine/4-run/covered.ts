// What a gate covers: the calls that become possible once it opens, planned ahead and shown as they
// are.
// C1 a covered call is planned by the very step that will make it, on the scope as it will be.
// C2 what cannot be known yet is shown as "not known yet" and gives no hash; the door then asks
//    again.

import { leafReader } from '../base/leaves.ts';
import { look, pathsIn, resolve, isRef, isText, type Scope } from '../base/binding.ts';
import {
  isObject,
  labelsAt,
  type BlobRef,
  type Json,
  type JsonObject,
  type Value,
} from '../base/value.ts';
import type { AuthorityCard, StepInput } from '../node.ts';
import { settingsOf } from './parsed.ts';
import { shaOf } from './sha.ts';
import type { Grant, Shown } from './events.ts';
import type { LiveEffect, LiveRun } from './live.ts';
import { definitionOf, nameOf, type Invoke } from './plan.ts';
import { fullScope } from '../kernel.ts';
import type { Turn } from './turn.ts';

export type CoveredCall = Shown & { card: AuthorityCard; visit: number; amount?: number };

/** When a call is planned, and how large leaves are read: exactly as when it will be made. */
type Planning = { at: string; open: (ref: BlobRef) => Json };

/** How a turn plans ahead. */
export const planningIn = ({ at, deps }: Turn): Planning => ({
  at: new Date(at).toISOString(),
  open: leafReader(deps.journal.blob),
});

/** The covered calls of a gate if it were answered with `value` now. */
export function coveredCalls(
  live: LiveRun,
  gate: LiveEffect,
  value: JsonObject,
  { at, open }: Planning,
): CoveredCall[] {
  const own = settingCovers(gate);
  const steps = own ?? live.plan.covers[gate.row.node] ?? [];
  const seen = fullScope(live.snapshot);
  const answered: Value = { v: value, labels: {} };
  const scope: Scope = {
    ...seen,
    steps: { ...seen.steps, [gate.row.step]: { port: 'approved', value: answered } },
  };
  return steps.flatMap((step) => {
    const invoke = invokeOf(live, step);
    const call = invoke && plannedCall(live, invoke, scope, { at, open });
    return call ? [call] : [];
  });
}

const settingCovers = (gate: LiveEffect): string[] | undefined => {
  const covers = gate.raw['covers'];
  return Array.isArray(covers)
    ? covers.filter((c): c is string => typeof c === 'string')
    : undefined;
};

const invokeOf = (live: LiveRun, step: string): Invoke | undefined =>
  [...live.plan.invokes.values()].find((i) => i.node === step);

/** A step's call as it would be planned on `scope` (C1); undefined when it makes no tool call. */
function plannedCall(
  live: LiveRun,
  invoke: Invoke,
  scope: Scope,
  { at, open }: Planning,
): CoveredCall | undefined {
  const definition = definitionOf(live.plan, invoke.type);
  if (definition?.does.kind !== 'call') return undefined;
  const { value, missing } = resolve(invoke.with, scope, open);
  const parsed = settingsOf(definition, invoke.with);
  const tool = isObject(value.v) ? value.v['tool'] : undefined;
  const card = typeof tool === 'string' ? live.plan.cards.get(tool) : undefined;
  if (!parsed.ok || !card) return undefined;
  const visit = visitsOf(live, invoke.step) + 1;
  const input: StepInput = {
    step: { id: invoke.step, name: nameOf(live.plan, invoke.step), type: invoke.type, visit },
    settings: value,
    scope,
    at,
    card,
    asOf: live.asOf,
    usage: { costNano: 0, modelCalls: 0, toolCalls: 0, tokens: 0, attempts: 0, workMs: 0 },
  };
  const call = definition.does.plan(input, parsed.settings);
  if ('failure' in call || call.kind !== 'tool') return undefined;
  const unknown = unknownArgs(invoke.with['args'], scope);
  const amount = card.amountArg === undefined ? undefined : call.args[card.amountArg];
  return {
    step: invoke.node,
    stepName: input.step.name,
    tool: card.name,
    toolTitle: card.title,
    args: shownArgs(card, call.args, unknown, value),
    effect: card.effect,
    card,
    visit,
    ...(unknown.size === 0 && !missing.length
      ? { argsHash: shaOf({ tool: call.tool, args: call.args }) }
      : {}),
    ...(typeof amount === 'number' ? { amount } : {}),
  };
}

/** How often a step has been entered so far, by its open and past effects. */
const visitsOf = (live: LiveRun, step: string): number => {
  const context = (
    live.snapshot as { context: { visits?: Record<string, number>; steps: { get?: unknown } } }
  ).context;
  const counted = context.visits?.[step];
  if (counted !== undefined) return counted;
  return fullScope(live.snapshot).steps[step] ? 1 : 0;
};

/** Arguments whose reference has no value yet and is not simply left to its fallback (C2). */
function unknownArgs(args: Json | undefined, scope: Scope): Set<string> {
  const unknown = new Set<string>();
  if (!isObject(args)) return unknown;
  for (const [id, arg] of Object.entries(args))
    if (pathsOf(arg).some(({ path, hasElse }) => !hasElse && look(scope, path) === undefined))
      unknown.add(id);
  return unknown;
}

function pathsOf(x: Json): { path: string; hasElse: boolean }[] {
  if (isRef(x)) return [{ path: x['@ref'], hasElse: x.else !== undefined }];
  if (isText(x))
    return pathsIn(x['@text']).map((path) => ({
      path,
      hasElse: x.else !== undefined && Object.hasOwn(x.else, path),
    }));
  if (Array.isArray(x)) return x.flatMap(pathsOf);
  return isObject(x) ? Object.values(x).flatMap(pathsOf) : [];
}

/** Arguments in the order of the authority card, with their labels. */
export function shownArgs(
  card: AuthorityCard,
  args: JsonObject,
  unknown: Set<string>,
  settings: Value,
): Shown['args'] {
  return card.args
    .filter((field) => unknown.has(field.id) || args[field.id] !== undefined)
    .map((field) => ({
      id: field.id,
      label: field.label,
      value: unknown.has(field.id) ? null : (args[field.id] ?? null),
      known: !unknown.has(field.id),
      field,
      labels: labelsAt(settings.labels, `args.${field.id}`),
    }));
}

/** One grant per covered call, bound to exactly what was approved. */
export const grantsFor = (cardId: string, calls: CoveredCall[], by: string, at: string): Grant[] =>
  calls.map((c, i) => ({
    id: `${cardId}#${i}`,
    step: c.step,
    visit: c.visit,
    argsHash: c.argsHash ?? null,
    by,
    at,
  }));
