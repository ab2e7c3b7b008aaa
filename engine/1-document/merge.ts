// Two people changed the same workflow: what of it fits together, and what does not.
// MG1 both sides start from `base`, the last form both of them had. What only one of them touched
//     is taken; where both touched the same thing the choice decides, and the clash is named.
// MG2 what comes out can be saved: ids are unique, arrows stay in their room and run in no circle.
//     An arrow that has lost one of its ends, or would close a circle, is named as left out.
// MG3 without clashes it does not matter which side is called yours; with them, calling the sides
//     the other way round and choosing the other way round comes to the same.

import { edgeId } from '../base/ids.ts';
import type { Json, JsonObject } from '../base/value.ts';
import { merged, mergeValue, settled, type Side, type Three } from './merge-values.ts';
import { flat, same, whole, type Order, type Records } from './records.ts';
import type { Workflow, WorkflowEdge } from './schema.ts';
import { hasCircle } from './scopes.ts';

export type { Side };

/** Where both sides changed the same thing; `key` is what a choice names. */
export type Clash = {
  key: string;
  /** A field of the workflow, a part of a step, a whole step, where it lies, a way out, a note. */
  what: 'field' | 'part' | 'step' | 'room' | 'way' | 'note';
  /** Step or note it is about. */
  id?: string;
  /** Way out, or the dotted place of a part or field. */
  at?: string;
  base: Json | null;
  yours: Json | null;
  theirs: Json | null;
};

export type Merged = {
  workflow: Workflow;
  clashes: Clash[];
  /** Arrows that could not be kept (MG2). */
  leftOut: WorkflowEdge[];
};

/** A step or note apart from what lies in it. */
type Entry = { kind: 'nodes' | 'notes'; record: JsonObject; room: string; isRoom: boolean };
/** A workflow as tables: fields, entries by key, their order by room, targets by way out. */
type Tables = {
  records: Records;
  entries: Map<string, Entry>;
  order: Map<string, string[]>;
  ways: Map<string, string[]>;
  /** All arrows in their order. */
  arrows: string[];
};

const TOP = '';
const wayKey = ({ from, port }: WorkflowEdge): string => `${from}:${port}`;

function tablesOf(workflow: Workflow): Tables {
  const records = flat(workflow);
  const tables: Tables = {
    records,
    entries: new Map(),
    order: new Map(),
    ways: new Map(),
    arrows: [],
  };
  for (const [key, value] of records) {
    if (!key.startsWith('order:')) continue;
    const room = key.replace(/^order:(step:)?/, '');
    const { nodes, edges, notes } = value as Order;
    for (const [kind, keys] of Object.entries({ nodes, notes }))
      for (const one of keys) {
        const record = records.get(one) as JsonObject;
        const isRoom = records.has(`order:${one}`);
        tables.entries.set(idOf(one), { kind: kind as Entry['kind'], record, room, isRoom });
      }
    tables.order.set(room, [...nodes, ...notes].map(idOf));
    for (const one of edges) {
      const edge = records.get(one) as WorkflowEdge;
      tables.ways.set(wayKey(edge), [...(tables.ways.get(wayKey(edge)) ?? []), edge.to]);
      tables.arrows.push(edgeId(edge));
    }
  }
  return tables;
}

const idOf = (key: string): string => key.slice(key.indexOf(':') + 1);

/** Everything that lies in a room, rooms in it included. */
const within = (tables: Tables, room: string): string[] =>
  (tables.order.get(room) ?? []).flatMap((id) => [id, ...within(tables, id)]);

/** A step as it stands with all that is in it: what a removal would take away. */
function wholeEntry(tables: Tables, id: string): Json | undefined {
  const entry = tables.entries.get(id);
  if (!entry) return undefined;
  const inside = within(tables, id);
  const ways = [...tables.ways].filter(([way]) => inside.includes(way.split(':')[0] ?? ''));
  return [
    entry.record,
    entry.room,
    inside.map((one) => tables.entries.get(one) ?? null),
    ways,
  ] as Json;
}

type Work = { three: Record<keyof Three<Json>, Tables>; clash: (clash: Clash) => Side };

const alike = (a: Json | undefined, b: Json | undefined): boolean =>
  a === undefined || b === undefined ? a === b : same(a, b);

const each = <T>(of: (side: keyof Three<T>) => T | undefined): Three<T> => ({
  base: of('base'),
  yours: of('yours'),
  theirs: of('theirs'),
});
const shown = ({ base, yours, theirs }: Three<Json>) => ({
  base: base ?? null,
  yours: yours ?? null,
  theirs: theirs ?? null,
});

/**
 * The room that was taken away with this step in it, if the step went with one; else the step
 * itself: a room and all that is in it is one thing to ask about.
 */
