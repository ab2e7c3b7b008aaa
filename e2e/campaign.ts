// `npm run campaign [-- KILLS]`: the crash campaign at full size. Prints its figures and exits 1
// when a promise did not hold, or when too few kills landed in flight for the test to have teeth.
// `npm run campaign -- simulator STORIES [SEED]`: random stories on a simulated clock.
// `npm run campaign -- story SEED`: one of them again, with everything that happened in it.
// `npm run campaign -- model SEQUENCES [SEED]`: random words to a run and to its reference model.

import { crash } from './crash/crash.ts';
import { seeded } from './kit/seeded.ts';
import { campaign } from './simulator/campaign.ts';
import { obedience } from './simulator/obedience.ts';
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

async function stories(): Promise<boolean> {
  const figures = await campaign(number(3, 10_000), number(4, 1));
  say(figures);
  return figures.wrong.length === 0;
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

const CAMPAIGNS: Record<string, () => Promise<boolean>> = { simulator: stories, story, model };
const holds = await (CAMPAIGNS[process.argv[2] ?? ''] ?? kill)();
process.exit(holds ? 0 : 1);
