// What differs between two forms of a workflow, as things a person can be told: steps, arrows,
// notes and fields. Sentences are made of it elsewhere.
// CH1 pure and total; equal workflows have no changes, and every difference is in one of them.
// CH2 what only stands elsewhere on the picture is a change of its own kind: it says nothing about
//     a run.

import { isObject, type Json, type JsonObject } from '../base/value.ts';
import { isWhole, merged, namesIn } from './merge-values.ts';
import { same } from './records.ts';
import type { Workflow, WorkflowEdge, WorkflowNode, WorkflowNote } from './schema.ts';
import { stepsOf, type Placed } from './scopes.ts';

/** A setting, or a part of one: dotted, entries of lists by their own names. */
export type Part = { at: string; from: Json | null; to: Json | null };

export type Change =
  | { what: 'step'; how: 'added' | 'removed'; id: string; node: WorkflowNode; in: string }
  | { what: 'step'; how: 'changed'; id: string; node: WorkflowNode; parts: Part[] }
  /** Put into a room, or taken out of one; the empty text is the drawing itself. */
  | { what: 'step'; how: 'put'; id: string; node: WorkflowNode; from: string; to: string }
  /** Stands elsewhere, is locked, or drawn as one card. */
  | { what: 'step'; how: 'moved'; id: string; node: WorkflowNode }
  | { what: 'arrow'; how: 'added' | 'removed'; edge: WorkflowEdge }
  /** The only arrow of a way out leads to another step. */
  | { what: 'arrow'; how: 'led'; edge: WorkflowEdge; was: string }
  | {
      what: 'note';
      how: 'added' | 'removed' | 'changed' | 'moved';
      note: WorkflowNote;
      was: string;
    }
  | ({ what: 'field' } & Part)
  /** Steps or arrows stand in another order in the file. */
  | { what: 'order' };

/** Fields of a step that only say how it is drawn (CH2). */
const DRAWN = new Set(['at', 'locked', 'collapsed']);

/** True for what cannot make a run go another way (CH2). */
export const isOnlyDrawn = (change: Change): boolean =>
  change.what === 'note' ||
  change.what === 'order' ||
  (change.what === 'step' && change.how === 'moved') ||
  (change.what === 'field' && change.at === 'breakpoints');

type PlacedNote = { note: WorkflowNote; in: string };

/** Everything that became different from `a` to `b` (CH1). */
export function changesOf(a: Workflow, b: Workflow): Change[] {
  if (a === b) return [];
  const found = [
    ...fieldChanges(a, b),
    ...stepChanges(placed(a), placed(b)),
    ...arrowChanges(arrowsOf(a), arrowsOf(b)),
    ...noteChanges(notesOf(a), notesOf(b)),
  ];
  return found.length === 0 && !same(a as unknown as Json, b as unknown as Json)
    ? [{ what: 'order' }]
    : found;
}

const placed = ({ scope }: Workflow): Map<string, Placed> =>
  new Map([...stepsOf(scope)].map((one) => [one.node.id, one]));

const roomsOf = ({ scope }: Workflow): [string, Workflow['scope']][] => [
  ['', scope],
  ...[...stepsOf(scope)].flatMap(({ node }): [string, Workflow['scope']][] =>
    node.scope ? [[node.id, node.scope]] : [],
  ),
];

const arrowsOf = (workflow: Workflow): WorkflowEdge[] =>
  roomsOf(workflow).flatMap(([, { edges }]) => edges);

const notesOf = (workflow: Workflow): Map<string, PlacedNote> =>
  new Map(
    roomsOf(workflow).flatMap(([room, { notes }]) =>
      notes.map((note): [string, PlacedNote] => [note.id, { note, in: room }]),
    ),
  );

/** Names in the order in which a reader of the newer form meets them. */
const together = (a: Iterable<string>, b: Iterable<string>): string[] => {
  const [base, theirs] = [[...a], [...b]];
  return [...new Set([...merged({ base, yours: theirs, theirs }), ...base])];
};

function fieldChanges(a: Workflow, b: Workflow): Change[] {
  const { scope: _was, ...from } = a;
  const { scope: _is, ...to } = b;
  const parts = partsOf('', from as JsonObject, to as JsonObject);
  return parts.map((part): Change => ({ what: 'field', ...part }));
}

