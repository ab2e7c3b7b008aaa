// Tools of other programs, over the Model Context Protocol.
// M1 nothing is started or spoken to before a person agreed to exactly its words (mcp-launch.ts);
//    describing a server starts nothing.
// M2 a tool is called only while it says of itself what a person agreed to (mcp-descriptor.ts).
// M3 a card names server and tool; a tool of the same name at another server is another tool.
// M4 what is asked or refused here happened before any call was made.

import { asText } from '../base/binding.ts';
import { hashOf } from '../base/canonical.ts';
import type { JsonObject } from '../base/value.ts';
import { WEB_PORTS, listing, placeOf } from '../net/hosts.ts';
import type { AuthorityCard } from '../node.ts';
import type { Clock, ToolAsk, ToolPort, ToolServer } from '../4-run/ports.ts';
import type { ServerView, ToolView } from '../policy/tool-view.ts';
import type { Adapter } from './adapters.ts';
import { failed, type Attempt } from './answer.ts';
import type { Agreements } from './mcp-agreements.ts';
import { attemptOf } from './mcp-answer.ts';
import { outwardArgs } from './mcp-card.ts';
import {
  createConnections,
  type Connections,
  type Patience,
  type Session,
} from './mcp-connections.ts';
import { changesOf, pinOf, type Descriptor } from './mcp-descriptor.ts';
import { launchHash, type Launch } from './mcp-launch.ts';
import { launchHere, reachFor, type StartParts } from './mcp-start.ts';
import { callTrouble, connectTrouble, endedTrouble, Trouble } from './mcp-trouble.ts';
import { changeFacts, factsOf, serverView, toolView } from './mcp-view.ts';

/** Longest a call may take by itself; its deadline is the door's. */
const LONGEST_MS = 2_000_000_000;

type Context = Parameters<ToolPort['call']>[2];
/** A workflow's servers, as its folder names them. */
export type Named = { workflow: string; servers: ToolServer[]; cards: AuthorityCard[] };

export type ToolServers = {
  adapter: Adapter;
  /** Every server of a workflow with its words and state; starts nothing (M1). */
  describe: (named: Named) => Promise<ServerView[]>;
  /** Starts an agreed server if need be and says what its tools are. Throws Trouble. */
  look: (named: Named, server: string) => Promise<ToolView[]>;
  /** Agrees to the words with this hash; false when they are others by now. */
  agree: (named: Named, server: string, hash: string, by: string) => Promise<boolean>;
  /** Agrees to tools as they were seen; false when one of them says something else by now. */
  agreeTools: (named: Named, server: string, pins: Pins, by: string) => Promise<boolean>;
  /** Takes back what was agreed to about a server, and ends it. */
  withdraw: (named: Named, server: string) => Promise<void>;
  /** Ends every program and connection. */
  close: () => Promise<void>;
};

/** Pins by name of tool. */
type Pins = Record<string, string>;
export type ToolServerParts = StartParts & {
  agreements: Agreements;
  clock: Pick<Clock, 'after'>;
  /** How long a server may take to say that it is one. */
  patience?: Patience;
};

type Parts = ToolServerParts & { connections: Connections };
/** A server, its words now, and the hash of them. */
type Found = { server: ToolServer; launch: Launch; hash: string };

async function find(parts: Parts, named: Pick<Named, 'workflow' | 'servers'>, id: string) {
  const server = named.servers.find((one) => one.id === id);
  if (!server) throw new Trouble('failure.mcp_unknown_server', 'terminal', { server: id });
  const launch = await launchHere(parts, named.workflow, server);
  return { server, launch, hash: launchHash(named.workflow, launch) };
}

/** A failure that puts something before a person; nothing was called (M4). */
function asking(code: string, params: Record<string, string>, asks: ToolAsk): Attempt {
  const attempt = failed('needs_human', code, params);
  return { ...attempt, used: { ...attempt.used, toolCalls: 0 }, asks } as Attempt;
}

