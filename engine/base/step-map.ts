// What a run keeps for each of its steps (their results, their visits), as one value never
// changed.
// M1 adding one entry costs the same whether the run has ten or a thousand: only the page that
//    holds the id is copied, never the whole map.
// M2 as JSON it is a plain record by step id, and is read back from one.

import type { Json, Value } from './value.ts';

/** What a step ended in: the way out it took and its value. */
export type StepEntry = { port: string; value: Value };
type Page<T> = Record<string, T>;

/** Pages stay below some sixty entries at the largest workflow, where copying one is cheapest. */
const PAGES = 32;

function pageOf(id: string): number {
  let sum = 0;
  for (let i = 0; i < id.length; i++) sum = (sum * 31 + id.charCodeAt(i)) | 0;
  return (sum >>> 0) % PAGES;
}

export class StepMap<T> {
  readonly #pages: (Page<T> | undefined)[];

  constructor(pages: (Page<T> | undefined)[] = []) {
    this.#pages = pages;
  }

  /** The map of a plain record; a map is returned as it is (M2). */
  static of<T>(entries: StepMap<T> | Record<string, T> | undefined): StepMap<T> {
    if (entries instanceof StepMap) return entries;
    const pages: (Page<T> | undefined)[] = [];
    for (const [id, entry] of Object.entries(entries ?? {})) (pages[pageOf(id)] ??= {})[id] = entry;
    return new StepMap(pages);
  }

  get(id: string): T | undefined {
    const page = this.#pages[pageOf(id)];
    return page && Object.hasOwn(page, id) ? page[id] : undefined;
  }

  /** A map that also holds this entry (M1). */
  with(id: string, entry: T): StepMap<T> {
    const pages = this.#pages.slice();
    const at = pageOf(id);
    pages[at] = { ...pages[at], [id]: entry };
    return new StepMap(pages);
  }

  /** A map without these ids. */
  without(ids: string[]): StepMap<T> {
    const pages = this.#pages.slice();
    for (const id of ids) {
      if (this.get(id) === undefined) continue;
      const { [id]: _gone, ...rest } = pages[pageOf(id)] as Page<T>;
      pages[pageOf(id)] = rest;
    }
    return new StepMap(pages);
  }

  /** The entries of these ids, as a plain record; ids without an entry are left out. */
  pick(ids: string[]): Record<string, T> {
    const found: Record<string, T> = {};
    for (const id of ids) {
      const entry = this.get(id);
      if (entry !== undefined) found[id] = entry;
    }
    return found;
  }

  toJSON(): Record<string, T> {
    return Object.assign({}, ...this.#pages) as Record<string, T>;
  }
}

/** A value that says nothing; what a step without a result of its own carries. */
export const NOTHING: Value = { v: null as Json, labels: {} };