function stepChanges(a: Map<string, Placed>, b: Map<string, Placed>): Change[] {
  return together(a.keys(), b.keys()).flatMap((id): Change[] => {
    const [was, is] = [a.get(id), b.get(id)];
    if (was && is) return changedStep(id, was, is);
    const { node, in: room } = (was ?? is) as Placed;
    return [{ what: 'step', how: was ? 'removed' : 'added', id, node, in: room }];
  });
}

function changedStep(id: string, was: Placed, is: Placed): Change[] {
  const { scope: _from, ...from } = was.node;
  const { scope: _to, ...to } = is.node;
  const { node } = is;
  const all = partsOf('', from as JsonObject, to as JsonObject);
  const parts = all.filter(({ at }) => !DRAWN.has(at));
  const isPut = was.in !== is.in;
  return [
    ...(parts.length ? [{ what: 'step', how: 'changed', id, node, parts } as const] : []),
    ...(isPut ? [{ what: 'step', how: 'put', id, node, from: was.in, to: is.in } as const] : []),
    // In another room it stands elsewhere in any case.
    ...(parts.length < all.length && !isPut
      ? [{ what: 'step', how: 'moved', id, node } as const]
      : []),
  ];
}

function arrowChanges(a: WorkflowEdge[], b: WorkflowEdge[]): Change[] {
  const way = ({ from, port }: WorkflowEdge): string => `${from}:${port}`;
  const [was, is] = [Map.groupBy(a, way), Map.groupBy(b, way)];
  return together(was.keys(), is.keys()).flatMap((key): Change[] => {
    const [old = [], now = []] = [was.get(key), is.get(key)];
    const has = (list: WorkflowEdge[], to: string): boolean => list.some((e) => e.to === to);
    const gone = old.filter(({ to }) => !has(now, to));
    const fresh = now.filter(({ to }) => !has(old, to));
    const [lost, [edge]] = [gone[0], fresh];
    if (lost && edge && gone.length === 1 && fresh.length === 1)
      return [{ what: 'arrow', how: 'led', edge, was: lost.to }];
    return [
      ...gone.map((one): Change => ({ what: 'arrow', how: 'removed', edge: one })),
      ...fresh.map((one): Change => ({ what: 'arrow', how: 'added', edge: one })),
    ];
  });
}

function noteChanges(a: Map<string, PlacedNote>, b: Map<string, PlacedNote>): Change[] {
  return together(a.keys(), b.keys()).flatMap((id): Change[] => {
    const [old, now] = [a.get(id), b.get(id)];
    const was = old?.note.text ?? '';
    const note = (now ?? old)?.note as WorkflowNote;
    if (!old || !now) return [{ what: 'note', how: old ? 'removed' : 'added', note, was }];
    if (was !== note.text) return [{ what: 'note', how: 'changed', note, was }];
    const isSame = old.in === now.in && same(old.note as Json, now.note as Json);
    return isSame ? [] : [{ what: 'note', how: 'moved', note, was }];
  });
}

/** Where two values differ, as small as it can be said: name by name, entry by entry. */
function partsOf(at: string, from: Json | undefined, to: Json | undefined): Part[] {
  if (from === to || (from !== undefined && to !== undefined && same(from, to))) return [];
  const under = (key: string): string => (at === '' ? key : `${at}.${key}`);
  if (isObject(from) && isObject(to) && !isWhole(from) && !isWhole(to)) {
    const inside = together(Object.keys(from), Object.keys(to)).flatMap((key) =>
      partsOf(under(key), from[key], to[key]),
    );
    // Only the order of the names differs.
    return inside.length ? inside : [];
  }
  const [old, now] = [namesIn(from), namesIn(to)];
  const isOfRecords = [from, to].every((list) => Array.isArray(list) && list.every(isObject));
  if (old && now && isOfRecords) {
    const entry = (list: Json | undefined, names: string[], name: string) =>
      (list as Json[])[names.indexOf(name)];
    const inside = together(old, now).flatMap((name) =>
      partsOf(under(name), entry(from, old, name), entry(to, now, name)),
    );
    if (inside.length) return inside;
  }
  return [{ at, from: from ?? null, to: to ?? null }];
}
