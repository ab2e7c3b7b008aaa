// What people and programs can ask of running work, as promises that resolve after the commit.
// M1 a command that cannot be carried out changes nothing and says why.

import { mintId } from '../base/ids.ts';
import type { JsonObject } from '../base/value.ts';
import type { Said } from '../node.ts';
import type { Folder, Setting } from '../1-document/schema.ts';
import { beginRun } from './begin.ts';
import { resume, stepOne, steppable, stopRun } from './control.ts';
import { pause } from './pause.ts';
import type { Answer, Answered } from './deciding.ts';
import { answer } from './decision.ts';
import type { Receipt, RecordedAnswer } from './events.ts';
import { inputOf } from './inputs.ts';
import type { LiveRun } from './live.ts';
import {
  machineOf,
  nameOf,
  pinnedOf,
  pinsOf,
  planOf,
  type Plan,
  type PlanRequest,
} from './plan.ts';
import { push, type Runner } from './runner.ts';
import type { Deps, Turn } from './turn.ts';

export type Wrong = { wrong: Said & { field?: string } };
export type StartOf = PlanRequest & {
  input: JsonObject;
  by?: string | undefined;
  pace: 'watch' | 'full';
  recorded?: RecordedAnswer[] | undefined;
};

const wrong = (code: string, params: Said['params'] = {}): Wrong => ({ wrong: { code, params } });

/** Runs `apply` in a turn of the run; resolves after the commit with what it returned. */
function inTurn<T>(runner: Runner, run: string, apply: (turn: Turn) => T): Promise<T | Wrong> {
  return new Promise((resolve, reject) => {
    let made: T | undefined;
    push(runner, {
      run,
      apply: (turn) => void (made = apply(turn)),
      done: () => resolve(made as T),
      failed: (error) =>
        resolve(
          error
            ? wrong('failure.bug', { reason: error.message })
            : wrong('run.not_active', { run }),
        ),
      refused: reject,
    });
  });
}

/** Starts a run; resolves with its id once its first events are durable. */
export async function startRun(runner: Runner, request: StartOf): Promise<{ run: string } | Wrong> {
  const { folder, setting } = request;
  const { workflow } = folder;
  const input = inputOf(workflow.input, request.input, runner.deps.journal.putBlob);
  if ('wrong' in input) return input;
  const by = requester(setting, request.by);
  if (by === undefined) return wrong('decide.unknown_person', { person: request.by ?? '' });
  const plan = planOf(request);
  const id = mintId('r', runner.deps.random);
  const live = {
    row: newRow(id, folder, plan.compiled.machine.id, request.practice, runner.deps.clock.now()),
    machine: machineOf(plan),
    plan,
    budget: workflow.budget,
    by,
    input: input.value,
    open: new Map(),
    grants: [],
    answers: new Map(),
    asOf: {},
    trouble: undefined,
    breakpoints: new Set(workflow.breakpoints),
    recorded: request.recorded ?? [],
  } as unknown as LiveRun; // its snapshot is set by its first turn
  runner.paces.set(id, request.pace);
  return new Promise((resolve, reject) => {
    push(runner, {
      run: id,
      born: live,
      apply: (turn) => {
        keepPattern(turn, plan, request);
        beginRun(turn, {}, pinsOf(plan));
      },
      done: () => {
        kept.set(runner.deps, (kept.get(runner.deps) ?? new Set()).add(plan.folderHash));
        resolve({ run: id });
      },
      failed: (error) => resolve(wrong('failure.bug', { reason: error?.message ?? '' })),
      refused: reject,
    });
  });
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

/** The root and its unfinished descendants, parents first. */
const familyOf = (runner: Runner, root: string): string[] =>
  [...runner.state.live.values()]
    .filter((l) => l.row.root === root)
    .map((l) => l.row.id)
    .sort((a, b) => a.split(':').length - b.split(':').length);

/** Pauses a run and its children, in one commit. */
export const pauseRun = (runner: Runner, run: string, by: string): Promise<{ ok: true } | Wrong> =>
  onRoot(runner, run, (turn) => {
    if (turn.live.row.control === 'paused') return wrong('run.already_paused', { run });
    pause(turn, by);
    return { ok: true };
  });

/** Lets a paused run and its children go on, in one commit. */
export const resumeRun = (runner: Runner, run: string, by: string): Promise<{ ok: true } | Wrong> =>
  onRoot(runner, run, (turn) => {
    if (turn.live.row.control !== 'paused') return wrong('run.not_paused', { run });
    resume(turn, by);
    return { ok: true };
  });

const onRoot = <T>(runner: Runner, run: string, apply: (turn: Turn) => T): Promise<T | Wrong> =>
  inTurn(runner, run, (turn) =>
    turn.live.row.id === turn.live.row.root ? apply(turn) : wrong('run.not_active', { run }),
  );

/**
 * Performs exactly one effect of a paused run: the one asked for, or the first that stands open.
 */
export async function stepRun(
  runner: Runner,
  run: string,
  by: string,
  effect?: string,
): Promise<{ effect: string | null } | Wrong> {
  const family = familyOf(runner, run).flatMap((id) => runner.state.live.get(id) ?? []);
  const root = family[0];
  if (!root) return wrong('run.not_active', { run });
  if (root.row.control !== 'paused') return wrong('run.not_paused', { run });
  const target = family.find((live) =>
    steppable(live).some((e) => effect === undefined || e.row.id === effect),
  );
  if (!target) return { effect: null };
  return inTurn(runner, target.row.id, (turn) => ({ effect: stepOne(turn, by, effect) }));
}

/** A child's id begins with the id of the run it belongs to. */
const isBelow = (id: string, run: string): boolean => id.startsWith(`${run}:`);

/** Stops a run and everything below it; resolves with the receipt. `done` names finished steps. */
export async function stopFor(
  runner: Runner,
  run: string,
  by: string,
  done: string[],
): Promise<{ receipt: Receipt } | Wrong> {
  return inTurn(runner, run, (turn) => {
    const below = [...runner.state.live.values()].filter((l) => isBelow(l.row.id, run));
    return { receipt: stopRun(turn, by, done, below) };
  });
}

/** Answers a card; `nameOf` says how a person is called. */
export async function decideCard(
  runner: Runner,
  card: string,
  given: Answer,
  nameOf: (person: string) => string,
): Promise<Answered> {
  const { journal } = runner.deps;
  const known = journal.card(card);
  if (!known) return wrong('decide.unknown_card', { card });
  const made = await inTurn(runner, known.run, (turn) =>
    answer(turn, turn.card(card) ?? known, given),
  );
  if (!('wrong' in made) || made.wrong.code !== 'run.not_active') return made;
  const now = journal.card(card) ?? known; // the run is over, perhaps by the first answer
  const { by = '', choice = '' } = now;
  return now.state === 'answered'
    ? wrong('decide.already', { by: nameOf(by), choice })
    : wrong('decide.no_longer_open');
}

/** What is being performed right now and would still finish after a pause. */
export const finishing = (runner: Runner, run: string): { step: string; name: string }[] =>
  runner.flights.of(run).map(({ effect: e }) => {
    const live = runner.state.live.get(e.row.run);
    return { step: e.row.node, name: live ? nameOf(live.plan, e.row.node) : e.row.node };
  });
