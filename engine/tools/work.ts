// What the pool can be asked to do: the name of each piece of work, what it takes and what it
// brings. The other end is engine/workspace/worker.ts.
// W1 everything here travels between threads: plain data and bytes, never a function.

import type { JsonObject } from '../base/value.ts';
import type { FileText } from './file-kinds.ts';
import type { Found, Searched } from './knowledge-index.ts';

export type Jobs = {
  /** The words in a document. */
  text: { in: { name: string; bytes: Uint8Array }; out: FileText };
  /** The parts of a mail; undefined when it is none. */
  mail: { in: { bytes: Uint8Array }; out: JsonObject | undefined };
  /** The passages of a folder that speak of something; its index is brought up to date first. */
  search: { in: Searched; out: Found };
};
/** One piece of work as it is sent. */
export type Job = { [N in keyof Jobs]: { name: N; input: Jobs[N]['in'] } }[keyof Jobs];
