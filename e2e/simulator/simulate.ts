// One seed, one story: workflows, people, a world and an engine that dies, all drawn from one
// number, on a simulated clock and a real journal. The same seed is the same story again.
// SI1 every commit passes the witness; every rest passes rest.ts.
// SI2 at the end nothing is in the way any more: everything that was begun must come to its end.

import type { CardView } from '../../engine/4-run/view.ts';
import { below } from '../bisimulation/random.ts';
import { randomAct } from './acts.ts';
import { LATE_MS, type Buggify } from './buggify.ts';
import { Broken, holds } from './holds.ts';
import { dropFolder } from './life.ts';
import { goodAnswers } from './people.ts';
import {
  atRest,
  cleanedUp,
  nothingLost,
  onceOnly,
  sameViews,
  soundRecord,
  stopsOrWaits,
} from './rest.ts';
import { openStage, reborn, type Stage } from './stage.ts';
import type { Witness } from './witness.ts';

/** What happened in one story, for the campaign's figures. */
export type Story = {
  seed: number;
  wrong?: string;
  actions: number;
  events: number;
  runs: number;
  deaths: number;
  done: number;
  /** Disturbances by point: see buggify.ts. */
  points: Buggify['counts'];
  /** Events by type. */
  kinds: Record<string, number>;
};

/** Nothing here may stop a story for longer: then something turns in circles. */
const MOST_TICKS = 3000;
const ROUNDS_TO_END = 2000;
/** Turns of the event loop without news after which nothing is on its way (buggify.ts: turn). */
const AT_REST = 9;

/** Plays the story of a seed. Never throws: what was wrong stands in the story. */
export async function simulate(seed: number, log?: (line: string) => void): Promise<Story> {
  const stage = openStage(seed);
  const actions = 5 + below(stage.chance, 20);
  let wrong: string | undefined;
  const uncaught = (error: Error): void => void (stage.wrong ??= error);
  process.on('uncaughtException', uncaught);
  try {
    for (let i = 0; i < actions; i++) {
      const [name, act] = randomAct(stage.chance);
      log?.(name);
      await act(stage);
      await afterwards(stage);
    }
    log?.('calm');
    await toTheEnd(stage);
  } catch (error) {
    const { message, stack } = error as Error;
    wrong = error instanceof Broken ? message : (stack ?? message);
  }
  if (log) for (const e of stage.life.journal.eventsAfter(0)) log(spelled(e));
  process.off('uncaughtException', uncaught);
  await stage.life.close();
  dropFolder(stage.dir);
  return {
    seed,
    ...(wrong === undefined ? {} : { wrong }),
    actions,
    events: stage.w.events.length,
    points: stage.bugs.counts,
    runs: stage.w.runs.size,
    deaths: stage.deaths,
    done: stage.world.done.size,
    kinds: kindsOf(stage.w),
  };
}

function kindsOf({ events }: Witness): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const { type } of events) kinds[type] = (kinds[type] ?? 0) + 1;
  return kinds;
}

const spelled = (e: {
  run: string;
  seq: number;
  type: string;
  at: string;
  head: unknown;
}): string => `${e.at} ${e.run} ${e.seq} ${e.type} ${JSON.stringify(e.head)}`;

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Lets everything that is on its way arrive. */
async function settle(stage: Stage): Promise<void> {
  let [still, last] = [0, -1];
  for (let n = 0; still < AT_REST; n++) {
    holds(n < MOST_TICKS, () => 'it never comes to rest');
    await tick();
    const pos = stage.w.events.length;
    still = pos === last ? still + 1 : 0;
    last = pos;
  }
}

const isPast = ({ deadline }: CardView, now: number): boolean => (deadline ?? Infinity) <= now;

async function afterwards(stage: Stage): Promise<void> {
  await tick();
  if (stage.life.isDead()) await reborn(stage);
  if (stage.wrong) throw stage.wrong;
  if (stage.chance() < 0.4) await rest(stage);
}

async function rest(stage: Stage): Promise<void> {
  await settle(stage);
  if (stage.wrong) throw stage.wrong;
  if (stage.life.isDead()) {
    await reborn(stage);
    return rest(stage);
  }
  if (stage.life.isStuck()) return;
  const { life, world, w, clock } = stage;
  const here = { life, world, w, now: clock.now() };
  atRest(here);
  stopsOrWaits(here);
  onceOnly(here);
  if (stage.chance() < 0.05) sameViews(here);
}

/** Nothing is in the way any more: every run ends (SI2), and the record is sound. */
async function toTheEnd(stage: Stage): Promise<void> {
  const { clock, world, w, chance, setting } = stage;
  world.calm();
  stage.bugs.calm();
  stage.life.fillDisk(0);
  stage.life.dieAtCommit(undefined);
  if (stage.life.isDead()) await reborn(stage);
  await clock.advance(5000); // a full disk is tried again every second
  for (let round = 0; ; round++) {
    await settle(stage);
    if (stage.wrong) throw stage.wrong;
    const { life } = stage;
    atRest({ life, world, w, now: clock.now() });
    const roots = [...w.runs.values()].filter((run) => run.id === run.root && !run.isOver);
    if (!roots.length) break;
    holds(round < ROUNDS_TO_END, () => `${roots.map((run) => run.id).join(', ')} never ends`);
    for (const run of roots) if (run.isPaused) await life.engine.resume(run.id);
    const cards = life.engine.inbox();
    for (const card of cards) {
      let last = '';
      for (const given of goodAnswers(chance, card, setting.people)) {
        last = JSON.stringify(await life.engine.decide(given));
        if (life.engine.card(card.id)?.state !== 'open') break;
      }
      // A deadline that is over takes effect by a timer that may be late, or when the pause ends.
      const isOver = isPast(card, clock.now());
      if (isOver) await clock.advance(LATE_MS);
      const isOpen = life.engine.card(card.id)?.state === 'open';
      holds(!isOpen || isOver, () => `nobody can answer: ${last}`);
    }
    if (!cards.length) await clock.advance(600_000);
  }
  await settle(stage);
  const { life } = stage;
  const here = { life, world, w, now: clock.now() };
  onceOnly(here);
  if (chance() < 0.3) sameViews(here);
  soundRecord(here, chance() < 0.2);
  nothingLost(here, stage.acknowledged);
  if (chance() < 0.1) cleanedUp(here, clock.now() + 3 * 86_400_000);
}
