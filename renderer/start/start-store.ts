// Whether *What should happen?* is open; anybody may open it.

import { createStore } from '@xstate/store';

export const startDialog = createStore({
  context: { opened: false },
  on: {
    open: () => ({ opened: true }),
    close: () => ({ opened: false }),
  },
});