/** The server and tool a card names. */
function aimOf(card: AuthorityCard): { server: string; tool: string } {
  const { server, tool } = card.options ?? {};
  return { server: asText(server ?? ''), tool: asText(tool ?? '') };
}

/** A card that lists hosts keeps its tool to them, and one that lists none reaches none. */
function isListed({ hosts }: AuthorityCard, launch: Launch): boolean {
  if (launch.transport === 'program') return true;
  return listing(hosts ?? [], placeOf(new URL(launch.address)), WEB_PORTS) !== undefined;
}

async function call(
  parts: Parts,
  card: AuthorityCard,
  args: JsonObject,
  ctx: Context,
): Promise<Attempt> {
  const { title: tool } = card;
  try {
    const aim = aimOf(card);
    const named = { workflow: ctx.workflow ?? '', servers: ctx.servers ?? [] };
    const found = await find(parts, named, aim.server);
    const asked = askForServer(parts, found, card, ctx);
    if (asked) return asked;
    if (!isListed(card, found.launch))
      return failed('terminal', 'failure.mcp_host', { tool, server: found.server.title });
    const reach = await reachFor(parts, found.server, found.launch);
    return await parts.connections.use(found.hash, reach, (session) =>
      callIn(parts, session, { found, card, name: aim.tool }, args, ctx),
    );
  } catch (error) {
    const { kind, code, params } = connectTrouble(error);
    const server = ctx.servers?.find(({ id }) => id === aimOf(card).server)?.title;
    return failed(kind, code, { tool, server: server ?? aimOf(card).server, ...params });
  }
}

/** The question about a server nobody agreed to (M1); undefined when somebody has. */
function askForServer(
  { agreements }: Parts,
  { server, launch, hash }: Found,
  card: AuthorityCard,
  { trusted }: Context,
): Attempt | undefined {
  if (trusted?.hash === hash) agreements.agreeServer(hash, trusted.by);
  if (agreements.hasServer(hash)) return undefined;
  const { title, words } = serverView(server, launch, { hash, isAgreed: false });
  const params = { tool: card.title, server: title, id: server.id };
  return asking('failure.mcp_not_agreed', params, { hash, facts: factsOf(words) });
}

type Target = { found: Found; card: AuthorityCard; name: string };

/** The call itself, on a session whose tool says what was agreed to (M2, M3). */
async function callIn(
  parts: Parts,
  session: Session,
  { found, card, name }: Target,
  args: JsonObject,
  ctx: Context,
): Promise<Attempt> {
  const now = (await listed(session, ctx.run)).get(name);
  const about = { tool: card.title, server: found.server.title, id: found.server.id };
  if (!now) return failed('needs_human', 'failure.mcp_tool_gone', about);
  const asked = askForTool(parts, found, now, { about, trusted: ctx.trusted });
  if (asked) return asked;
  ctx.signal.addEventListener('abort', session.leave, { once: true });
  try {
    const outward = keyed(card, outwardArgs(card, args), ctx.key);
    const result = await session.client.callTool(
      { name, arguments: outward },
      { signal: ctx.signal, timeout: LONGEST_MS },
    );
    return attemptOf(card.title, result, pinOf(now));
  } catch (error) {
    return callTrouble(card, found.server.title, error, session.program);
  } finally {
    ctx.signal.removeEventListener('abort', session.leave);
  }
}

/** What the tools say, to this run; a program that ended meanwhile says why. */
async function listed({ listFor, program }: Session, run: string) {
  try {
    return await listFor(run);
  } catch (error) {
    const why = program?.ended();
    throw why ? endedTrouble(why, program?.lastWords() ?? '') : error;
  }
}

/** The arguments with the key of the call, where the card says that it travels as one. */
const keyed = ({ idempotency, keyTravels }: AuthorityCard, args: JsonObject, key: string) =>
  idempotency === 'key' && keyTravels?.as === 'field' ? { ...args, [keyTravels.name]: key } : args;

