// Large leaves by the hash of their text, and which events use them.
// B1 a blob put during a turn is staged; it is written in the same transaction as the event that
//    uses it.
// B2 a blob lives as long as an event's payload names it; removing the last such payload removes
//    it.

import { hash } from 'node:crypto';
import type { Db } from './sqlite.ts';

const USE = /"@blob":"([0-9a-f]{64})"/g;

/**
 * SHA-256 of a text, as 64 hex characters: the same as `hashText` of base/canonical, but faster.
 */
export const blobHash = (text: string): string => hash('sha256', text, 'hex');

/** The blobs a payload names. */
export const blobsIn = (payload: string): string[] =>
  payload.includes('"@blob"')
    ? [...new Set(Array.from(payload.matchAll(USE), (m) => m[1] ?? ''))]
    : [];

export type Blobs = ReturnType<typeof blobStore>;

/** The blob store of an open file. */
export function blobStore(db: Db) {
  const staged = new Map<string, string>();
  const get = db.prepare<[string], { text: string }>('SELECT text FROM blobs WHERE hash = ?');
  const add = db.prepare('INSERT OR IGNORE INTO blobs VALUES(?, ?)');
  const use = db.prepare('INSERT OR IGNORE INTO blob_uses VALUES(?, ?)');
  const uses = db.prepare<[number], { hash: string }>('SELECT hash FROM blob_uses WHERE pos = ?');
  const unuse = db.prepare('DELETE FROM blob_uses WHERE pos = ?');
  const drop = db.prepare(
    'DELETE FROM blobs WHERE hash = ? AND NOT EXISTS (SELECT 1 FROM blob_uses u WHERE u.hash = blobs.hash)',
  );
  return {
    /** Stages a text and gives its hash; the text is made well-formed first. */
    put: (text: string): string => {
      const clean = text.isWellFormed() ? text : text.toWellFormed();
      const name = blobHash(clean);
      if (!staged.has(name)) staged.set(name, clean);
      return name;
    },
    get: (name: string): string | undefined => staged.get(name) ?? get.get(name)?.text,
    areStaged: (): boolean => staged.size > 0,
    /** Writes what is staged; call `written` once the transaction is through. */
    write: (): void => {
      for (const [name, text] of staged) add.run(name, text);
    },
    written: (): void => staged.clear(),
    /** Notes that the event at `pos` names these blobs. */
    use: (pos: number, names: readonly string[]): void => {
      for (const name of names) use.run(name, pos);
    },
    /** Removes the blobs that only the event at `pos` named (B2). */
    release: (pos: number): void => {
      const names = uses.all(pos);
      unuse.run(pos);
      for (const { hash: name } of names) drop.run(name);
    },
  };
}
