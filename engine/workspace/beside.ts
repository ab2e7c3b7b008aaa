// Programs that start from a file beside this one: as TypeScript here, as plain modules once built.
// BE1 the built files lie side by side under their own names (see electron/vite.config.ts).

const isBuilt = !import.meta.url.endsWith('.ts');

const beside = (source: string, built: string): URL =>
  new URL(isBuilt ? `./${built}.mjs` : source, import.meta.url);

/** The thread that reads documents and searches folders. */
export const WORKER = beside('./worker.ts', 'worker');
/** The program that opens other people's database files. */
export const SQL_PROCESS = beside('../tools/sql-process.ts', 'sql-process');
/** The program that stands between the engine and a tool server. */
export const KEEPER = beside('../tools/mcp-keeper.ts', 'mcp-keeper');
