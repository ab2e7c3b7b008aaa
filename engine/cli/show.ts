// `runs` and `show`: looking at what ran, without touching it.

import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { hasTag } from '../4-run/inventory.ts';
import { costText } from '../base/text/format.ts';
import { type Common, withOptions } from './options.ts';
import { columns, print, printJson, t } from './output.ts';

const MOST = 500;
/** How far back a list looks for runs with a tag. */
const MOST_SEARCHED = 5000;

function count(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1 || n > MOST)
    throw new InvalidArgumentError(t('wrong.limit', { most: MOST }));
  return n;
}

async function runs(options: Common & { limit: number; tag?: string }): Promise<void> {
  const { reading } = await import('./reading.ts');
  const { summaryOf } = await import('./summary.ts');
  const { limit, tag } = options;
  const found = reading(options).runs(tag === undefined ? limit : MOST_SEARCHED);
  const views = tag === undefined ? found : found.filter(hasTag(tag)).slice(0, limit);
  if (options.json)
    return printJson(views.map((view) => ({ ...summaryOf(view), tags: view.tags ?? {} })));
  const rows = views.map((view) => [
    view.run,
    view.name,
    t(`status.${view.damaged ? 'damaged' : view.status}`),
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
      .option('--limit <n>', t('option.limit'), count, 20)
      .option('--tag <name=value>', t('option.tag')),
    'json',
    'workspace',
  ).action(runs);
  withOptions(
    program.command('show').argument('<run>', t('argument.run')).description(t('show.about')),
    'json',
    'workspace',
  ).action(show);
}
