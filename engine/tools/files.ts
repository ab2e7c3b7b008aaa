// The files tool: list, read, write, append and move inside granted folders, and nothing else.
// FT1 the card says which folders and which of the five; a name is never a path, and a card of the
//     class `read` changes nothing whatever its options say.
// FT2 a change is whole or did not happen, and is written down before it begins: asked by its key
//     the tool knows whether it happened, and the same key never changes anything twice.
// FT3 changes of one folder come one after another, so that no appended line is lost.
// FT4 what stands there is replaced only where the card says so.

import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { LIMITS } from '../base/limits.ts';
import type { JsonObject } from '../base/value.ts';
import type { AuthorityCard, ToolReply } from '../node.ts';
import { filesSchema } from '../policy/tool-options.ts';
import type { Adapter } from './adapters.ts';
import { failed, given, type Attempt } from './answer.ts';
import { cardFault, optionsOf } from './card-options.ts';
import { fileType } from './file-kinds.ts';
import type { Change, FileLog } from './file-log.ts';
import { isFileName } from './file-name.ts';
import type { ReadText } from './file-text.ts';
import { grantedPlace } from './granted.ts';
import { FileFault, listInside, moveInside, readInside, writeInside } from './safe-files.ts';
import { turns } from './turns.ts';

type Options = z.infer<typeof filesSchema>;
type Doing = Options['may'][number];

const MOST_LISTED = 5000;
const MEGABYTE = 1024 * 1024;

/** One call with everything found that it speaks of. */
type Work = {
  card: AuthorityCard;
  options: Options;
  args: JsonObject;
  folder: string;
  into: string;
  key: string;
  signal: AbortSignal;
};

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const textArg = (args: JsonObject, name: string): string => {
  const value = args[name];
  return typeof value === 'string' ? value : '';
};

async function list({ card, folder }: Work): Promise<Attempt> {
  const found = await listInside(folder, isFileName);
  if (found.length > MOST_LISTED)
    return failed('terminal', 'failure.folder_full', { tool: card.title, n: MOST_LISTED });
  const files = found.map(({ name, size, modified }) => ({
    name,
    type: fileType(name),
    size,
    modified: new Date(modified).toISOString(),
  }));
  return given({ value: { files, count: files.length } });
}

async function read({ folder, args, signal }: Work, readText: ReadText): Promise<Attempt> {
  const name = textArg(args, 'name');
  const { bytes, modified } = await readInside(folder, name, LIMITS.fileBytes);
  const text = await readText(name, bytes, { signal });
  if ('unread' in text) return failed('terminal', `failure.file_${text.unread}`, { file: name });
  const about = { name, type: fileType(name), size: bytes.length, hash: hashOf(bytes) };
  return given({ value: { ...about, modified: modified.toISOString(), ...text } });
}

/** The bytes that stand under a name; nothing where there is no such file. */
const standing = (folder: string, name: string): Promise<Uint8Array | undefined> =>
  readInside(folder, name, LIMITS.fileBytes).then(
    ({ bytes }) => bytes,
    (error: unknown) => {
      if (error instanceof FileFault && error.why === 'gone') return undefined;
      throw error;
    },
  );

async function write({ folder, args, options, key }: Work, log: FileLog, doing: Doing) {
  const name = textArg(args, 'name');
  const old = await standing(folder, name);
  const added = Buffer.from(textArg(args, 'text').toWellFormed());
  const isAppend = doing === 'append';
  if (old && !isAppend && !options.overwrite) throw new FileFault('exists'); // FT4
  const bytes = isAppend && old ? Buffer.concat([old, added]) : added;
  if (bytes.length > LIMITS.fileBytes) throw new FileFault('large');
  const value = { name, size: bytes.length, hash: hashOf(bytes) };
  const before = old ? hashOf(old) : null;
  log.begin({ key, folder, name, before, after: value.hash, value }); // FT2
  const mark = hashOf(Buffer.from(key)).slice(0, 16);
  await writeInside(folder, name, bytes, { overwrite: old !== undefined, mark });
  return given({ value });
}

/** What a file is, not what it holds: the same after it was moved. */
const bodyMark = async (folder: string, name: string): Promise<string | null> => {
  const stat = await fs.lstat(path.join(folder, name)).catch(() => undefined);
  return stat ? `body ${stat.dev}:${stat.ino}` : null;
};