function goneWith(id: string, { base, yours, theirs }: Work['three']): string {
  const [has, lacks] = yours.entries.has(id) ? [yours, theirs] : [theirs, yours];
  let top = id;
  for (let at = has.entries.get(id)?.room ?? TOP; at !== TOP; at = has.entries.get(at)?.room ?? TOP)
    if (base.entries.has(at) && !lacks.entries.has(at)) top = at;
  return top;
}

/** Which side's step or note stands where one of them has none, or both have a new one. */
function sideOf(id: string, { three, clash }: Work): Side {
  const wholes = each((side) => wholeEntry(three[side], id));
  const found = each((side) => three[side].entries.get(id));
  const what = (found.yours ?? found.theirs)?.kind === 'notes' ? 'note' : 'step';
  const records = each((side) => found[side]?.record as Json | undefined);
  return settled(wholes, alike) ?? clash({ key: `${what}:${id}`, what, id, ...shown(records) });
}

/** The merged entry of an id; undefined where it falls out. */
function mergeEntry(id: string, work: Work): Entry | undefined {
  const { three, clash } = work;
  const found = each((side) => three[side].entries.get(id));
  const { base, yours, theirs } = found;
  if (!yours || !theirs) return found[sideOf(base ? goneWith(id, three) : id, work)];
  if (!base) return found[sideOf(id, work)];
  const record = mergeValue(
    '',
    each((side) => found[side]?.record as Json | undefined),
    (at, part) => clash({ key: `part:${id}:${at}`, what: 'part', id, at, ...shown(part) }),
  ) as JsonObject;
  const rooms = each((side) => found[side]?.room);
  const side =
    settled(rooms, (one, other) => one === other) ??
    clash({ key: `room:${id}`, what: 'room', id, ...shown(rooms) });
  return { ...yours, record, room: rooms[side] ?? TOP };
}

/** Steps and notes of both sides, without those whose room is gone. */
function mergeEntries(work: Work): Map<string, Entry> {
  const ids = merged(each((side) => [...work.three[side].entries.keys()]));
  const found = new Map<string, Entry>();
  for (const id of ids) {
    const entry = mergeEntry(id, work);
    if (entry) found.set(id, entry);
  }
  unring(found, work);
  for (const id of found.keys()) if (!isReached(id, found)) found.delete(id);
  return found;
}

/** Whether a step lies in the drawing, through rooms that do. */
function isReached(id: string, entries: Map<string, Entry>): boolean {
  const seen = new Set<string>();
  for (let at = id; at !== TOP; at = entries.get(at)?.room ?? TOP) {
    if (!entries.has(at) || seen.has(at) || (at !== id && !entries.get(at)?.isRoom)) return false;
    seen.add(at);
  }
  return true;
}

/** Two rooms that were each put into the other lie as one side has them. */
function unring(entries: Map<string, Entry>, { three, clash }: Work): void {
  const roomOf = (id: string): string => entries.get(id)?.room ?? TOP;
  const isInRing = (id: string): boolean => {
    const seen = new Set<string>();
    let at = roomOf(id);
    for (; at !== TOP && at !== id && !seen.has(at); at = roomOf(at)) seen.add(at);
    return at === id;
  };
  const inRing = [...entries.keys()].filter(isInRing);
  for (const id of inRing.sort()) {
    const rooms = each((side) => three[side].entries.get(id)?.room);
    const side = clash({ key: `room:${id}`, what: 'room', id, ...shown(rooms) });
    entries.set(id, { ...(entries.get(id) as Entry), room: rooms[side] ?? rooms.base ?? TOP });
  }
}

/**
 * Where a way leads on one side. A step it removed that is there all the same comes back with the
 * arrows that went with it.
 */
function waysOf(side: Tables, base: Tables, entries: Map<string, Entry>, key: string) {
  const [was = [], is = []] = [base.ways.get(key), side.ways.get(key)];
  const isBack = (id: string): boolean => entries.has(id) && !side.entries.has(id);
  const from = key.slice(0, key.indexOf(':'));
  const to = was.filter((id) => is.includes(id) || isBack(id) || isBack(from));
  const all = [...to, ...is.filter((id) => !was.includes(id))];
  return all.length ? (all as Json) : undefined;
}

