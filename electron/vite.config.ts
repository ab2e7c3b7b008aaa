// How the desktop shell is built, in two runs: the main process and the engine as modules, and with
// `--mode alone` what must be one file each, as CommonJS: the preload script, which a sandboxed
// page can take in no other form, and the programs the engine starts, which run outside the app's
// archive. Electron itself and compiled files (the database, the keychain) stay outside; everything
// else goes in.
import { defineConfig } from 'vite';

const MAIN = {
  input: {
    main: 'electron/main.ts',
    'engine-process': 'electron/engine-process.ts',
    // Started by the engine: a thread for long work.
    worker: 'engine/workspace/worker.ts',
  },
  // All files lie side by side: code finds the samples and the page by its distance to them.
  output: {
    format: 'es',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
  },
} as const;
const ALONE = {
  input: {
    preload: 'electron/preload.ts',
    'sql-process': 'engine/tools/sql-process.ts',
    'mcp-keeper': 'engine/tools/mcp-keeper.ts',
  },
  output: { format: 'cjs', entryFileNames: '[name].cjs' },
} as const;

export default defineConfig(({ mode }) => {
  const isAlone = mode === 'alone';
  return {
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: 'electron/dist',
      emptyOutDir: !isAlone,
      // Electron 45 carries Node 24.
      target: 'node24',
      minify: false,
      rolldownOptions: {
        external: ['electron', 'better-sqlite3', '@napi-rs/keyring'],
        ...(isAlone ? ALONE : MAIN),
      },
    },
  };
});
