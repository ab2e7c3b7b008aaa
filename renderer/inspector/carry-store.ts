// What is being taken from one place of a panel to another, and where it would go.

import { createStore } from '@xstate/store';
import type { Kind } from '../../engine/base/kinds.ts';

/** A setting a value can be put into. */
export type Place = {
  id: string;
  label: string;
  /** What may stand there; anything where nothing is known. */
  kind?: Kind | undefined;
  take: (path: string) => void;
};

type State = { carried: string | undefined; place: Place | undefined };
const start: State = { carried: undefined, place: undefined };

/** What is carried now, and where it would go; one per panel. */
export const createCarry = () =>
  createStore({
    context: start,
    on: {
      carry: (state, { path }: { path: string | undefined }) => ({ ...state, carried: path }),
      aim: (state, { place }: { place: Place }) => ({ ...state, place }),
    },
  });
export type Carry = ReturnType<typeof createCarry>;
