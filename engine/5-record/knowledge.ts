// The index of one folder of documents: which files it knows, and their passages for full-text
// search. A file of our own that may be thrown away at any time: it is made again from the folder.
// KN1 one file is taken in, or taken out, in one transaction: a search sees it whole or not at all.
// KN2 what is searched for is words in quotation marks, never a query language: no text that a
//     person or a model writes can be read as syntax.
// KN3 the version is made of what is in the index, not of what should be: an answer names exactly
//     what was searched.

import { rmSync } from 'node:fs';
import { hashText } from '../base/canonical.ts';
import { openDatabase, type Db } from './sqlite.ts';

/** A file of the folder; `unread` says why it has no words, where it has none. */
export type KnownFile = {
  name: string;
  size: number;
  modified: number;
  hash: string;
  unread: string | null;
};
export type Passage = { file: string; text: string; score: number };

export type KnowledgeIndex = {
  files: () => KnownFile[];
  put: (file: KnownFile, passages: string[]) => void;
  remove: (name: string) => void;
  /** The same words about a file, found again at another time. */
  touch: (file: KnownFile) => void;
  /** The best passages for any of these words, best first. */
  search: (words: string[], most: number) => Passage[];
  version: () => string;
  close: () => void;
};

const SCHEMA = {
  applicationId: 0x494c4b4e,
  versions: [
    `
CREATE TABLE files(
  name TEXT PRIMARY KEY, size INTEGER NOT NULL, modified REAL NOT NULL, hash TEXT NOT NULL,
  unread TEXT
) STRICT;
CREATE TABLE passages(id INTEGER PRIMARY KEY, file TEXT NOT NULL, text TEXT NOT NULL) STRICT;
CREATE INDEX passages_file ON passages(file);
CREATE VIRTUAL TABLE words USING fts5(
  text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2"
);`,
  ],
} as const;

/** Opens an index, making it anew when the file is damaged or of another version. */
export function openKnowledge(file: string): KnowledgeIndex {
  const first = openDatabase(file, SCHEMA);
  if (first.ok) return indexOver(first.db);
  if (first.wrong.code === 'record.busy') throw new Error(first.wrong.code);
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  const again = openDatabase(file, SCHEMA);
  if (!again.ok) throw new Error(again.wrong.code);
  return indexOver(again.db);
}

/** Scripts without spaces between words are searched letter by letter. */
const spaced = (text: string): string =>
  text.replace(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Hangul}]/gu, ' $& ');

/** One word as a phrase nothing in it can leave (KN2); longer ones also find their endings. */
function phrase(word: string): string {
  const quoted = `"${spaced(word).trim().replaceAll('"', ' ')}"`;
  return word.length < 4 ? quoted : `${quoted} OR ${quoted}*`;
}

function indexOver(db: Db): KnowledgeIndex {
  const remove = (name: string): void => {
    db.prepare('DELETE FROM words WHERE rowid IN (SELECT id FROM passages WHERE file = ?)').run(
      name,
    );
    db.prepare('DELETE FROM passages WHERE file = ?').run(name);
    db.prepare('DELETE FROM files WHERE name = ?').run(name);
  };
  const note = db.prepare<KnownFile>(
    'INSERT OR REPLACE INTO files VALUES(:name, :size, :modified, :hash, :unread)',
  );
  const keep = db.prepare<[string, string]>('INSERT INTO passages(file, text) VALUES(?, ?)');
  const learn = db.prepare<[number | bigint, string]>(
    'INSERT INTO words(rowid, text) VALUES(?, ?)',
  );
  const files = (): KnownFile[] =>
    db.prepare<[], KnownFile>('SELECT * FROM files ORDER BY name').all();
  return {
    files,
    put: db.transaction((file: KnownFile, passages: string[]) => {
      remove(file.name);
      note.run(file);
      for (const text of passages)
        learn.run(keep.run(file.name, text).lastInsertRowid, spaced(text));
    }), // KN1
    remove: db.transaction(remove),
    touch: (file) => void note.run(file),
    search: (words, most) => {
      if (!words.length) return [];
      return db
        .prepare<[string, number], Passage>(
          `SELECT p.file, p.text, -bm25(words) AS score FROM words
           JOIN passages p ON p.id = words.rowid
           WHERE words MATCH ? ORDER BY bm25(words), p.id LIMIT ?`,
        )
        .all(words.map(phrase).join(' OR '), most);
    },
    version: () => hashText(JSON.stringify(files().map(({ name, hash }) => [name, hash]))), // KN3
    close: () => db.close(),
  };
}
