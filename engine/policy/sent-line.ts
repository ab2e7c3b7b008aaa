// What a person is shown of a call before it is made. Pure types: the engine fills them in
// (tools/sent.ts), the screen shows them.

import type { Said } from '../node.ts';

/** One line; `part` is a code of the catalogue (`tool.try.part.<part>`), `name` narrows it down. */
export type SentLine = {
  part:
    | 'address'
    | 'header'
    | 'key'
    | 'body'
    | 'place'
    | 'from'
    | 'to'
    | 'cc'
    | 'bcc'
    | 'subject'
    | 'folder'
    | 'doing'
    | 'file'
    | 'statement'
    | 'argument';
  text: string;
  name?: string;
};
/** Everything that would be sent, or why nothing could be. */
export type Sent = { lines: SentLine[] } | { fault: Said };
