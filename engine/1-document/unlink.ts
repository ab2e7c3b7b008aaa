// A workflow that came from elsewhere, with nothing that reaches out of it: what it was linked to
// is named, and a person links it again.
// UL1 no step keeps a tool or another workflow; no card and no server keeps a secret or an
//     agreement somebody gave on another computer; every card says that nobody here linked it yet.
// UL2 a workflow under a new id is still the one its own rules speak of.
// UL3 pure; what is not linked keeps its identity.

import { z } from 'zod';
import { isObject, type Json } from '../base/value.ts';
import type { Registry } from '../node.ts';
import type { Card, Folder, Rule, WorkflowScope } from './schema.ts';
import { stepsOf } from './scopes.ts';

/** A link that was taken away; `fields.set` brings it back: `settings[key] = value`. */
export type Unlinked = { step: string; name: string; key: 'tool' | 'workflow'; value: string };

/** What a person has to do before it can work with the world. */
export type ToLink = {
  links: Unlinked[];
  /** Names of secrets its tools used. */
  secrets: string[];
  /** Rules that let something happen without asking; they came with the file. */
  allowing: string[];
};

const LINKS = new Set(['tool', 'workflow']);
type Widgets = { properties?: Record<string, { widget?: string } | undefined> };

/** Settings of a kind of step that link it to a tool or to another workflow. */
const linksIn =
  (registry: Registry) =>
  (type: string): string[] => {
    const definition = registry.get(type);
    if (!definition) return ['tool', 'workflow']; // unknown: nothing of it is trusted
    const { properties = {} } = z.toJSONSchema(definition.settings, {
      io: 'input',
      unrepresentable: 'any',
    }) as Widgets;
    return Object.keys(properties).filter((key) => LINKS.has(properties[key]?.widget ?? ''));
  };

/** The folder without its links, and what they were (UL1). */
export function unlinked(folder: Folder, registry: Registry): { folder: Folder; toLink: ToLink } {
  const links: Unlinked[] = [];
  const linksOf = linksIn(registry);
  const clean = (scope: WorkflowScope): WorkflowScope => ({
    ...scope,
    nodes: scope.nodes.map((node) => {
      const keys = linksOf(node.type).filter((key) => Object.hasOwn(node.settings, key));
      for (const key of keys) {
        const value = node.settings[key];
        if (typeof value === 'string' && value !== '')
          links.push({ step: node.id, name: node.name, key: key as Unlinked['key'], value });
      }
      const kept = Object.entries(node.settings).filter(([key]) => !keys.includes(key));
      return {
        ...node,
        ...(keys.length ? { settings: Object.fromEntries(kept) } : {}),
        ...(node.scope ? { scope: clean(node.scope) } : {}),
      };
    }),
  });
  const { workflow, cards, servers, rules } = folder;
  const cleaned = clean(workflow.scope);
  const waitingFor = (tool: string): string[] =>
    links.flatMap(({ key, value, step }) => (key === 'tool' && value === tool ? [step] : []));
  const named = [...cards, ...(servers ?? [])].flatMap((one) =>
    'secret' in one && one.secret !== undefined ? [one.secret] : [],
  );
  return {
    folder: {
      ...folder,
      workflow: { ...workflow, scope: cleaned },
      cards: cards.map((card) => ({ ...withoutSecret(card), unlinked: waitingFor(card.name) })),
      ...(servers ? { servers: servers.map(withoutSecret) } : {}),
    },
    toLink: {
      links: links.toSorted((a, b) => order(folder, a) - order(folder, b)),
      secrets: [...new Set(named)],
      allowing: rules.filter(({ then }) => then === 'allow').map(({ name }) => name),
    },
  };
}

const order = ({ workflow }: Folder, { step }: Unlinked): number =>
  [...stepsOf(workflow.scope)].findIndex(({ node }) => node.id === step);

function withoutSecret<T extends object>(one: T): T {
  const { secret: _secret, pin: _pin, ...kept } = one as T & Partial<Pick<Card, 'secret' | 'pin'>>;
  return kept as T;
}

/** The folder under another id; its rules that name the old one name the new one (UL2). */
export function underId(folder: Folder, id: string): Folder {
  const { workflow, rules } = folder;
  if (workflow.id === id) return folder;
  const renamed = (x: Json): Json => {
    if (Array.isArray(x)) return x.map(renamed);
    if (!isObject(x)) return x;
    if (x['field'] === 'workflow') return { ...x, value: swap(x['value'] ?? null) };
    return Object.fromEntries(Object.entries(x).map(([key, value]) => [key, renamed(value)]));
  };
  const swap = (value: Json): Json =>
    Array.isArray(value) ? value.map(swap) : value === workflow.id ? id : value;
  return {
    ...folder,
    workflow: { ...workflow, id },
    rules: rules.map((rule) => ({ ...rule, when: renamed(rule.when as Json) }) as Rule),
  };
}
