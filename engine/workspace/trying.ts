// Trying out a part of a workflow: which part, what its steps are given, what is answered from a
// kept result.
// TR1 the step that is tried is carried out, whatever was kept of it; steps before it are answered
//     by what was kept of them.
// TR2 a step that is tried alone is given what earlier steps answered: as somebody wrote it, as it
//     was kept, else as it was in the last run that has it.
// TR3 only what is wrong with the part itself keeps it from being tried.

import type { KeptResult } from '../1-document/pinned.ts';
import { referencesIn } from '../1-document/references.ts';
import type { Folder, WorkflowNode } from '../1-document/schema.ts';
import { findStep, stepsOf } from '../1-document/scopes.ts';
import { validate } from '../2-validate/validate.ts';
import type { RecordedAnswer, TestOf } from '../4-run/events.ts';
import { partOfDrawing } from '../4-run/part.ts';
import type { RunView } from '../4-run/view.ts';
import type { GivenStep } from '../api/contract.ts';
import { outerId } from '../base/ids.ts';
import { refuse } from '../base/refused.ts';
import { say } from '../base/text/say.ts';
import { isObject, type Json, type Value } from '../base/value.ts';
import type { StartRequest } from '../engine.ts';
import type { App } from './app.ts';
import { keptIn } from './pinned.ts';
import type { OpenFolder } from './workflows.ts';

type Asked = TestOf & {
  kept: boolean;
  given?: Record<string, { port: string; value: Json }> | undefined;
};
export type Try = {
  open: OpenFolder;
  recorded: RecordedAnswer[];
  test: NonNullable<StartRequest['test']>;
};

/** How many runs are looked through for what a step answered. */
const LOOKED_THROUGH = 25;

/** What is to be started for a test (TR1, TR3). */
export function tryOf(app: App, open: OpenFolder, { kept, given, ...of }: Asked): Try {
  const { folder, dir } = open;
  const names = {
    here: say(app.language, 'try.end.here'),
    elsewhere: say(app.language, 'try.end.elsewhere'),
  };
  const part = partOfDrawing(folder.workflow, of, app.registry, names);
  const id = of.only ?? of.until ?? '';
  if (!part) return refuse('try.no_step', { step: id });
  refuseFaults(app, folder, of, part.steps);
  const results = kept ? keptIn(dir).filter(({ step }) => step !== id) : [];
  const test = of.only === undefined ? { of } : { of, given: giveTo(app, open, of.only, given) };
  const own: OpenFolder = { ...open, folder: { ...folder, workflow: part.workflow } };
  return { open: own, recorded: results.flatMap(answersOf), test };
}

/** TR3 */
function refuseFaults(app: App, folder: Folder, of: TestOf, steps: ReadonlySet<string>): void {
  const isAll = of.only === undefined && of.until === undefined;
  const errors = validate(folder, app.workspace.setting(), app.registry).filter(
    ({ severity, step }) => severity === 'error' && (isAll || steps.has(step ?? '')),
  );
  const [first] = errors;
  if (!first) return;
  const found = { first: `problem.${first.code}`, errors: errors.length };
  refuse('workflow.not_fine', { ...first.params, ...found }, first.step);
}

const answersOf = ({ answers }: KeptResult): RecordedAnswer[] =>
  answers.map(({ step, visit, port, value }) => ({
    step,
    ...(visit === undefined ? {} : { visit }),
    result: { port, value },
  }));

// ---- what a step that is tried alone is given --------------------------------------------------

type Given = NonNullable<NonNullable<StartRequest['test']>['given']>;
type Looked = { id: string; isNeeded: boolean };
type Entry = { port: string; value: Value };

