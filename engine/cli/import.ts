// `import FILE`: takes a workflow that came as one file into the workspace.
// IM1 nothing in it is run or looked up; what a person has to link before it can act is said.
// IM2 a file that is larger than any drawing is refused before it is read.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { statOf } from '../1-document/load.ts';
import { LIMITS } from '../base/limits.ts';
import { say } from '../base/text/say.ts';
import { type Common, withOptions } from './options.ts';
import { CommandEnd, entry, print, printJson, t, tell } from './output.ts';

/** The bytes of a file a person named (IM2). */
function bytesOf(file: string): Buffer {
  const wrong = (code: string, params = {}): never => {
    throw new CommandEnd(say('en', `problem.${code}`, { file, ...params }));
  };
  const found = statOf(file);
  if (!found?.isFile()) return wrong('file_unreadable');
  if (found.size > LIMITS.documentBytes)
    return wrong('file_too_big', { megabytes: LIMITS.documentBytes / 1_048_576 });
  try {
    return readFileSync(file);
  } catch {
    return wrong('file_unreadable');
  }
}

async function importFile(file: string, options: Common): Promise<void> {
  const base64 = bytesOf(file).toString('base64');
  const { withSession } = await import('./session.ts');
  const came = await withSession(options, ({ client }) =>
    client.call('importFile', { name: path.basename(file), base64 }),
  );
  if (options.json) return printJson(came);
  const { slug, toLink } = came;
  print(t('imported', { slug }));
  for (const { name, key, value } of toLink.links)
    print(`  ${entry(t('imported.link', { step: name, key: `cli.imported.${key}`, value }))}`);
  if (toLink.secrets.length) tell(t('imported.secrets', { names: toLink.secrets.join(', ') }));
  if (toLink.allowing.length) tell(t('imported.allowing', { names: toLink.allowing.join(', ') }));
}

/** Declares `import`. */
export function add(program: Command): void {
  withOptions(
    program
      .command('import')
      .argument('<file>', t('argument.single'))
      .description(t('import.about')),
    'json',
    'workspace',
  ).action(importFile);
}
