// The file that says which secrets there are: names, hosts, where each value lies. It holds no
// value that is not encrypted, and it is this user's alone.
// BK1 written whole and renamed into place; read afresh each time, so that two processes agree.
// BK2 a file that cannot be read counts as empty and is kept aside, never written over.

import fs from 'node:fs';
import { z } from 'zod';
import { newSalt } from './cipher.ts';

const sealed = z.strictObject({ iv: z.string(), tag: z.string(), data: z.string() });
const entrySchema = z.strictObject({
  hosts: z.array(z.string().max(300)).min(1).max(50),
  /** ISO instant of entering it. */
  at: z.string(),
  /** Absent: the value lies in the system's keychain. */
  sealed: sealed.optional(),
});
const bookSchema = z.strictObject({
  format: z.literal('interlock/secrets@1'),
  salt: z.string(),
  secrets: z.record(z.string(), entrySchema),
  /** Root runs that may use no secret until somebody lets them again. */
  locked: z.array(z.string()),
});
export type Entry = z.infer<typeof entrySchema>;
export type Book = z.infer<typeof bookSchema>;

const emptyBook = (): Book => ({
  format: 'interlock/secrets@1',
  salt: newSalt(),
  secrets: {},
  locked: [],
});

const textOf = (file: string): string | undefined => {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

function parsed(text: string): Book | undefined {
  try {
    return bookSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The book as it stands; empty where there is none, or none that can be read. */
export function readBook(file: string): Book {
  const text = textOf(file);
  return (text === undefined ? undefined : parsed(text)) ?? emptyBook();
}

/** Changes the book in one step (BK1, BK2). */
export function changeBook(file: string, change: (book: Book) => void): void {
  const text = textOf(file);
  const known = text === undefined ? undefined : parsed(text);
  if (text !== undefined && !known) fs.renameSync(file, `${file}.unreadable`);
  const book = known ?? emptyBook();
  change(book);
  const half = `${file}.${process.pid}`;
  const handle = fs.openSync(half, 'w', 0o600);
  try {
    fs.writeSync(handle, `${JSON.stringify(book, null, 2)}\n`);
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
  fs.renameSync(half, file);
}
