// Many stories: how many fit into a time, or a number of them, with figures that show what happened
// in them. A story that went wrong names its seed.

import { ALL_POINTS, type Point } from './buggify.ts';
import { simulate, type Story } from './simulate.ts';

export type Figures = {
  stories: number;
  perSecond: number;
  runs: number;
  events: number;
  deaths: number;
  done: number;
  /** How often each kind of event occurred: what never occurs is not tested. */
  kinds: Record<string, number>;
  /** How often each named point was disturbed. */
  points: Partial<Record<Point, number>>;
  wrong: { seed: number; sentence: string }[];
};

/** Plays stories from `seed` on, until there are `most` of them or the time is over. */
export async function campaign(most: number, seed: number, ms = Infinity): Promise<Figures> {
  const began = performance.now();
  const figures: Figures = {
    stories: 0,
    perSecond: 0,
    runs: 0,
    events: 0,
    deaths: 0,
    done: 0,
    kinds: {},
    points: {},
    wrong: [],
  };
  for (let i = 0; i < most && performance.now() - began < ms; i++)
    add(figures, await simulate(seed + i));
  const seconds = (performance.now() - began) / 1000;
  figures.perSecond = Math.round((figures.stories / seconds) * 10) / 10;
  return figures;
}

function add(figures: Figures, story: Story): void {
  figures.stories += 1;
  figures.runs += story.runs;
  figures.events += story.events;
  figures.deaths += story.deaths;
  figures.done += story.done;
  for (const [kind, n] of Object.entries(story.kinds))
    figures.kinds[kind] = (figures.kinds[kind] ?? 0) + n;
  for (const point of ALL_POINTS)
    figures.points[point] = (figures.points[point] ?? 0) + (story.points[point] ?? 0);
  if (story.wrong !== undefined) figures.wrong.push({ seed: story.seed, sentence: story.wrong });
}
