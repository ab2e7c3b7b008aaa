// Starting a run: its input is checked, its plan pinned, and its first turn is its first commit.
// ST1 a start that is refused leaves nothing behind.
// ST2 a start with a key has one run, however often it is asked for, also across a restart: the
//     run's id is made of the key.

import type { Scope } from '../base/binding.ts';
import { hashText } from '../base/canonical.ts';
import { mintId } from '../base/ids.ts';
import type { JsonObject, Value } from '../base/value.ts';
import type { Said } from '../node.ts';
import type { Folder, Setting } from '../1-document/schema.ts';
import { beginRun, scopeAtStart } from './begin.ts';
import { wrong, type Wrong } from './commands.ts';
import type { RecordedAnswer, TestOf } from './events.ts';
import { inputOf } from './inputs.ts';
import type { LiveRun } from './live.ts';
import { asleep, overlapOf, sameAs, standInLine } from './overlap.ts';
import { machineOf } from './machines.ts';
import { pinnedOf, pinsOf, planOf, type Plan, type PlanRequest } from './plan.ts';
import { push, type Runner } from './runner.ts';
import { isStopping } from './stopping.ts';
import type { Deps, Given, Turn } from './turn.ts';

export type StartOf = PlanRequest & {
  input: JsonObject;
  by?: string | undefined;
  pace: 'watch' | 'full';
  recorded?: RecordedAnswer[] | undefined;
  /** A test of a part of a drawing, and what that part is given from outside of itself. */
  test?: { of: TestOf; given?: Pick<Given, 'outer' | 'item' | 'index'> } | undefined;
  /** How the asker calls this start, and a hash of what was asked for under that name (ST2). */
  once?: { key: string; of: string } | undefined;
};

/** A start that may not be: nothing of it is recorded. */
class Declined extends Error {
  readonly said: Said;
  constructor(code: string, params: Said['params']) {
    super(code);
    this.said = { code, ...(params ? { params } : {}) };
  }
}

/**
 * Starts a run; resolves with its id once its first events are durable. `takeUp` makes an
 * unfinished run that nobody has taken up one of this engine's.
 */
export async function startRun(
  runner: Runner,
  request: StartOf,
  takeUp: (root: string) => void,
): Promise<{ run: string } | Wrong> {
  const { journal } = runner.deps;
  const { folder, setting, once } = request;
  const before = once && startedAs(runner, once);
  if (before) return before;
  if (isStopping(runner)) return wrong('run.stopping');
  const input = inputOf(folder.workflow.input, request.input, journal.putBlob);
  if ('wrong' in input) return input;
  const by = requester(setting, request.by);
  if (by === undefined) return wrong('decide.unknown_person', { person: request.by ?? '' });
  const plan = planOf(request);
  const live = newRun(runner, request, { by, plan, input: input.value });
  const sleeping = asleep(journal, runner.state.live, live);
  if (folder.workflow.overlap?.rule === 'replace') sleeping.splice(0).forEach(takeUp);
  const { id } = live.row;
  runner.paces.set(id, request.pace);
  return new Promise((resolve, reject) => {
    push(runner, {
      run: id,
      born: live,
      apply: (turn) => {
        const behind = place(turn, sleeping);
        keepPattern(turn, plan, request);
        beginRun(turn, givenTo(request), pinsOf(plan));
        if (behind !== undefined && turn.live.row.status === 'active') standInLine(turn, behind);
      },
      done: () => {
        kept.set(runner.deps, (kept.get(runner.deps) ?? new Set()).add(plan.folderHash));
        resolve({ run: id });
      },
      failed: (error) =>
        resolve(
          error instanceof Declined
            ? { wrong: error.said }
            : wrong('failure.bug', { reason: error?.message ?? '' }),
        ),
      refused: reject,
    });
  });
}

const givenTo = ({ once, test }: StartOf): Given => ({
  ...(once ? { once: once.of } : {}),
  ...(test ? { ...test.given, test: test.of } : {}),
});

