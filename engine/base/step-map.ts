// What a run keeps for each of its steps (their results, their visits), as one value never
// changed.
// M1 adding one entry costs the same whether the run has ten or a thousand: only the page that
//    holds the id is copied, never the whole map.
// M2 as JSON it is a plain record by step id, and is read back from one.

import type { Json, Value } from './value.ts';

/** What a step ended in: the way out it took and its value. */
export type StepEntry = { port: string; value: Value };
/** Ids and entries by turns: short lists are copied faster than records of the same size. */
type Page<T> = (string | T)[];

/** Pages stay below some thirty entries at the largest workflow. */
const PAGES = 32;

function pageOf(id: string): number {
  let sum = 0;
  for (let i = 0; i < id.length; i++) sum = (sum * 31 + id.charCodeAt(i)) | 0;
  return (sum >>> 0) % PAGES;
}

/** Where the id stands in a page; -1 when it does not. */
function placeOf<T>(page: Page<T> | undefined, id: string): number {
  for (let i = 0; page && i < page.length; i += 2) if (page[i] === id) return i;
  return -1;
}

export class StepMap<T> {
  readonly #pages: (Page<T> | undefined)[];

  constructor(pages: (Page<T> | undefined)[] = []) {
    this.#pages = pages;
  }

  /** The map of a plain record; a map is returned as it is (M2). */
  static of<T>(entries: StepMap<T> | Record<string, T> | undefined): StepMap<T> {
    if (entries instanceof StepMap) return entries;
    const pages: (Page<T> | undefined)[] = Array.from({ length: PAGES });
    for (const [id, entry] of Object.entries(entries ?? {})) {
      (pages[pageOf(id)] ??= []).push(id, entry);
    }
    return new StepMap(pages);
  }

  get(id: string): T | undefined {
    const page = this.#pages[pageOf(id)];
    const at = placeOf(page, id);
    return at < 0 ? undefined : (page?.[at + 1] as T);
  }

  /** A map that also holds this entry (M1). */
  with(id: string, entry: T): StepMap<T> {
    const pages = this.#pages.slice();
    const page = pages[pageOf(id)]?.slice() ?? [];
    const at = placeOf(page, id);
    if (at < 0) page.push(id, entry);
    else page[at + 1] = entry;
    pages[pageOf(id)] = page;
    return new StepMap(pages);
  }

  /** A map without these ids. */
  without(ids: string[]): StepMap<T> {
    const pages = this.#pages.slice();
    for (const id of ids) {
      const page = pages[pageOf(id)];
      const at = placeOf(page, id);
      if (at >= 0) pages[pageOf(id)] = page?.toSpliced(at, 2);
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
    const all: Record<string, T> = {};
    for (const page of this.#pages) {
      for (let i = 0; page && i < page.length; i += 2) all[page[i] as string] = page[i + 1] as T;
    }
    return all;
  }
}

/** A value that says nothing; what a step without a result of its own carries. */
export const NOTHING: Value = { v: null as Json, labels: {} };
