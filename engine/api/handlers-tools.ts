// Tool servers of a workflow: what they would start, what they say, and a person's word on it.
// HT1 listing starts nothing; looking starts only what was agreed to.
// HT2 an agreement names the hash of what was seen; anything else is refused.

import { refuse } from '../base/refused.ts';
import { Trouble } from '../tools/mcp-trouble.ts';
import type { Named } from '../tools/mcp.ts';
import type { App } from '../workspace/app.ts';
import { namedIn } from '../workspace/tool-servers.ts';
import type { Handlers } from './handler.ts';

type ToolName = 'toolServers' | 'lookAtTools' | 'agreeServer' | 'agreeTools' | 'refuseServer';

const namedBy = (app: App, slug: string): Named => namedIn(app.workflows.open(slug).folder);

/** Whoever agrees, as the record names people: the first one where nobody is named. */
const personOf = (app: App, by: string | undefined): string =>
  by ?? app.workspace.setting().people[0]?.id ?? '';

/** Trouble with a server as a refusal with its sentence. */
const plainly = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    if (error instanceof Trouble) return refuse(error.code, error.params);
    throw error;
  });

export const toolHandlers: Handlers<ToolName> = {
  toolServers: async (app, { slug }) => ({
    servers: await app.servers.describe(namedBy(app, slug)),
  }),
  lookAtTools: async (app, { slug, server }) => ({
    tools: await plainly(app.servers.look(namedBy(app, slug), server)),
  }),
  agreeServer: async (app, { slug, server, hash, by }) => {
    const named = namedBy(app, slug);
    const isDone = await plainly(app.servers.agree(named, server, hash, personOf(app, by)));
    return isDone ? { ok: true } : refuse('tools.other_words', { server });
  },
  agreeTools: async (app, { slug, server, pins, by }) => {
    const named = namedBy(app, slug);
    const isDone = await plainly(app.servers.agreeTools(named, server, pins, personOf(app, by)));
    return isDone ? { ok: true } : refuse('tools.other_tool', { server });
  },
  refuseServer: async (app, { slug, server }) => {
    await plainly(app.servers.withdraw(namedBy(app, slug), server));
    return { ok: true };
  },
};
