// How an agreed server is reached on this computer: which file its command means, what it may see,
// where it works.
// ST1 a program sees the names listed here and the ones its words name, and nothing else of ours.
// ST2 a named variable without a value, or a missing secret, is a failure: nothing takes its place.
// ST3 a command is a name on the path or a whole path; nothing is looked for in a folder of a
//     workflow, and it works in an empty folder of its own.

import fs from 'node:fs';
import path from 'node:path';
import { hashText } from '../base/canonical.ts';
import { placeOf, type Place } from '../net/hosts.ts';
import type { Net } from '../net/safe-fetch.ts';
import type { ToolServer } from '../4-run/ports.ts';
import type { ChildProgram } from './child-node.ts';
import { hostOf } from './mcp-card.ts';
import type { Reach } from './mcp-connections.ts';
import { launchOf, type EnvName, type Launch } from './mcp-launch.ts';
import { Trouble } from './mcp-trouble.ts';

/** What any program needs to find itself; none of it is a secret (ST1). */
const PLAIN =
  process.platform === 'win32'
    ? 'APPDATA COMSPEC HOMEDRIVE HOMEPATH LOCALAPPDATA PATH PATHEXT PROGRAMDATA PROGRAMFILES SYSTEMDRIVE SYSTEMROOT TEMP TMP USERNAME USERPROFILE WINDIR'
    : 'HOME LANG LC_ALL LC_CTYPE LOGNAME PATH TMPDIR TZ USER';

export type StartParts = {
  /** Folder of the engine's state in which programs get their working folders. */
  dir: string;
  env: Record<string, string | undefined>;
  /** A secret for a place; undefined when there is none. Programs have places of their own. */
  secret: (name: string, place: Place) => Promise<string | undefined>;
  net: Pick<Net, 'fetchAt'>;
  /** The program that stands between the engine and a server. */
  keeper: ChildProgram;
  /** A name nobody can guess, for marking what a program starts. */
  mark: () => string;
};

const secretName = (variable: string): string => variable.toLowerCase();

/** Where a secret of a server is used, as the list of a secret's hosts names it. */
function placeFor(server: ToolServer): Place {
  if (server.transport === 'address') return placeOf(new URL(server.address));
  return { host: `${server.id.replaceAll('_', '-')}.program`, port: 443 };
}

function isProgram(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/** The file a command means; undefined when there is none (ST3). */
function findProgram(command: string, env: StartParts['env']): string | undefined {
  if (path.isAbsolute(command)) return isProgram(command) ? command : undefined;
  if (command !== path.basename(command) || command === '..') return undefined;
  const ends = process.platform === 'win32' ? ['.exe', '.com', ''] : [''];
  return (env['PATH'] ?? env['Path'] ?? '')
    .split(path.delimiter)
    .filter((dir) => path.isAbsolute(dir))
    .flatMap((dir) => ends.map((ending) => path.join(dir, `${command}${ending}`)))
    .find(isProgram);
}

/** Where the program of a server works. The folder is made when it is started. */
const workFolder = (dir: string, workflow: string, server: string): string =>
  path.join(dir, hashText(`${workflow}\n${server}`).slice(0, 16));

/** The words of a server as they are now on this computer; starts nothing. */
export async function launchHere(
  parts: StartParts,
  workflow: string,
  server: ToolServer,
): Promise<Launch> {
  const froms = new Map<string, EnvName['from']>();
  for (const name of server.transport === 'program' ? server.env : []) {
    const isSecret = (await parts.secret(secretName(name), placeFor(server))) !== undefined;
    const isHere = parts.env[name] !== undefined;
    froms.set(name, isSecret ? 'secret' : isHere ? 'computer' : 'nowhere');
  }
  return launchOf(server, {
    find: (command) => findProgram(command, parts.env),
    cwd: workFolder(parts.dir, workflow, server.id),
    fromWhere: (name) => froms.get(name) ?? 'nowhere',
  });
}

/** What a server needs and nobody has entered, and where it would be used (ST2). */
function lacking(server: ToolServer, name: string, secret: string): Trouble {
  const { host, port } = placeFor(server);
  const at = server.transport === 'address' ? `${host}:${port}` : host;
  return new Trouble('failure.mcp_secret', 'needs_human', {
    server: server.title,
    name,
    secret,
    place: at,
  });
}

/** How the server of these words is reached; throws trouble where something is missing (ST2). */
export async function reachFor(
  parts: StartParts,
  server: ToolServer,
  launch: Launch,
): Promise<Reach> {
  const { title } = server;
  if (launch.transport === 'address') {
    const { address, secret } = launch;
    const value = secret === undefined ? undefined : await parts.secret(secret, placeFor(server));
    if (secret !== undefined && value === undefined) throw lacking(server, secret, secret);
    const headers: Record<string, string> = value ? { authorization: `Bearer ${value}` } : {};
    return { address, headers, fetch: parts.net.fetchAt({ hosts: [hostOf(address)] }) };
  }
  const { file, command, args, cwd } = launch;
  if (file === undefined)
    throw new Trouble('failure.mcp_no_program', 'terminal', { server: title, command });
  const env: Record<string, string> = {};
  for (const name of PLAIN.split(' ')) {
    const value = parts.env[name];
    if (value !== undefined && !value.startsWith('()')) env[name] = value; // no shell functions
  }
  const place = placeFor(server);
  for (const { name, from } of launch.env) {
    const value = from === 'secret' ? await parts.secret(secretName(name), place) : parts.env[name];
    if (from === 'nowhere' || value === undefined) throw lacking(server, name, secretName(name));
    env[name] = value;
  }
  fs.mkdirSync(cwd, { recursive: true, mode: 0o700 });
  return { order: { file, args, cwd, env, mark: parts.mark() }, keeper: parts.keeper };
}
