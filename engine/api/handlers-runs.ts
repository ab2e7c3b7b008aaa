// Runs, cards and what they leave behind: the engine's side of the contract.

import type { Setting } from '../1-document/schema.ts';
import { hasTag } from '../4-run/inventory.ts';
import type { RunView } from '../4-run/view.ts';
import type { Refused, StartRequest } from '../engine.ts';
import type { App } from '../workspace/app.ts';
import { refuseErrors } from './analyse.ts';
import type { RunListEntry } from './contract.ts';
import type { Handlers } from './handler.ts';
import { fillFiles, inputsOf, refuseNamedOnly } from '../workspace/input-file.ts';
import { libraryOf } from '../workspace/library.ts';
import { asRun } from '../workspace/published.ts';
import { openFolder, type OpenFolder } from '../workspace/workflows.ts';
import { tryOf, type Try } from '../workspace/trying.ts';
import { isRefused } from './wrong.ts';

const unknownRun = (run: string): Refused => ({ wrong: { code: 'unknown.run', params: { run } } });
const unknownCard = (card: string): Refused => ({
  wrong: { code: 'unknown.card', params: { card } },
});

/** A run as lists show it, with the names of those it waits for. */
function entryOf(view: RunView, people: Setting['people']): RunListEntry {
  const { run, workflow, name, version, status, outcome, end, startedAt, endedAt } = view;
  const open = Object.values(view.cards).filter((card) => card.state === 'open');
  return {
    run,
    workflow,
    name,
    version,
    status,
    outcome,
    end,
    startedAt,
    endedAt,
    mode: view.mode,
    usage: view.usage,
    by: view.by,
    ...(view.tags ? { tags: view.tags } : {}),
    ...(view.queued ? { queued: view.queued } : {}),
    ...(view.test ? { test: view.test } : {}),
    ...(view.damaged ? { damaged: view.damaged } : {}),
    waitingFor: [...new Set(open.map(({ to }) => people.find((p) => p.id === to)?.name ?? to))],
  };
}

/** How far back a list looks for runs with a tag. */
const MOST_LISTED = 5000;

/** The answer when the run exists, else the refusal that names it. */
function ofRun<T>(app: App, run: string, answer: (view: RunView) => T): T | Refused {
  const view = app.engine.run(run);
  return view ? answer(view) : unknownRun(run);
}

type Start = Pick<StartRequest, 'input' | 'by' | 'practice' | 'pace' | 'once'>;

/** Starts a run of a folder; files that were only named are read from its inputs first. */
async function start(app: App, open: OpenFolder, request: Start, part?: Try) {
  const { dir, folder } = open;
  if (!part) refuseErrors(folder, app);
  const fields = folder.workflow.input;
  const filling = { find: inputsOf(dir), read: app.readText };
  const input = await fillFiles(fields, request.input, filling);
  refuseNamedOnly(fields, input);
  const library = libraryOf(open, app.workspace.dir);
  const setting = app.workspace.setting();
  const tried = part ? { recorded: part.recorded, test: part.test } : {};
  const own = asRun(dir, folder);
  return app.engine.startRun({ ...request, ...tried, folder: own, dir, library, setting, input });
}

/** How runs begin while nobody says otherwise. */
const isPractising = (app: App): boolean => app.workspace.setting().workspace.practice !== false;

type RunName =
  | 'startRun'
  | 'startFolder'
  | 'setPace'
  | 'pace'
  | 'pauseRun'
  | 'resumeRun'
  | 'stepRun'
  | 'stopRun'
  | 'decide'
  | 'runs'
  | 'run'
  | 'settled'
  | 'events'
  | 'machineOf'
  | 'inbox'
  | 'decided'
  | 'card'
  | 'blob'
  | 'pausePreview'
  | 'verify'
  | 'world'
  | 'resetWorld';

export const runHandlers: Handlers<RunName> = {
  startRun: (app, { slug, practice, test, ...request }, once) => {
    const open = app.workflows.open(slug);
    const part = test && tryOf(app, open, test);
    const how = practice ?? (part ? true : isPractising(app));
    return start(app, part?.open ?? open, { ...request, practice: how, once }, part);
  },
  startFolder: (app, { dir, ...request }, once) =>
    start(app, openFolder(dir), { ...request, once }),
  setPace: (app, { run, pace }) =>
    ofRun(app, run, () => {
      app.engine.setPace(run, pace);
      return { ok: true };
    }),
  pace: (app, { run }) => ({ pace: app.engine.pace(run) ?? null }),
  pauseRun: (app, { run, by }) => ofRun(app, run, () => app.engine.pause(run, by)),
  resumeRun: (app, { run, by }) => ofRun(app, run, () => app.engine.resume(run, by)),
  stepRun: (app, { run, by, effect }) => ofRun(app, run, () => app.engine.step(run, by, effect)),
  stopRun: (app, { run, by }) => ofRun(app, run, () => app.engine.stop(run, by)),
  decide: async (app, request) => {
    if (!app.engine.card(request.card)) return unknownCard(request.card);
    const done = await app.engine.decide(request);
    return isRefused(done) ? done : { ok: true, ...done };
  },
  runs: (app, { slug, limit, tag }) => {
    const workflow = slug === undefined ? undefined : app.workflows.open(slug).folder.workflow.id;
    const { people } = app.workspace.setting();
    const isWanted = tag === undefined ? () => true : hasTag(tag);
    return app.engine
      .listed(tag === undefined ? limit : MOST_LISTED, workflow)
      .filter(isWanted)
      .slice(0, limit)
      .map((view) => entryOf(view, people));
  },
  run: (app, { run }) => ofRun(app, run, (view) => view),
  settled: (app, { run }) => ofRun(app, run, () => app.engine.settled(run)),
  events: (app, { run, after, limit }) =>
    ofRun(app, run, () => {
      const events = app.engine.events(run, after, limit + 1);
      return { events: events.slice(0, limit), more: events.length > limit };
    }),
  machineOf: (app, { run }) => {
    const folder = app.engine.folderOf(run);
    if (!folder) return unknownRun(run);
    return { workflow: folder.workflow, cards: folder.cards };
  },
  inbox: (app) => app.engine.inbox(),
  decided: (app, { limit }) => app.engine.decided(limit),
  card: (app, { card }) => app.engine.card(card) ?? unknownCard(card),
  blob: (app, { hash }) => {
    const text = app.engine.blob(hash);
    return text === undefined ? { wrong: { code: 'unknown.value' } } : { text };
  },
  pausePreview: (app, { run }) => ofRun(app, run, () => ({ finishing: app.engine.finishing(run) })),
  verify: (app, { run }) =>
    run === undefined ? app.verify() : ofRun(app, run, () => app.verify(run)),
  world: (app) => app.world.read(),
  resetWorld: (app) => {
    app.world.reset();
    return { ok: true };
  },
};
