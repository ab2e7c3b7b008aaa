// Twenty parallel steps racing for the last cent, with everything in the way that can be: retries,
// fail-over to dearer models, child workflows and steps with limits of their own, a day shared with
// a second run, crashes between start and settle, late and estimated usage, and people who extend.
// RA1 after every commit the book (book.ts), which shares no code with the ledger, is within every
//     cap, and the ledger says what the book says.
// RA2 the world takes its money when it is called, and never more than stands in the book.
// RA3 one seed is one schedule; time is simulated, the database is real.

import { simulatedClock, type SimulatedClock } from '../../engine/4-run/clock.ts';
import type { Recorded } from '../../engine/4-run/events.ts';
import type { Answered, Commit, ModelPort, ToolPort } from '../../engine/4-run/ports.ts';
import type { Setting } from '../../engine/1-document/schema.ts';
import type { ModelReply } from '../../engine/node.ts';
import { registry } from '../../nodes/index.ts';
import { below, oneOf, type Chance } from '../bisimulation/random.ts';
import { seeded } from '../kit/seeded.ts';
import { accountAt, charge, enter, nothingHeld, openBook, type Book } from './book.ts';
import { Broken, holds } from './holds.ts';
import { bear, dropFolder, newFolder, type Life } from './life.ts';
import { randomAnswer } from './people.ts';
import { PATIENCE_MS, tracks, type Track } from './race-draw.ts';

/** One schedule, in figures. */
export type Schedule = Book['figures'] & {
  seed: number;
  wrong?: string;
  events: number;
  crashes: number;
  /** Crashes while something was under way. */
  inFlight: number;
  late: number;
  estimated: number;
};

type Stage = {
  chance: Chance;
  clock: SimulatedClock;
  track: Track;
  setting: Setting;
  book: Book;
  dir: string;
  life: Life;
  /** Replies are heard only by the life that asked. */
  lives: number;
  open: Set<string>;
  wrong: Error | undefined;
  figures: Omit<Schedule, 'seed' | 'wrong' | keyof Book['figures']>;
};

const INPUT = 100;
const TRACKS = 24;
let drawn: ReturnType<typeof tracks> | undefined;

/** Runs the schedule of a seed. Never throws: what was wrong stands in it. */
export async function race(seed: number, log?: (line: string) => void): Promise<Schedule> {
  const stage = open(seed);
  let wrong: string | undefined;
  try {
    await play(stage);
  } catch (error) {
    const { message, stack } = error as Error;
    wrong = error instanceof Broken ? message : (stack ?? message);
  }
  if (log)
    for (const e of stage.life.journal.eventsAfter(0))
      log(`${e.at} ${e.run} ${e.seq} ${e.type} ${JSON.stringify(e.head)}`);
  await stage.life.close();
  dropFolder(stage.dir);
  const figures = { ...stage.book.figures, ...stage.figures };
  return { seed, ...figures, ...(wrong === undefined ? {} : { wrong }) };
}

function open(seed: number): Stage {
  const chance = seeded(seed);
  drawn ??= tracks(TRACKS);
  const { track, setting: plain } = drawn[seed % TRACKS] as (typeof drawn)[number];
  const { workspace } = plain;
  const dailyBudget = oneOf<Setting['workspace']['dailyBudget']>(chance, [
    { costUsd: 5 },
    { costUsd: 0.012 },
    { costUsd: 0.006, attempts: 30 },
    { costUsd: 5, modelCalls: 16 },
    { costUsd: 0.02, tokens: 9000 },
  ]);
  const setting = { ...plain, workspace: { ...workspace, dailyBudget } };
  const clock = simulatedClock(Date.UTC(2026, 0, 5, oneOf(chance, [9, 9, 23]), 59, 30));
  const all = [track.large, track.small, ...Object.values(track.library)];
  const folderOf = (id: string) => all.find(({ workflow }) => workflow.id === id);
  const book = openBook({ setting, folderOf, inputTokens: INPUT });
  const figures = { events: 0, crashes: 0, inFlight: 0, late: 0, estimated: 0 };
  const given = { chance, clock, track, setting, book, dir: newFolder(), lives: 0, figures };
  const stage = { ...given, open: new Set(), wrong: undefined } as unknown as Stage;
  stage.life = newLife(stage);
  return stage;
}

