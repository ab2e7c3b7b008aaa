// The redactor at every place where words come in from outside or are written down.
// Q1 replies and failures of tools and models lose their secrets before a step sees them.
// Q2 what a person types into a form or a note loses them before a run begins or goes on.
// Q3 the journal is handed nothing else, whatever way the words came.

import type { Journal, ModelPort, ToolPort } from '../4-run/ports.ts';
import type { Engine } from '../engine.ts';
import type { Redactor } from '../secrets/redactor.ts';
import type { ToolServers } from '../tools/mcp.ts';

/** Tools whose answers hold no secret (Q1). */
export const quietTools = (tools: ToolPort, { deep }: Redactor): ToolPort => ({
  call: async (card, args, ctx) => deep(await tools.call(card, args, ctx)),
  ...(tools.check ? { check: async (card, key) => deep(await tools.check?.(card, key)) } : {}),
});

/** Models whose answers hold no secret (Q1). */
export const quietModels = (models: ModelPort, { deep }: Redactor): ModelPort => ({
  ...models,
  call: async (call, entry, ctx) => deep(await models.call(call, entry, ctx)),
});

/** Tool servers whose words about themselves hold no secret (Q1). */
export const quietServers = (servers: ToolServers, { deep }: Redactor): ToolServers => ({
  ...servers,
  look: async (named, server) => deep(await servers.look(named, server)),
});

/** A journal that is handed no secret (Q3). */
export const quietJournal = <J extends Journal>(journal: J, { deep, text }: Redactor): J => ({
  ...journal,
  commit: (work, at) => journal.commit(deep(work), at),
  putBlob: (given) => journal.putBlob(text(given)),
  saveFolder: (hash, folder) => journal.saveFolder(hash, text(folder)),
});

/** An engine that is told no secret (Q2). */
export const quietEngine = (engine: Engine, { deep }: Redactor): Engine => ({
  ...engine,
  startRun: ({ input, ...request }) => engine.startRun({ ...request, input: deep(input) }),
  decide: ({ edit, note, ...request }) =>
    engine.decide({ ...request, edit: deep(edit), note: deep(note) }),
});
