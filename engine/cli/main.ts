// Where the command line begins. What was compiled before is kept beside the installed packages,
// which makes every later start a third shorter; where that cannot be written nothing is kept.

import { enableCompileCache } from 'node:module';
import path from 'node:path';

enableCompileCache(path.resolve(import.meta.dirname, '../../node_modules/.cache/interlock'));
const { main } = await import('./program.ts');
process.exit(await main(process.argv.slice(2)));
