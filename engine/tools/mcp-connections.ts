// Connections to tool servers: one per server, opened by the first call, shared by all runs, closed
// when nobody has used it for a while and when the engine ends.
// C1 one transport per connection; a connection that broke, or that left a call unanswered, serves
//    nobody any more.
// C2 the server gets nothing from us but calls: no sampling, no questions to people, no folders.
// C3 no schema of a server is ever compiled or run here: its patterns are foreign code.
// C4 what does not answer a greeting in time is no tool server.

import type { Client, Transport } from '@modelcontextprotocol/client';
import type { Clock } from '../4-run/ports.ts';
import type { FetchLike } from '../net/safe-fetch.ts';
import { descriptorOf, type Descriptor } from './mcp-descriptor.ts';
import { library, loadLibrary } from './mcp-library.ts';
import { programOf, type Program, type ProgramReach } from './mcp-program.ts';
import { connectTrouble, endedTrouble } from './mcp-trouble.ts';

/** Programs that are fetched first take their time; after `probeMs` the older greeting is tried. */
const PATIENCE: Patience = { greetMs: 30_000, probeMs: 5000 };
const IDLE_MS = 60_000;
const LIST_MS = 15_000;
const PAGES = 20;
/** Runs remembered as having compared what the tools say. */
const REMEMBERED_RUNS = 1000;

/** How a server is reached: a program to start, or an address with its headers. */
export type Reach =
  | ProgramReach
  | { address: string; headers: Record<string, string>; fetch: FetchLike };

export type Session = {
  client: Client;
  /** What the tools say of themselves now; by name. Asks the server. */
  list: () => Promise<Map<string, Descriptor>>;
  /**
   * What they said when this run first called one; asked for again after the server told of a
   * change.
   */
  listFor: (run: string) => Promise<Map<string, Descriptor>>;
  program: Program | undefined;
  /** No further call is made on it: one was left unanswered (C1). */
  leave: () => void;
};

export type Connections = {
  /** Runs `work` with the server's session. `key` names exactly this server as agreed. */
  use: <T>(key: string, reach: Reach, work: (session: Session) => Promise<T>) => Promise<T>;
  /** Ends the connection of a key, or all of them. */
  close: (key?: string) => Promise<void>;
  /** Keys of servers that are connected now. */
  open: () => string[];
};

type Held = { ready: Promise<Live>; users: number; isLeft: boolean; cancelIdle: () => void };
type Live = Session & { close: () => Promise<void>; isOver: () => boolean };

/** How long a greeting may take, and how long the newer kind of it, in milliseconds. */
export type Patience = { greetMs: number; probeMs: number };
type Timing = { after: Clock['after']; patience: Patience };

/** Connections, over the engine's clock. */
export function createConnections(clock: Pick<Clock, 'after'>, patience = PATIENCE): Connections {
  const timing: Timing = { after: clock.after, patience };
  const held = new Map<string, Held>();
  const closing = new Set<Promise<void>>();

  const end = (key: string, one: Held): Promise<void> => {
    one.cancelIdle();
    if (held.get(key) === one) held.delete(key);
    const closed = one.ready.then(
      (live) => live.close(),
      () => {},
    );
    closing.add(closed);
    return closed.finally(() => closing.delete(closed));
  };
  const begin = (key: string, reach: Reach): Held => {
    const one: Held = {
      ready: connect(reach, timing),
      users: 0,
      isLeft: false,
      cancelIdle: () => {},
    };
    held.set(key, one);
    return one;
  };
  const rest = (key: string, one: Held, isOver: boolean): void => {
    if (isOver || one.isLeft) {
      if (held.get(key) === one) held.delete(key);
      if (!one.users) void end(key, one);
      return;
    }
    if (!one.users) one.cancelIdle = clock.after(IDLE_MS, () => void end(key, one));
  };

  return {
    use: async (key, reach, work) => {
      const one = held.get(key) ?? begin(key, reach);
      one.cancelIdle();
      one.users += 1;
      let isOver = true;
      try {
        const live = await one.ready;
        try {
          return await work({ ...live, leave: () => void (one.isLeft = true) });
        } finally {
          isOver = live.isOver();
        }
      } finally {
        one.users -= 1;
        rest(key, one, isOver);
      }
    },
    close: async (key) => {
      const these = [...held].filter(([name]) => key === undefined || name === key);
      await Promise.all(these.map(([name, one]) => end(name, one)));
      if (key === undefined) await Promise.all(closing);
    },
    open: () => [...held.keys()],
  };
}

