// `replay` and `verify`: going through the record again, and checking that nobody changed it.

import { type Command, InvalidArgumentError } from 'commander';
import { say } from '../base/text/say.ts';
import { type Common, withOptions } from './options.ts';
import { EXIT, columns, print, printJson, t } from './output.ts';

async function verify(run: string | undefined, options: Common): Promise<void> {
  const { reading } = await import('./reading.ts');
  const reader = reading(options);
  const verified = reader.verify(run);
  // A run that was cut off whole is known only by its anchors.
  if (run !== undefined && verified.ok) reader.run(run);
  process.exitCode = verified.ok ? EXIT.ok : EXIT.no;
  if (options.json) return printJson(verified);
  if (!verified.runs.length) return print(t('verify.none'));
  print(columns(verified.runs.map((one) => [one.run, say('en', one.said.code, one.said.params)])));
  print(t(verified.ok ? 'verify.ok' : 'verify.bad'));
}

function seq(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError(t('wrong.seq'));
  return Number(text);
}

async function replay(run: string, options: Common & { to?: number }): Promise<void> {
  const { reading } = await import('./reading.ts');
  const { replay: goThrough } = await import('../6-replay/replay.ts');
  const { namesOf } = await import('./show-run.ts');
  const reader = reading(options);
  reader.run(run);
  if (!reader.journal) return;
  const { isSame, differsAt, events, status, path, context } = goThrough(
    reader.journal,
    run,
    options.to,
  );
  process.exitCode = isSame ? EXIT.ok : EXIT.no;
  const at = differsAt ? { differsAt } : {};
  if (options.json)
    return printJson({ run, same: isSame, ...at, events, calls: 0, status, path, context });
  const names = namesOf((await reader.source.drawing(run))?.workflow);
  const rows = path.map(({ step, port = '', round }) => [
    names.get(step) ?? step,
    port,
    round === undefined ? '' : t('round', { n: round }),
  ]);
  if (rows.length) print(`${columns(rows, '  ')}\n`);
  if (isSame) return print(t('replay.same', { n: events }));
  const isRemoved = reader.verify(differsAt?.run).runs.some(({ removed }) => removed > 0);
  print(t(isRemoved ? 'replay.removed' : 'replay.differs', { ...differsAt }));
}

/** Declares the commands that go through the record. */
export function add(program: Command): void {
  withOptions(
    program
      .command('replay')
      .argument('<run>', t('argument.run'))
      .description(t('replay.about'))
      .option('--to <seq>', t('option.to_seq'), seq),
    'json',
    'workspace',
  ).action(replay);
  withOptions(
    program
      .command('verify')
      .argument('[run]', t('argument.some_run'))
      .description(t('verify.about')),
    'json',
    'workspace',
  ).action(verify);
}