async function move({ folder, into, args, options, key }: Work, log: FileLog): Promise<Attempt> {
  const name = textArg(args, 'name');
  const as = textArg(args, 'to') || name;
  const after = await bodyMark(folder, name);
  if (after === null) throw new FileFault('gone');
  const before = await bodyMark(into, as);
  if (before !== null && before !== after && !options.overwrite) throw new FileFault('exists');
  const value = { name: as, from: name };
  log.begin({ key, folder: into, name: as, before, after, value }); // FT2
  await moveInside({ from: folder, name, into, as, overwrite: options.overwrite });
  return given({ value });
}

const markOf = async ({ folder, name, after }: Change): Promise<string | null> => {
  if (after.startsWith('body ')) return bodyMark(folder, name);
  const bytes = await standing(folder, name);
  return bytes ? hashOf(bytes) : null;
};

/** What the change of a key came to, if it has happened; throws when nobody can say (FT2). */
async function happened(log: FileLog, key: string): Promise<ToolReply | undefined> {
  const change = log.of(key);
  if (!change) return undefined;
  if (change === 'forgotten') throw new Error('too long ago to say');
  const now = await markOf(change);
  if (now === change.after || log.wasBuiltOn(change)) return { value: change.value };
  if (now === change.before) return undefined;
  throw new Error(`${change.name} was changed by somebody else meanwhile`);
}

/** What the file system or the folder had against it, in a code with a sentence. */
function faultOf(error: unknown, { card, args }: Work): Attempt {
  const params = { tool: card.title, file: textArg(args, 'name'), to: textArg(args, 'to') };
  if (error instanceof FileFault)
    return error.why === 'large'
      ? failed('terminal', 'failure.file_large', {
          ...params,
          megabytes: LIMITS.fileBytes / MEGABYTE,
        })
      : failed('terminal', `failure.file_${error.why}`, params);
  const reason = String((error as NodeJS.ErrnoException).code ?? '');
  if (/^(ENOSPC|EDQUOT)$/.test(reason)) return failed('retryable', 'failure.file_no_room', params);
  if (/^(EACCES|EPERM|EROFS)$/.test(reason)) return failed('terminal', 'failure.file_kept', params);
  if (reason === 'EXDEV') return failed('terminal', 'failure.file_other_disk', params);
  throw error;
}

/** What this call may do, checked against the card (FT1). */
function doingOf({ card, options, args }: Work): Doing | Attempt {
  const asked = options.may.length === 1 ? options.may[0] : args['do'];
  const doing = options.may.find((one) => one === asked);
  if (!doing)
    return failed('terminal', 'failure.file_may_not', {
      tool: card.title,
      what: textArg(args, 'do'),
    });
  const isQuiet = card.effect === 'read' || card.effect === 'none';
  if (isQuiet && doing !== 'list' && doing !== 'read') return cardFault(card, 'effect');
  const names = doing === 'list' ? [] : ['name', ...(doing === 'move' && args['to'] ? ['to'] : [])];
  const wrong = names.map((name) => textArg(args, name)).find((name) => !isFileName(name));
  return wrong === undefined
    ? doing
    : failed('terminal', 'failure.file_name', { tool: card.title, file: wrong });
}

/** The files tool, over a reader of texts and a log of what was begun. */
export function filesAdapter(readText: ReadText, log: FileLog): Adapter {
  const inTurn = turns(); // FT3
  const carryOut = (work: Work, doing: Doing): Promise<Attempt> => {
    if (doing === 'list') return list(work);
    if (doing === 'read') return read(work, readText);
    return inTurn(work.into, async () => {
      const known = await happened(log, work.key);
      if (known) return given(known);
      return doing === 'move' ? move(work, log) : write(work, log, doing);
    });
  };
  return {
    call: async (card, args, { key, signal, workflowDir }) => {
      const read = optionsOf(filesSchema, card);
      if ('fault' in read) return read.fault;
      const { folder: named, to_folder: toNamed = named } = read.options;
      const folder = await grantedPlace(named, workflowDir);
      const into = await grantedPlace(toNamed, workflowDir);
      if (!folder || !into) {
        const params = { tool: card.title, folder: folder ? toNamed : named };
        return failed('terminal', 'failure.folder_missing', params);
      }
      const work = { card, options: read.options, args, folder, into, key, signal };
      const doing = doingOf(work);
      if (typeof doing !== 'string') return doing;
      return carryOut(work, doing).catch((error: unknown) => faultOf(error, work));
    },
    check: (_card, key) => happened(log, key),
  };
}
