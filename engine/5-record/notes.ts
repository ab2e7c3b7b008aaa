// What outlives the engine beside the runs: a few notes, and the answers that were given to keys.

import type { Commit } from '../4-run/ports.ts';
import type { Db } from './sqlite.ts';

/** Keys whose answers are kept; the oldest go first. */
const ANSWERS = 1000;

export type Notes = ReturnType<typeof notesOf>;

/** Prepares the statements over notes and answers. */
export function notesOf(db: Db) {
  const note = db.prepare<[string], { value: string }>('SELECT value FROM notes WHERE key = ?');
  const putNote = db.prepare('INSERT OR REPLACE INTO notes VALUES(?, ?)');
  const dropNote = db.prepare('DELETE FROM notes WHERE key = ?');
  const answerTo = db.prepare<[string], { of: string; answer: string }>(
    'SELECT of, answer FROM answers WHERE key = ?',
  );
  const addAnswer = db.prepare('INSERT OR IGNORE INTO answers VALUES(?, ?, ?)');
  const dropAnswers = db.prepare(
    'DELETE FROM answers WHERE rowid <= (SELECT max(rowid) FROM answers) - ?',
  );
  return {
    note: (key: string): string | undefined => note.get(key)?.value,
    /** The answer that was given to a key, and a hash of what was asked for. */
    answerTo: (key: string): { of: string; answer: string } | undefined => answerTo.get(key),
    keepAnswer: db.transaction((key: string, of: string, answer: string): void => {
      addAnswer.run(key, of, answer);
      dropAnswers.run(ANSWERS);
    }) as (key: string, of: string, answer: string) => void,
    /** Writes the notes of a commit, in its transaction. */
    write: ({ notes = [] }: Commit): void => {
      for (const { key, value } of notes) {
        if (value === null) dropNote.run(key);
        else putNote.run(key, value);
      }
    },
  };
}
