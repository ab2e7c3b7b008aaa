// Taking mails apart without holding up the engine's thread: long ones are read beside it.
// RM1 a mail that cannot be read in time, or is none, is none; nothing about it is guessed.

import { LIMITS } from '../base/limits.ts';
import type { JsonObject } from '../base/value.ts';
import { parseMail } from './mail-text.ts';
import type { Pool, PoolLimits } from './pool.ts';

/** The parts of a mail; undefined when it is none (RM1). Never rejects. */
export type ReadMail = (bytes: Uint8Array, limits?: PoolLimits) => Promise<JsonObject | undefined>;

/** A reader that hands long mails to a pool. */
export const mailReader =
  (pool: Pool): ReadMail =>
  async (bytes, limits) => {
    if (bytes.length <= LIMITS.workBytes) return parseMail(bytes);
    const done = await pool.run('mail', { bytes }, limits);
    return done.ok ? done.value : undefined;
  };
