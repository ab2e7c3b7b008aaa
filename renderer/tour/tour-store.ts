// The tour: four stops on a finished example, one after another, for whoever wants them.
// TO1 it never begins by itself and holds nothing up: everything around it can be used meanwhile.
// TO2 leaving it anywhere counts as taken; help offers it again.

import { createStore } from '@xstate/store';
import { prefer } from '../preferences.ts';
import { go } from '../route.ts';

/** What is pointed at, by where it stands; its words are `tour.<id>` and `tour.<id>.text`. */
export const STOPS = [
  { id: 'promise', target: '.title .line' },
  { id: 'drawing', target: '.canvas' },
  { id: 'limits', target: '.ceiling' },
  { id: 'run', target: '[data-tour=run]' },
] as const;

/** The sample that is shown to whoever has seen none yet. */
export const EXAMPLE = 'expense-approval';

export const tour = createStore({
  context: { at: undefined as number | undefined },
  on: {
    to: (_context, event: { at: number }) => ({ at: event.at }),
    over: () => ({ at: undefined }),
  },
});

/** Goes to the example and begins. */
export function startTour(): void {
  go({ at: 'design', slug: EXAMPLE });
  tour.trigger.to({ at: 0 });
}

/** Ends it wherever it is (TO2). */
export function endTour(): void {
  tour.trigger.over();
  void prefer({ toured: true });
}
