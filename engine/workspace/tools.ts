// Which kinds of tool this program brings, and with what each is built.

import type { ToolPort } from '../4-run/ports.ts';
import {
  createTools,
  folderAdapter,
  mailParseAdapter,
  practiceAdapter,
} from '../tools/adapters.ts';
import type { World } from '../tools/world.ts';

/** What the tools are built from. */
export type ToolParts = { world: World };

/** Every tool the product can use. */
export const toolsOf = ({ world }: ToolParts): ToolPort =>
  createTools({
    practice: practiceAdapter(world),
    folder: folderAdapter,
    mail_parse: mailParseAdapter,
  });
