// The seal of an event: what makes a change of any byte of the journal visible.
// C1 an event's seal is SHA-256 over the seal before it in the run and every column but the body.
// C2 the body enters only through `sum`, SHA-256 of salt and text, so it can be removed later.
// C3 `key` names the way of sealing; `plain` needs no secret, `none` seals nothing (scratch journals).

import { hash } from 'node:crypto';
import { SALT_CHARS } from './salt.ts';

export type SealKey = 'plain' | 'none';

/** Every sealed column of an event, as stored. */
export type Sealed = {
  pos: number;
  seq: number;
  run: string;
  root: string;
  at: number;
  type: string;
  v: number;
  key: string;
  head: string;
  sum: string | null;
};

const sha256 = (text: string): string => hash('sha256', text, 'base64url');

/** The seal of an event that follows one with seal `before` (empty for the first of a run). */
export const sealOf = (before: string, e: Sealed): string =>
  sha256(
    `${before}\n${e.key}\n${e.pos}\n${e.seq}\n${e.run}\n${e.root}\n${e.at}\n${e.type}\n${e.v}` +
      `\n${e.sum ?? ''}\n${e.head}`,
  );

/** What stands for a body in its seal. */
export const sumOf = (body: string): string => sha256(body);

/** A body from its parts; null when there is nothing to store. */
export const bodyOf = (salt: () => string, payload: string, work: string): string | null =>
  payload === '' && work === ''
    ? null
    : work === ''
      ? salt() + payload
      : `${salt()}${payload}\n${work}`;

/** The parts of a body. JSON text never holds a raw line break, so the first one divides. */
export function partsOf(body: string | null): { payload: string; work: string } {
  if (body === null) return { payload: '', work: '' };
  const line = body.indexOf('\n', SALT_CHARS);
  return line < 0
    ? { payload: body.slice(SALT_CHARS), work: '' }
    : { payload: body.slice(SALT_CHARS, line), work: body.slice(line + 1) };
}