function newLife(stage: Stage): Life {
  const { clock, setting, chance, dir } = stage;
  const random = seeded(below(chance, 2 ** 31));
  const ports = { registry, setting: () => setting, clock, random, ...world(stage) };
  const committed = (work: Commit, made: Recorded[]): void =>
    kept(stage, () => commit(stage, work, made));
  return bear(dir, ports, committed, { seal: 'none' });
}

/** What is found inside the engine is kept; the engine must not see it. */
function kept(stage: Stage, look: () => void): void {
  try {
    look();
  } catch (error) {
    stage.wrong ??= error as Error;
  }
}

/** RA1 */
function commit({ book, figures, open: runs }: Stage, work: Commit, made: Recorded[]): void {
  for (const e of made) {
    enter(book, e);
    if (e.type === 'run.started' && e.run === e.root) runs.add(e.run);
    if (e.type === 'run.ended') runs.delete(e.run);
    if (e.type === 'effect.settled' && e.head.estimated) figures.estimated += 1;
  }
  figures.events += made.length;
  for (const ledger of work.ledgers) {
    const { used, heldNano, heldTokens } = accountAt(book, ledger.root);
    const own = [used.costUsd, heldNano, used.tokens, heldTokens, used.attempts, used.modelCalls];
    const { costNano, reservedNano, tokens, reservedTokens, attempts, modelCalls } = ledger;
    const theirs = [costNano, reservedNano, tokens, reservedTokens, attempts, modelCalls];
    holds(
      own.join() === theirs.join(),
      () => `${ledger.root}: the book says ${own.join()}, the ledger ${theirs.join()}`,
    );
  }
}

/** Models that answer, fail, hang or come late, and take their money at once (RA2). */
function world(stage: Stage): { models: ModelPort; tools: ToolPort } {
  const { chance, clock, book, figures } = stage;
  const own = (stage.lives += 1);
  const later = <T>(ms: number, value: T): Promise<T> =>
    new Promise((resolve) => {
      clock.after(ms, () => own === stage.lives && resolve(value));
    });
  const soon = (): number => oneOf(chance, [0, 0, 1, 1, 300, 3000]);
  return {
    models: {
      worst: ({ maxOutputTokens }) => ({ inputTokens: INPUT, outputTokens: maxOutputTokens }),
      call: ({ maxOutputTokens }, { price }, { key }) => {
        const out = chance() < 0.3 ? maxOutputTokens : below(chance, maxOutputTokens + 1);
        const { input = 0, output = 0 } = price ?? {};
        const nano = Math.ceil((INPUT * input + out * output) * 1000);
        kept(stage, () => charge(book, key, nano));
        const x = chance();
        const isLate = x > 0.88;
        if (isLate) figures.late += 1;
        const ms = isLate ? PATIENCE_MS + 5000 : soon();
        return x < 0.05 ? new Promise(() => {}) : later(ms, answer(chance, nano, INPUT + out));
      },
    },
    tools: {
      call: () => {
        const used = { modelCalls: 0, toolCalls: 1, tokens: 0, costNano: 0 };
        return later(soon(), { ok: true, used, reply: { value: { n: 1 } } });
      },
    },
  };
}

