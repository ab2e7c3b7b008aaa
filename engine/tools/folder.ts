// Reading a folder of files: names, sizes and words. Only the granted folder, only reading.
// FO1 nothing outside the granted folder is read: no `..`, and no link is followed.
// FO2 limits: files in the folder, bytes of a file, characters of all texts together.
// FO3 files come in the order of their names, so the same folder gives the same list.

import { asText } from '../base/binding.ts';
import type { JsonObject } from '../base/value.ts';
import type { AuthorityCard } from '../node.ts';
import { failed, given, type Attempt } from './answer.ts';
import { fileType } from './file-kinds.ts';
import { isFileName } from './file-name.ts';
import type { ReadText } from './file-text.ts';
import { grantedPlace } from './granted.ts';
import { decoded } from './plain-text.ts';
import { FileFault, listInside, readInside } from './safe-files.ts';

const MEGABYTE = 1024 * 1024;
const LIMIT = { files: 500, fileBytes: 5 * MEGABYTE, allChars: 5_000_000 };

/** What reading a folder is done with. */
export type FolderCall = {
  read: ReadText;
  workflowDir: string | undefined;
  signal: AbortSignal;
};

type Read = { file: JsonObject } | { skipped: true } | { fault: Attempt };

async function readOne(
  folder: string,
  name: string,
  card: AuthorityCard,
  { read, signal }: FolderCall,
): Promise<Read> {
  const found = await readInside(folder, name, LIMIT.fileBytes).catch((error: unknown) => {
    if (error instanceof FileFault) return error;
    throw error;
  });
  if (found instanceof FileFault) {
    if (found.why !== 'large') return { skipped: true }; // FO1
    const params = { file: name, megabytes: LIMIT.fileBytes / MEGABYTE };
    return { fault: failed('terminal', 'failure.file_large', params) };
  }
  // a mail is handed on as it came: taking it apart is another tool's work
  const isMail = fileType(name) === 'message/rfc822' && card.options?.['mails'] !== 'text';
  const text = isMail ? { text: decoded(found.bytes) } : await read(name, found.bytes, { signal });
  const about = { name, size: found.bytes.length, type: fileType(name) };
  return { file: { ...about, readable: 'text' in text, ...text } };
}

/** One named file, or all files of the folder. Arguments: `name`, or none. */
export async function callFolder(
  card: AuthorityCard,
  args: JsonObject,
  call: FolderCall,
): Promise<Attempt> {
  const folder = asText(card.options?.['folder'] ?? 'inputs');
  const real = await grantedPlace(folder, call.workflowDir);
  if (real === undefined)
    return failed('terminal', 'failure.folder_missing', { tool: card.title, folder });
  const asked = args['name'];
  if (typeof asked === 'string' && !isFileName(asked))
    return failed('terminal', 'failure.folder_outside', { tool: card.title, file: asked });
  const isVisible = (name: string): boolean => !name.startsWith('.');
  const all = typeof asked === 'string' ? [{ name: asked }] : await listInside(real, isVisible);
  const names = all.map(({ name }) => name); // FO3
  if (names.length > LIMIT.files)
    return failed('terminal', 'failure.folder_full', { tool: card.title, n: LIMIT.files });
  const files = await collected(card, real, names, call);
  if (!Array.isArray(files)) return files;
  if (typeof asked !== 'string') return given({ value: { files, count: files.length } });
  const [file] = files;
  return file
    ? given({ value: file })
    : failed('terminal', 'failure.folder_outside', { tool: card.title, file: asked });
}

async function collected(
  card: AuthorityCard,
  folder: string,
  names: string[],
  call: FolderCall,
): Promise<JsonObject[] | Attempt> {
  const files: JsonObject[] = [];
  let chars = 0;
  for (const name of names) {
    const read = await readOne(folder, name, card, call);
    if ('fault' in read) return read.fault;
    if ('skipped' in read) continue;
    chars += asText(read.file['text'] ?? null).length;
    if (chars > LIMIT.allChars)
      return failed('terminal', 'failure.folder_full', { tool: card.title, n: files.length });
    files.push(read.file);
  }
  return files;
}
