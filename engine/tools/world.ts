// The practice world as tools see it: tables, an outbox, and what each call already did there.
// W1 one call leaves one trace under its key: rows, mail and answer together, or nothing.
// W2 the same key again changes nothing and gives the answer it gave before.

import type { JsonObject } from '../base/value.ts';
import type { ToolReply } from '../node.ts';

export type WorldMail = { to: string; subject: string; body: string };
/** Everything one call did. `run` is the run it was made for. */
export type Deed = {
  key: string;
  run: string;
  at: number;
  tool: string;
  rows: { table: string; row: JsonObject }[];
  mail?: WorldMail | undefined;
  reply: ToolReply;
};

export type World = {
  /** The answer a call with this key was given, if there was one (W2). */
  answered: (key: string) => ToolReply | undefined;
  /** Rows of a table, oldest first. */
  rows: (table: string) => JsonObject[];
  /** Records a call's trace at once (W1). */
  record: (deed: Deed) => void;
};
