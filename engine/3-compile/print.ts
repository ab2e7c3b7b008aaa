// A graph or a machine as text a person reads and a test keeps: one line per thing, always in one
// order. The text says everything that changes what the machine does, and nothing of where things
// stand.

import { canonical } from '../base/canonical.ts';
import { isObject, type Json, type JsonObject } from '../base/value.ts';
import type { CompiledMachine, IRGraph, IRScope, IRStep } from './ir.ts';

/**
 * A graph, step by step: kind, name, settings, ways out. Steps follow their arrows; ties go by id.
 */
export function printGraph({ id, name, version, scope }: IRGraph): string {
  return [`workflow ${id} ${version} "${name}"`, ...printScope(scope, '  '), ''].join('\n');
}

function printScope(scope: IRScope, indent: string): string[] {
  return ordered(scope).flatMap((step) => printStep(step, scope, indent));
}

function printStep(step: IRStep, scope: IRScope, indent: string): string[] {
  const join =
    scope.edges.filter((edge) => edge.to === step.id).length > 1 ? ` join ${step.join}` : '';
  const deeper = `${indent}  `;
  return [
    `${indent}${step.id} "${step.name}" ${step.type} ${step.kind}${join}${notes(step)}`,
    ...(Object.keys(step.settings).length ? [`${deeper}with ${canonical(step.settings)}`] : []),
    ...step.ports.flatMap((port) => printPort(step, port, scope).map((line) => deeper + line)),
    ...(step.body ? printScope(step.body, `${deeper}| `) : []),
  ];
}

function notes(step: IRStep): string {
  const said: [string, unknown][] = [
    ['asks for', step.asksFor],
    ['outcome', step.outcome],
    ['wait ms', step.waitMs],
    ['rounds', step.maxRounds],
    ['at once', step.concurrency],
    ['deadline', step.deadline],
    ['timeout ms', step.timeoutMs],
    ['attempts', step.attempts],
  ];
  return said
    .filter(([, value]) => value !== undefined)
    .map(([word, value]) => ` · ${word} ${typeof value === 'string' ? value : canonical(value)}`)
    .join('');
}

/** The arrows of a way out; a problem without one says where it goes instead. */
function printPort(step: IRStep, port: string, { edges }: IRScope): string[] {
  const arrows = edges.filter((edge) => edge.from === step.id && edge.port === port);
  const lines = arrows.map((edge) => `${port} ${edge.isDefault ? '⇢' : '→'} ${edge.to}`).sort();
  if (lines.length) return lines;
  if (step.noDefault?.includes(port)) return [`${port} ✕ the run fails`];
  return [step.mustHandle.includes(port) ? `${port} ✕ not drawn` : `${port} ·`];
}

/** Steps so that every arrow leads downwards; of several possible next ones the first by id. */
function ordered({ steps, edges }: IRScope): IRStep[] {
  const left = new Map(
    [...steps].sort((a, b) => (a.id < b.id ? -1 : 1)).map((step) => [step.id, step]),
  );
  const out: IRStep[] = [];
  const isFree = (id: string): boolean =>
    !edges.some((edge) => edge.to === id && left.has(edge.from));
  while (left.size) {
    const next = [...left.values()].find((step) => isFree(step.id));
    if (!next) throw new Error('arrows run in a circle');
    left.delete(next.id);
    out.push(next);
  }
  return out;
}

/** A compiled machine, state by state: what it invokes and every transition. Parts follow. */
export function printMachine({ machine, parts }: CompiledMachine): string {
  const whole = (config: JsonObject): string[] => [
    `machine ${word(config['id'])}`,
    ...printStates(config, '  '),
    '',
  ];
  return [
    machine,
    ...Object.keys(parts)
      .sort()
      .map((name) => parts[name] as JsonObject),
  ]
    .flatMap(whole)
    .join('\n');
}

function printStates(state: JsonObject, indent: string): string[] {
  return Object.entries((state['states'] ?? {}) as Record<string, JsonObject>).flatMap(
    ([key, inner]) => [
      indent + titleOf(key, inner, key === state['initial']),
      ...printState(inner, `${indent}  `),
      ...printStates(inner, `${indent}  `),
    ],
  );
}

const titleOf = (key: string, { type, id }: JsonObject, isFirst: boolean): string =>
  [
    ...(type === 'parallel' ? ['‖'] : []),
    key,
    ...(id ? [`#${word(id)}`] : []),
    ...(isFirst ? ['(first)'] : []),
    ...(type === 'final' ? ['(last)'] : []),
  ].join(' ');

function printState(state: JsonObject, indent: string): string[] {
  const invoke = state['invoke'] as JsonObject | undefined;
  return [
    ...named('entry', list(state['entry']).map(said)),
    ...(invoke ? [`invoke ${word(invoke['src'])} ${canonical(invoke['input'])}`] : []),
    ...(invoke ? ['onDone', 'onError'].flatMap((on) => named(on, list(invoke[on]).map(way))) : []),
    ...named('always', list(state['always']).map(way)),
    ...Object.entries((state['after'] ?? {}) as JsonObject).flatMap(([ms, to]) =>
      named(`after ${ms}`, list(to).map(way)),
    ),
    ...Object.entries((state['on'] ?? {}) as JsonObject).flatMap(([on, to]) =>
      named(on, list(to).map(way)),
    ),
    ...named('onDone', list(state['onDone']).map(way)),
  ].map((line) => indent + line);
}

const list = (x: Json | undefined): JsonObject[] =>
  (x === undefined ? [] : Array.isArray(x) ? x : [x]).filter(isObject);

const named = (name: string, lines: string[]): string[] => lines.map((line) => `${name} ${line}`);

/** A name as it stands in machine JSON. */
const word = (x: Json | undefined): string => (typeof x === 'string' ? x : canonical(x));

const said = ({ type, params }: JsonObject): string =>
  `${word(type)}${isObject(params) && Object.keys(params).length ? ` ${canonical(params)}` : ''}`;

function way({ guard, target, actions }: JsonObject): string {
  const when = isObject(guard) ? `when ${said(guard)} ` : '';
  const does = list(actions).map(said);
  return `${when}→ ${word(target ?? 'stay')}${does.length ? ` do ${does.join(', ')}` : ''}`;
}
