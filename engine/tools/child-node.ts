// Which Node runs the programs the engine starts for itself, where their files lie, and what of the
// environment they get. Pure: what this process is comes from outside.
// CN1 an installed desktop app is no Node (the fuse `runAsNode` is off, so its program would only
//     open the app once more): the Node packed beside its archive runs them.
// CN2 to that Node the archive is one file it cannot read: they run from what was unpacked beside
//     it.
// CN3 Windows starts no program without SystemRoot; nothing else of the environment is handed on.

import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What this process is; `process` fits. */
export type Host = {
  execPath: string;
  platform: NodeJS.Platform;
  versions: Record<string, string | undefined>;
  env: Record<string, string | undefined>;
};
/** A program of ours, ready to be started: `node file`, with exactly this environment. */
export type ChildProgram = { node: string; file: string; env: Record<string, string> };

/** The archive of an installed app, inside its folder of resources. */
const ARCHIVE = 'app.asar';
/** Where electron/builder.json puts Node, inside the same folder. */
const NODE = ['node', 'node'];

/** How the program with this file is started. */
export function childProgram(
  entry: URL,
  { execPath, platform, versions, env }: Host,
): ChildProgram {
  const isWindows = platform === 'win32';
  const paths = isWindows ? path.win32 : path.posix;
  const root = env['SystemRoot'];
  const kept: Record<string, string> = root ? { SystemRoot: root } : {}; // CN3
  const file = fileURLToPath(entry, { windows: isWindows });
  const at = file.lastIndexOf(`${paths.sep}${ARCHIVE}${paths.sep}`);
  if (at < 0) {
    // An Electron that is not installed still has that fuse on.
    const asNode: Record<string, string> = versions['electron']
      ? { ELECTRON_RUN_AS_NODE: '1' }
      : {};
    return { node: execPath, file, env: { ...kept, ...asNode } };
  }
  const resources = file.slice(0, at);
  const inside = file.slice(at + ARCHIVE.length + 2);
  return {
    node: `${paths.join(resources, ...NODE)}${isWindows ? '.exe' : ''}`, // CN1
    file: paths.join(resources, `${ARCHIVE}.unpacked`, inside), // CN2
    env: kept,
  };
}
