// `compile` and `export`: the machine of a workflow, for reading and for other programs.

import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { type Common, withOptions } from './options.ts';
import { makeFolder } from '../workspace/folder.ts';
import { CommandEnd, dataText, hidden, print, printJson, t, tell } from './output.ts';

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
  const { folder } = fineFolder(file, judging);
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
  const { compiled } = compile(fineFolder(file, judging).folder, judging.registry, modeOf(options));
  return `${dataText(compiled, 2)}\n`;
}

async function compileFile(file: string, options: Compiling): Promise<void> {
  const text =
    options.print === undefined
      ? await machineText(file, options)
      : await printed(file, options, options.print);
  if (options.out === undefined) return print(text.trimEnd());
  try {
    writeFileSync(options.out, hidden.text(text));
  } catch (error) {
    refusePlace(options.out, error);
  }
  tell(t('written', { file: options.out }));
}

type Exporting = Common & { to: string; target: string };

/** A file system's own word for what went wrong, in the sentence about the place. */
const refusePlace = (file: string, error: unknown): never => {
  if (error instanceof CommandEnd) throw error;
  throw new CommandEnd(
    t('wrong.out', { file, reason: (error as NodeJS.ErrnoException).code ?? '' }),
  );
};

/** Refuses a folder with files of somebody else: only an earlier export is written over. */
function refuseForeign(dir: string): void {
  const found = existsSync(dir) ? readdirSync(dir) : [];
  if (found.length && !found.includes('machine.json'))
    throw new CommandEnd(t('wrong.not_empty', { dir }));
}

/** The whole workflow as one file; nothing that is there already is written over. */
async function exportSingleFile(file: string, { to, json }: Exporting): Promise<void> {
  const { openFolder } = await import('../workspace/workflows.ts');
  const { exportSingle, FILE_ENDING } = await import('../workspace/single.ts');
  const { name, text, left } = exportSingle(openFolder(file));
  const isFile = to.endsWith(FILE_ENDING);
  const place = isFile ? to : path.join(to, name);
  if (existsSync(place)) throw new CommandEnd(t('wrong.exists', { file: place }));
  try {
    makeFolder(path.resolve(path.dirname(place)));
    writeFileSync(place, hidden.text(text), { flag: 'wx' });
  } catch (error) {
    refusePlace(place, error);
  }
  if (json) return printJson({ target: 'file', file: path.resolve(place), left });
  print(t('exported.file', { file: place }));
  if (left.length) tell(t('exported.left', { names: left.join(', ') }));
}

async function exportFile(file: string, options: Exporting): Promise<void> {
  const { target, to } = options;
  if (target === 'file') return exportSingleFile(file, options);
  if (target !== 'xstate') throw new CommandEnd(t('wrong.target', { target }));
  const { fineFolder, judgingFor } = await import('./judging.ts');
  const { compile } = await import('../3-compile/compile.ts');
  const { exportXstate } = await import('../export/xstate.ts');
  const judging = judgingFor(options);
  const { compiled, graph } = compile(fineFolder(file, judging).folder, judging.registry);
  const files = exportXstate(graph, compiled);
  try {
    refuseForeign(to);
    makeFolder(path.resolve(to));
    for (const [name, text] of Object.entries(files))
      writeFileSync(path.join(to, name), hidden.text(text));
  } catch (error) {
    refusePlace(to, error);
  }
  const names = Object.keys(files);
  if (options.json) printJson({ target, dir: path.resolve(to), files: names });
  else print(t('exported', { dir: to, files: names.join(', ') }));
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
  withOptions(
    program
      .command('export')
      .argument('<file>', t('argument.file'))
      .description(t('export.about'))
      .requiredOption('--to <dir>', t('option.to_dir'))
      .option('--target <name>', t('option.target'), 'xstate'),
    'json',
    'workspace',
  ).action(exportFile);
}
