// How the renderer is built. Everything it needs ends up in `renderer/dist` as files of its own:
// the content security policy allows no inlined fonts, pictures or scripts.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Electron 45 carries Chromium 150; browsers of the last year read the same.
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What every page needs is one file; libraries that several screens share are one each, taken
    // with all they need, so that no file waits for one that waits for it. How large they may be is
    // said in size.test.ts.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'frame', tags: ['$initial'], priority: 4 },
            {
              name: 'parts',
              test: /node_modules\/(@mantine|@floating-ui|lucide-react)/,
              priority: 3,
            },
            { name: 'stages', test: /node_modules\/(zod|re2js|@noble)|nodes\/index/, priority: 2 },
            { name: 'canvas', test: /node_modules\/(reactflow|@xyflow)/, priority: 1 },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 1000,
  },
});
