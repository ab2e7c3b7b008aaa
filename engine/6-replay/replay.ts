// Going through a recorded run again: the same machine, the recorded answers, and nothing else.
// RP1 nothing is called: replaying knows neither models nor tools nor people, only what was written.
// RP2 each turn must come to what its event says it came to, and the context to the stored one; the
//     first that does not is named.
// RP3 totals of money and work are not the machine's: the ledger stamps them on, so they are left
//     out of the comparison.

import { canonical } from '../base/canonical.ts';
import type { Json, JsonObject, Value } from '../base/value.ts';
import { load, next, persist, start, type Machine, type Snapshot, type Turned } from '../kernel.ts';
import type { CompiledMachine } from '../3-compile/ir.ts';
import type { Move, Recorded, RunEventType } from '../4-run/events.ts';
import type { Journal } from '../4-run/ports.ts';
import { machineEvent } from '../4-run/rebuild.ts';
import { NO_USAGE, turnRecord } from '../4-run/turn.ts';

/** The part of a journal that replaying reads. */
export type Past = Pick<Journal, 'eventsOf' | 'run' | 'children' | 'machine' | 'item'>;
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

/** The machine of a run; `#` names the part that runs one item of a for-each. */
function machineFor(record: Past, name: string): Machine | undefined {
  const [id = '', part] = name.split('#');
  const text = record.machine(id);
  if (text === undefined) return undefined;
  const { machine, parts } = JSON.parse(text) as CompiledMachine;
  const config = part === undefined ? machine : parts[part];
  return config && load(config);
}

/** What a child was given besides its input: its item, when it ran one of a for-each. */
function itemOf(record: Past, run: string): { item?: Value; index?: number } {
  const { parent } = record.run(run) ?? {};
  if (!parent) return {};
  const born = record
    .eventsOf(parent)
    .find((e): e is EventOf<'child.started'> => e.type === 'child.started' && e.head.child === run);
  const { step = '', index } = born?.head ?? {};
  const row = index === undefined ? undefined : record.item(parent, step, index);
  return row && index !== undefined ? { item: JSON.parse(row.item) as Value, index } : {};
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
  const machine = machineFor(record, name);
  const found: Replayed = {
    run,
    isSame: true,
    events: 0,
    status: 'active',
    path: [],
    context: {},
  };
  const differs = (seq: number): Replayed => ({ ...found, isSame: false, differsAt: { run, seq } });
  if (started?.type !== 'run.started' || !machine) return differs(1);
  const opened = new Map<string, EventOf<'effect.opened'>>();
  let snapshot: Snapshot | undefined;
  for (const [i, event] of events.entries()) {
    if (event.type === 'effect.opened') opened.set(event.head.effect, event);
    const turned = turnOf({ record, machine, opened }, snapshot, event);
    if (turned === 'impossible') return differs(event.seq);
    if (turned) {
      snapshot = turned.snapshot;
      found.events += 1;
      found.status = turned.status;
      found.path.push(...turned.moves);
      if (canonical(turnRecord(turned)) !== canonical(recordedTurn(event)))
        return differs(event.seq);
    }
    const isNext = (events[i + 1]?.seq ?? Infinity) > snapshotSeq;
    if (snapshot && event.seq <= snapshotSeq && isNext && to >= snapshotSeq)
      if (!isStored(record, run, snapshot)) return differs(event.seq);
  }
  if (snapshot) found.context = persist(snapshot)['context'] as JsonObject;
  return found;
}

type Going = { record: Past; machine: Machine; opened: Map<string, EventOf<'effect.opened'>> };

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
