// `start`: declared here, done in designer.ts, so that `--help` loads no engine.

import { type Command, InvalidArgumentError } from 'commander';
import type { StartOptions } from './designer.ts';
import { withOptions } from './options.ts';
import { t } from './output.ts';

function port(text: string): number {
  const n = Number(text);
  if (!/^\d{1,5}$/.test(text) || n > 65_535) throw new InvalidArgumentError(t('wrong.port'));
  return n;
}

async function start(options: StartOptions): Promise<void> {
  const { openDesigner } = await import('./designer.ts');
  await openDesigner(options);
}

/** Declares `start`. */
export function add(program: Command): void {
  withOptions(
    program
      .command('start')
      .description(t('start.about'))
      .option('--browser', t('option.browser'))
      .option('--port <n>', t('option.port'), port),
    'workspace',
  ).action(start);
}
