// What people on this computer agreed to: which programs may be started, which addresses spoken to,
// and what each tool said of itself when they did.
// P1 it lies with the engine's state, never in a workflow's folder: a file brings no consent.
// P2 it belongs to this folder on this computer: what a copied state says counts for nothing.
// P3 an agreement is to one hash; anything else is not agreed to.
// P4 what cannot be read is no agreement.

import fs from 'node:fs';
import { hostname, userInfo } from 'node:os';
import path from 'node:path';
import { hashOf } from '../base/canonical.ts';
import { isObject } from '../base/value.ts';
import { pinOf, type Descriptor } from './mcp-descriptor.ts';

/** Who agreed, and when (ms since 1970). */
type Agreed = { by: string; at: number };
export type AgreedTool = Agreed & { pin: string; tool: Descriptor };
type ServerEntry = Agreed & { tools: Record<string, AgreedTool> };
type Kept = { format: typeof FORMAT; place: string; servers: Record<string, ServerEntry> };

const FORMAT = 'interlock/agreed@1';
/** Servers remembered; the oldest agreement is forgotten first. */
const MOST = 500;

export type Agreements = {
  /** True when exactly this launch was agreed to. */
  hasServer: (launch: string) => boolean;
  tool: (launch: string, name: string) => AgreedTool | undefined;
  agreeServer: (launch: string, by: string) => void;
  /** Keeps what the tools say as agreed to; the server must be agreed to already. */
  agreeTools: (launch: string, tools: Descriptor[], by: string) => void;
  /** Takes everything about a server back. */
  withdraw: (launch: string) => void;
};

export type AgreementParts = {
  file: string;
  /** Writes a file whole or not at all. */
  write: (file: string, text: string) => void;
  now: () => number;
};

/** This folder on this computer: a copy of it is another one (P2). */
function placeOf(file: string): string {
  const { ino } = fs.statSync(path.dirname(file), { bigint: true });
  return hashOf([hostname(), userInfo().uid, String(ino)]);
}

function load(file: string, place: string): Kept {
  const none: Kept = { format: FORMAT, place, servers: Object.create(null) as Kept['servers'] };
  try {
    const read = JSON.parse(fs.readFileSync(file, 'utf8')) as Partial<Kept>;
    if (read.format !== FORMAT || read.place !== place || !isObject(read.servers)) return none;
    for (const [launch, entry] of Object.entries(read.servers))
      none.servers[launch] = { ...entry, tools: checked(entry.tools) };
    return none;
  } catch {
    return none; // P4
  }
}

/** Tools whose pin is that of what is kept beside it (P3). */
function checked(tools: ServerEntry['tools']): ServerEntry['tools'] {
  const sound = Object.entries(tools).filter(([, { pin, tool }]) => pin === pinOf(tool));
  return Object.assign(Object.create(null) as ServerEntry['tools'], Object.fromEntries(sound));
}

/** The agreements kept in a file. It is read anew each time: another program may have added one. */
export function agreementsIn({ file, write, now }: AgreementParts): Agreements {
  const read = (): Kept => load(file, placeOf(file));
  const change = (alter: (servers: Kept['servers']) => void): void => {
    const kept = read();
    alter(kept.servers);
    const newest = Object.entries(kept.servers).sort(([, a], [, b]) => b.at - a.at);
    const servers = Object.fromEntries(newest.slice(0, MOST));
    write(file, `${JSON.stringify({ ...kept, servers }, null, 1)}\n`);
    fs.chmodSync(file, 0o600);
  };
  return {
    hasServer: (launch) => Object.hasOwn(read().servers, launch),
    tool: (launch, name) => read().servers[launch]?.tools[name],
    agreeServer: (launch, by) =>
      change((servers) => {
        const tools = servers[launch]?.tools ?? {};
        servers[launch] = { by, at: now(), tools };
      }),
    agreeTools: (launch, tools, by) =>
      change((servers) => {
        const entry = servers[launch];
        if (!entry) return;
        const at = now();
        for (const tool of tools) entry.tools[tool.name] = { by, at, pin: pinOf(tool), tool };
      }),
    withdraw: (launch) => change((servers) => void delete servers[launch]),
  };
}
