// `npm run check`: the fast part of the tests, for every few minutes of work. With names behind it
// (`npm run check -- types fence`) only those parts run.
import { PARTS, runParts } from './parts.ts';
import { figures, productFiles } from './source-files.ts';
import { runTool } from './tool.ts';

const names = process.argv.slice(2);
const unknown = names.find((name) => !PARTS.some((part) => part.name === name));
if (unknown) {
  process.stderr.write(
    `There is no check named ${unknown}: ${PARTS.map((part) => part.name).join(', ')}\n`,
  );
  process.exit(2);
}

process.stdout.write(`${figures(productFiles)}\n`);
const parts = names.length ? PARTS.filter((part) => names.includes(part.name)) : PARTS;
const { failed } = await runParts(parts);
const unit = names.length
  ? 0
  : (
      await runTool('vitest', [
        'run',
        '-c',
        'e2e/vitest.config.ts',
        '--exclude',
        '**/*.slow.test.ts',
      ])
    ).code;
process.exit(failed || unit ? 1 : 0);
