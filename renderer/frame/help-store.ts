// Whether help is open: the rail, its key, the menus and the tour open the same dialog.

import { createStore } from '@xstate/store';

export const helpDialog = createStore({
  context: { isOpen: false },
  on: { open: () => ({ isOpen: true }), close: () => ({ isOpen: false }) },
});
