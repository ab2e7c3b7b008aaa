// How the browser tests run. Every spec starts the servers it needs itself, on a workspace and a
// port of its own, so specs never share state and any number of them may run side by side.
import { defineConfig } from '@playwright/test';
import os from 'node:os';
import path from 'node:path';
import { findChromium, launchOptions } from './chromium.ts';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: path.join(os.tmpdir(), 'interlock-playwright'),
  // Two cores are the smallest machine. A test that failed is tried once more: a crowded machine
  // and a real race look alike at first. The report names whatever needed it, as "flaky".
  workers: 2,
  retries: 1,
  forbidOnly: true,
  timeout: 90_000,
  globalTimeout: 20 * 60_000,
  expect: { timeout: 15_000 },
  use: {
    headless: true,
    // Most tests wait for no movement; the journeys by mouse and the test of stillness keep it.
    reducedMotion: 'reduce',
    launchOptions: launchOptions(findChromium()),
    // Recording every test would cost half the speed: run one again with `--trace on` to see it.
    screenshot: 'only-on-failure',
  },
});
