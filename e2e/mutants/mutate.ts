// Documents nobody drew: the shipped ones, changed at random in ways hands, programs and bad disks
// change them. The same number always gives the same document.

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { textsOf } from '../../engine/1-document/load.ts';
import type { Json, JsonObject } from '../../engine/base/value.ts';
import { registry } from '../../nodes/index.ts';
import { SAMPLES } from '../kit/problems.ts';
import { seeded } from '../kit/seeded.ts';

type Files = Record<string, string>;
type Chance = {
  /** A whole number below n. */
  below: (n: number) => number;
  of: <T>(all: readonly T[]) => T;
};
type Node = JsonObject & { id: string; scope?: Scope };
type Edge = JsonObject & { from: string; port: string; to: string };
type Scope = JsonObject & { nodes: Node[]; edges: Edge[]; notes: JsonObject[] };

const samples: { slug: string; files: Files }[] = readdirSync(SAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
  .map(({ name }) => ({ slug: name, files: textsOf(path.join(SAMPLES, name)) }));

const TYPES = [...registry.values()].map(({ type, version }) => `${type}@${version}`);

/** Values that stand where something else was meant. */
const STRANGE: Json[] = [
  null,
  '',
  ' ',
  0,
  -1,
  0.1,
  1e308,
  -1e9,
  true,
  [],
  {},
  [[]],
  'x'.repeat(400),
  'x'.repeat(40_000),
  '{{steps.nobody.value}}',
  '<img src=x onerror=alert(1)>',
  '\u202egnirts\u202c 😀 \u0000',
  { '@ref': 'steps.nobody.value' },
  { '@ref': 'input', else: { '@ref': 'item.a.b.c' } },
  { '@text': '{{input.amount}} {{', else: {} },
  { all: [] },
  { not: { any: [{ field: 'index', op: 'is', value: null }] } },
];

/** Everything inside of a value that can be put elsewhere: whose it is, and under which name. */
function places(value: Json): { of: JsonObject | Json[]; key: string | number }[] {
  if (value === null || typeof value !== 'object') return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => [
    { of: value, key },
    ...places((value as Record<string | number, Json>)[key] as Json),
  ]);
}

/** Every scope of a workflow, from the outermost in. */
const scopesOf = (scope: Scope): Scope[] => [
  scope,
  ...scope.nodes.flatMap((node) => (node.scope ? scopesOf(node.scope) : [])),
];

type Change = (workflow: JsonObject & { scope: Scope }, chance: Chance) => void;

