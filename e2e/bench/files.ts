// Governed steps as the app runs them: in a workspace whose files (setting, rules, cards) are
// looked at before every call, so that what a person tightens counts at once.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkspace } from '../../engine/workspace/open.ts';
import { standingIn } from '../../engine/workspace/standing.ts';
import { writeFolder } from '../kit/command-line.ts';
import { bench } from './harness.ts';
import { chain, openBench, RULES, runOnce } from './steps.ts';

const home = mkdtempSync(join(tmpdir(), 'interlock-bench-'));
const { setting } = openWorkspace({ dir: home, stateOf: () => join(home, '.state') }, Math.random);
const folder = chain(20, RULES);
const dir = writeFolder(join(home, 'workflows', 'chain'), folder);
const opened = openBench(true, { setting, standing: standingIn(home) });
await bench('the same, its files looked at before every call', () => runOnce(opened, folder, dir));
await opened.end();
rmSync(home, { recursive: true, force: true });
