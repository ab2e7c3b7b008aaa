// Reading a folder of files: names, sizes and words. Only the granted folder, only reading.
// FO1 nothing outside the granted folder is read: no `..`, no symbolic link that leads out.
// FO2 limits: files in the folder, bytes of a file, characters of all texts together.
// FO3 files come in the order of their names, so the same folder gives the same list.

import fs from 'node:fs/promises';
import path from 'node:path';
import { asText } from '../base/binding.ts';
import type { JsonObject } from '../base/value.ts';
import type { AuthorityCard } from '../node.ts';
import { failed, given, type Attempt } from './answer.ts';
import { decoded, fileText, fileType } from './file-text.ts';

const MEGABYTE = 1024 * 1024;
const LIMIT = { files: 500, fileBytes: 5 * MEGABYTE, allChars: 5_000_000 };

const isInside = (folder: string, file: string): boolean => {
  const way = path.relative(folder, file);
  return way !== '' && !way.startsWith('..') && !path.isAbsolute(way);
};

/** The granted folder with every link followed; relative ones belong to the workflow's folder. */
async function grantedFolder(
  card: AuthorityCard,
  workflowDir: string | undefined,
): Promise<{ named: string; real: string | undefined }> {
  const named = asText(card.options?.['folder'] ?? 'inputs');
  if (path.isAbsolute(named))
    return { named, real: await fs.realpath(named).catch(() => undefined) };
  if (workflowDir === undefined) return { named, real: undefined };
  const home = await fs.realpath(workflowDir).catch(() => undefined);
  const real = home && (await fs.realpath(path.join(home, named)).catch(() => undefined));
  return {
    named,
    real: home && real && isInside(home, real) ? real : undefined,
  };
}

type Read = { file: JsonObject } | { skipped: true } | { fault: Attempt };

async function readOne(folder: string, name: string, card: AuthorityCard): Promise<Read> {
  const real = await fs.realpath(path.join(folder, name)).catch(() => undefined);
  if (real === undefined) return { skipped: true };
  if (!isInside(folder, real)) return { skipped: true }; // FO1
  const stat = await fs.stat(real);
  if (!stat.isFile()) return { skipped: true };
  if (stat.size > LIMIT.fileBytes)
    return {
      fault: failed('terminal', 'failure.file_large', {
        file: name,
        megabytes: LIMIT.fileBytes / MEGABYTE,
      }),
    };
  const bytes = await fs.readFile(real);
  // a mail is handed on as it came: taking it apart is another tool's work
  const isMail = fileType(name) === 'message/rfc822' && card.options?.['mails'] !== 'text';
  const text = isMail ? decoded(bytes) : await fileText(name, bytes);
  return {
    file: {
      name,
      size: stat.size,
      type: fileType(name),
      readable: text !== undefined,
      ...(text === undefined ? {} : { text }),
    },
  };
}

/** One named file, or all files of the folder. Arguments: `name`, or none. */
export async function callFolder(
  card: AuthorityCard,
  args: JsonObject,
  workflowDir: string | undefined,
): Promise<Attempt> {
  const { named, real } = await grantedFolder(card, workflowDir);
  if (real === undefined)
    return failed('terminal', 'failure.folder_missing', { tool: card.title, folder: named });
  const asked = args['name'];
  if (typeof asked === 'string' && (asked !== path.basename(asked) || asked.startsWith('.')))
    return failed('terminal', 'failure.folder_outside', { tool: card.title, file: asked });
  const all = typeof asked === 'string' ? [asked] : await fs.readdir(real);
  const names = all.filter((name) => !name.startsWith('.')).sort(); // FO3
  if (names.length > LIMIT.files)
    return failed('terminal', 'failure.folder_full', { tool: card.title, n: LIMIT.files });
  return collected(card, real, names, typeof asked === 'string');
}

async function collected(
  card: AuthorityCard,
  folder: string,
  names: string[],
  isOne: boolean,
): Promise<Attempt> {
  const files: JsonObject[] = [];
  let chars = 0;
  for (const name of names) {
    const read = await readOne(folder, name, card);
    if ('fault' in read) return read.fault;
    if ('skipped' in read) continue;
    chars += asText(read.file['text'] ?? null).length;
    if (chars > LIMIT.allChars)
      return failed('terminal', 'failure.folder_full', { tool: card.title, n: files.length });
    files.push(read.file);
  }
  if (!isOne) return given({ value: { files, count: files.length } });
  const [file] = files;
  return file
    ? given({ value: file })
    : failed('terminal', 'failure.folder_outside', { tool: card.title, file: names[0] ?? '' });
}
