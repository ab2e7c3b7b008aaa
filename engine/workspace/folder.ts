// Making a folder where a person named one.
// FO1 always ends: Node's own way of making the folders above as well tries for ever where a folder
//     is there but takes no new ones and says "not found", as /proc and some network places do.

import fs from 'node:fs';
import path from 'node:path';

/** Makes a folder and those above it. Throws what the file system says when it cannot be (FO1). */
export function makeFolder(dir: string, mode = 0o777): void {
  if (fs.statSync(dir, { throwIfNoEntry: false })?.isDirectory()) return;
  const above = path.dirname(dir);
  if (above !== dir) makeFolder(above, mode);
  try {
    fs.mkdirSync(dir, { mode });
  } catch (error) {
    // Another start may have made it in the same moment.
    if (!fs.statSync(dir, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}
