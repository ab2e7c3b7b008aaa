// What a workflow may use, as one thing that is saved together.

import type { Card, Practice, ToolServer } from './schema.ts';

/** Its tools, their servers, and what plays them while practising. */
export type ToolsFile = { cards: Card[]; servers: ToolServer[]; doubles: Practice['tools'] };
