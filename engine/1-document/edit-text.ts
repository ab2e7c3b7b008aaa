// Steps as text on the clipboard, and back. What comes back is treated as an import.
// ET1 never throws, whatever the text holds: it is scanned before anything is built of it.
// ET2 what cannot be taken is left out and counted; what is taken can be put into any drawing.
// ET3 what comes from elsewhere is disarmed: it is linked to no tool and no other workflow, and it
//     looks at no step but those that came with it.

import { edgeId, freshId, isId } from '../base/ids.ts';
import { LIMITS } from '../base/limits.ts';
import { isObject, type Json, type JsonObject } from '../base/value.ts';
import { mapReferences } from './references.ts';
import { scan } from './scan.ts';
import {
  workflowSchema,
  type Workflow,
  type WorkflowEdge,
  type WorkflowNode,
  type WorkflowScope,
} from './schema.ts';
import { idsOf, stepsOf } from './scopes.ts';

const HEAD = 'interlock/steps@1';
const LINE = /^interlock\/steps@(\d{1,6})[ \t\r]*$/;
/** Further out than anybody draws; keeps sums of places exact. */
const FARTHEST = 1_000_000;

const scopeShape = workflowSchema.shape.scope.shape;
const nodeShape = scopeShape.nodes.element;
const edgeShape = scopeShape.edges.element;
const noteShape = scopeShape.notes.unwrap().element;

/** What was left out, by what it was. */
export type LeftOut = { steps: number; unknown: number; arrows: number; notes: number };
export type ReadPart =
  | { ok: true; part: WorkflowScope; left: LeftOut }
  /** `edit.paste.<code>` in the catalogue. */
  | { ok: false; code: 'not_steps' | 'newer' | 'broken' | 'nothing' };

/** The text that stands for steps: our own line, then their data. */
export const partText = (part: WorkflowScope): string =>
  `${HEAD}\n${JSON.stringify(part, null, 1)}\n`;

/** True for text that says of itself that it is steps. */
const lineOf = (text: string): RegExpExecArray | null =>
  LINE.exec(
    text
      .slice(0, 80)
      .replace(/^\uFEFF/, '')
      .split('\n')[0] ?? '',
  );

/** The steps in a text (ET1, ET2); `isKnown` tells which kinds of steps there are. */
export function readPart(text: string, isKnown: (type: string) => boolean): ReadPart {
  const line = lineOf(text);
  if (!line) return { ok: false, code: 'not_steps' };
  if (Number(line[1]) > 1) return { ok: false, code: 'newer' };
  const scanned = scan(text.slice(text.indexOf('\n') + 1));
  if (!scanned.ok || !text.includes('\n')) return { ok: false, code: 'broken' };
  const data = JSON.parse(scanned.text) as Json;
  if (!isObject(data)) return { ok: false, code: 'broken' };
  const left: LeftOut = { steps: 0, unknown: 0, arrows: 0, notes: 0 };
  const part = cleaned(shaped(data, left), { isKnown, left, seen: new Set() });
  const isNothing = part.nodes.length + part.notes.length === 0;
  return isNothing ? { ok: false, code: 'nothing' } : { ok: true, part, left };
}

const MOST = { nodes: LIMITS.nodes, edges: 4 * LIMITS.nodes, notes: LIMITS.notes };

/** What stands in a list, up to what one room can hold; the rest is counted. */
function listIn(data: JsonObject, key: keyof typeof MOST, more: (n: number) => void): Json[] {
  const list = data[key];
  if (!Array.isArray(list)) return [];
  more(Math.max(0, list.length - MOST[key]));
  return list.slice(0, MOST[key]);
}

/** Everything that has the right form on its own. */
function shaped(data: JsonObject, left: LeftOut): WorkflowScope {
  const nodes = listIn(data, 'nodes', (n) => (left.steps += n)).flatMap((one): WorkflowNode[] => {
    const parsed = nodeShape.safeParse(one);
    left.steps += parsed.success ? 0 : 1;
    return parsed.success ? [parsed.data] : [];
  });
  const edges = listIn(data, 'edges', (n) => (left.arrows += n)).flatMap((one): WorkflowEdge[] => {
    const parsed = edgeShape.safeParse(one);
    left.arrows += parsed.success ? 0 : 1;
    return parsed.success ? [parsed.data] : [];
  });
  const notes = listIn(data, 'notes', (n) => (left.notes += n)).flatMap(
    (one): WorkflowScope['notes'] => {
      const parsed = noteShape.safeParse(one);
      left.notes += parsed.success ? 0 : 1;
      return parsed.success ? [parsed.data] : [];
    },
  );
  return { nodes, edges, notes };
}

