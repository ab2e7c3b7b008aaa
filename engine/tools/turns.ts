// Work on one thing after another: whoever comes second waits for the first, whatever became of it.

/** A way to take turns; each name has a row of its own. */
export function turns(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const mine = (last.get(name) ?? Promise.resolve()).then(work, work);
    last.set(name, mine);
    const forget = (): void => void (last.get(name) === mine && last.delete(name));
    mine.then(forget, forget);
    return mine;
  };
}
