// One schedule: a run full of gates, people who answer, change, hand over, answer twice and too
// late, time that passes, and an engine that is closed and opened again. One seed, one schedule.
// SC1 what is paid in the end is what was agreed to, no more and no less.
// SC2 whoever comes second is told the first.

import { simulatedClock, type SimulatedClock } from '../../engine/4-run/clock.ts';
import type { CardView } from '../../engine/4-run/view.ts';
import type { Json } from '../../engine/base/value.ts';
import type { DecideRequest } from '../../engine/engine.ts';
import { registry } from '../../nodes/index.ts';
import { below, oneOf, type Chance } from '../bisimulation/random.ts';
import { sampleSetting } from '../kit/engine-kit.ts';
import { seeded } from '../kit/seeded.ts';
import { bear, dropFolder, newFolder, type Life, type Ports } from '../simulator/life.ts';
import { FOLDERS, LIBRARY } from './drawings.ts';
import { called, createWords, note, type Words } from './ledger-of-words.ts';

export type Played = {
  seed: number;
  wrong: string[];
  cards: number;
  paid: number;
  restarts: number;
};

type Stage = {
  chance: Chance;
  clock: SimulatedClock;
  ports: Ports;
  dir: string;
  life: Life;
  words: Words;
  run: string;
  restarts: number;
  seen: Map<string, CardView>;
};

const setting = sampleSetting();
const people = setting.people.map((one) =>
  one.id === 'dana_ruiz' ? { id: one.id, name: one.name, roles: one.roles } : one,
);
const known = { ...setting, people };

/** Plays a schedule; never throws. */
export async function play(seed: number): Promise<Played> {
  const stage = await open(seed);
  const { words, chance } = stage;
  try {
    for (let i = 4 + below(chance, 10); i > 0; i--) {
      await act(stage);
      await rest(stage);
    }
    await toTheEnd(stage);
    reckon(stage);
  } catch (error) {
    words.wrong.push((error as Error).stack ?? String(error));
  }
  await stage.life.close();
  dropFolder(stage.dir);
  const { wrong, ends, paid } = words;
  return { seed, wrong, cards: ends.size, paid: paid.size, restarts: stage.restarts };
}

async function open(seed: number): Promise<Stage> {
  const chance = seeded(seed);
  const clock = simulatedClock(Date.UTC(2026, 0, 5, 20));
  const words = createWords();
  const dir = newFolder();
  const ports: Ports = {
    registry,
    setting: () => known,
    clock,
    random: seeded(seed + 1),
    models: {
      call: () => Promise.reject(new Error('no model')),
      worst: () => ({ inputTokens: 1, outputTokens: 1 }),
    },
    tools: {
      call: async (card, args, { key }) => {
        called(words, key, card.name, args);
        if (chance() < 0.1) await new Promise<void>((done) => clock.after(1000, done));
        const used = { modelCalls: 0, toolCalls: 1, tokens: 0, costNano: 0 };
        return { ok: true, used, reply: { value: { n: args['n'] ?? 0 } } };
      },
    },
  };
  const born = { chance, clock, ports, dir, words, run: '', restarts: 0, seen: new Map() };
  const stage: Stage = { ...born, life: live(dir, ports, words) };
  const folder = oneOf(chance, FOLDERS);
  const started = await stage.life.engine.startRun({
    folder,
    setting: known,
    library: LIBRARY,
    input: { n: 5 },
    practice: false,
    pace: 'full',
  });
  if ('wrong' in started) throw new Error(JSON.stringify(started.wrong));
  stage.run = started.run;
  await rest(stage);
  return stage;
}

const live = (dir: string, ports: Ports, words: Words): Life =>
  bear(dir, ports, (_work, made) => note(words, made));

/** Lets everything that is on its way arrive; cards that were seen are remembered. */
async function rest({ life, seen }: Stage): Promise<void> {
  for (let n = 0; n < 6; n++) await new Promise((resolve) => setImmediate(resolve));
  for (const card of life.engine.inbox()) if (!seen.has(card.id)) seen.set(card.id, card);
}

async function act(stage: Stage): Promise<void> {
  const { chance, clock, life, run } = stage;
  const x = chance();
  if (x < 0.68) return answer(stage);
  if (x < 0.82) return clock.advance(oneOf(chance, [1, 3_600_000, 7_200_000, 30_000_000]));
  if (x < 0.88) return restart(stage);
  const name = life.engine.run(run)?.paused
    ? 'resume'
    : oneOf(chance, ['pause', 'resume'] as const);
  await life.engine[name](run);
}