/** The run of this key, if there is one already; another request under it is refused (ST2). */
function startedAs(runner: Runner, { key, of }: NonNullable<StartOf['once']>) {
  const id = idOf(key);
  const [started] = runner.deps.journal.eventsOf(id, 1, 1);
  if (started?.type !== 'run.started') return undefined;
  return started.head.once === of ? { run: id } : wrong('api.key_reused');
}

const LETTERS = 31;
/** An id that only this key leads to. */
function idOf(key: string): string {
  const hash = hashText(key);
  let at = 0;
  return mintId('r', () => {
    const n = Number.parseInt(hash.slice(at, at + 6), 16);
    at += 6;
    return (n % LETTERS) / LETTERS;
  });
}

/**
 * Finds the run's place among those about the same thing: refuses it, replaces the others, or
 * answers behind which one it stands in line. `sleeping` are unfinished and taken up by nobody.
 */
function place(turn: Turn, sleeping: string[]): string | undefined {
  const { live } = turn;
  const rule = live.plan.folder.workflow.overlap?.rule ?? 'allow';
  if (rule === 'allow') return undefined;
  const others = [...sleeping, ...sameAs(turn.runs(), live).map(({ row }) => row.id)];
  const [first] = others;
  if (first === undefined) return undefined;
  if (rule === 'refuse') throw new Declined('run.overlaps', { run: first });
  if (rule === 'replace') {
    const why: Said = { code: 'why.replaced' };
    for (const run of others) turn.follow.push({ run, do: 'stop_for', by: live.by, why });
    return undefined;
  }
  live.queue = { isPaused: false, since: turn.at };
  live.row.control = 'paused';
  return others.at(-1);
}

/** What an engine has written already: machine and folder of a plan, by the folder's hash. */
const kept = new WeakMap<Deps, Set<string>>();

/** Writes machine and folder beside the run, unless an earlier run of this engine did. */
function keepPattern(turn: Turn, { compiled, folderHash }: Plan, request: PlanRequest): void {
  if (kept.get(turn.deps)?.has(folderHash)) return;
  turn.out.machines.push({ hash: compiled.machine.id, config: JSON.stringify(compiled) });
  turn.deps.journal.saveFolder(folderHash, JSON.stringify(pinnedOf(request)));
}

const requester = (setting: Setting, by: string | undefined): string | undefined =>
  by === undefined ? setting.people[0]?.id : setting.people.find((p) => p.id === by)?.id;

type Known = { by: string; plan: Plan; input: Value };

function newRun(runner: Runner, request: StartOf, { by, plan, input }: Known): LiveRun {
  const { clock, random } = runner.deps;
  const { folder, practice, once } = request;
  const { workflow } = folder;
  const id = once ? idOf(once.key) : mintId('r', random);
  const row = newRow(id, folder, plan.compiled.machine.id, practice, clock.now());
  const live = {
    row,
    machine: machineOf(plan),
    plan,
    budget: workflow.budget,
    by,
    input,
    open: new Map(),
    path: '',
    under: [],
    answers: new Map(),
    asOf: {},
    trouble: undefined,
    breakpoints: new Set(workflow.breakpoints),
    recorded: request.recorded ?? [],
    isTest: request.test !== undefined,
  } as unknown as LiveRun; // its snapshot is set by its first turn
  const scope: Scope = scopeAtStart(live, row.startedAt);
  live.overlap = overlapOf(workflow, scope, row.mode)?.key;
  return live;
}

const newRow = (
  id: string,
  { workflow }: Folder,
  machine: string,
  practice: boolean,
  at: number,
): LiveRun['row'] => ({
  id,
  root: id,
  parent: null,
  parentEffect: null,
  workflow: workflow.id,
  name: workflow.name,
  version: workflow.version,
  machine,
  mode: practice ? 'practice' : 'real',
  control: 'run',
  status: 'active',
  seq: 0,
  head: '',
  startedAt: at,
  endedAt: null,
  snapshot: '',
  snapshotSeq: 0,
});
