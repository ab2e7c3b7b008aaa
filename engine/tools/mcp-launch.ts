// What exactly would be started or spoken to for an MCP server: the words a person agrees to.
// L1 the hash covers everything that decides what runs: transport, command as written and as found,
//    every argument, working folder, names of variables and where their values come from, address.
// L2 a server's id and title are only names: renaming it asks nobody again, and changes nothing.
// L3 an agreement belongs to one workflow: what another file names is asked about on its own.

import { hashOf } from '../base/canonical.ts';
import type { ToolServer } from '../4-run/ports.ts';
import type { EnvSource } from '../policy/tool-view.ts';

/** A variable a program may see, and where its value comes from. */
export type EnvName = { name: string; from: EnvSource };

export type Launch =
  | {
      transport: 'program';
      /** As the workflow names it, and the file it was found to be; absent when it is not there. */
      command: string;
      file?: string | undefined;
      args: string[];
      cwd: string;
      env: EnvName[];
    }
  | { transport: 'address'; address: string; secret?: string | undefined };

/** What the words depend on besides the server's own. */
export type LaunchFacts = {
  /** The file a command means on this computer; undefined when there is none. */
  find: (command: string) => string | undefined;
  /** Where a program of this workflow works. */
  cwd: string;
  fromWhere: (name: string) => EnvName['from'];
};

/** The words for a server as they are on this computer now. */
export function launchOf(server: ToolServer, { find, cwd, fromWhere }: LaunchFacts): Launch {
  if (server.transport === 'address')
    return { transport: 'address', address: server.address, secret: server.secret };
  const { command, args } = server;
  const env = [...new Set(server.env)].sort().map((name) => ({ name, from: fromWhere(name) }));
  return { transport: 'program', command, file: find(command), args, cwd, env };
}

/** What a person agrees to when a server is agreed to (L1, L3). */
export const launchHash = (workflow: string, launch: Launch): string =>
  hashOf({ format: 'interlock/launch@1', workflow, launch });

/** Programs that fetch what they run: what runs tomorrow may be something else. */
const FETCHERS = /^(npx|bunx|pnpx|uvx|pipx|deno|dlx|docker|podman)(\.(exe|cmd|bat))?$/i;
const FETCHING = /^(dlx|exec|x|run)$/;

/**
 * True when the command fetches code by name each time it starts, so that agreeing to its words is
 * not agreeing to one program.
 */
export function fetchesCode(launch: Launch): boolean {
  if (launch.transport === 'address') return false;
  const name = launch.command.split(/[\\/]/).at(-1) ?? '';
  if (FETCHERS.test(name)) return true;
  return (
    /^(npm|pnpm|yarn|bun|uv)(\.(exe|cmd))?$/i.test(name) && FETCHING.test(launch.args[0] ?? '')
  );
}
