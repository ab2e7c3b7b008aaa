// Going through a recorded run again: the same machine, the recorded answers, and nothing else.
// RP1 nothing is called: replaying knows no models, tools or people, only what was written.
// RP2 each turn must come to what its event says it came to, every step must be given what it
//     was given, and the machine must stand where a kept snapshot says; the first that differs is
//     named.
// RP3 totals of money and work are not the machine's: the ledger stamps them on, so they are left
//     out of the comparison.

import { canonical } from '../base/canonical.ts';
import { resolve } from '../base/binding.ts';
import { leafReader } from '../base/leaves.ts';
import { partAt, type Json, type JsonObject, type Value } from '../base/value.ts';
import { load, next, persist, start, type Machine, type Snapshot, type Turned } from '../kernel.ts';
import type { CompiledMachine } from '../3-compile/ir.ts';
import type { Move, Recorded, RunEventType } from '../4-run/events.ts';
import type { Journal } from '../4-run/ports.ts';
import { invokesOf } from '../4-run/invokes.ts';
import { machineEvent, partOf } from '../4-run/rebuild.ts';
import { NO_USAGE } from '../node.ts';
import { turnRecord } from '../4-run/turn.ts';

/** The part of a journal that replaying reads. */
export type Past = Pick<Journal, 'eventsOf' | 'run' | 'children' | 'machine' | 'blob'>;
type EventOf<T extends RunEventType> = Extract<Recorded, { type: T }>;

export type Replayed = {
  run: string;
  isSame: boolean;
  /** The first event, of the run or of a child, that came to something else. */
  differsAt?: { run: string; seq: number };
  /** Events the machines consumed, children included. */
  events: number;
  status: Turned['status'];
  /** What the run's own machine did, in order. */
  path: Move[];
  /** Where its machine stands: everything a step may look at. */
  context: JsonObject;
};

type Loaded = { machine: Machine; invokes: ReturnType<typeof invokesOf> };

/** The machine of a run; `#` names the part that runs one item of a for-each. */
function machineFor(record: Past, name: string): Loaded | undefined {
  const [id = ''] = name.split('#');
  const part = partOf(name);
  const text = record.machine(id);
  if (text === undefined) return undefined;
  const compiled = JSON.parse(text) as CompiledMachine;
  const config = part === '' ? compiled.machine : compiled.parts[part];
  return config && { machine: load(config), invokes: invokesOf(compiled) };
}

const isOpened = (event: Recorded): event is EventOf<'effect.opened'> =>
  event.type === 'effect.opened';

/** What a child was given besides its input: its item, when it ran one of a for-each. */
function itemOf(record: Past, run: string): { item?: Value; index?: number } {
  const { parent } = record.run(run) ?? {};
  const above = parent ? record.eventsOf(parent) : [];
  const born = above.findLast(
    (e): e is EventOf<'child.started'> => e.type === 'child.started' && e.head.child === run,
  );
  if (born?.head.index === undefined) return {};
  const { seq, head } = born;
  const each = above
    .filter(isOpened)
    .findLast((e) => e.seq < seq && e.head.kind === 'each' && e.head.node === head.step);
  const { v, labels = {} } = each?.payload?.input ?? {};
  const v1 = partAt(v, `items.${head.index}`) ?? null;
  const from = [...new Set(Object.values(labels).flat())].sort();
  return { item: { v: v1, labels: { '': from } }, index: head.index };
}

function begin(record: Past, machine: Machine, event: EventOf<'run.started'>): Turned {
  const { head, payload, run } = event;
  return start(machine, {
    input: payload.input,
    run: { id: run, by: head.by, by_name: payload.byName ?? head.by, mode: head.mode },
    workflow: { id: head.workflow, name: head.name, version: head.version },
    today: event.at.slice(0, 10),
    seq: event.seq,
    at: event.at,
    usage: NO_USAGE as unknown as JsonObject,
    ...itemOf(record, run),
    ...(payload.outer ? { outer: payload.outer as never } : {}),
  });
}

/** A snapshot in one spelling, without the totals (RP3). */
const spelled = (snapshot: JsonObject): string => {
  const { usage: _usage, ...context } = snapshot['context'] as JsonObject;
  return canonical({ ...snapshot, context });
};

/** Whether the machine stands where the record says it stood. */
function isStored(record: Past, run: string, snapshot: Snapshot): boolean {
  const { snapshot: stored } = record.run(run) ?? {};
  if (!stored) return true;
  return spelled(JSON.parse(JSON.stringify(persist(snapshot)))) === spelled(JSON.parse(stored));
}

