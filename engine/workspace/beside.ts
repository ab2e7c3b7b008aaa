// Programs that start from a file beside this one: as TypeScript here, as JavaScript once built.
// BE1 the built files lie side by side under their own names (see electron/vite.config.ts).

import { childProgram, type ChildProgram } from '../tools/child-node.ts';

const isBuilt = !import.meta.url.endsWith('.ts');

const beside = (source: string, built: string): URL =>
  new URL(isBuilt ? `./${built}` : source, import.meta.url);

/** The thread that reads documents and searches folders. */
export const WORKER = beside('./worker.ts', 'worker.mjs');
/** The program that opens other people's database files. */
export const SQL_PROCESS: ChildProgram = childProgram(
  beside('../tools/sql-process.ts', 'sql-process.cjs'),
  process,
);
/** The program that stands between the engine and a tool server. */
export const KEEPER: ChildProgram = childProgram(
  beside('../tools/mcp-keeper.ts', 'mcp-keeper.cjs'),
  process,
);
