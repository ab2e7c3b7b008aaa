// `npm run campaign [-- KILLS]`: the crash campaign at full size. Prints its figures and exits 1
// when a promise did not hold, or when too few kills landed in flight for the test to have teeth.
// `npm run campaign -- simulator [30m|STORIES] [SEED]`: random stories on a simulated clock.
// `npm run campaign -- story SEED`: one of them again, with everything that happened in it.
// `npm run campaign -- race [30m|SCHEDULES] [SEED]`: races for the last cent of every budget.
// `npm run campaign -- schedule SEED`: one of them again, with everything that happened in it.
// `npm run campaign -- model SEQUENCES [SEED]`: random words to a run and to its reference model.
// `npm run campaign -- faults [EVERY]`: a fault at every (EVERY-th) write, sync and cut of a run.
// `npm run campaign -- compromised [EVERY]`: every (EVERY-th) attack on every drawing, and its
// twin.
// `npm run campaign -- power [IMAGES] [SEED]`: what a power cut leaves, image by image.
// `npm run campaign -- mutants [COUNT] [FROM]`: documents nobody drew, read, judged and drawn.
// `npm run campaign -- long [ROUNDS]`: a run of ROUNDS times a hundred steps, and its memory.

import { crash } from './crash/crash.ts';
import { enumerate, KINDS } from './faults/enumerate.ts';
import { powerCuts } from './faults/power.ts';
import { builtShim } from './faults/shim.ts';
import { compromised } from './compromised/campaign.ts';
import { seeded } from './kit/seeded.ts';
import { mutants } from './mutants/survive.ts';
import { longRun, MOST_MEGABYTES } from './promises/long-run.ts';
import { campaign } from './simulator/campaign.ts';
import { obedience } from './simulator/obedience.ts';
import { race } from './simulator/race.ts';
import { haveTeeth, races } from './simulator/race-campaign.ts';
import { simulate } from './simulator/simulate.ts';

const say = (line: unknown): void =>
  void process.stdout.write(`${typeof line === 'string' ? line : JSON.stringify(line, null, 2)}\n`);
const number = (at: number, otherwise: number): number => Number(process.argv[at] ?? otherwise);

async function kill(): Promise<boolean> {
  const kills = number(2, 200);
  const began = Date.now();
  const report = await crash(kills, seeded(kills));
  say({ ...report, seconds: Math.round((Date.now() - began) / 1000) });
  const holds =
    report.lost === 0 &&
    report.stepsWithSeveralKeys === 0 &&
    report.unfinished === 0 &&
    report.verified;
  const hasTeeth = report.inFlight >= kills * 0.3 && report.repeatedKeys > 0;
  say(holds ? 'Every promise held.' : 'A promise did not hold.');
  if (!hasTeeth) say('Too few kills landed in flight: the campaign proves little.');
  return holds && hasTeeth;
}

/** How much is asked for: `30m` are minutes, a bare number is a count. */
function amount(otherwise: string): [most: number, ms: number] {
  const asked = process.argv[3] ?? otherwise;
  const n = Number.parseFloat(asked);
  return asked.endsWith('m') ? [Infinity, n * 60_000] : [n, Infinity];
}

async function stories(): Promise<boolean> {
  const [most, ms] = amount('30m');
  const figures = await campaign(most, number(4, 1), ms);
  say({ ...figures, wrong: figures.wrong.length, first: figures.wrong.slice(0, 10) });
  return figures.wrong.length === 0;
}

async function raced(): Promise<boolean> {
  const [most, ms] = amount('30m');
  const figures = await races(most, number(4, 1), ms);
  say({ ...figures, wrong: figures.wrong.length, first: figures.wrong.slice(0, 10) });
  if (!haveTeeth(figures)) say('Too little happened: the races prove little.');
  return figures.wrong.length === 0 && haveTeeth(figures);
}

async function schedule(): Promise<boolean> {
  const { wrong } = await race(number(3, 1), say);
  say(wrong ?? 'Every cap held.');
  return wrong === undefined;
}

async function story(): Promise<boolean> {
  const { wrong } = await simulate(number(3, 1), say);
  say(wrong ?? 'Every promise held.');
  return wrong === undefined;
}

async function model(): Promise<boolean> {
  const sequences = number(3, 20_000);
  const began = Date.now();
  const found = await obedience(sequences, number(4, 1));
  const perSecond = Math.round(sequences / ((Date.now() - began) / 1000));
  say({ sequences, perSecond, disagreements: found.length, first: found.slice(0, 5) });
  return found.length === 0;
}

function shim(): string {
  const library = builtShim();
  if (!library) throw new Error('Faults of the disk need Linux and a C compiler (cc).');
  return library;
}

async function faults(): Promise<boolean> {
  const began = Date.now();
  const found = await enumerate(shim(), KINDS, { every: number(3, 1), most: 170 });
  say({ ...found, seconds: Math.round((Date.now() - began) / 1000) });
  return found.wrong.length === 0;
}

async function power(): Promise<boolean> {
  const began = Date.now();
  const found = await powerCuts(shim(), {
    images: number(3, 100_000),
    seed: number(4, 1),
    takeUp: 1000,
  });
  say({ ...found, seconds: Math.round((Date.now() - began) / 1000) });
  return found.wrong.length === 0;
}

async function attacks(): Promise<boolean> {
  const began = Date.now();
  const figures = await compromised(number(3, 1));
  const { played, finished, askedMore } = figures.twins;
  say({ ...figures, seconds: Math.round((Date.now() - began) / 1000) });
  return figures.wrong.length === 0 && askedMore === 0 && finished >= played * 0.9;
}

function spoiled(): Promise<boolean> {
  const began = Date.now();
  const { thrown, ...fates } = mutants(number(3, 10_000), number(4, 0));
  const seconds = Math.round((Date.now() - began) / 1000);
  say({ ...fates, thrown: thrown.length, first: thrown.slice(0, 5), seconds });
  return Promise.resolve(thrown.length === 0);
}

async function long(): Promise<boolean> {
  const began = Date.now();
  const found = await longRun(number(3, 1000));
  say({ ...found, seconds: Math.round((Date.now() - began) / 1000) });
  return found.status === 'done' && found.megabytes <= MOST_MEGABYTES;
}

const CAMPAIGNS: Record<string, () => Promise<boolean>> = {
  compromised: attacks,
  simulator: stories,
  story,
  race: raced,
  schedule,
  model,
  faults,
  power,
  long,
  mutants: spoiled,
};
const holds = await (CAMPAIGNS[process.argv[2] ?? ''] ?? kill)();
process.exit(holds ? 0 : 1);
