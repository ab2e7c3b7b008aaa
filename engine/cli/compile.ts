// `compile` and `export`: the machine of a workflow, for reading and for other programs.

import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { type Common, withOptions } from './options.ts';
import { CommandEnd, print, t, tell } from './output.ts';

type Compiling = Common & { out?: string; print?: string; flat?: true };

/** The drawing after a pass, or the machine, as text. */
async function printed(file: string, options: Compiling, pass: string): Promise<string> {
  const { fineFolder, judgingFor } = await import('./judging.ts');
  const { compile, PASSES } = await import('../3-compile/compile.ts');
  const { lower } = await import('../3-compile/lower.ts');
  const { printGraph, printMachine } = await import('../3-compile/print.ts');
  const judging = judgingFor(options);
  const known = [...PASSES, 'machine'];
  if (!known.includes(pass))
    throw new CommandEnd(t('wrong.pass', { pass, passes: known.join(', ') }));
  const folder = fineFolder(file, judging);
  if (pass === 'lower') return printGraph(lower(folder, judging.registry));
  const { compiled, graph } = compile(folder, judging.registry, modeOf(options));
  return pass === 'machine' ? printMachine(compiled) : printGraph(graph);
}

const modeOf = ({ flat }: Compiling) => ({
  mode: flat ? ('flat' as const) : ('structured' as const),
});

async function machineText(file: string, options: Compiling): Promise<string> {
  const { fineFolder, judgingFor } = await import('./judging.ts');
  const { compile } = await import('../3-compile/compile.ts');
  const judging = judgingFor(options);
  const { compiled } = compile(fineFolder(file, judging), judging.registry, modeOf(options));
  return `${JSON.stringify(compiled, null, 2)}\n`;
}

async function compileFile(file: string, options: Compiling): Promise<void> {
  const text =
    options.print === undefined
      ? await machineText(file, options)
      : await printed(file, options, options.print);
  if (options.out === undefined) return print(text.trimEnd());
  try {
    writeFileSync(options.out, text);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? '';
    throw new CommandEnd(t('wrong.out', { file: options.out, reason }));
  }
  tell(t('written', { file: options.out }));
}

/** Declares the commands that write machines. */
export function add(program: Command): void {
  withOptions(
    program
      .command('compile')
      .argument('<file>', t('argument.file'))
      .description(t('compile.about'))
      .option('--out <file>', t('option.out'))
      .option('--print <pass>', t('option.print'))
      .option('--flat', t('option.flat')),
    'workspace',
  ).action(compileFile);
}
