// Trying out: what is kept of steps, saved examples, and what past runs were asked and answered.

import type { JsonObject } from '../base/value.ts';
import type { KeptAnswer, KeptResult } from '../1-document/pinned.ts';
import { marksOf } from '../2-validate/marks.ts';
import type { RunView } from '../4-run/view.ts';
import { realClock } from '../4-run/clock.ts';
import { pastOf, type Past } from '../6-replay/past.ts';
import { outerId } from '../base/ids.ts';
import { refuse } from '../base/refused.ts';
import { isObject } from '../base/value.ts';
import type { App } from '../workspace/app.ts';
import { examplesIn, forgetExampleIn, keepIn, keptIn, saveExampleIn } from '../workspace/pinned.ts';
import { givenTo } from '../workspace/trying.ts';
import type { Handlers } from './handler.ts';

type TryName =
  | 'keepResult'
  | 'editKept'
  | 'forgetKept'
  | 'saveExample'
  | 'forgetExample'
  | 'kept'
  | 'examples'
  | 'past'
  | 'givenTo';

/** Runs with more events than this are left out: following them would take too long. */
const MOST_EVENTS = 4000;

const viewOf = (app: App, run: string): RunView =>
  app.engine.run(run) ?? refuse('unknown.run', { run });

/** What a step answered in a run: of one made of several calls, every inner answer. */
function answersIn(view: RunView, step: string): KeptAnswer[] {
  const own = Object.values(view.effects).filter(
    (one) =>
      outerId(one.step) === step &&
      one.run === view.run &&
      one.kind !== 'timer' &&
      one.kind !== 'each' &&
      one.output &&
      one.port !== undefined,
  );
  const last = Math.max(0, ...own.map(({ visit }) => visit));
  return own
    .filter(({ visit }) => visit === last)
    .map(({ step: inner, port = '', output }) => ({
      step: inner,
      port,
      value: output?.v ?? null,
      ...(output ? { labels: output.labels } : {}),
    }));
}

function past(app: App, run: string): Past | undefined {
  const events = app.engine.events(run, 0, MOST_EVENTS + 1);
  return events.length > MOST_EVENTS ? undefined : pastOf(events, app.engine.blob);
}

/** Puts a kept result in the place of an earlier one of the same step. */
const put = (dir: string, result: KeptResult): void =>
  keepIn(dir, [...keptIn(dir).filter(({ step }) => step !== result.step), result]);

const OK = { ok: true } as const;
const pause = (): Promise<void> =>
  new Promise((resolve) => void realClock.after(0, () => resolve()));

export const tryHandlers: Handlers<TryName> = {
  keepResult: (app, { slug, step, run }) => {
    const { dir, folder } = app.workflows.open(slug);
    const view = viewOf(app, run);
    const answers = answersIn(view, step);
    if (answers.length === 0) return { wrong: { code: 'kept.no_result', params: { step } } };
    const at = new Date(view.endedAt ?? view.startedAt).toISOString();
    put(dir, { step, at, run, marks: marksOf(folder, step), answers });
    return OK;
  },
  editKept: (app, { slug, step, port, value }) => {
    const { dir, folder } = app.workflows.open(slug);
    const had = keptIn(dir).find((one) => one.step === step);
    const last = had?.answers.at(-1);
    const { labels: _labels, ...own } = last ?? { step, labels: {} };
    const answers = [...(had?.answers.slice(0, -1) ?? []), { ...own, port, value }];
    const { run: _run, ...rest } = had ?? { at: new Date(realClock.now()).toISOString() };
    put(dir, { ...rest, step, edited: true, marks: marksOf(folder, step), answers });
    return OK;
  },
  forgetKept: (app, { slug, step }) => {
    const { dir } = app.workflows.open(slug);
    keepIn(
      dir,
      keptIn(dir).filter((one) => one.step !== step),
    );
    return OK;
  },
  saveExample: (app, { slug, name, run }) => {
    const { dir } = app.workflows.open(slug);
    const view = viewOf(app, run);
    const input = isObject(view.input.v) ? view.input.v : {};
    const found = view.test ? undefined : past(app, run);
    const file = { format: 'interlock/example@1' as const, name, input };
    return {
      id: saveExampleIn(dir, found ? { ...file, past: found as unknown as JsonObject } : file),
    };
  },
  forgetExample: (app, { slug, id }) => {
    forgetExampleIn(app.workflows.open(slug).dir, id);
    return OK;
  },
  kept: (app, { slug }) => ({ results: keptIn(app.workflows.open(slug).dir) }),
  examples: (app, { slug }) => ({
    examples: examplesIn(app.workflows.open(slug).dir).map(({ id, file }) => {
      const { name, input, past: found } = file;
      return { id, name, input, ...(found ? { past: found as unknown as Past } : {}) };
    }),
  }),
  past: async (app, { slug, limit }) => {
    const { id } = app.workflows.open(slug).folder.workflow;
    const runs = app.engine.runs(limit * 3, id).filter((view) => !view.test && !view.parent);
    const pasts: Past[] = [];
    const wanted = runs.slice(0, limit);
    for (const { run } of wanted) {
      const found = past(app, run);
      if (found) pasts.push(found);
      await pause(); // nothing else waits for a long list
    }
    return { pasts, leftOut: wanted.length - pasts.length };
  },
  givenTo: (app, { slug, step }) => {
    const open = app.workflows.open(slug);
    return { given: givenTo(app, open, step) };
  },
};
