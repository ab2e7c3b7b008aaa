// What comes one by one is handed on at once; what pours is handed on together.
// PA1 nothing is lost, and everything keeps its order.

/** Hands on what it is given, at most once in `ms` milliseconds; the first of many is never late. */
export function paced<T>(hand: (all: T[]) => void, ms: number): (some: readonly T[]) => void {
  let waiting: T[] = [];
  let isResting = false;
  const turn = (): void => {
    isResting = waiting.length > 0;
    if (!isResting) return;
    const all = waiting;
    waiting = [];
    setTimeout(turn, ms);
    hand(all);
  };
  return (some) => {
    waiting = [...waiting, ...some];
    if (!isResting) turn();
  };
}
