// `replay` and `verify`: going through the record again, and checking that nobody changed it.

import type { Command } from 'commander';
import { say } from '../base/text/say.ts';
import { type Common, withOptions } from './options.ts';
import { EXIT, columns, print, printJson, t } from './output.ts';

async function verify(run: string | undefined, options: Common): Promise<void> {
  const { reading } = await import('./reading.ts');
  const reader = reading(options);
  if (run !== undefined) reader.run(run);
  const verified = reader.journal?.verify(run) ?? { ok: true, runs: [] };
  process.exitCode = verified.ok ? EXIT.ok : EXIT.no;
  if (options.json) return printJson(verified);
  if (!verified.runs.length) return print(t('verify.none'));
  print(columns(verified.runs.map((one) => [one.run, say('en', one.said.code, one.said.params)])));
  print(t(verified.ok ? 'verify.ok' : 'verify.bad'));
}

/** Declares the commands that go through the record. */
export function add(program: Command): void {
  withOptions(
    program
      .command('verify')
      .argument('[run]', t('argument.some_run'))
      .description(t('verify.about')),
    'json',
    'workspace',
  ).action(verify);
}