/** The earlier steps a step looks at, its room's steps included (TR2). */
function looksAt(folder: Folder, step: string): Looked[] {
  const node = findStep(folder.workflow, step)?.node;
  if (!node) return [];
  const own = node.scope ? [...stepsOf(node.scope)].map((placed) => placed.node) : [];
  const inside = new Set([step, ...own.map(({ id }) => id)]);
  const found = new Map<string, boolean>();
  for (const { settings } of [node, ...own])
    for (const { path, hasElse } of referencesIn(settings)) {
      const [root, id = ''] = path.split('.');
      if (root === 'steps' && !inside.has(id)) found.set(id, found.get(id) === true || !hasElse);
    }
  return [...found].map(([id, isNeeded]) => ({ id, isNeeded }));
}

/** What a step would be given, and where that comes from. */
export function givenTo(app: App, open: OpenFolder, step: string): GivenStep[] {
  const kept = keptIn(open.dir);
  const runs = lastRuns(app, open);
  return looksAt(open.folder, step).map(({ id, isNeeded }): GivenStep => {
    const found = sourceOf(id, kept, runs);
    if (!found) return { step: id, isNeeded };
    const { from, run, port, value } = found;
    return { step: id, isNeeded, from, port, value: value.v, ...(run ? { run } : {}) };
  });
}

const lastRuns = (app: App, { folder }: OpenFolder): RunView[] =>
  app.engine.runs(LOOKED_THROUGH, folder.workflow.id);

type Source = { from: 'kept' | 'run'; run?: string; port: string; value: Value };

/** TR2 */
function sourceOf(id: string, kept: KeptResult[], runs: RunView[]): Source | undefined {
  const last = kept.find(({ step }) => step === id)?.answers.at(-1);
  if (last)
    return {
      from: 'kept',
      port: last.port,
      value: { v: last.value, labels: last.labels ?? { '': ['user'] } },
    };
  for (const view of runs) {
    const ended = Object.values(view.effects).findLast(
      (one) => outerId(one.step) === id && one.run === view.run && one.output && one.port,
    );
    if (ended?.output && ended.port !== undefined)
      return { from: 'run', run: view.run, port: ended.port, value: ended.output };
  }
  return undefined;
}

function giveTo(app: App, open: OpenFolder, step: string, written: Asked['given']): Given {
  const kept = keptIn(open.dir);
  const runs = lastRuns(app, open);
  const steps = looksAt(open.folder, step).flatMap(({ id, isNeeded }): [string, Entry][] => {
    const own = written?.[id];
    if (own) return [[id, { port: own.port, value: { v: own.value, labels: { '': ['user'] } } }]];
    const found = sourceOf(id, kept, runs);
    if (found) return [[id, { port: found.port, value: found.value }]];
    const name = findStep(open.folder.workflow, id)?.node.name ?? id;
    return isNeeded ? refuse('try.nothing_from', { step: name }, id) : [];
  });
  const item = itemFor(open.folder, step, runs);
  return { outer: { steps: Object.fromEntries(steps), round: 1 }, ...item };
}

/** The first item of the last run, for a step that works on items. */
function itemFor(folder: Folder, step: string, runs: RunView[]): Pick<Given, 'item' | 'index'> {
  const rooms = roomsAround(folder, step).filter(({ type }) => type.startsWith('for_each@'));
  const [each] = rooms;
  if (!each) return {};
  for (const view of runs) {
    const opened = Object.values(view.effects).find(
      (one) => one.kind === 'each' && one.node === each.id,
    );
    const items = isObject(opened?.input?.v) ? opened.input.v['items'] : undefined;
    const [first] = Array.isArray(items) ? items : [];
    if (first !== undefined) return { item: { v: first, labels: { '': ['input'] } }, index: 0 };
  }
  return refuse('try.no_item', { room: each.name }, each.id);
}

function roomsAround(folder: Folder, step: string): WorkflowNode[] {
  const rooms: WorkflowNode[] = [];
  let at = findStep(folder.workflow, step);
  while (at && at.in !== '') {
    at = findStep(folder.workflow, at.in);
    if (at) rooms.push(at.node);
  }
  return rooms;
}
