// Recorded runs of every sample, gone through again from nothing but the journal.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Recorded } from '../4-run/events.ts';
import { openReadOnly, type JournalReader } from '../5-record/journal.ts';
import { handlers } from '../api/handlers.ts';
import type { Json } from '../base/value.ts';
import { openApp, type App } from '../workspace/app.ts';
import { sampleSlugs, samplesDir } from '../workspace/create.ts';
import { openWorkspace } from '../workspace/open.ts';
import { findPlace } from '../workspace/place.ts';
import { replay, type Past } from './replay.ts';

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'interlock-replay-'));
let app: App;
let journal: JournalReader;

beforeAll(() => {
  const opened = openApp(openWorkspace(findPlace(dir), Math.random), { onQuit: () => {} });
  if (opened === 'taken') throw new Error('taken');
  app = opened;
});
afterAll(async () => {
  journal?.close();
  await app.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

/** Runs a sample on its examples and answers every card with its first choice. */
async function ran(slug: string, more: Record<string, Json> = {}): Promise<string> {
  const { workflow } = app.workflows.open(slug).folder;
  const examples = workflow.input.flatMap(({ id, example }) =>
    example === undefined ? [] : [[id, example as Json] as const],
  );
  const input = { ...Object.fromEntries(examples), ...more };
  const request = { slug, input, practice: true, pace: 'full' as const };
  const started = await handlers.startRun(app, request);
  if ('wrong' in started) throw new Error(started.wrong.code);
  for (let answers = 0; answers < 20; answers++) {
    const { cards } = await app.engine.settled(started.run);
    const card = Object.values(cards).find(({ state }) => state === 'open');
    if (!card) break;
    const yes = card.body.fields.flatMap(({ field }) =>
      field.kind === 'yes_no' ? [[field.id, true] as const] : [],
    );
    const edit = Object.fromEntries(yes);
    await app.engine.decide({ card: card.id, choice: card.choices[0] ?? '', edit });
  }
  await app.engine.settled(started.run);
  return started.run;
}

/** The journal as any other program sees it. */
function read(): JournalReader {
  journal?.close();
  const opened = openReadOnly(app.workspace.files);
  if (!opened.ok) throw new Error(opened.wrong.code);
  return (journal = opened.journal);
}

test.each(sampleSlugs(samplesDir()))(
  '%s takes the same way and ends with the same values',
  async (slug) => {
    const run = await ran(slug);
    const before = app.engine.lastPos();
    const replayed = replay(read(), run);
    expect(replayed).toMatchObject({ isSame: true, run });
    expect(replayed.events).toBeGreaterThan(2);
    const { status } = app.engine.run(run) ?? {};
    expect(replayed.status).toBe(status === 'waiting' ? 'active' : status);
    expect(app.engine.lastPos()).toBe(before);
  },
);

test('a run can be gone through up to any of its events', async () => {
  const run = await ran('expense-approval', { amount: 320 });
  const past = read();
  const last = past.eventsOf(run).at(-1)?.seq ?? 0;
  const counts = Array.from({ length: last }, (_, i) => replay(past, run, i + 1).events);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect([counts[0], counts.at(-1)]).toEqual([1, replay(past, run).events]);
});

/** The same journal with one event changed. */
const changed = (past: Past, change: (event: Recorded) => Recorded): Past => ({
  ...past,
  eventsOf: (run) => past.eventsOf(run).map((event) => change(structuredClone(event))),
});

test('an event that says something else than the machine does is named', async () => {
  const run = await ran('expense-approval', { amount: 320 });
  const past = read();
  const settled = past.eventsOf(run).filter(({ type }) => type === 'effect.settled');
  for (const { seq } of settled) {
    const other = replay(
      changed(past, (event) => {
        if (event.seq === seq && event.type === 'effect.settled' && event.head.turn)
          event.head.turn.moves.push({ step: 'invented', port: 'ok' });
        return event;
      }),
      run,
    );
    expect(other).toMatchObject({ isSame: false, differsAt: { run, seq } });
  }
});

test('a value that was changed after the fact shows in what the machine holds', async () => {
  const run = await ran('expense-approval', { amount: 320 });
  const other = replay(
    changed(read(), (event) => {
      if (event.type === 'run.started') event.payload.input.v = { amount: 9000 };
      return event;
    }),
    run,
  );
  expect(other.isSame).toBe(false);
});

test('items of a for-each are made again from the events of an ended run', async () => {
  const run = await ran('mail-to-crm');
  const past = read();
  expect([past.run(run)?.status, past.run(run)?.snapshot]).toEqual(['done', '']);
  const children = past.children(run);
  expect(children.length).toBeGreaterThan(5);
  for (const { id } of children) expect(replay(past, id)).toMatchObject({ isSame: true, run: id });
});
