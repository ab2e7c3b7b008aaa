// Playing a record: the position, whether it moves, and how fast. Nothing is called: it only folds.

import { useCallback, useEffect, useState } from 'react';
import { dwell, type Pace, type Timeline } from './timeline.ts';

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

/** A player over a timeline; it begins at the end, where everything is told. */
export function usePlayer(timeline: Timeline): Player {
  const length = timeline.before.length;
  const [n, setN] = useState(length);
  const [isPlaying, setPlaying] = useState(false);
  const [pace, setPace] = useState<Pace>({ speed: 1, skipWaits: true });
  const isMoving = isPlaying && n < length;
  useEffect(() => {
    if (!isMoving) return undefined;
    const timer = setTimeout(() => setN(n + 1), dwell(timeline, n + 1, pace));
    return () => clearTimeout(timer);
  }, [isMoving, n, timeline, pace]);
  const seek = useCallback(
    (to: number) => {
      setPlaying(false);
      setN(Math.min(length, Math.max(1, Math.round(to))));
    },
    [length],
  );
  const toggle = (): void => {
    if (isMoving) return setPlaying(false);
    if (n >= length) setN(1);
    setPlaying(true);
  };
  return { n, isPlaying: isMoving, pace, seek, toggle, setPace };
}
