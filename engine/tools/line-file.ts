// A file of lines, one JSON object each, that only grows.
// LF1 a line is written and fsynced before anybody builds on it.
// LF2 a torn line is no line, and the next one stands alone.

import fs from 'node:fs';
import path from 'node:path';

export type LineFile<T> = { all: T[]; append: (line: T) => void };

/**
 * Opens such a file; it and its folder are made with the first line. `isLine` knows a whole one.
 */
export function openLines<T>(file: string, isLine: (found: Partial<T>) => boolean): LineFile<T> {
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  let isTorn = text !== '' && !text.endsWith('\n');
  const all = text.split('\n').flatMap((line) => {
    try {
      const found = JSON.parse(line) as Partial<T> | null;
      return found && isLine(found) ? [found as T] : [];
    } catch {
      return []; // LF2
    }
  });
  const append = (line: T): void => {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const handle = fs.openSync(file, 'a', 0o600);
    const start = isTorn ? '\n' : '';
    try {
      isTorn = true; // until all of it is there: the disk may be full
      fs.writeFileSync(handle, `${start}${JSON.stringify(line)}\n`);
      fs.fsyncSync(handle); // LF1
      isTorn = false;
    } finally {
      fs.closeSync(handle);
    }
    all.push(line);
  };
  return { all, append };
}
