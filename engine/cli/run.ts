// `run`: starts a workflow folder and drives it on until it ends or waits.

import path from 'node:path';
import type { Command } from 'commander';
import { answersFrom, drive, printEvents, unused } from './drive.ts';
import { readInput, typedPairs, withExamples } from './input.ts';
import { type Common, withOptions } from './options.ts';
import { t, tell } from './output.ts';
import { showRun } from './show-run.ts';
import { textReader } from '../tools/file-text.ts';
import { openPool } from '../tools/pool.ts';
import { WORKER } from '../workspace/beside.ts';
import { fillFiles } from '../workspace/input-file.ts';
import { fineFolder, judgingFor } from './judging.ts';
import type { Workflow } from '../1-document/schema.ts';

type Options = Common & {
  input?: string;
  set?: string[];
  answer?: string[];
  practice?: true;
  events?: true;
  by?: string;
};

type Given = ReturnType<typeof withExamples>;

/** A file named on the command line is looked for where the command runs. */
const fromHere = (name: string): string => path.resolve(name);

/** What the run starts with: `--input`, then `--set`, then with `--practice` the examples. */
async function inputFor({ input: fields }: Workflow, options: Options): Promise<Given> {
  const named = { ...readInput(options.input), ...typedPairs(fields, options.set ?? []) };
  const pool = openPool(WORKER);
  try {
    const given = await fillFiles(fields, named, { find: fromHere, read: textReader(pool) });
    return options.practice ? withExamples(fields, given) : { input: given, taken: [] };
  } finally {
    await pool.close();
  }
}

async function run(file: string, options: Options): Promise<void> {
  // Judged before a workspace is made or opened: a bad file leaves no trace.
  const { dir, folder } = fineFolder(file, judgingFor(options));
  const { input, taken } = await inputFor(folder.workflow, options);
  const answers = answersFrom(options.answer ?? []);
  const { withSession } = await import('./session.ts');
  process.exitCode = await withSession(options, async ({ client, source }) => {
    const practice = options.practice ?? false;
    const request = { dir, input, practice, ...(options.by ? { by: options.by } : {}) };
    const started = await client.call('startFolder', request);
    if (taken.length) tell(t('examples_taken', { n: taken.length, fields: taken.join(', ') }));
    const finish = options.events ? printEvents(client, started.run) : undefined;
    const view = await drive(client, started.run, answers);
    await finish?.(view.pos);
    for (const step of unused(answers)) tell(t('answer_unused', { step }));
    return showRun(source, view, { ...options, quiet: options.events });
  });
}

/** Declares `run`. */
export function add(program: Command): void {
  withOptions(
    program
      .command('run')
      .argument('<file>', t('argument.file'))
      .description(t('run.about'))
      .option('--input <object>', t('option.input'))
      .option('--practice', t('option.practice'))
      .option('--events', t('option.events')),
    'set',
    'answer',
    'by',
    'json',
    'workspace',
  ).action(run);
}
