// What people and programs can ask of running work, as promises that resolve after the commit.
// M1 a command that cannot be carried out changes nothing and says why.

import type { Said } from '../node.ts';
import { resume, stepOne, steppable, stopRun } from './control.ts';
import { pause } from './pause.ts';
import type { Answer, Answered } from './deciding.ts';
import { answer } from './decision.ts';
import type { Receipt } from './events.ts';
import { nameOf } from './plan.ts';
import { push, type Runner } from './runner.ts';
import { record, type Turn } from './turn.ts';

export type Wrong = { wrong: Said & { field?: string } };

/** A refusal by its code. */
export const wrong = (code: string, params: Said['params'] = {}): Wrong => ({
  wrong: { code, params },
});

/** Runs `apply` in a turn of the run; resolves after the commit with what it returned. */
export function inTurn<T>(
  runner: Runner,
  run: string,
  apply: (turn: Turn) => T,
): Promise<T | Wrong> {
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

/** The root and its unfinished descendants, parents first. */
const familyOf = (runner: Runner, root: string): string[] =>
  [...runner.state.live.values()]
    .filter((l) => l.row.root === root)
    .map((l) => l.row.id)
    .sort((a, b) => a.split(':').length - b.split(':').length);

/** Pauses a run and its children, in one commit. */
export const pauseRun = (runner: Runner, run: string, by: string): Promise<{ ok: true } | Wrong> =>
  onRoot(runner, run, (turn) => {
    const { row, queue } = turn.live;
    if (queue ? queue.isPaused : row.control === 'paused')
      return wrong('run.already_paused', { run });
    if (queue) pauseInLine(turn, by, true);
    else pause(turn, by);
    return { ok: true };
  });

/** Lets a paused run and its children go on, in one commit. */
export const resumeRun = (runner: Runner, run: string, by: string): Promise<{ ok: true } | Wrong> =>
  onRoot(runner, run, (turn) => {
    const { row, queue } = turn.live;
    if (queue && !queue.isPaused) return inLine(turn);
    if (row.control !== 'paused') return wrong('run.not_paused', { run });
    if (queue) pauseInLine(turn, by, false);
    else resume(turn, by);
    return { ok: true };
  });

/** A pause of a run in line is kept for when its turn comes. */
function pauseInLine(turn: Turn, by: string, isPaused: boolean): void {
  const { queue } = turn.live;
  if (queue) turn.live.queue = { ...queue, isPaused };
  const why = { code: 'why.paused_by', params: { by } };
  if (isPaused) record(turn, { type: 'run.paused', payload: undefined, head: { by, why } });
  else record(turn, { type: 'run.resumed', payload: undefined, head: { by } });
}

const inLine = ({ deps, live }: Turn): Wrong =>
  wrong('run.waits_in_line', { run: deps.journal.view(live.row.id)?.queued?.behind ?? '' });

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
  if (root.queue) return inTurn(runner, run, inLine);
  if (root.row.control !== 'paused') return wrong('run.not_paused', { run });
  const target = family.find((live) =>
    steppable(live).some((e) => effect === undefined || e.row.id === effect),
  );
  if (!target) return { effect: null };
  return inTurn(runner, target.row.id, (turn) => ({ effect: stepOne(turn, by, effect) }));
}

/** Stops a run and everything below it; resolves with the receipt. */
export const stopFor = (
  runner: Runner,
  run: string,
  by: string,
): Promise<{ receipt: Receipt } | Wrong> =>
  inTurn(runner, run, (turn) => ({
    receipt: stopRun(turn, by, { code: 'why.stopped_by', params: { by } }),
  }));

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
