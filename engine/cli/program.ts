// The command line `interlock`. Only the family a command belongs to is loaded, so that starting
// costs what that command needs and no more.
// M1 every way out passes through here: one place turns what happened into sentence and exit code.

import { Command, CommanderError } from 'commander';
import { RefusedError } from '../base/refused.ts';
import { say } from '../base/text/say.ts';
import { learnEnvironment } from '../secrets/environment.ts';
import { CommandEnd, EXIT, hidden, print, t, tell } from './output.ts';

type Family = { add: (program: Command) => void };

const FAMILIES: { names: string[]; load: () => Promise<Family> }[] = [
  { names: ['start'], load: () => import('./start.ts') },
  { names: ['check', 'ceiling', 'contract'], load: () => import('./check.ts') },
  { names: ['compile', 'export'], load: () => import('./compile.ts') },
  { names: ['import'], load: () => import('./import.ts') },
  { names: ['run'], load: () => import('./run.ts') },
  { names: ['runs', 'show'], load: () => import('./show.ts') },
  { names: ['pause', 'resume', 'step', 'stop'], load: () => import('./control.ts') },
  { names: ['stop-all'], load: () => import('./stop-all.ts') },
  { names: ['inbox', 'decide'], load: () => import('./inbox.ts') },
  { names: ['replay', 'verify'], load: () => import('./replay.ts') },
  { names: ['secrets'], load: () => import('./secrets.ts') },
  { names: ['tools'], load: () => import('./tools.ts') },
];

/** The sentence commander made of a wrong use, as one of ours. */
const usage = (text: string): void =>
  tell(
    text
      .replace(/^error: /, '')
      .trim()
      .replace(/\s*\n\s*/g, ' '),
  );

function newProgram(): Command {
  return new Command('interlock')
    .description(t('about'))
    .helpOption('-h, --help', t('option.help'))
    .helpCommand('help [command]', t('help.about'))
    .configureOutput({ writeOut: (text) => print(text.trimEnd()), outputError: usage })
    .showSuggestionAfterError(true)
    .addHelpText('after', `\n${t('exit_codes')}`)
    .exitOverride();
}

/** The families to load for these arguments: one, or all of them for help and unknown commands. */
async function load(program: Command, command: string | undefined): Promise<void> {
  const meant = FAMILIES.filter(({ names }) => names.some((name) => name === command));
  for (const family of meant.length ? meant : FAMILIES) (await family.load()).add(program);
}

/** What went wrong, said; the exit code for it. */
export function end(error: unknown): number {
  if (error instanceof CommanderError) {
    const isHelp = error.code === 'commander.help' || error.exitCode === 0;
    return isHelp ? EXIT.ok : EXIT.usage;
  }
  if (error instanceof CommandEnd) {
    tell(error.message);
    return error.exit;
  }
  if (error instanceof RefusedError) {
    tell(say('en', error.wrong.code, error.wrong.params));
    return EXIT.usage;
  }
  tell(t('bug', { what: error instanceof Error ? (error.stack ?? error.message) : String(error) }));
  return EXIT.no;
}

/** Runs one command line and answers with its exit code. */
export async function main(args: string[]): Promise<number> {
  const program = newProgram();
  learnEnvironment(process.env, hidden.learn);
  try {
    await load(program, args[0]);
    if (!args.length) program.help();
    await program.parseAsync(args, { from: 'user' });
    return Number(process.exitCode ?? EXIT.ok);
  } catch (error) {
    return end(error);
  }
}
