// Playing a record: still or moving, at a position, at a pace. Nothing is called: it only folds.
// P1 the position is always one of the timeline's, and moving ends at its end.

import { useMachine } from '@xstate/react';
import { useCallback, useEffect } from 'react';
import { assign, setup } from 'xstate';
import { dwell, type Pace, type Timeline } from './timeline.ts';

type Context = { timeline: Timeline; n: number; pace: Pace };
type Event =
  | { type: 'timeline'; timeline: Timeline }
  | { type: 'seek'; n: number }
  | { type: 'toggle' }
  | { type: 'pace'; pace: Pace };

const lengthOf = ({ before }: Timeline): number => before.length;
const within = (timeline: Timeline, n: number): number =>
  Math.min(lengthOf(timeline), Math.max(1, Math.round(n)));

export const playerMachine = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as { timeline: Timeline } },
  delays: {
    untilNext: ({ context: { timeline, n, pace } }) => dwell(timeline, n + 1, pace),
  },
  guards: {
    isAtEnd: ({ context: { timeline, n } }) => n >= lengthOf(timeline),
  },
  actions: {
    advance: assign({ n: ({ context: { timeline, n } }) => within(timeline, n + 1) }),
    rewind: assign({ n: 1 }),
    seek: assign({
      n: ({ context, event }) =>
        event.type === 'seek' ? within(context.timeline, event.n) : context.n,
    }),
    setPace: assign({
      pace: ({ context, event }) => (event.type === 'pace' ? event.pace : context.pace),
    }),
    setTimeline: assign(({ context, event }) => {
      if (event.type !== 'timeline') return {};
      const { timeline } = event;
      const wasAtEnd = context.n >= lengthOf(context.timeline);
      return { timeline, n: wasAtEnd ? lengthOf(timeline) : within(timeline, context.n) };
    }),
  },
}).createMachine({
  id: 'player',
  context: ({ input: { timeline } }) => ({
    timeline,
    n: lengthOf(timeline), // it begins at the end, where everything is told
    pace: { speed: 1, skipWaits: true },
  }),
  on: {
    seek: { target: '.still', actions: 'seek' },
    pace: { actions: 'setPace' },
    timeline: { actions: 'setTimeline' },
  },
  initial: 'still',
  states: {
    still: {
      on: {
        toggle: [{ guard: 'isAtEnd', target: 'moving', actions: 'rewind' }, { target: 'moving' }],
      },
    },
    moving: {
      always: { guard: 'isAtEnd', target: 'still' },
      after: { untilNext: { target: 'moving', reenter: true, actions: 'advance' } },
      on: {
        toggle: 'still',
        pace: { target: 'moving', reenter: true, actions: 'setPace' },
      },
    },
  },
});

export type Player = {
  /** Events shown, 1 … their number. */
  n: number;
  isPlaying: boolean;
  pace: Pace;
  /** Goes to a position and stays there. */
  seek: (n: number) => void;
  /** Starts or stops moving; at the end it starts from the beginning. */
  toggle: () => void;
  setPace: (pace: Pace) => void;
};

/** A player over a timeline. */
export function usePlayer(timeline: Timeline): Player {
  const [snapshot, send] = useMachine(playerMachine, { input: { timeline } });
  useEffect(() => send({ type: 'timeline', timeline }), [send, timeline]);
  const seek = useCallback((n: number) => send({ type: 'seek', n }), [send]);
  const { n, pace } = snapshot.context;
  return {
    n,
    pace,
    isPlaying: snapshot.matches('moving'),
    seek,
    toggle: () => send({ type: 'toggle' }),
    setPace: (next) => send({ type: 'pace', pace: next }),
  };
}
