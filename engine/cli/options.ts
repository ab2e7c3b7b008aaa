// Options that several commands share, worded once.

import { type Command, Option } from 'commander';
import { t } from './output.ts';

/** An option that may be given several times. */
const list = (flags: string, about: string): Option =>
  new Option(flags, about).argParser((text, before: string[] | undefined) => [
    ...(before ?? []),
    text,
  ]);

export type Common = { json?: true; workspace?: string };

const OPTIONS = {
  json: () => new Option('--json', t('option.json')),
  workspace: () => new Option('--workspace <dir>', t('option.workspace')),
  by: () => new Option('--by <person>', t('option.by')),
  set: () => list('--set <key=value>', t('option.set')),
  edit: () => list('--edit <key=value>', t('option.edit')),
  answer: () => list('--answer <step=choice>', t('option.answer')),
};

/** Adds shared options by name, in this order. */
export function withOptions(command: Command, ...names: (keyof typeof OPTIONS)[]): Command {
  for (const name of names) command.addOption(OPTIONS[name]());
  return command;
}
