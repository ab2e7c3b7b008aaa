// One spelling for every JSON value, and its hash. Approvals, pins, machine ids and blobs rest on
// it.
// C1 two equal values have one spelling: sorted keys, no spaces, well-formed strings (RFC 8785
//     order).
// C2 synchronous and the same in the engine and in a browser.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Canonical JSON text. Lone surrogates become U+FFFD; `undefined` properties are left out. */
export function canonical(x: unknown): string {
  if (typeof x === 'string') return JSON.stringify(x.toWellFormed());
  if (Array.isArray(x)) return `[${x.map((y) => canonical(y ?? null)).join(',')}]`;
  if (typeof x === 'object' && x !== null) {
    const own = x as Record<string, unknown>;
    let members = '';
    for (const key of Object.keys(own).sort()) {
      if (own[key] === undefined) continue;
      if (members !== '') members += ',';
      members += `${JSON.stringify(key.toWellFormed())}:${canonical(own[key])}`;
    }
    return `{${members}}`;
  }
  return JSON.stringify(x ?? null);
}

/** SHA-256 of a text as 64 hex characters. */
export const hashText = (text: string): string =>
  bytesToHex(sha256(utf8ToBytes(text.toWellFormed())));

/** SHA-256 of a value's canonical JSON as 64 hex characters. */
export const hashOf = (x: unknown): string => hashText(canonical(x));
