// `pause`, `resume`, `step`, `stop`: taking hold of a run.
// C1 pausing and stopping end with 0 when it was done; resuming and stepping drive the run on and
//    end with what it came to.

import type { Command } from 'commander';
import { EXIT, print, printJson, t, tell } from './output.ts';
import { receiptLines } from './receipt.ts';
import { type Common, withOptions } from './options.ts';

type Options = Common & { by?: string };

const byOf = ({ by }: Options): { by?: string } => (by === undefined ? {} : { by });

async function pause(run: string, options: Options): Promise<void> {
  const { withSession } = await import('./session.ts');
  const { showRun } = await import('./show-run.ts');
  await withSession(options, async ({ client, source, takeUp }) => {
    await takeUp(run);
    const { finishing } = await client.call('pausePreview', { run });
    await client.call('pauseRun', { run, ...byOf(options) });
    if (!options.json) {
      print(t('paused', { run }));
      for (const { name } of finishing) print(t('still_finishes', { name }));
      return;
    }
    await showRun(source, await client.call('run', { run }), options);
  });
}

async function resume(run: string, options: Options): Promise<void> {
  const { withSession } = await import('./session.ts');
  const { showRun } = await import('./show-run.ts');
  const { drive } = await import('./drive.ts');
  process.exitCode = await withSession(options, async ({ client, source, takeUp }) => {
    await takeUp(run);
    const { paused, endedAt } = await client.call('run', { run });
    if (endedAt !== undefined) tell(t('resume.ended'));
    else if (paused) await client.call('resumeRun', { run, ...byOf(options) });
    return showRun(source, await drive(client, run), options);
  });
}

async function step(run: string, options: Options): Promise<void> {
  const { withSession } = await import('./session.ts');
  const { showRun } = await import('./show-run.ts');
  const { drive } = await import('./drive.ts');
  process.exitCode = await withSession(options, async ({ client, source, takeUp }) => {
    await takeUp(run);
    await client.call('stepRun', { run, ...byOf(options) });
    return showRun(source, await drive(client, run), options);
  });
}

async function stop(run: string, options: Options): Promise<void> {
  const { withSession } = await import('./session.ts');
  process.exitCode = await withSession(options, async ({ client, takeUp }) => {
    await takeUp(run);
    const { receipt } = await client.call('stopRun', { run, ...byOf(options) });
    if (options.json) printJson({ run, receipt });
    else print(`${t('stopped', { run })}\n${receiptLines(receipt, '  ')}`);
    return EXIT.ok;
  });
}

/** Declares the commands that take hold of a run. */
export function add(program: Command): void {
  const commands = { pause, resume, step, stop };
  for (const [name, act] of Object.entries(commands))
    withOptions(
      program
        .command(name)
        .argument('<run>', t('argument.run'))
        .description(t(`${name}.about`)),
      'by',
      'json',
      'workspace',
    ).action(act);
}
