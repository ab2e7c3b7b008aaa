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
    chunkSizeWarningLimit: 2000,
  },
});
