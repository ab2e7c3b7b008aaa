// Puts back one line of package-lock.json that `npm install` drops: `"gypfile": false` in the entry
// of better-sqlite3. Without it npm before 11.16 compiles the module and fails where there is no
// Python. Run by hand after every `npm install`; the style test fails while the line is missing.
import { readFileSync, writeFileSync } from 'node:fs';

const LOCK = new URL('../package-lock.json', import.meta.url);
const ENTRY = 'node_modules/better-sqlite3';

const lock = JSON.parse(readFileSync(LOCK, 'utf8'));
lock.packages[ENTRY] = { ...lock.packages[ENTRY], gypfile: false };
writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`package-lock.json: ${ENTRY} carries "gypfile": false\n`);
