// Where a workspace lies. Documents are a person's files; the engine's state never lies among them
// unless the folder was named on purpose.
// W1 the default workspace keeps its state in the system's place for program data, never in a
//    folder that may be synced: a database under sync is a corrupt database.
// W2 an explicit folder keeps its state in `.state` inside it, so that moving it moves everything.

import { homedir, tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { hashText } from '../base/canonical.ts';

/** What the answer depends on; handed in so that every system can be tried on any other. */
export type Surroundings = {
  env: Record<string, string | undefined>;
  platform: NodeJS.Platform;
  home: string;
};

/** A workspace folder and the rule for its state folder. */
export type Place = { dir: string; stateOf: (workspaceId: string) => string };

const thisComputer = (): Surroundings => ({
  env: process.env,
  platform: process.platform,
  home: homedir(),
});

/** The folder programs keep their data in. */
function appData({ env, platform, home }: Surroundings): string {
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support');
  return env['XDG_DATA_HOME'] || path.join(home, '.local', 'share');
}

/** A workspace id is a text from a file; only a harmless one becomes a folder name as it is. */
const asFolder = (id: string): string =>
  /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(id) ? id : hashText(id).slice(0, 24);

/** The workspace meant by a flag, else by `INTERLOCK_WORKSPACE`, else the default one (W1, W2). */
export function findPlace(flag: string | undefined, around = thisComputer()): Place {
  const named = flag ?? around.env['INTERLOCK_WORKSPACE'];
  if (named) {
    const dir = path.resolve(named);
    return { dir, stateOf: () => path.join(dir, '.state') };
  }
  return {
    dir: path.join(around.home, 'Documents', 'Interlock'),
    stateOf: (id) => path.join(appData(around), 'interlock', asFolder(id)),
  };
}

/**
 * The private socket of the engine that works on a state folder: a file in a folder of this user's
 * own, or a named pipe on Windows. The folder counts as well as the id, so that a copied workspace
 * never reaches the engine of the original.
 */
export function socketPath(workspaceId: string, stateDir: string): string {
  const name = hashText(`${workspaceId}\n${stateDir}`).slice(0, 12);
  if (process.platform === 'win32') return `\\\\.\\pipe\\interlock-${name}`;
  return path.join(tmpdir(), `interlock-${userInfo().uid}`, `${name}.sock`);
}
