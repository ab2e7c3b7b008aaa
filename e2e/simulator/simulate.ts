// One seed, one story: workflows, people, a world and an engine that dies, all drawn from one
// number, on a simulated clock and a real journal. The same seed is the same story again.
// SI1 every commit passes the witness; every rest passes rest.ts.
// SI2 at the end nothing is in the way any more: everything that was begun must come to its end.

import { simulatedClock, type SimulatedClock } from '../../engine/4-run/clock.ts';
import type { Folder, Setting } from '../../engine/1-document/schema.ts';
import { nanoOfUsd } from '../../engine/budgets/money.ts';
import { below, oneOf, type Chance } from '../bisimulation/random.ts';
import { sampleSetting } from '../kit/engine-kit.ts';
import { seeded } from '../kit/seeded.ts';
import { randomFolder, registry } from './draw.ts';
import { bear, dropFolder, newFolder, type Life } from './life.ts';
import { goodAnswers, randomAnswer } from './people.ts';
import { atRest, nothingLost, onceOnly, sameViews, soundRecord } from './rest.ts';
import { Broken, createWitness, holds, witness, type Witness } from './witness.ts';
import { createWorld, type Sent, type World } from './world.ts';

/** What happened in one story, for the campaign's figures. */
export type Story = {
  seed: number;
  wrong?: string;
  actions: number;
  events: number;
  runs: number;
  deaths: number;
  done: number;
  /** Events by type. */
  kinds: Record<string, number>;
};

type Stage = {
  chance: Chance;
  clock: SimulatedClock;
  setting: Setting;
  library: Record<string, Folder>;
  folders: Folder[];
  world: World;
  w: Witness;
  dir: string;
  life: Life;
  acknowledged: string[];
  wrong: Error | undefined;
  deaths: number;
};

/** Nothing here may stop a story for longer: then something turns in circles. */
const MOST_TICKS = 3000;
const ROUNDS_TO_END = 400;

