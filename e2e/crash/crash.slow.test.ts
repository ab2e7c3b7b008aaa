// The promises that must survive a power cut, at a small size; `npm run campaign` runs the full
// count.

import { expect, test } from 'vitest';
import { seeded } from '../kit/seeded.ts';
import { crash } from './crash.ts';

test('after any kill every run finishes, nothing acknowledged is lost and no step is done under two keys', async () => {
  const report = await crash(20, seeded(1));
  console.log(JSON.stringify(report));
  expect(report.lost).toBe(0);
  expect(report.stepsWithSeveralKeys).toBe(0);
  expect(report.runs).toBeGreaterThan(20);
  expect(report.unfinished).toBe(0);
  expect(report.verified).toBe(true);
  expect(report.inFlight).toBeGreaterThan(0);
}, 600_000);