async function restart(stage: Stage): Promise<void> {
  stage.restarts += 1;
  await stage.life.close();
  stage.life = live(stage.dir, stage.ports, stage.words);
  await stage.life.engine.recover();
}

/** Somebody answers a card that is open, or one that has long been answered; often twice. */
async function answer(stage: Stage): Promise<void> {
  const { chance, life, seen } = stage;
  const card = oneOf(chance, chance() < 0.8 ? life.engine.inbox() : [...seen.values()]);
  if (!card) return;
  const given = [word(chance, card), ...(chance() < 0.35 ? [word(chance, card)] : [])];
  const before = life.engine.card(card.id);
  const done = await Promise.all(given.map((one) => life.engine.decide(one)));
  const now = life.engine.card(card.id);
  const nameOf = (id?: string): string => people.find((one) => one.id === id)?.name ?? '';
  const closing = done.filter((one) => 'card' in one && one.card.state === 'answered');
  if (closing.length > (before?.state === 'open' ? 1 : 0))
    stage.words.wrong.push(`${card.id}: ${closing.length} answers closed it`);
  if (before?.state !== 'answered') return;
  for (const one of done)
    // SC2
    if (
      !('wrong' in one) ||
      one.wrong.code !== 'decide.already' ||
      one.wrong.params?.['by'] !== nameOf(now?.by)
    )
      stage.words.wrong.push(`${card.id}: a late answer was told ${JSON.stringify(one)}`);
}

function word(chance: Chance, card: CardView): DecideRequest {
  const choice = oneOf(chance, ['approve', 'approve', 'approve', ...card.choices]);
  const by =
    chance() < 0.7 ? oneOf(chance, card.body.quorum?.of ?? [card.to]) : oneOf(chance, people).id;
  const edit =
    card.body.fields.length && chance() < 0.4 ? { edit: { n: oneOf(chance, [5, 6, 7000]) } } : {};
  const to = choice === 'hand-over' ? { to: oneOf(chance, people).id } : {};
  return {
    card: card.id,
    choice,
    by: by ?? card.to,
    ...edit,
    ...to,
    ...(chance() < 0.3 ? { note: 'so' } : {}),
  };
}

/** Everything that is still open is answered by whoever may. */
async function toTheEnd(stage: Stage): Promise<void> {
  const { clock, run, words, chance } = stage;
  for (let round = 0; round < 40; round++) {
    const { engine, journal } = stage.life;
    const { status, control } = journal.run(run) ?? {};
    if (status !== 'active') return;
    if (control === 'paused') await engine.resume(run);
    await rest(stage);
    for (const card of engine.inbox())
      for (const { id } of people) {
        await engine.decide({
          card: card.id,
          choice: oneOf(chance, ['approve', 'refuse']),
          by: id,
        });
        if (engine.card(card.id)?.state !== 'open') break;
      }
    await rest(stage);
    await clock.advance(2000);
  }
  words.wrong.push(
    `${run} never ends: ${JSON.stringify(stage.life.engine.inbox().map((c) => [c.step, c.to]))}`,
  );
}

/** SC1: every grant that opens something was used, unless its run went another way. */
function reckon({ words, life, run }: Stage): void {
  const view = life.engine.run(run);
  if (view?.failure) words.wrong.push(`${run} failed: ${JSON.stringify(view.failure)}`);
  const paid = [...words.paid.values()].map((args) => (args as { n: number }).n);
  const agreed = [...words.grants.values()].filter((one) => one.usedBy !== undefined);
  if (agreed.length !== words.paid.size)
    words.wrong.push(`${agreed.length} agreements for ${words.paid.size} payments`);
  for (const n of paid) if (!(n > 0 && n <= 7000)) words.wrong.push(`${n} was paid`);
  const opened: Json[] = [...words.ends].filter(([, how]) => how === 'approve').map(([id]) => id);
  const givers = new Set(agreed.map((one) => one.id.split('#')[0] ?? ''));
  for (const card of givers)
    if (!opened.includes(card)) words.wrong.push(`${card} opened a payment and was not approved`);
}
