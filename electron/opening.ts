// Files that are opened with the app: by double-click, dropped on its icon, or on its command line.
// OP1 only a workflow's own ending counts, and no file larger than a workflow may be is read.
// OP2 what comes before the page listens waits for it.

import type { Stats } from 'node:fs';
import path from 'node:path';
import { LIMITS } from '../engine/base/limits.ts';

const ENDING = '.interlock';

/** The file a command line names; the program itself and switches are passed over. */
export const fileIn = (argv: readonly string[]): string | undefined =>
  argv.slice(1).find((word) => !word.startsWith('-') && word.toLowerCase().endsWith(ENDING));

type Disk = {
  stat: (file: string) => Pick<Stats, 'size' | 'isFile'>;
  read: (file: string) => Uint8Array;
};
export type OpenedFile = { name: string; bytes: Uint8Array };

/** A file as the page takes it in; nothing when it is none, or too large (OP1). */
export function readFile(file: string, { stat, read }: Disk): OpenedFile | undefined {
  if (!file.toLowerCase().endsWith(ENDING)) return undefined;
  try {
    const found = stat(file);
    if (!found.isFile() || found.size > LIMITS.documentBytes) return undefined;
    return { name: path.basename(file), bytes: read(file) };
  } catch {
    return undefined;
  }
}

/** Hands things on once somebody takes them, in order (OP2). */
export function createQueue<T>(): { put: (one: T) => void; take: (to: (one: T) => void) => void } {
  const waiting: T[] = [];
  let taker: ((one: T) => void) | undefined;
  return {
    put: (one) => (taker ? taker(one) : void waiting.push(one)),
    take: (to) => {
      taker = to;
      for (const one of waiting.splice(0)) to(one);
    },
  };
}
