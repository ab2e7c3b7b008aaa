// What a person is shown of tools of other programs before agreeing to them. Pure types: the engine
// fills them in (tools/mcp-view.ts), the screen and the command line show them.
// TV1 every word that decides what runs is there, whole; nothing that hides is left hidden.
// TV2 the state is the engine's finding, never a server's word.

import type { AuthorityCard } from '../node.ts';

/** Where the value of a variable comes from. */
export type EnvSource = 'secret' | 'computer' | 'nowhere';

/** One line of the words: `part` is a code of the catalogue (`tools.part.<part>`). */
export type Word = {
  part: 'command' | 'file' | 'arg' | 'cwd' | 'env' | 'address' | 'secret';
  text: string;
  /** Something in it does not look like what it is. */
  odd?: true;
  /** For variables. */
  from?: EnvSource;
};
export type Warning = 'fetches_code' | 'deceptive' | 'no_program' | 'no_secret';

/** A server as it stands before a person (TV1). */
export type ServerView = {
  id: string;
  title: string;
  transport: 'program' | 'address';
  /** What is agreed to; pass it back when agreeing. */
  hash: string;
  state: 'agreed' | 'asks';
  words: Word[];
  warnings: Warning[];
};

export type Line = { kind: 'same' | 'gone' | 'new'; text: string };
export type Change = { part: 'title' | 'description' | 'args' | 'hints'; lines: Line[] };
/** What a tool says about itself in hints; shown as its claim, believed by nobody. */
export type Claim = 'reads' | 'destroys' | 'repeats' | 'outside';
export type Draft = Omit<AuthorityCard, 'adapter'> & { adapter: 'mcp' };

/** A tool of a server (TV2). */
export type ToolView = {
  /** `server/tool`: two servers never share a name. */
  name: string;
  tool: string;
  state: 'agreed' | 'new' | 'changed' | 'gone';
  /** What is agreed to; pass it back when agreeing. */
  pin: string;
  description: string;
  claims: Claim[];
  changes: Change[];
  /** Cards of the workflow that use it. */
  cards: string[];
  /** A card to start from, where there is none. */
  draft?: Draft;
};