type Cleaning = { isKnown: (type: string) => boolean; left: LeftOut; seen: Set<string> };

const near = (n: number): number => Math.round(Math.min(FARTHEST, Math.max(-FARTHEST, n)));
const nearAt = <T extends { at: [number, number] }>(one: T): T => ({
  ...one,
  at: [near(one.at[0]), near(one.at[1])],
});

/** What can be drawn together: known kinds, one of each id, arrows that join two of them. */
function cleaned(scope: WorkflowScope, work: Cleaning): WorkflowScope {
  const { left, seen, isKnown } = work;
  const isNew = (id: string): boolean => !seen.has(id) && seen.add(id) !== undefined;
  const nodes = scope.nodes.flatMap((node): WorkflowNode[] => {
    const isMissing = !isKnown(node.type);
    left.unknown += isMissing ? 1 : 0;
    if (isMissing) return [];
    const isTwice = !isNew(node.id);
    left.steps += isTwice ? 1 : 0;
    if (isTwice) return [];
    return [nearAt(node.scope ? { ...node, scope: cleaned(node.scope, work) } : node)];
  });
  const notes = scope.notes.flatMap((note) => {
    const isFine = isNew(note.id);
    left.notes += isFine ? 0 : 1;
    return isFine ? [nearAt(note)] : [];
  });
  const ids = new Set(nodes.map(({ id }) => id));
  const drawn = new Map(
    scope.edges
      .filter((edge) => ids.has(edge.from) && ids.has(edge.to))
      .map((edge) => [edgeId(edge), edge]),
  );
  const edges = withoutCircles([...drawn.values()]);
  left.arrows += scope.edges.length - edges.length;
  return { nodes, edges, notes };
}

/** The arrows without those that would close a circle, found in one walk along them. */
function withoutCircles(edges: WorkflowEdge[]): WorkflowEdge[] {
  const from = Map.groupBy(edges, (edge) => edge.from);
  const state = new Map<string, 'open' | 'done'>();
  const closing = new Set<WorkflowEdge>();
  for (const start of from.keys()) {
    if (state.has(start)) continue;
    state.set(start, 'open');
    const way = [{ id: start, next: 0 }];
    for (let at = way.at(-1); at; at = way.at(-1)) {
      const edge = from.get(at.id)?.[at.next++];
      if (!edge) state.set((way.pop() as { id: string }).id, 'done');
      else if (state.get(edge.to) === 'open') closing.add(edge);
      else if (!state.has(edge.to)) {
        state.set(edge.to, 'open');
        way.push({ id: edge.to, next: 0 });
      }
    }
  }
  return edges.filter((edge) => !closing.has(edge));
}

/** Settings that link a step to something outside of the drawing, by its kind. */
export type Links = (type: string) => readonly string[];

/** The part with nothing that reaches out of it, and how many steps were linked (ET3). */
export function disarmed(
  part: WorkflowScope,
  workflow: Workflow,
  linksOf: Links,
): { part: WorkflowScope; unlinked: number } {
  const own = new Set([...stepsOf(part)].map(({ node }) => node.id));
  const taken = idsOf(workflow);
  const strangers = new Map<string, string>();
  /** A name nothing here has: what looked at it finds nothing, and says so. */
  const stranger = (id: string): string => {
    const name =
      strangers.get(id) ?? freshId(id, new Set([...taken, ...own, ...strangers.values()]));
    strangers.set(id, name);
    return name;
  };
  const path = (old: string): string => {
    const [root = '', id = '', ...rest] = old.split('.');
    const isLoose = (root === 'steps' || root === 'previous') && !own.has(id) && isId(id);
    return isLoose ? [root, stranger(id), ...rest].join('.') : old;
  };
  let unlinked = 0;
  const clean = (scope: WorkflowScope): WorkflowScope => ({
    ...scope,
    nodes: scope.nodes.map((node) => {
      const links = linksOf(node.type).filter((key) => Object.hasOwn(node.settings, key));
      unlinked += links.length > 0 ? 1 : 0;
      const kept = Object.entries(node.settings).filter(([key]) => !links.includes(key));
      return {
        ...node,
        settings: mapReferences(Object.fromEntries(kept), path) as JsonObject,
        ...(node.scope ? { scope: clean(node.scope) } : {}),
      };
    }),
  });
  return { part: clean(part), unlinked };
}
