// How the person at this computer likes Interlock: a small file in the engine's state.
// PR1 what cannot be read counts as nothing chosen: a broken preference never keeps anybody out.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeAtomic } from '../1-document/write.ts';
import { preferencesSchema, type Preferences } from '../api/contract-person.ts';
import type { Workspace } from './open.ts';

type Home = Pick<Workspace, 'stateDir'>;
const fileIn = ({ stateDir }: Home): string => path.join(stateDir, 'preferences.json');

/** What was chosen so far (PR1). */
export function preferencesOf(home: Home): Preferences {
  try {
    return preferencesSchema.parse(JSON.parse(readFileSync(fileIn(home), 'utf8')));
  } catch {
    return {};
  }
}

/** Keeps what is given beside what was chosen before, and answers with all of it. */
export function prefer(home: Home, chosen: Preferences): Preferences {
  const all = { ...preferencesOf(home), ...chosen };
  writeAtomic(fileIn(home), `${JSON.stringify(all, null, 2)}\n`);
  return all;
}
