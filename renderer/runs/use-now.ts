// The present moment, once a second while something is going on; still otherwise.

import { useEffect, useState } from 'react';

const TICK_MS = 1000;

/** Milliseconds since 1970; stands still while `isOn` is false. */
export function useNow(isOn: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [isOn]);
  return now;
}
