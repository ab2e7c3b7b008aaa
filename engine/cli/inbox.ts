// `inbox` and `decide`: what waits for a person, and the answer to it.

import type { Command } from 'commander';
import type { CardView } from '../4-run/view.ts';
import { typedPairs } from './input.ts';
import { type Common, withOptions } from './options.ts';
import { print, printJson, t, tell } from './output.ts';
import { cardLines } from './summary.ts';

/** A waiting card as lines; `nameOf` gives the name of a person's id. */
const lines = (card: CardView, nameOf: (id: string) => string): string => {
  const [title = '', ...rest] = cardLines(card).join('\n').split('\n');
  const kind = t(`kind.${card.kind}`);
  const deadline = card.deadline && t('until', { at: new Date(card.deadline).toISOString() });
  const head = [
    title,
    card.workflowName,
    kind,
    t('for', { who: nameOf(card.to), id: card.to }),
    deadline,
  ];
  const how = t('decide_with', { card: card.id, choices: card.choices.join(' | ') });
  return [head.filter(Boolean).join('  '), ...[...rest, how].map((line) => `  ${line}`)].join('\n');
};

async function inbox(options: Common): Promise<void> {
  const { reading } = await import('./reading.ts');
  const { journal, people } = reading(options);
  const cards = journal?.openCards() ?? [];
  if (options.json) return printJson(cards);
  const nameOf = (id: string): string => people().find((one) => one.id === id)?.name ?? id;
  print(cards.map((card) => lines(card, nameOf)).join('\n\n') || t('inbox.empty'));
}

type Decision = Common & { edit?: string[]; note?: string; to?: string; by?: string };

async function decide(card: string, choice: string, options: Decision): Promise<void> {
  const { withSession } = await import('./session.ts');
  const { showRun } = await import('./show-run.ts');
  const { drive } = await import('./drive.ts');
  process.exitCode = await withSession(options, async ({ client, source, takeUp }) => {
    const { run, body } = await client.call('card', { card });
    const { root } = await client.call('run', { run });
    const fields = body.fields.map(({ field }) => field);
    const edit = options.edit ? { edit: typedPairs(fields, options.edit) } : {};
    const { note, to, by } = options;
    await takeUp(root);
    const done = await client.call('decide', { card, choice, ...edit, note, to, by });
    if (done.handedTo !== undefined) tell(t('handed', { to: done.handedTo }));
    return showRun(source, await drive(client, root), options);
  });
}

/** Declares the commands about cards. */
export function add(program: Command): void {
  withOptions(program.command('inbox').description(t('inbox.about')), 'json', 'workspace').action(
    inbox,
  );
  withOptions(
    program
      .command('decide')
      .argument('<card>', t('argument.card'))
      .argument('<choice>', t('argument.choice'))
      .description(t('decide.about'))
      .option('--note <text>', t('option.note'))
      .option('--to <person>', t('option.to')),
    'edit',
    'by',
    'json',
    'workspace',
  ).action(decide);
}
