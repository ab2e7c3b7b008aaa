// What comes one by one is handed on at once; what pours is handed on together.
// PA1 nothing is lost, and everything keeps its order.
// PA2 the clock decides, not a timer alone: in a window behind others timers come late, and what
//     pours must not pile up there.

/** Hands on what it is given, at most once in `ms` milliseconds; the first of many is never late. */
export function paced<T>(hand: (all: T[]) => void, ms: number): (some: readonly T[]) => void {
  let waiting: (readonly T[])[] = [];
  let last = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const turn = (): void => {
    clearTimeout(timer);
    timer = undefined;
    last = performance.now();
    const all = waiting.flat();
    waiting = [];
    hand(all);
  };
  return (some) => {
    waiting.push(some);
    const rest = last + ms - performance.now();
    if (rest <= 0) turn();
    else timer ??= setTimeout(turn, rest);
  };
}
