// Who may speak to the loopback port: whoever holds this launch's token. The token never stands in
// an address; the printed address carries a code that can be exchanged for it once, soon.
// K1 256 bits for the token and for each code, made new on every launch; compared in constant time.
// K2 a code works once and for 60 seconds. Asking for a new address makes a new code.
// K3 guessing is answered more and more slowly for the guesser only: the holder of the token is
//    never locked out by somebody else's guesses.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const CODE_MS = 60_000;
const GUESSES = 10;
const WINDOW_MS = 60_000;

export type Access = {
  /** A fresh one-time code. */
  newCode: () => string;
  /** The token for a code that is right, unused and young; else why not. */
  exchange: (code: string) => { token: string } | 'wrong' | 'too_many';
  /** What an Authorization header is worth. */
  check: (header: string | undefined) => 'right' | 'missing' | 'wrong' | 'too_many';
};

const secret = (): string => randomBytes(32).toString('base64url');
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
/** Equal length by hashing first, so that the comparison tells nothing by its time (K1). */
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

/** One launch's token and codes; `now` in milliseconds. */
export function createAccess(now: () => number): Access {
  const token = secret();
  const codes = new Map<string, number>();
  let guesses: number[] = [];
  const guessed = (): 'wrong' | 'too_many' => {
    guesses = [...guesses.filter((at) => at > now() - WINDOW_MS), now()].slice(-GUESSES - 1);
    return guesses.length > GUESSES ? 'too_many' : 'wrong';
  };
  return {
    newCode: () => {
      for (const [code, until] of codes) if (until <= now()) codes.delete(code);
      const code = secret();
      codes.set(code, now() + CODE_MS);
      return code;
    },
    exchange: (code) => {
      const known = [...codes].find(([one]) => isSame(one, code));
      if (!known) return guessed();
      codes.delete(known[0]);
      return known[1] > now() ? { token } : 'wrong';
    },
    check: (header) => {
      if (header === undefined) return 'missing';
      return isSame(header, `Bearer ${token}`) ? 'right' : guessed();
    },
  };
}
