// Writing a file so that a power cut leaves the old one or the new one, never half of either.
// WR1 temp file, flush, rename, flush of the folder: in this order, always.

import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes a file whole or not at all (WR1). The folder must exist. */
export function writeAtomic(file: string, text: string): void {
  const dir = path.dirname(file);
  const temp = path.join(dir, `.${path.basename(file)}.${process.pid}.saving`);
  try {
    flushed(temp, 'w', (handle) => writeFileSync(handle, text));
    renameSync(temp, file);
  } catch (thrown) {
    rmSync(temp, { force: true });
    throw thrown;
  }
  // A folder cannot be flushed everywhere (Windows refuses to open one); the rename stands anyway.
  if (process.platform !== 'win32') flushed(dir, 'r', () => {});
}

function flushed(place: string, mode: 'r' | 'w', work: (handle: number) => void): void {
  const handle = openSync(place, mode);
  try {
    work(handle);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
