// A run followed from its events: the engine's answer first, then every event of the stream after
// it.
// FO1 events that come before the answer are kept and folded onto it; none is folded twice.
// FO2 an older answer never replaces a newer view.
// FO3 of a very long run what came last is kept: nothing grows as long as the run goes on.

import { evolveAll } from '../../engine/4-run/evolve.ts';
import { trim } from '../../engine/4-run/evolve-trim.ts';
import type { Recorded } from '../../engine/4-run/events.ts';
import type { RunView } from '../../engine/4-run/view.ts';

export type Followed = { view: RunView | undefined; early: readonly Recorded[] };
export type News =
  | { do: 'answer'; view: RunView }
  | { do: 'events'; run: string; events: readonly Recorded[] };

export const nothingYet: Followed = { view: undefined, early: [] };

/** Whether an event shows in a run's view: its own, and those of the runs it started. */
const isPart = (event: Recorded, run: string): boolean =>
  event.run === run || event.root === run || event.run.startsWith(`${run}:`);

/** The run after some news (FO1, FO2). */
export function follow(before: Followed, news: News): Followed {
  if (news.do === 'answer') {
    const isOlder = before.view !== undefined && before.view.pos > news.view.pos;
    const base = isOlder ? before.view : news.view;
    return { view: after(base, before.early), early: [] };
  }
  const own = news.events.filter((event) => isPart(event, news.run));
  if (own.length === 0) return before;
  if (!before.view) return { view: undefined, early: [...before.early, ...own] };
  return { view: after(before.view, own), early: [] };
}

/** Effects up to which a view is kept whole, and how many are kept beyond that (FO3). */
const [WHOLE, KEPT] = [4000, 1000];
const shortened = (view: RunView | undefined): RunView | undefined =>
  view && Object.keys(view.effects).length > WHOLE ? trim(view, KEPT) : view;

function after(view: RunView | undefined, events: readonly Recorded[]): RunView | undefined {
  const pos = view?.pos ?? 0;
  const next = events.filter((event) => event.pos > pos);
  return next.length > 0 ? shortened(evolveAll(view, next)) : view;
}
