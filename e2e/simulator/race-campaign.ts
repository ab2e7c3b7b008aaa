// Many races for the last cent, with figures: one that never reaches a cap proves nothing.

import { race, type Schedule } from './race.ts';

type Counted = Omit<Schedule, 'seed' | 'wrong'>;
export type Races = Counted & {
  schedules: number;
  perSecond: number;
  /** Schedules in which some cap was reached. */
  atCap: number;
  wrong: { seed: number; sentence: string }[];
};

/** Runs schedules from `seed` on, until there are `most` of them or the time is over. */
export async function races(most: number, seed: number, ms = Infinity): Promise<Races> {
  const began = performance.now();
  const sum: Counted = {
    reached: 0,
    extended: 0,
    stoodIn: 0,
    attempts: 0,
    events: 0,
    crashes: 0,
    inFlight: 0,
    late: 0,
    estimated: 0,
  };
  const wrong: Races['wrong'] = [];
  let [schedules, atCap] = [0, 0];
  for (; schedules < most && performance.now() - began < ms; schedules++) {
    const { seed: own, wrong: sentence, ...counted } = await race(seed + schedules);
    for (const key of Object.keys(sum) as (keyof Counted)[]) sum[key] += counted[key];
    if (counted.reached) atCap += 1;
    if (sentence !== undefined) wrong.push({ seed: own, sentence });
  }
  const seconds = (performance.now() - began) / 1000;
  const perSecond = Math.round((schedules / seconds) * 10) / 10;
  return { schedules, perSecond, atCap, ...sum, wrong };
}

/** Did the races go where it hurts: to the caps, past crashes, to dearer models? */
export const haveTeeth = (figures: Races): boolean =>
  figures.atCap > figures.schedules * 0.5 &&
  figures.extended > figures.schedules * 0.3 &&
  figures.stoodIn > figures.schedules * 0.3 &&
  figures.inFlight > figures.schedules * 0.03 &&
  figures.late > figures.schedules * 0.3 &&
  figures.estimated > 0;