function answer(chance: Chance, nano: number, tokens: number): Answered<ModelReply> {
  const costNano = chance() < 0.85 ? nano : null; // some do not say what they took
  const used = { modelCalls: 1, toolCalls: 0, tokens, costNano };
  const x = chance();
  if (x < 0.68) return { ok: true, used, reply: { answer: { category: 'left' } } };
  const kind = x < 0.96 ? ('retryable' as const) : ('terminal' as const);
  const failure = { kind, code: 'failure.tool_said', params: { tool: 'M', message: 'no' } };
  return { ok: false, used, failure };
}

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function settle(stage: Stage): Promise<void> {
  for (let [still, last] = [0, -1]; still < 2;) {
    await tick();
    still = stage.figures.events === last ? still + 1 : 0;
    last = stage.figures.events;
  }
  if (stage.wrong) throw stage.wrong;
  if (!stage.life.isDead()) return;
  await reborn(stage);
  await settle(stage);
}

async function reborn(stage: Stage): Promise<void> {
  const { figures, book } = stage;
  figures.crashes += 1;
  if ([...book.effects.values()].some(({ held }) => held)) figures.inFlight += 1;
  stage.lives += 1;
  await stage.life.close();
  stage.life = newLife(stage);
  await stage.life.engine.recover();
}

/** Of an engine that dies meanwhile nobody hears again. */
function start({ life, setting, track }: Stage, folder: Track['large']): void {
  const { library } = track;
  const given = { folder, setting, library, input: {}, practice: false, pace: 'full' as const };
  void life.engine.startRun(given).catch(() => undefined);
}

/** People extend, finish, stop, try again, or look away. */
async function decide({ chance, life, setting }: Stage): Promise<void> {
  for (const card of life.engine.inbox()) {
    if (chance() < 0.25) continue;
    const choice = oneOf(chance, ['extend', 'extend', 'extend', 'finish']);
    const given = randomAnswer(chance, card, setting.people);
    const isMeant = card.kind === 'limit' && chance() < 0.8;
    void life.engine
      .decide(isMeant ? { card: card.id, choice, by: card.to } : given)
      .catch(() => undefined);
  }
}

const ROUNDS = 11;

async function play(stage: Stage): Promise<void> {
  const { chance, clock, track, life } = stage;
  // Some races die in the very commits that start calls or settle them.
  if (chance() < 0.08) life.dieAtCommit(oneOf(chance, ['before', 'after']));
  start(stage, track.large);
  if (chance() < 0.5) await settle(stage);
  if (chance() < 0.6) start(stage, track.small);
  for (let round = 0; round < ROUNDS; round++) {
    await settle(stage);
    if (!stage.open.size) break;
    const x = chance();
    if (x < 0.5) await decide(stage);
    else if (x < 0.975) await clock.advance(oneOf(chance, [1, 300, 3000, PATIENCE_MS, 30_000]));
    else if (x < 0.988) stage.life.dieAtCommit(oneOf(chance, ['before', 'after']));
    else await reborn(stage);
  }
  await toTheEnd(stage);
}

/** What is left is stopped, or stays as it is; the day has what was used (RA1). */
async function toTheEnd(stage: Stage): Promise<void> {
  stage.life.dieAtCommit(undefined);
  await settle(stage);
  const { life, book, open: runs, setting } = stage;
  if (stage.chance() < 0.3) for (const run of runs) await life.engine.stop(run);
  await settle(stage);
  nothingHeld(book, (root) => !runs.has(root));
  const isCounted = Object.keys(setting.workspace.dailyBudget).length > 1;
  for (const { name, used, heldNano, heldTokens } of book.accounts.values()) {
    if (!name.startsWith('day ')) continue;
    const { use } = life.journal.dayUse(name.slice(4));
    const own = [used.costUsd + heldNano];
    const theirs = [use.costNano + use.reservedNano];
    if (isCounted) own.push(used.attempts, used.modelCalls, used.tokens + heldTokens);
    if (isCounted) theirs.push(use.attempts, use.modelCalls, use.tokens + use.reservedTokens);
    holds(
      own.join() === theirs.join(),
      () => `${name}: the book ${own.join()}, the record ${theirs.join()}`,
    );
  }
}
