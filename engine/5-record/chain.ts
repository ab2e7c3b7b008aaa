// The seal of an event: what makes a change of any byte of the journal visible.
// C1 an event's seal is SHA-256 over the seal before it in the run and everything but the body.
// C2 the body enters only through `sum`, SHA-256 of salt and text, so it can be removed later.
// C3 `key` names the way of sealing; `plain` needs no secret, `none` seals nothing (scratch
//    journals).

import { hash } from 'node:crypto';
import { SALT_CHARS } from './salt.ts';

export type SealKey = 'plain' | 'none';

const sha256 = (text: string): string => hash('sha256', text, 'base64url');

/** What an event's seal covers besides its body's sum and the seal before it. */
export type Sealed = {
  pos: number;
  seq: number;
  run: string;
  root: string;
  at: number;
  key: string;
  /** Type, version and head, as stored. */
  line: string;
  /** Of the body; empty when there never was one. */
  sum: string;
};

/** The seal of an event that follows one with seal `before` (empty for the first of a run). */
export const sealOf = (before: string, e: Sealed): string =>
  sha256(
    `${before}\n${e.key}\n${e.pos}\n${e.seq}\n${e.run}\n${e.root}\n${e.at}\n${e.sum}\n${e.line}`,
  );

/** What stands for a body in its seal. */
export const sumOf = (body: string): string => sha256(body);

/** A body from its parts; empty when there is nothing to keep. */
export function bodyOf(salt: () => string, payload: string, work: string): string {
  if (payload === '' && work === '') return '';
  return work === '' ? salt() + payload : `${salt()}${payload}\t${work}`;
}

/** The parts of a body. JSON text never holds a raw tab, so the first one divides. */
export function partsOf(body: string): { payload: string; work: string } {
  if (body === '') return { payload: '', work: '' };
  const tab = body.indexOf('\t', SALT_CHARS);
  return tab < 0
    ? { payload: body.slice(SALT_CHARS), work: '' }
    : { payload: body.slice(SALT_CHARS, tab), work: body.slice(tab + 1) };
}
