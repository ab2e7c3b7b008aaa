// `npm run campaign [-- KILLS]`: the crash campaign at full size. Prints its figures and exits 1
// when a promise did not hold, or when too few kills landed in flight for the test to have teeth.

import { crash } from './crash/crash.ts';
import { seeded } from './kit/seeded.ts';

const kills = Number(process.argv[2] ?? 200);
const began = Date.now();
const report = await crash(kills, seeded(kills));
process.stdout.write(
  `${JSON.stringify({ ...report, seconds: Math.round((Date.now() - began) / 1000) }, null, 2)}\n`,
);
const holds =
  report.lost === 0 &&
  report.stepsWithSeveralKeys === 0 &&
  report.unfinished === 0 &&
  report.verified;
const hasTeeth = report.inFlight >= kills * 0.3 && report.repeatedKeys > 0;
process.stdout.write(holds ? 'Every promise held.\n' : 'A promise did not hold.\n');
if (!hasTeeth)
  process.stdout.write('Too few kills landed in flight: the campaign proves little.\n');
process.exitCode = holds && hasTeeth ? 0 : 1;
