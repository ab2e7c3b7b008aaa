// Where the command line begins. What was compiled before is kept beside the installed packages,
// which makes every later start a third shorter; where that cannot be written nothing is kept.

import { enableCompileCache } from 'node:module';
import path from 'node:path';

enableCompileCache(path.resolve(import.meta.dirname, '../../node_modules/.cache/interlock'));
const { end, main } = await import('./program.ts');
// What nobody expected is said as everything else is: in one place, and without any secret.
process.on('uncaughtException', (error) => process.exit(end(error)));
process.exit(await main(process.argv.slice(2)));
