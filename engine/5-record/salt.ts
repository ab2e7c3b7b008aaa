// Where salts come from: the only chance in this folder.
// A salt keeps a removed payload from being guessed back from its hash, so it must not be
// predictable.

import { randomFillSync } from 'node:crypto';

const POOL = 4096;
const BYTES = 16;
/** Characters of a salt: 16 random bytes in base64url. */
export const SALT_CHARS = 22;

/** A source of salts; random bytes are fetched 256 salts at a time. */
export function saltSource(): () => string {
  const pool = Buffer.alloc(POOL);
  let at = POOL;
  return () => {
    if (at === POOL) {
      randomFillSync(pool);
      at = 0;
    }
    at += BYTES;
    return pool.toString('base64url', at - BYTES, at);
  };
}
