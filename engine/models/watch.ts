// How long a model may keep us waiting: for its first word, between two words, and in all.
// W1 whatever ends first (the caller's signal or a clock here) ends the request, and says why.
// W2 a late answer is never waited for.

/** Milliseconds until the first word, between two, and in all. */
export type Patience = { firstMs: number; idleMs: number; totalMs: number };

/** Reasoning models think long before their first word; once they speak, they speak on. */
export const PATIENCE: Patience = { firstMs: 180_000, idleMs: 60_000, totalMs: 600_000 };

export type Watched = {
  signal: AbortSignal;
  /** To be called with every word that arrives. */
  heard: () => void;
  /** What ended the waiting, if anything did. */
  why: () => 'stopped' | 'slow' | undefined;
  /** Takes the clocks away. */
  end: () => void;
};

/** Watches one request (W1). */
export function watch(outer: AbortSignal, patience: Patience): Watched {
  const controller = new AbortController();
  let ended: 'stopped' | 'slow' | undefined;
  const stop = (why: 'stopped' | 'slow') => (): void => {
    ended ??= why;
    controller.abort();
  };
  const onOuter = stop('stopped');
  const total = setTimeout(stop('slow'), patience.totalMs);
  let next = setTimeout(stop('slow'), patience.firstMs);
  if (outer.aborted) onOuter();
  else outer.addEventListener('abort', onOuter, { once: true });
  return {
    signal: controller.signal,
    heard: () => {
      clearTimeout(next);
      next = setTimeout(stop('slow'), patience.idleMs);
    },
    why: () => ended,
    end: () => {
      clearTimeout(total);
      clearTimeout(next);
      outer.removeEventListener('abort', onOuter);
    },
  };
}
