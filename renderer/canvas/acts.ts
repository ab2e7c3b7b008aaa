// What notes and rooms need of their canvas, handed down so that nothing is drawn anew for it.

import { createContext } from 'react';
import type { Edit } from '../../engine/1-document/change.ts';

export type Acts = {
  /** Absent where nothing may be changed. */
  edit: ((edits: Edit[]) => void) | undefined;
  /** The note that is being written. */
  writing: string | undefined;
  write: (id: string | undefined) => void;
  enter: ((room: string) => void) | undefined;
};
export const ActsContext = createContext<Acts>({
  edit: undefined,
  writing: undefined,
  write: () => undefined,
  enter: undefined,
});

/** True where everything is so small that no way out can be hit: then there are none. */
export const AfarContext = createContext(false);
