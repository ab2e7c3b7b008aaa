// What comes of taking a way: the first thing on it that people care about.
// CQ1 asking somebody, acting outside, ending and deciding again count; thinking and reading do
//     not.
// CQ2 where a way splits into several at once, each branch has its own consequence.

import type { Json } from '../base/value.ts';
import type { Folder, Setting } from '../1-document/schema.ts';
import type { Drawing } from '../2-validate/step.ts';
import type { Registry } from '../node.ts';
import { roomOf, type IREdge, type IRScope, type IRStep } from './ir.ts';

/** A consequence as a catalogue code (`then.<name>`) with its parameters. */
export type Consequence = { code: string; params: Record<string, string> };
export type World = {
  folder: Folder;
  setting: Setting;
  registry: Registry;
  /** The steps as they are drawn, with what their settings say. */
  drawing: Drawing;
};

/** Somebody who is asked: a person by name, a role by its word. */
export function whoParams(
  { folder, setting }: World,
  named: Json | undefined,
): Record<string, string> {
  const ask = typeof named === 'string' ? named : '';
  const { owners } = folder.workflow;
  const slot = Object.hasOwn(owners, ask) ? owners[ask as keyof typeof owners] : undefined;
  const person = setting.people.find((p) => p.id === (slot ?? ask));
  if (person) return { who: person.name };
  const role = ask.replaceAll('_', ' ');
  return { who: /^[aeiou]/i.test(role) ? 'who.role_an' : 'who.role', role };
}

/** What the steps outside do, by effect of their tool. */
export const effectOf = ({ folder, registry }: World, step: IRStep): string => {
  const effect = registry.get(step.type)?.effect ?? 'irreversible';
  if (effect !== 'card') return effect;
  return cardOf({ folder }, step)?.effect ?? 'irreversible';
};

export const cardOf = ({ folder }: Pick<World, 'folder'>, step: IRStep) =>
  folder.cards.find(({ name }) => name === step.settings['tool']);

const ACTS = new Set(['write', 'irreversible', 'spend']);
/** Does the step itself, alone or in several calls, change something outside? */
export const isActing = (world: World, { kind, ...step }: IRStep): boolean =>
  (kind === 'task' || kind === 'lowered') && ACTS.has(effectOf(world, { kind, ...step }));

type Index = {
  steps: Map<string, IRStep>;
  out: Map<string, IREdge[]>;
  into: Map<string, IREdge[]>;
};
const indexes = new WeakMap<IRScope, Index>();

/** Steps by id and their arrows, looked up often while ways are followed. */
export function indexOf(scope: IRScope): Index {
  const known = indexes.get(scope);
  if (known) return known;
  const index: Index = {
    steps: new Map(scope.steps.map((step) => [step.id, step])),
    out: Map.groupBy(scope.edges, (edge) => edge.from),
    into: Map.groupBy(scope.edges, (edge) => edge.to),
  };
  indexes.set(scope, index);
  return index;
}

/** The ways of a step that are no problems and lead somewhere. */
export const drawnWays = (scope: IRScope, step: IRStep): string[] =>
  step.ports.filter(
    (port) =>
      !step.mustHandle.includes(port) &&
      port !== 'sent_back' &&
      (indexOf(scope).out.get(step.id) ?? []).some((edge) => edge.port === port),
  );

/** What taking a way leads to (CQ1, CQ2); empty where it simply ends. */
export function consequences(
  world: World,
  scope: IRScope,
  step: IRStep,
  port: string,
): Consequence[] {
  const seen = new Set<string>();
  const index = indexOf(scope);
  const from = (s: IRStep, way: string): Consequence[] =>
    (index.out.get(s.id) ?? [])
      .filter((edge) => edge.port === way)
      .flatMap((edge) => {
        const next = index.steps.get(edge.to);
        if (!next || seen.has(next.id)) return [];
        seen.add(next.id);
        return arrive(next);
      });
  const arrive = (s: IRStep): Consequence[] => {
    const own = notable(world, s) ?? inside(world, s);
    if (own.length) return own;
    const ways = drawnWays(scope, s);
    if (ways.length > 1) return [{ code: 'then.decides', params: { name: s.name } }];
    return ways.flatMap((way) => from(s, way));
  };
  return once(from(step, port));
}

const once = (all: Consequence[]): Consequence[] => [
  ...new Map(all.map((c) => [JSON.stringify(c), c])).values(),
];

/** What the step itself is to people; undefined for what they need not know. */
function notable(world: World, step: IRStep): Consequence[] | undefined {
  const one = (name: string, params: Record<string, string> = {}): Consequence[] => [
    { code: `then.${name}`, params: { name: step.name, ...params } },
  ];
  const type = step.type.split('@')[0];
  if (step.kind === 'end') return one(`end_${step.outcome ?? 'done'}`);
  if (step.kind === 'workflow') return one('runs');
  if (type === 'approval' || type === 'question' || type === 'escalate')
    return one(type, whoParams(world, step.settings['ask']));
  if (!isActing(world, step)) return undefined;
  if (effectOf(world, step) === 'spend') return one('pays');
  return one('acts', { tool: cardOf(world, step)?.title ?? step.name });
}

/** The first notable thing in a container; an end of its room is not one. */
function inside(world: World, step: IRStep): Consequence[] {
  const body = roomOf(step);
  const start = body?.steps.find((s) => !indexOf(body).into.has(s.id));
  if (!body || !start) return [];
  return (
    notable(world, start) ??
    drawnWays(body, start).flatMap((w) => consequences(world, body, start, w))
  );
}
