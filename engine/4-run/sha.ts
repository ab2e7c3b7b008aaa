// The runner's hash: the same as base/canonical.ts gives, by the platform's own and faster SHA-256.

import { hash } from 'node:crypto';
import { canonical } from '../base/canonical.ts';

/** SHA-256 of a value's canonical JSON as 64 hex characters; equals `hashOf`. */
export const shaOf = (x: unknown): string => hash('sha256', canonical(x));