/** Where each way out leads. */
function mergeWays(work: Work, entries: Map<string, Entry>): WorkflowEdge[] {
  const { three, clash } = work;
  const keys = merged(each((side) => [...three[side].ways.keys()]));
  const edges = keys.flatMap((key) => {
    const at = key.indexOf(':');
    const [id, port] = [key.slice(0, at), key.slice(at + 1)];
    // A step that fell out takes its ways with it: nothing is left to be asked about.
    if (!entries.has(id)) return [];
    const targets = each((side) => waysOf(three[side], three.base, entries, key));
    const side =
      settled(targets, alike) ??
      clash({ key: `way:${key}`, what: 'way', id, at: port, ...shown(targets) });
    return ((targets[side] ?? []) as string[]).map((to) => ({ from: id, port, to }));
  });
  const order = merged(each((side) => three[side].arrows));
  return edges.toSorted((a, b) => order.indexOf(edgeId(a)) - order.indexOf(edgeId(b)));
}

/** Arrows that have both ends in one room and close no circle; the others are left out (MG2). */
function fitting(
  edges: WorkflowEdge[],
  entries: Map<string, Entry>,
  isNew: (edge: WorkflowEdge) => boolean,
) {
  const kept: WorkflowEdge[] = [];
  const leftOut: WorkflowEdge[] = [];
  const nodes = [...entries].map(([id, { record }]) => ({ ...record, id }) as never);
  const both = ({ from, to }: WorkflowEdge): boolean => {
    const [a, b] = [entries.get(from), entries.get(to)];
    return a?.kind === 'nodes' && b?.kind === 'nodes' && a.room === b.room;
  };
  // What stood there before comes first: of two new arrows that make a circle the later one goes.
  for (const edge of edges.toSorted((a, b) => Number(isNew(a)) - Number(isNew(b))))
    if (!both(edge) || hasCircle({ nodes, edges: [...kept, edge], notes: [] })) leftOut.push(edge);
    else kept.push(edge);
  return { kept: edges.filter((edge) => kept.includes(edge)), leftOut };
}

function mergeFields({ three, clash }: Work, steps: ReadonlySet<string>): Records {
  const fieldsOf = (side: keyof Three<Json>): JsonObject =>
    Object.fromEntries(
      [...three[side].records]
        .filter(([key]) => key.startsWith('field:'))
        .map(([key, v]) => [idOf(key), v]),
    );
  const fields = mergeValue('', each(fieldsOf), (at, part) =>
    clash({ key: `field:${at}`, what: 'field', at, ...shown(part) }),
  ) as JsonObject;
  const breakpoints = (fields['breakpoints'] as string[]).filter((id) => steps.has(id));
  return new Map(
    Object.entries({ ...fields, breakpoints }).map(([k, v]) => [`field:${k}`, v as Json]),
  );
}

/** One workflow of two, and what of them does not fit (MG1–MG3). Clashes go to yours by default. */
export function merge(
  forms: { base: Workflow; yours: Workflow; theirs: Workflow },
  choose: (key: string) => Side = () => 'yours',
): Merged {
  const clashes = new Map<string, Clash>();
  const work: Work = {
    three: {
      base: tablesOf(forms.base),
      yours: tablesOf(forms.yours),
      theirs: tablesOf(forms.theirs),
    },
    clash: (clash) => {
      clashes.set(clash.key, clash);
      return choose(clash.key);
    },
  };
  const entries = mergeEntries(work);
  const before = work.three.base.ways;
  const isNew = (edge: WorkflowEdge): boolean => !before.get(wayKey(edge))?.includes(edge.to);
  const { kept, leftOut } = fitting(mergeWays(work, entries), entries, isNew);
  const records = mergeFields(work, new Set(entries.keys()));
  const rooms = [TOP, ...[...entries].flatMap(([id, { isRoom }]) => (isRoom ? [id] : []))];
  for (const room of rooms) {
    const order = merged(each((side) => work.three[side].order.get(room) ?? []));
    // What moved here from another room is not in every list, so all who lie here are looked at.
    const here = [...new Set([...order, ...entries.keys()])].filter(
      (id) => entries.get(id)?.room === room,
    );
    const keys = (kind: Entry['kind'], mark: string): string[] =>
      here.filter((id) => entries.get(id)?.kind === kind).map((id) => `${mark}:${id}`);
    const edges = kept.filter(({ from }) => entries.get(from)?.room === room);
    const named = edges.map((edge): [string, WorkflowEdge] => [`arrow:${edgeId(edge)}`, edge]);
    for (const [key, edge] of named) records.set(key, edge);
    const lies: Order = {
      nodes: keys('nodes', 'step'),
      edges: named.map(([key]) => key),
      notes: keys('notes', 'note'),
    };
    records.set(room === TOP ? 'order:' : `order:step:${room}`, lies);
  }
  for (const [id, { kind, record }] of entries)
    records.set(`${kind === 'nodes' ? 'step' : 'note'}:${id}`, record);
  return { workflow: whole(records), clashes: [...clashes.values()], leftOut };
}
