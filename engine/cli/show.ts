// `runs` and `show`: looking at what ran, without touching it.

import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { costText } from '../base/text/format.ts';
import { type Common, withOptions } from './options.ts';
import { columns, print, printJson, t } from './output.ts';

const MOST = 500;

function count(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1 || n > MOST)
    throw new InvalidArgumentError(t('wrong.limit', { most: MOST }));
  return n;
}

async function runs(options: Common & { limit: number }): Promise<void> {
  const { reading } = await import('./reading.ts');
  const { summaryOf } = await import('./summary.ts');
  const views = reading(options).journal?.runs(options.limit) ?? [];
  if (options.json) return printJson(views.map(summaryOf));
  const rows = views.map((view) => [
    view.run,
    view.name,
    t(`status.${view.status}`),
    view.outcome ? t(`outcome.${view.outcome}`) : '',
    new Date(view.startedAt).toISOString().replace(/\.\d+Z$/, 'Z'),
    costText('en-US', view.usage.costNano),
  ]);
  print(rows.length ? columns(rows) : t('runs.empty'));
}

async function show(run: string, options: Common): Promise<void> {
  const { reading } = await import('./reading.ts');
  const { showRun } = await import('./show-run.ts');
  const reader = reading(options);
  await showRun(reader.source, reader.run(run), options);
}

/** Declares the commands that look. */
export function add(program: Command): void {
  withOptions(
    program
      .command('runs')
      .description(t('runs.about'))
      .option('--limit <n>', t('option.limit'), count, 20),
    'json',
    'workspace',
  ).action(runs);
  withOptions(
    program.command('show').argument('<run>', t('argument.run')).description(t('show.about')),
    'json',
    'workspace',
  ).action(show);
}
