// Handlers that stay the same functions for as long as the canvas stands. React Flow hands what it
// is given to every card and tells all of them when it changes: a handler made anew with each
// drawing had five hundred cards looked at several times for every movement of one.
// SH1 a handler always does what it did when the page was drawn last.

import { useLayoutEffect, useRef, useState } from 'react';

type Handlers = Record<string, (...args: never[]) => unknown>;

/** The same handlers under the same names, steady. The names never change. */
export function useSteady<T extends Handlers>(handlers: T): T {
  const latest = useRef<Handlers>(handlers);
  useLayoutEffect(() => {
    latest.current = handlers; // SH1
  });
  const [steady] = useState(
    () =>
      Object.fromEntries(
        Object.keys(handlers).map((name) => [
          name,
          (...args: never[]): unknown => latest.current[name]?.(...args),
        ]),
      ) as T,
  );
  return steady;
}
