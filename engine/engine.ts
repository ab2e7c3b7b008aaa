// createEngine: the wiring, the only file that knows every stage.
// E1 one engine per state folder (the lock is held by 5-record/lock.ts).
// E2 closing never loses anything acknowledged; opening again goes on where it was.

import type { Folder, Setting } from './1-document/schema.ts';
import { assert } from './base/assert.ts';
import type { Json, JsonObject } from './base/value.ts';
import type { Registry, Said } from './node.ts';
import type { Receipt, RecordedAnswer, Recorded } from './4-run/events.ts';
import type { CardView, RunView } from './4-run/view.ts';
import { realClock, realRandom } from './4-run/clock.ts';
import {
  decideCard,
  finishing,
  pauseRun,
  resumeRun,
  startRun,
  stepRun,
  stopFor,
} from './4-run/commands.ts';
import { nameOfStep, type Pinned } from './4-run/plan.ts';
import type { Clock, Journal, ModelPort, Random, ToolPort } from './4-run/ports.ts';
import { recoverRuns } from './4-run/recover.ts';
import { closeRunner, createRunner, settled } from './4-run/runner.ts';

/** A command that could not be carried out: nothing was changed. */
export type Refused = { wrong: Said & { field?: string } };

export type StartRequest = {
  folder: Folder;
  setting: Setting;
  /** Where the workflow folder lies, for file inputs and granted folders. */
  dir?: string;
  /** The workflows it calls, by id. */
  library?: Record<string, Folder>;
  input: Record<string, Json>;
  /** Person id of the requester; default the first person. */
  by?: string | undefined;
  practice: boolean;
  /** `watch` slows practice steps to about a second. */
  pace: 'watch' | 'full';
  recorded?: RecordedAnswer[];
};

export type DecideRequest = {
  card: string;
  choice: string;
  edit?: JsonObject | undefined;
  note?: string | undefined;
  /** hand-over target */ to?: string | undefined;
  by?: string | undefined;
};

/** The engine as every way in sees it. All commands return after their commit. */
export type Engine = {
  startRun: (request: StartRequest) => Promise<{ run: string } | Refused>;
  setPace: (run: string, pace: 'watch' | 'full') => void;
  pause: (run: string, by?: string) => Promise<{ ok: true } | Refused>;
  resume: (run: string, by?: string) => Promise<{ ok: true } | Refused>;
  step: (run: string, by?: string, effect?: string) => Promise<{ effect: string | null } | Refused>;
  stop: (run: string, by?: string) => Promise<{ receipt: Receipt } | Refused>;
  decide: (request: DecideRequest) => Promise<{ card: CardView; handedTo?: string } | Refused>;
  /** A root run or a child, folded; undefined when unknown. */
  run: (id: string) => RunView | undefined;
  runs: (limit: number, workflow?: string) => RunView[];
  inbox: () => CardView[];
  /** Cards that were answered, expired or withdrawn, the newest first. */
  decided: (limit: number) => CardView[];
  card: (id: string) => CardView | undefined;
  events: (root: string, afterPos: number, limit: number) => Recorded[];
  eventsAfter: (afterPos: number, limit: number) => Recorded[];
  /** Position of the workspace's newest event; 0 when there is none yet. */
  lastPos: () => number;
  /**
   * Calls back after each commit with the new events of the whole workspace; returns unsubscribe.
   */
  subscribe: (listener: (events: Recorded[]) => void) => () => void;
  /** What is in flight right now and would still finish after a pause. */
  finishing: (run: string) => { step: string; name: string }[];
  /** The folder a run was started from, as pinned. */
  folderOf: (run: string) => Folder | undefined;
  blob: (hash: string) => string | undefined;
  /** Resolves once the run has ended, waits for someone or something, or is paused. */
  settled: (run: string) => Promise<RunView>;
  /**
   * Takes up unfinished runs after a restart: every one (the designer, once after creating), or
   * only the named root (the command line, which drives one run and then ends).
   */
  recover: (only?: string) => Promise<void>;
  close: () => Promise<void>;
};

export type EngineDeps = {
  registry: Registry;
  setting: () => Setting;
  models: ModelPort;
  tools: ToolPort;
  journal: Journal;
  clock?: Clock;
  random?: Random;
};

/** An engine over handed-in ports. The journal is open and locked already (see 5-record). */
export function createEngine(deps: EngineDeps): Engine {
  const { journal, registry, models, tools } = deps;
  const ports = {
    journal,
    models,
    tools,
    clock: deps.clock ?? realClock,
    random: deps.random ?? realRandom,
  };
  const runner = createRunner(ports);
  const person = (by?: string): string => by ?? deps.setting().people[0]?.id ?? '';
  const nameOf = (id: string): string => deps.setting().people.find((p) => p.id === id)?.name ?? id;
  const view = (id: string): RunView | undefined => journal.view(id);
  const folderOf = (run: string): Folder | undefined => {
    const started = journal.eventsOf(run, 1, 1)[0];
    const pinned =
      started?.type === 'run.started' ? journal.folder(started.head.pins.rules) : undefined;
    return pinned ? (JSON.parse(pinned) as Pinned).folder : undefined;
  };
  const nameIn = (folder: Folder | undefined, step: string): string =>
    nameOfStep(folder, step) ?? step;
  return {
    startRun: (request) =>
      startRun(runner, {
        ...request,
        registry,
        currentRules: () => [...deps.setting().rules, ...request.folder.rules],
      }),
    setPace: (run, pace) => void runner.paces.set(run, pace),
    pause: (run, by) => pauseRun(runner, run, person(by)),
    resume: (run, by) => resumeRun(runner, run, person(by)),
    step: (run, by, effect) => stepRun(runner, run, person(by), effect),
    stop: (run, by) => {
      const folder = folderOf(run);
      const done = (view(run)?.path ?? []).map((p) => nameIn(folder, p.step));
      return stopFor(runner, run, person(by), [...new Set(done)]);
    },
    decide: ({ card, ...given }) => decideCard(runner, card, given, nameOf),
    run: view,
    runs: journal.runs,
    inbox: journal.openCards,
    decided: journal.closedCards,
    card: journal.card,
    events: (root, after, limit) => journal.eventsAfter(after, root, limit),
    eventsAfter: (after, limit) => journal.eventsAfter(after, undefined, limit),
    lastPos: journal.lastPos,
    subscribe: (listener) => {
      runner.listeners.add(listener);
      return () => void runner.listeners.delete(listener);
    },
    finishing: (run) => finishing(runner, run),
    folderOf,
    blob: journal.blob,
    settled: async (run) => {
      await settled(runner, journal.run(run)?.root ?? run);
      const now = view(run);
      assert(now, `run ${run} is unknown`);
      return now;
    },
    recover: async (only) => recoverRuns(runner, { registry, setting: deps.setting() }, only),
    close: async () => {
      await closeRunner(runner);
      journal.close();
    },
  };
}
