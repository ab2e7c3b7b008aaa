// What happens to a workspace in a story: people, time, and the ways in which an engine ends.

import type { Way } from '../../engine/4-run/inventory.ts';
import type { Life } from './life.ts';
import { below, oneOf, type Chance } from '../bisimulation/random.ts';
import { randomAnswer } from './people.ts';
import { reborn, type Stage } from './stage.ts';

export type Act = (stage: Stage) => Promise<void>;

/** A command; on a full disk it is refused, of a dead engine nobody hears again. */
const ask = (command: Promise<unknown>): void => void command.catch(() => undefined);

async function start({ chance, life, setting, library, folders }: Stage): Promise<void> {
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

const stopAll =
  (how: Way): Act =>
  async ({ life }) =>
    ask(life.engine.stopAll(how, 'sam_okafor'));

/** The program is told to end: what is in flight is recorded, then another one is started. */
async function drain(stage: Stage): Promise<void> {
  ask(stage.life.engine.drain());
  await stage.clock.advance(1500);
  await reborn(stage);
}

const dying =
  (when: 'before' | 'after'): Act =>
  async ({ life }: { life: Life }) =>
    life.dieAtCommit(when);

const ACTS: [weight: number, name: string, act: Act][] = [
  [4, 'start', start],
  [8, 'answer', answer],
  [8, 'pass', pass],
  [2, 'pause', control('pause')],
  [2, 'step', control('step')],
  [3, 'resume', control('resume')],
  [0.3, 'stop', control('stop')],
  [0.12, 'stop all now', stopAll('now')],
  [0.2, 'stop all after this step', stopAll('after_step')],
  [0.2, 'stop all that is done', stopAll('finish')],
  [0.3, 'drain', drain],
  [0.8, 'die', (stage) => reborn(stage)],
  [0.5, 'die before', dying('before')],
  [0.5, 'die after', dying('after')],
  [0.5, 'disk full', async ({ life, chance }) => life.fillDisk(1 + below(chance, 3))],
];
const TOTAL = ACTS.reduce((sum, [weight]) => sum + weight, 0);

/** What happens next, by name. */
export function randomAct(chance: Chance): [string, Act] {
  let at = chance() * TOTAL;
  for (const [weight, name, act] of ACTS) if ((at -= weight) < 0) return [name, act];
  return ['pass', pass];
}