/** Replays one run's own machine up to and including event `to`. */
function replayOne(record: Past, run: string, to: number): Replayed {
  const events = record.eventsOf(run).filter((event) => event.seq <= to);
  const [started] = events;
  const { machine: name = '', snapshotSeq = 0 } = record.run(run) ?? {};
  const loaded = machineFor(record, name);
  const found: Replayed = {
    run,
    isSame: true,
    events: 0,
    status: 'active',
    path: [],
    context: {},
  };
  const differs = (seq: number): Replayed => ({ ...found, isSame: false, differsAt: { run, seq } });
  if (started?.type !== 'run.started' || !loaded) return differs(1);
  const opened = new Map<string, EventOf<'effect.opened'>>();
  let snapshot: Snapshot | undefined;
  for (const [i, event] of events.entries()) {
    if (event.type === 'effect.opened') opened.set(event.head.effect, event);
    const turned = turnOf({ record, ...loaded, opened }, snapshot, event);
    if (turned === 'impossible') return differs(event.seq);
    if (turned) {
      snapshot = turned.snapshot;
      found.events += 1;
      found.status = turned.status;
      found.path.push(...turned.moves);
      if (canonical(turnRecord(turned)) !== canonical(recordedTurn(event)))
        return differs(event.seq);
      const other = givenOther({ record, ...loaded, opened }, turned, events.slice(i + 1));
      if (other !== undefined) return differs(other);
    }
    const isNext = (events[i + 1]?.seq ?? Infinity) > snapshotSeq;
    if (snapshot && event.seq <= snapshotSeq && isNext && to >= snapshotSeq)
      if (!isStored(record, run, snapshot)) return differs(event.seq);
  }
  if (snapshot) found.context = persist(snapshot)['context'] as JsonObject;
  return found;
}

type Going = Loaded & { record: Past; opened: Map<string, EventOf<'effect.opened'>> };

/** The number of the first opening that was given something else than the machine gives now. */
function givenOther(
  { record, invokes }: Going,
  turned: Turned,
  later: Recorded[],
): number | undefined {
  for (const effect of turned.effects) {
    if (effect.do !== 'open') continue;
    const event = later.filter(isOpened).find((one) => one.head.ref === effect.ref);
    const invoke = invokes.get(effect.ref);
    if (!event?.payload || !invoke) continue;
    const given = resolve(invoke.with, effect.input.scope, leafReader(record.blob)).value;
    if (!isGiven(given, event.payload.input)) return event.seq;
  }
  return undefined;
}

/**
 * The same value, and no label less: the engine adds what the machine cannot know, which is who
 * decided that an earlier step happened (4-run/steering.ts).
 */
const isGiven = (given: Value, recorded: Value): boolean =>
  canonical(given.v) === canonical(recorded.v) &&
  Object.entries(given.labels).every(([at, names]) =>
    names.every((name) => recorded.labels[at]?.includes(name)),
  );

/** The turn an event leads to; undefined for bookkeeping. A changed record may lead to none. */
function turnOf(
  { record, machine, opened }: Going,
  snapshot: Snapshot | undefined,
  event: Recorded,
): Turned | undefined | 'impossible' {
  try {
    if (event.type === 'run.started') return begin(record, machine, event);
    const consumed = machineEvent(event, opened);
    return consumed && snapshot && next(machine, snapshot, consumed);
  } catch {
    return 'impossible';
  }
}

const recordedTurn = (event: Recorded): Json | undefined =>
  'turn' in event.head ? (event.head.turn as unknown as Json) : undefined;

/**
 * Replays a run and everything below it (RP1, RP2). With `to` it stops after that event of the run,
 * and of its children after whatever had been written by then.
 */
export function replay(record: Past, run: string, to = Infinity): Replayed {
  const own = replayOne(record, run, to);
  const last = record.eventsOf(run).findLast((event) => event.seq <= to);
  const below = record.children(run).map(({ id }) => {
    const known = record.eventsOf(id).filter((event) => event.pos <= (last?.pos ?? 0));
    return known.length ? replay(record, id, known.at(-1)?.seq) : undefined;
  });
  const children = below.filter((one) => one !== undefined);
  const wrong = [own, ...children].find((one) => !one.isSame);
  return {
    ...own,
    isSame: wrong === undefined,
    ...(wrong?.differsAt ? { differsAt: wrong.differsAt } : {}),
    events: [own, ...children].reduce((sum, one) => sum + one.events, 0),
  };
}
