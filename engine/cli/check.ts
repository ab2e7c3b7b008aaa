// `check`, `ceiling`, `contract`: what can be said about a workflow without running it.

import type { Command } from 'commander';
import type { Problem } from '../1-document/schema.ts';
import { isSaid, say } from '../base/text/say.ts';
import { type Common, withOptions } from './options.ts';
import { EXIT, print, printJson, t } from './output.ts';

/** A problem with its words, for machines. */
const worded = (problem: Problem, sentence: string) => {
  const { code, severity, step, field, path, params } = problem;
  const help = `problem.${code}.help`;
  return {
    code,
    severity,
    step,
    field,
    path,
    sentence,
    ...(isSaid(help) ? { help: say('en', help, params) } : {}),
  };
};

async function check(file: string, options: Common): Promise<void> {
  const { judgingFor, sentenceOf } = await import('./judging.ts');
  const { problemsOf } = await import('../api/analyse.ts');
  const { openFolder } = await import('../workspace/workflows.ts');
  const { folder } = openFolder(file);
  const problems = problemsOf(folder, judgingFor(options));
  const found = problems.map((problem) => worded(problem, sentenceOf(problem)));
  const errors = found.filter(({ severity }) => severity === 'error').length;
  process.exitCode = errors ? EXIT.no : EXIT.ok;
  if (options.json) return printJson({ ok: errors === 0, problems: found });
  const { name } = folder.workflow;
  if (!found.length) return print(t('check.fine', { name }));
  for (const { severity, step, sentence, help } of found) {
    print(`${t(`problem.${severity}`)}  ${step ? `${step}: ` : ''}${sentence}`);
    if (help !== undefined) print(`       ${help}`);
  }
  print(t('check.count', { errors, warnings: found.length - errors }));
}

/** A workflow that has no errors, and what can be said about it. */
async function analysed(file: string, options: Common) {
  const { judgingFor, fineFolder } = await import('./judging.ts');
  const { analyse } = await import('../api/analyse.ts');
  const judging = judgingFor(options);
  const { folder } = fineFolder(file, judging);
  return { folder, ...analyse(folder, judging) };
}

async function ceiling(file: string, options: Common): Promise<void> {
  const { ceiling: most, folder } = await analysed(file, options);
  if (options.json || !most) return printJson(most);
  const { costText } = await import('../base/text/format.ts');
  const { namesOf } = await import('./show-run.ts');
  const names = namesOf(folder.workflow);
  const { costNano, ...counts } = most.atMost;
  const path = most.path.map((step) => names.get(step) ?? step);
  print(t('ceiling.most', { ...counts, cost: costText('en-US', costNano) }));
  if (path.length) print(t('ceiling.path', { path: path.join(' → ') }));
  if (most.unknownPrice.length)
    print(t('ceiling.no_price', { names: most.unknownPrice.join(', ') }));
}

async function contract(file: string, options: Common): Promise<void> {
  const { contract: sentences } = await analysed(file, options);
  const said = sentences.map(({ code, params, topic }) => ({
    topic,
    code,
    sentence: say('en', code, params).replaceAll('**', ''),
  }));
  if (options.json) printJson(said);
  else for (const { sentence } of said) print(sentence);
}

/** Declares the commands that judge a file. */
export function add(program: Command): void {
  const commands = { check, ceiling, contract };
  for (const [name, act] of Object.entries(commands))
    withOptions(
      program
        .command(name)
        .argument('<file>', t('argument.file'))
        .description(t(`${name}.about`)),
      'json',
      'workspace',
    ).action(act);
}
