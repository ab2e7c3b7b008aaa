// Tool servers for tests: a workflow's servers over a state folder of their own, and calls as the
// door makes them.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeAtomic } from '../../engine/1-document/write.ts';
import { cardSchema, practiceSchema } from '../../engine/1-document/schema.ts';
import { realClock } from '../../engine/4-run/clock.ts';
import type { ToolPort, ToolServer } from '../../engine/4-run/ports.ts';
import type { JsonObject } from '../../engine/base/value.ts';
import { createNet } from '../../engine/net/safe-fetch.ts';
import type { AuthorityCard } from '../../engine/node.ts';
import { agreementsIn } from '../../engine/tools/mcp-agreements.ts';
import { KEEPER } from '../../engine/workspace/beside.ts';
import { openToolServers, type Named, type ToolServers } from '../../engine/tools/mcp.ts';

const ODD = path.join(import.meta.dirname, 'tool-server.mjs');
const MODULES = path.resolve(import.meta.dirname, '../../node_modules/@modelcontextprotocol');

/** A server of our own that behaves in one of the ways of tool-server.mjs. */
export const oddServer = (way: string, ...more: string[]): ToolServer => ({
  id: 'odd',
  title: 'Odd server',
  transport: 'program',
  command: process.execPath,
  args: [ODD, way, ...more],
  env: [],
});

/** A reference server that others wrote. */
export const referenceServer = (
  name: 'everything' | 'filesystem',
  ...args: string[]
): ToolServer => ({
  id: name,
  title: name,
  transport: 'program',
  command: process.execPath,
  args: [path.join(MODULES, `server-${name}`, 'dist/index.js'), ...args],
  env: [],
});

export const everythingFile = path.join(MODULES, 'server-everything/dist/index.js');

/** A card for a tool of a server; what it does not say is as small as can be. */
export const toolCard = (server: string, tool: string, more: object = {}): AuthorityCard =>
  cardSchema.parse({
    name: 'a_tool',
    title: 'A tool',
    adapter: 'mcp',
    class: 'operational',
    effect: 'read',
    options: { server, tool },
    ...more,
  });

export type ServerKit = ToolServers & {
  dir: string;
  named: Named;
  call: (card: AuthorityCard, args: JsonObject, more?: Partial<Context>) => Call;
  /** Agrees to a server and everything it says, as a person who read it all would. */
  trustAll: (server: string) => Promise<void>;
  end: () => Promise<void>;
};
type Context = Parameters<ToolPort['call']>[2];
type Call = ReturnType<ToolPort['call']>;

/** Servers of one workflow over `dir` (a new folder when absent). */
export function openServers(
  servers: ToolServer[],
  options: { dir?: string; env?: Record<string, string>; secrets?: Record<string, string> } = {},
): ServerKit {
  const dir = options.dir ?? mkdtempSync(path.join(tmpdir(), 'interlock-mcp-'));
  const net = createNet({ after: realClock.after });
  const opened = openToolServers({
    dir: path.join(dir, 'programs'),
    env: options.env ?? process.env,
    secret: async (name) => options.secrets?.[name],
    net,
    mark: randomUUID,
    keeper: KEEPER,
    clock: realClock,
    patience: { greetMs: 1500, probeMs: 500 },
    agreements: agreementsIn({
      file: path.join(dir, 'agreed.json'),
      write: writeAtomic,
      now: realClock.now,
    }),
  });
  const named: Named = { workflow: 'wf', servers, cards: [] };
  return {
    ...opened,
    dir,
    named,
    call: async (card, args, more = {}) =>
      opened.adapter.call(card, args, {
        key: 'run:1:0',
        run: 'run',
        step: 'step',
        visit: 1,
        signal: new AbortController().signal,
        at: Date.UTC(2026, 10, 20),
        attempt: 1,
        practice: practiceSchema.parse({}),
        workflow: named.workflow,
        servers: named.servers,
        ...more,
      }),
    trustAll: async (id) => {
      const [view] = (await opened.describe(named)).filter((one) => one.id === id);
      await opened.agree(named, id, view?.hash ?? '', 'mia');
      const tools = await opened.look(named, id);
      const pins = Object.fromEntries(tools.map(({ tool, pin }) => [tool, pin]));
      await opened.agreeTools(named, id, pins, 'mia');
    },
    end: async () => {
      await opened.close();
      await net.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