/** Plays the story of a seed. Never throws: what was wrong stands in the story. */
export async function simulate(seed: number, log?: (line: string) => void): Promise<Story> {
  const stage = open(seed);
  const actions = 8 + below(stage.chance, 40);
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

function open(seed: number): Stage {
  const chance = seeded(seed);
  const setting = randomSetting(chance);
  // Often shortly before midnight: the day's budget ends there.
  const clock = simulatedClock(Date.UTC(2026, 0, 5, oneOf(chance, [9, 23]), 59, 0));
  const inner = randomFolder(chance, 'inner', setting);
  const library = { inner };
  const folders = [1, 2].map((i) => randomFolder(chance, `drawn_${i}`, setting, library));
  const w = createWitness();
  const dir = newFolder();
  const acknowledged: string[] = [];
  const given = { chance, clock, setting, library, folders, w, dir, acknowledged, deaths: 0 };
  const stage = { ...given, wrong: undefined } as unknown as Stage; // world and life come next
  stage.world = createWorld(seeded(seed + 1), clock, (call) =>
    guarded(stage, () => called(stage, call)),
  );
  stage.life = newLife(stage);
  return stage;
}

function randomSetting(chance: Chance): Setting {
  const setting = sampleSetting();
  const costUsd = oneOf(chance, [5, 5, 0.004, 0.002]);
  const [code] = setting.models.code;
  const { price: _price, ...free } = code!;
  return {
    ...setting,
    workspace: { ...setting.workspace, dailyBudget: { costUsd } },
    models: { ...setting.models, code: [free] },
  };
}

function newLife(stage: Stage): Life {
  const { world, clock, setting, w } = stage;
  const random = seeded(below(stage.chance, 2 ** 31));
  const dayNano = nanoOfUsd(setting.workspace.dailyBudget.costUsd);
  const byRun = (e: { head: unknown }): Folder | undefined => {
    const { workflow } = e.head as { workflow: string };
    const all = [...stage.folders, ...Object.values(stage.library)];
    return all.find((folder) => folder.workflow.id === workflow);
  };
  const ports = { registry, setting: () => setting, clock, random, ...world };
  const life = bear(stage.dir, ports, (work, made) =>
    guarded(stage, () => witness(w, work, made, { byRun, dayNano })),
  );
  life.engine.subscribe((events) => {
    for (const e of events) stage.acknowledged.push(`${e.run} ${e.seq} ${e.type}`);
  });
  return life;
}

/** What is found deep inside the engine is kept; the engine itself must not see it. */
function guarded(stage: Stage, look: () => void): void {
  try {
    look();
  } catch (error) {
    stage.wrong ??= error as Error;
  }
}

/** A call arrives at the world: it must stand in the record as started, by this very attempt. */
function called({ w }: Stage, { key, attempt }: Sent): void {
  const effect = w.effects.get(key);
  holds(effect, () => `${key} was called and never opened`);
  const { status, attempt: n } = effect.row;
  holds(status === 'started' && n === attempt, () => `${key} is ${status} and was called`);
  holds(!effect.run.isOver, () => `${key} was called after the end`);
}

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Lets everything that is on its way arrive. */
async function settle(stage: Stage): Promise<void> {
  let [still, last] = [0, -1];
  for (let n = 0; still < 4; n++) {
    holds(n < MOST_TICKS, () => 'it never comes to rest');
    await tick();
    const pos = stage.w.events.length;
    still = pos === last ? still + 1 : 0;
    last = pos;
  }
}

async function afterwards(stage: Stage): Promise<void> {
  await tick();
  if (stage.life.isDead()) await reborn(stage);
  if (stage.wrong) throw stage.wrong;
  if (stage.chance() < 0.5) await rest(stage);
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
  onceOnly(here);
  if (stage.chance() < 0.15) sameViews(here);
}

/** The engine is gone; another one is opened over what it left. */
async function reborn(stage: Stage): Promise<void> {
  stage.world.die();
  stage.deaths += 1;
  await stage.life.close();
  stage.life = newLife(stage);
  const { life, world, w, clock } = stage;
  nothingLost({ life, world, w, now: clock.now() }, stage.acknowledged);
  await life.engine.recover();
}

type Act = (stage: Stage) => Promise<void>;

/** A command; on a full disk it is refused, of a dead engine nobody hears again. */
const ask = (command: Promise<unknown>): void => void command.catch(() => undefined);

async function start(stage: Stage): Promise<void> {
  const { chance, life, setting, library, folders } = stage;
  const folder = oneOf(chance, folders);
  const by = chance() < 0.3 ? { by: oneOf(chance, setting.people).id } : {};
  const input = { n: 1 + below(chance, 3) };
  const practice = false;
  ask(life.engine.startRun({ folder, setting, library, input, practice, pace: 'full', ...by }));
}

async function answer({ chance, life, setting }: Stage): Promise<void> {
  const cards = life.engine.inbox();
  if (!cards.length) return;
  const times = chance() < 0.2 ? 2 : 1;
  for (let i = 0; i < times; i++)
    ask(life.engine.decide(randomAnswer(chance, oneOf(chance, cards), setting.people)));
}

async function pass({ chance, clock }: Stage): Promise<void> {
  await clock.advance(oneOf(chance, [1, 10, 500, 5000, 31_000, 90_000, 3_600_000, 43_200_000]));
}

const control =
  (name: 'pause' | 'resume' | 'step' | 'stop'): Act =>
  async ({ chance, life, w }) => {
    const roots = [...w.runs.values()].filter((run) => run.id === run.root && !run.isOver);
    if (roots.length) ask(life.engine[name](oneOf(chance, roots).id, 'sam_okafor'));
  };

const ACTS: [weight: number, name: string, act: Act][] = [
  [3, 'start', start],
  [8, 'answer', answer],
  [8, 'pass', pass],
  [3, 'pause', control('pause')],
  [3, 'step', control('step')],
  [3, 'resume', control('resume')],
  [0.4, 'stop', control('stop')],
  [1.5, 'die', (stage) => reborn(stage)],
  [1, 'die before', async ({ life }) => life.dieAtCommit('before')],
  [1, 'die after', async ({ life }) => life.dieAtCommit('after')],
  [0.7, 'disk full', async ({ life, chance }) => life.fillDisk(1 + below(chance, 3))],
];
const TOTAL = ACTS.reduce((sum, [weight]) => sum + weight, 0);

function randomAct(chance: Chance): [string, Act] {
  let at = chance() * TOTAL;
  for (const [weight, name, act] of ACTS) if ((at -= weight) < 0) return [name, act];
  return ['pass', pass];
}

/** Nothing is in the way any more: every run ends (SI2), and the record is sound. */
async function toTheEnd(stage: Stage): Promise<void> {
  const { clock, world, w, chance, setting } = stage;
  world.calm();
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
      holds(life.engine.card(card.id)?.state !== 'open', () => `nobody can answer: ${last}`);
    }
    if (!cards.length) await clock.advance(600_000);
  }
  await settle(stage);
  const { life } = stage;
  const here = { life, world, w, now: clock.now() };
  onceOnly(here);
  sameViews(here);
  soundRecord(here);
  nothingLost(here, stage.acknowledged);
}