/** The question about a tool that is new or says something else (M2). */
function askForTool(
  { agreements }: Parts,
  { hash }: Found,
  now: Descriptor,
  { about, trusted }: { about: Record<string, string>; trusted: Context['trusted'] },
): Attempt | undefined {
  const pin = pinOf(now);
  if (trusted?.hash === trustOf(hash, pin)) agreements.agreeTools(hash, [now], trusted.by);
  const agreed = agreements.tool(hash, now.name);
  if (agreed?.pin === pin) return undefined;
  const code = agreed ? 'failure.mcp_tool_changed' : 'failure.mcp_tool_new';
  const facts = changeFacts(changesOf(agreed?.tool, now));
  return asking(code, about, { hash: trustOf(hash, pin), facts });
}

/** What a card's *trust* agrees to: this tool of this server as it is now. */
const trustOf = (launch: string, pin: string): string => hashOf({ launch, pin });

/** Cards of a workflow by the tool of a server they use. */
function cardsFor({ cards }: Named, server: string): Map<string, string[]> {
  const by = new Map<string, string[]>();
  for (const card of cards) {
    const aim = aimOf(card);
    if (card.adapter === 'mcp' && aim.server === server)
      by.set(aim.tool, [...(by.get(aim.tool) ?? []), card.name]);
  }
  return by;
}

/** The tools of an agreed server as they say they are now. */
async function listNow(parts: Parts, { server, launch, hash }: Found) {
  if (!parts.agreements.hasServer(hash))
    throw new Trouble('failure.mcp_not_agreed', 'needs_human', {
      tool: server.title,
      server: server.title,
      id: server.id,
    });
  try {
    const reach = await reachFor(parts, server, launch);
    return await parts.connections.use(hash, reach, (session) => session.list());
  } catch (error) {
    const { code, kind, params } = connectTrouble(error);
    throw new Trouble(code, kind, { tool: server.title, server: server.title, ...params });
  }
}

async function look(parts: Parts, named: Named, id: string): Promise<ToolView[]> {
  const found = await find(parts, named, id);
  const now = await listNow(parts, found);
  const cards = cardsFor(named, id);
  const taken = new Set(named.cards.map(({ name }) => name));
  return [...new Set([...now.keys(), ...cards.keys()])].sort().flatMap((tool) => {
    const before = parts.agreements.tool(found.hash, tool)?.tool;
    const known = { before, now: now.get(tool), cards: cards.get(tool) ?? [] };
    return toolView(found.server, known, taken) ?? [];
  });
}

/** Tool servers over what is handed in. One per engine. */
export function openToolServers(given: ToolServerParts): ToolServers {
  const parts: Parts = { ...given, connections: createConnections(given.clock, given.patience) };
  const { agreements, connections } = parts;
  return {
    adapter: { call: (card, args, ctx) => call(parts, card, args, ctx) },
    describe: (named) =>
      Promise.all(
        named.servers.map(async ({ id }) => {
          const { server, launch, hash } = await find(parts, named, id);
          return serverView(server, launch, { hash, isAgreed: agreements.hasServer(hash) });
        }),
      ),
    look: (named, server) => look(parts, named, server),
    agree: async (named, server, hash, by) => {
      const found = await find(parts, named, server);
      if (found.hash !== hash) return false;
      agreements.agreeServer(hash, by);
      return true;
    },
    agreeTools: async (named, server, pins, by) => {
      const found = await find(parts, named, server);
      const now = await listNow(parts, found);
      const tools = Object.keys(pins).map((name) => now.get(name));
      const isSame = (tool: Descriptor | undefined): tool is Descriptor =>
        tool !== undefined && pins[tool.name] === pinOf(tool);
      if (!tools.every(isSame)) return false;
      agreements.agreeTools(found.hash, tools, by);
      return true;
    },
    withdraw: async (named, server) => {
      const { hash } = await find(parts, named, server);
      agreements.withdraw(hash);
      await connections.close(hash);
    },
    close: () => connections.close(),
  };
}