/** One way to spoil a drawing each; all keep it a tree of plain values. */
const DRAWN: Record<string, (scope: Scope, chance: Chance, all: Scope[]) => void> = {
  removeStep: (scope, { below }) => void scope.nodes.splice(below(scope.nodes.length), 1),
  copyStep: (scope, { of, below }) => {
    const copy = structuredClone(of(scope.nodes));
    scope.nodes.push(below(2) ? copy : { ...copy, id: `${copy.id}_2` });
  },
  renameStep: (scope, { of }) => void (of(scope.nodes).id = of(scope.nodes).id),
  otherType: (scope, { of }) => void (of(scope.nodes)['type'] = of(TYPES)),
  otherSettings: (scope, { of }) => {
    of(scope.nodes)['settings'] = structuredClone(of(scope.nodes)['settings'] as Json);
  },
  noSettings: (scope, { of }) => void (of(scope.nodes)['settings'] = {}),
  removeArrow: (scope, { below }) => void scope.edges.splice(below(scope.edges.length), 1),
  bendArrow: (scope, { of }) => void (of(scope.edges).to = of(scope.nodes).id),
  turnArrow: (scope, { of }) => {
    const arrow = of(scope.edges);
    [arrow.from, arrow.to] = [arrow.to, arrow.from];
  },
  otherPort: (scope, { of }) => void (of(scope.edges).port = of(scope.edges).port),
  addArrow: (scope, { of }) => {
    const port = of(['ok', 'error', 'yes', of(scope.edges).port]);
    scope.edges.push({ from: of(scope.nodes).id, port, to: of(scope.nodes).id });
  },
  intoRoom: (scope, { of, below }, all) => {
    const [node] = scope.nodes.splice(below(scope.nodes.length), 1);
    if (node) of(all).nodes.push(node);
  },
  makeRoom: (scope, { of }) => {
    const node = of(scope.nodes);
    node['type'] = of(['loop@1', 'for_each@1', 'group@1']);
    node.scope = { nodes: [structuredClone(of(scope.nodes))], edges: [], notes: [] };
    delete node.scope.nodes[0]?.scope;
  },
  emptyRoom: (scope, { of }) => {
    const node = of(scope.nodes);
    node.scope = { nodes: [], edges: [], notes: [] };
    node['collapsed'] = of([true, false]);
  },
  farAway: (scope, { of }) => {
    of(scope.nodes)['at'] = [of([0, -8, 1e7, -1e7, 4.5]), of([0, 1e7, -3.25])];
  },
  onOnePlace: (scope) => {
    for (const node of scope.nodes) node['at'] = [0, 0];
  },
  strangeName: (scope, { of }) => {
    of(scope.nodes)['name'] = of([
      '',
      ' ',
      'x'.repeat(80),
      '\u202eabc',
      '**b** {n}',
      '😀'.repeat(20),
    ]);
  },
  note: (scope, { of }) => {
    scope.notes.push({
      id: of(['n', of(scope.nodes).id]),
      text: of(['', 'x'.repeat(3000)]),
      at: [0, 0],
    });
  },
};

const inDrawing: Change = (workflow, chance) => {
  const all = scopesOf(workflow.scope);
  const scope = chance.of(all);
  if (scope.nodes.length > 0 && scope.edges.length > 0)
    chance.of(Object.values(DRAWN))(scope, chance, all);
};

/** Any value of the file, taken away, replaced or exchanged with another. */
const anywhere: Change = (workflow, { of }) => {
  const all = places(workflow);
  const [one, other] = [of(all), of(all)];
  const at = (place: typeof one): Json => (place.of as Record<string, Json>)[place.key] as Json;
  const put = (place: typeof one, value: Json): void => {
    (place.of as Record<string, Json>)[place.key] = value;
  };
  of<() => void>([
    () => delete (one.of as Record<string, Json>)[one.key],
    () => put(one, of(STRANGE)),
    () => put(one, structuredClone(at(other))),
  ])();
};

/** The text itself: cut off, or with a letter too many or too few. */
function inText(text: string, { below, of }: Chance): string {
  const at = below(text.length);
  return of([
    text.slice(0, at),
    `${text.slice(0, at)}${of(['"', '}', ',', '\u0000', '9'])}${text.slice(at)}`,
    text.slice(0, at) + text.slice(at + 1),
  ]);
}

export type Mutant = { slug: string; files: Files };

/** Document number `n`. */
export function mutant(n: number): Mutant {
  const random = seeded(n * 7919 + 17);
  const below = (most: number): number => Math.floor(random() * most);
  const chance: Chance = { below, of: (all) => all[below(all.length)] as (typeof all)[number] };
  const { slug, files } = chance.of(samples);
  const workflow = JSON.parse(files['workflow.json'] as string) as JsonObject & { scope: Scope };
  const mine: Files = { ...files };
  for (let i = 0; i <= below(4); i++) {
    const change = below(4) === 0 ? anywhere : inDrawing;
    try {
      change(workflow, chance);
    } catch {
      // An earlier change took away what this one looks for; then that is the document.
    }
  }
  mine['workflow.json'] = JSON.stringify(workflow);
  if (below(6) === 0) {
    const name = chance.of(Object.keys(mine));
    if (below(3) === 0) delete mine[name];
    else mine[name] = inText(mine[name] as string, chance);
  }
  return { slug, files: mine };
}
