// Searching a folder of documents: its index is brought up to date, then asked. Runs in a worker.
// KI1 a file is read again when its size or time changed, and its words only replaced when its
//     bytes did; a file that is gone is forgotten.
// KI2 there is a time for catching up; what was not reached by then is counted in the answer, so
//     that an old answer says so.
// KI3 a file is noted before it is opened: one that brings its reader down is the last to be tried
//     again, once, and then left alone until it changes.
// KI4 passages end where sentences or paragraphs do, where such an end is near.

import { createHash } from 'node:crypto';
import type { JsonObject } from '../base/value.ts';
import { endingOf, type FileText } from './file-kinds.ts';
import { isFileName } from './file-name.ts';
import { FileFault, listInside, readInside } from './safe-files.ts';

/** `folder` is a real path, `index` the file the index lies in, `withinMs` the time to catch up. */
export type Searched = {
  folder: string;
  index: string;
  query: string;
  most: number;
  withinMs: number;
};
export type Found = {
  passages: { file: string; text: string; score: number }[];
  /** Hash over the names and the contents that were searched. */
  version: string;
  files: number;
  /** Files whose newest state the index does not know yet (KI2). */
  behind: number;
  /** Files without words, and why. */
  unread: { name: string; why: string }[];
};

type Known = { name: string; size: number; modified: number; hash: string; unread: string | null };
/** What is needed of the index; the one in use lies with the record. */
export type Index = {
  files: () => Known[];
  put: (file: Known, passages: string[]) => void;
  touch: (file: Known) => void;
  remove: (name: string) => void;
  search: (words: string[], most: number) => Found['passages'];
  version: () => string;
};

export type Reading = {
  read: (name: string, bytes: Uint8Array) => Promise<FileText>;
  now: () => number;
};

const LIMIT = { files: 5000, fileBytes: 20 * 1024 * 1024, words: 32, passage: 800, snippet: 320 };

/** The text in passages of about `LIMIT.passage` characters (KI4). */
export function passagesOf(text: string): string[] {
  const passages: string[] = [];
  let rest = text.trim();
  while (rest.length > LIMIT.passage) {
    const piece = rest.slice(0, LIMIT.passage);
    const ends = ['\n\n', '\n', '. ', '。', ' '].map((end) => piece.lastIndexOf(end) + end.length);
    const cut = ends.find((at) => at > LIMIT.passage / 2) ?? LIMIT.passage;
    passages.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  return [...passages, rest].filter((one) => one !== '').map((one) => one.toWellFormed());
}

/** The words of a question; signs and syntax are no words. */
export const wordsOf = (query: string): string[] => [
  ...new Set(
    (
      query
        .normalize('NFKC')
        .toLowerCase()
        .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
    ).slice(0, LIMIT.words),
  ),
];

/** The part of a passage around the first of the words. */
function snippet(text: string, words: string[]): string {
  if (text.length <= LIMIT.snippet) return text;
  const plain = text.toLowerCase();
  const places = words.map((word) => plain.indexOf(word)).filter((at) => at >= 0);
  const middle = Math.min(...places, text.length) - LIMIT.snippet / 4;
  const from = Math.max(0, Math.min(middle, text.length - LIMIT.snippet));
  const part = text
    .slice(from, from + LIMIT.snippet)
    .toWellFormed()
    .trim();
  return `${from > 0 ? '…' : ''}${part}${from + LIMIT.snippet < text.length ? '…' : ''}`;
}

type Seen = { name: string; size: number; modified: number };

/** The files of a folder that can have words, as they stand now; `more` are beyond the limit. */
async function seenIn(folder: string): Promise<{ seen: Seen[]; more: number }> {
  const all = await listInside(folder, (name) => isFileName(name) && endingOf(name) !== undefined);
  const seen = all.slice(0, LIMIT.files);
  return { seen, more: all.length - seen.length };
}

/** What stands in place of a hash while a file is being read for the first or the second time. */
const TRIES = ['', 'first try', 'second try'];
const triesOf = (known: Known | undefined): number => Math.max(0, TRIES.indexOf(known?.hash ?? ''));

const isSame = (known: Known | undefined, { size, modified }: Seen): boolean =>
  known?.size === size && known.modified === modified;

/** The files that must be read again, those that broke off last (KI1, KI3). */
function dueOf(seen: Seen[], known: Map<string, Known>): Seen[] {
  const tries = (file: Seen): number => {
    const before = known.get(file.name);
    return isSame(before, file) ? triesOf(before) : 0;
  };
  return seen
    .filter((file) => !isSame(known.get(file.name), file) || tries(file) === 1)
    .toSorted((a, b) => tries(a) - tries(b));
}

/** Takes one file in as it is now (KI1). */
async function takeIn(
  folder: string,
  seen: Seen,
  { index, known }: { index: Index; known: Known | undefined },
  { read }: Reading,
): Promise<void> {
  const { name } = seen;
  const found = await readInside(folder, name, LIMIT.fileBytes).catch((error: unknown) => {
    if (error instanceof FileFault) return error;
    throw error;
  });
  if (found instanceof FileFault) {
    if (found.why !== 'large') return index.remove(name);
    return index.put({ ...seen, hash: `large ${seen.size}`, unread: 'long' }, []);
  }
  const hash = createHash('sha256').update(found.bytes).digest('hex');
  if (known?.hash === hash) return index.touch({ ...known, ...seen });
  const tries = isSame(known, seen) ? triesOf(known) : 0;
  index.put({ ...seen, hash: TRIES[tries + 1] ?? '', unread: 'slow' }, []); // KI3
  const text = await read(name, found.bytes);
  const unread = 'unread' in text ? text.unread : null;
  index.put({ ...seen, hash, unread }, 'text' in text ? passagesOf(text.text) : []);
}

/** Brings the index up to date within its time, then searches it. */
export async function searchFolder(
  { folder, query, most, withinMs }: Omit<Searched, 'index'>,
  index: Index,
  reading: Reading,
): Promise<Found> {
  const until = reading.now() + withinMs;
  const { seen, more } = await seenIn(folder);
  const names = new Set(seen.map(({ name }) => name));
  const known = new Map(index.files().map((file) => [file.name, file]));
  for (const name of known.keys()) if (!names.has(name)) index.remove(name);
  const due = dueOf(seen, known);
  let behind = due.length + more;
  for (const file of due) {
    if (reading.now() >= until) break; // KI2
    await takeIn(folder, file, { index, known: known.get(file.name) }, reading);
    behind -= 1;
  }
  const words = wordsOf(query);
  const files = index.files();
  return {
    passages: index.search(words, most).map(({ file, text, score }) => ({
      file,
      text: snippet(text, words),
      score: Math.round(score * 1000) / 1000,
    })),
    version: index.version(),
    files: files.length,
    behind,
    unread: files.flatMap(({ name, unread }) => (unread === null ? [] : [{ name, why: unread }])),
  };
}

/** The files and what is in them, as a value a tool gives. */
export const foundValue = ({ passages, version, files, behind, unread }: Found): JsonObject => ({
  passages,
  count: passages.length,
  version,
  files,
  up_to_date: behind === 0,
  behind,
  unread,
});
