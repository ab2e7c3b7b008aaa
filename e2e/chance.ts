// Random tests draw the same examples on every machine, so that a red test is red for everybody.
// `INTERLOCK_SEED=random` draws new ones, a number draws those of that seed again; what a new one
// finds becomes a test of its own.

import { configureGlobal } from 'fast-check';

const asked = process.env['INTERLOCK_SEED'] ?? '20261120';
if (asked !== 'random') configureGlobal({ seed: Number(asked) });