const newClient = ({ probeMs }: Patience, onChanged: () => void): Client =>
  new (library().Client)(
    { name: 'interlock', version: '1' },
    {
      capabilities: {}, // C2
      versionNegotiation: { mode: 'auto', probe: { timeoutMs: probeMs } },
      inputRequired: { autoFulfill: false }, // C2
      jsonSchemaValidator: {
        getValidator: () => (input) => ({
          valid: true,
          data: input as never,
          errorMessage: undefined,
        }),
      }, // C3
      listMaxPages: PAGES,
      listChanged: { tools: { autoRefresh: false, debounceMs: 0, onChanged } },
    },
  );

/** Greets a server; what ended on the newer greeting is started again and greeted the old way. */
async function connect(reach: Reach, timing: Timing): Promise<Live> {
  const { patience } = timing;
  await loadLibrary();
  if (!('order' in reach)) return greet(addressOf(reach), patience);
  const first = programOf(reach, timing.after);
  try {
    return await greet(first.transport, patience, first);
  } catch (error) {
    const why = first.ended();
    await first.close();
    if (why?.code !== 'mcp.ended') throw blame(first, error);
  }
  const again = programOf(reach, timing.after);
  try {
    return await greet(again.transport, patience, again, { kind: 'legacy' });
  } catch (error) {
    await again.close();
    throw blame(again, error);
  }
}

/** Why a greeting failed: the program is gone, or what was said to it broke. */
function blame(program: Program, error: unknown): unknown {
  const why = program.ended();
  return why && why.code !== 'mcp.closed' ? endedTrouble(why, program.lastWords()) : error;
}

const addressOf = ({ address, headers, fetch }: Extract<Reach, { address: string }>): Transport =>
  new (library().StreamableHTTPClientTransport)(new URL(address), {
    fetch,
    requestInit: { headers, redirect: 'manual' },
    onInsufficientScope: 'throw',
  });

async function greet(
  transport: Transport,
  patience: Patience,
  program?: Program,
  prior?: { kind: 'legacy' },
): Promise<Live> {
  let isOver = false;
  const seen = new Map<string, Promise<Map<string, Descriptor>>>();
  const client = newClient(patience, () => seen.clear());
  client.onerror = () => {};
  const close = async (): Promise<void> => {
    isOver = true;
    await client.close().catch(() => {});
    await program?.close();
  };
  try {
    const timeout = patience.greetMs; // C4
    await client.connect(transport, { timeout, ...(prior ? { prior } : {}) });
  } catch (error) {
    await close();
    throw connectTrouble(error);
  }
  client.onclose = () => void (isOver = true);
  const list = async (): Promise<Map<string, Descriptor>> => {
    const { tools } = await client.listTools(undefined, {
      timeout: LIST_MS,
      cacheMode: 'refresh',
    });
    return new Map(
      tools.flatMap((t) => {
        const descriptor = descriptorOf(t);
        return descriptor ? [[descriptor.name, descriptor] as const] : [];
      }),
    );
  };
  const listFor = (run: string): Promise<Map<string, Descriptor>> => {
    const known = seen.get(run);
    if (known) return known;
    const asked = list();
    seen.set(run, asked);
    asked.catch(() => seen.delete(run));
    const [oldest] = seen.keys();
    if (seen.size > REMEMBERED_RUNS && oldest !== undefined) seen.delete(oldest);
    return asked;
  };
  return { client, list, listFor, program, leave: () => {}, close, isOver: () => isOver };
}
