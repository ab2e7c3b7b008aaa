// What a story plays on: its drawings, its people's setting, the world, and the engine of the
// moment.
// ST1 everything follows from the seed; each part that draws lots has a sequence of its own.

import { simulatedClock, type SimulatedClock } from '../../engine/4-run/clock.ts';
import type { Folder, Setting } from '../../engine/1-document/schema.ts';
import { below, oneOf, type Chance } from '../bisimulation/random.ts';
import { sampleSetting } from '../kit/engine-kit.ts';
import { seeded } from '../kit/seeded.ts';
import { openBook } from './book.ts';
import { buggify, disturbedClock, type Buggify } from './buggify.ts';
import { randomFolder, registry } from './draw.ts';
import { holds } from './holds.ts';
import { bear, newFolder, type Life } from './life.ts';
import { called, type Lines } from './sinks.ts';
import { createWitness, witness, type Witness } from './witness.ts';
import { createWorld, INPUT, type World } from './world.ts';

export type Stage = {
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
  lines: Lines;
  bugs: Buggify;
  wrong: Error | undefined;
  deaths: number;
};

/** The stage of a seed: nothing has happened yet. */
export function openStage(seed: number): Stage {
  const chance = seeded(seed);
  const { setting, folders, library } = drawingsOf(seed);
  const bugs = buggify(seeded(seed + 2));
  // Often shortly before midnight: the day's budget ends there.
  const simulated = simulatedClock(Date.UTC(2026, 0, 5, oneOf(chance, [9, 23]), 59, 0));
  const clock = disturbedClock(simulated, bugs, seeded(seed + 3));
  const all = [...folders, ...Object.values(library)];
  const folderOf = (id: string) => all.find(({ workflow }) => workflow.id === id);
  const w = createWitness(openBook({ setting, folderOf, inputTokens: INPUT }));
  const lines: Lines = new Map();
  const given = { chance, clock, bugs, setting, library, folders, w, lines, dir: newFolder() };
  const stage = { ...given, acknowledged: [], deaths: 0, wrong: undefined } as unknown as Stage;
  stage.world = createWorld(seeded(seed + 1), clock, bugs, (call) =>
    guarded(stage, () => called(w, lines, call, clock.now())),
  );
  stage.life = newLife(stage);
  return stage;
}

type Drawings = Pick<Stage, 'setting' | 'folders' | 'library'>;
/** Stories that follow each other play in the same drawings: drawing is dear. */
const STORIES = 4;
const drawn = new Map<number, Drawings>();

function drawingsOf(seed: number): Drawings {
  const number = Math.floor(seed / STORIES);
  const had = drawn.get(number);
  if (had) return had;
  const chance = seeded(number);
  const setting = randomSetting(chance);
  const library = { inner: randomFolder(chance, 'inner', setting) };
  const folders = [1, 2].map((i) => randomFolder(chance, `drawn_${i}`, setting, library));
  drawn.clear();
  drawn.set(number, { setting, library, folders });
  return { setting, library, folders };
}

const plain = sampleSetting();

function randomSetting(chance: Chance): Setting {
  const dailyBudget = oneOf<Setting['workspace']['dailyBudget']>(chance, [
    { costUsd: 5 },
    { costUsd: 5 },
    { costUsd: 0.004 },
    { costUsd: 0.002 },
    { costUsd: 5, toolCalls: 9, modelCalls: 4 },
    { costUsd: 5, attempts: 12, tokens: 4000 },
  ]);
  const [fast, code] = [plain.models.fast[0]!, plain.models.code[0]!];
  const { price: _price, ...free } = code;
  const dear = { ...fast, model: 'dear', address: 'http://127.0.0.1:9/', concurrency: 2 };
  const own = { ...dear, price: { input: 3, output: 15 }, rate: { calls: 3, perMs: 30_000 } };
  const models = { ...plain.models, code: [free], fast: chance() < 0.6 ? [fast, own] : [fast] };
  return {
    ...plain,
    workspace: { ...plain.workspace, dailyBudget },
    models: models as Setting['models'],
  };
}

function newLife(stage: Stage): Life {
  const { world, clock, setting, w, bugs } = stage;
  const random = seeded(below(stage.chance, 2 ** 31));
  const ports = { registry, setting: () => setting, clock, random, ...world };
  const life = bear(
    stage.dir,
    ports,
    (work, made) => guarded(stage, () => witness(w, work, made)),
    { bugs },
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

/** The engine is gone; another one is opened over what it left. */
export async function reborn(stage: Stage): Promise<void> {
  stage.world.die();
  stage.deaths += 1;
  await stage.life.close();
  stage.life = newLife(stage);
  const { life, w } = stage;
  holds(life.journal.lastPos() === w.events.length, () => 'the record lost events');
  await life.engine.recover();
}
