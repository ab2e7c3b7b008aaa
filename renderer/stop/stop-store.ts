// Whether the dialog that stops everything is open, and what it shows first: the rail, a key and
// the line that says how the engine stands all open the same one.

import { createStore } from '@xstate/store';

export type Shown = 'ask' | 'receipt';

export const stopDialog = createStore({
  context: { shown: undefined as Shown | undefined },
  on: {
    open: (_context, event: { shown: Shown }) => ({ shown: event.shown }),
    close: () => ({ shown: undefined }),
  },
});
