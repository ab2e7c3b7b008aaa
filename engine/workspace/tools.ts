// Which kinds of tool this program brings, and with what each is built.

import path from 'node:path';
import type { ToolPort } from '../4-run/ports.ts';
import type { Net } from '../net/safe-fetch.ts';
import type { SecretPort } from '../secrets/port.ts';
import {
  createTools,
  folderAdapter,
  mailParseAdapter,
  practiceAdapter,
} from '../tools/adapters.ts';
import { openFileLog } from '../tools/file-log.ts';
import { textReader } from '../tools/file-text.ts';
import { filesAdapter } from '../tools/files.ts';
import { httpAdapter } from '../tools/http.ts';
import { knowledgeAdapter } from '../tools/knowledge.ts';
import { mailReadAdapter } from '../tools/mail-read.ts';
import { mailReader, type ReadMail } from '../tools/mail-reader.ts';
import { mailSendAdapter } from '../tools/mail-send.ts';
import type { Pool } from '../tools/pool.ts';
import { sqlAdapter } from '../tools/sql.ts';
import type { World } from '../tools/world.ts';
import type { ToolServers } from '../tools/mcp.ts';
import { SQL_PROCESS } from './beside.ts';

/** What the tools are built from. */
export type ToolParts = {
  world: World;
  /** Where long work is done. */
  pool: Pool;
  /** Where tools keep what they must remember. */
  stateDir: string;
  /** Tools of other programs; none where nobody brings them. */
  servers?: ToolServers;
  /** The way out of this computer, and what it may carry; without it nothing leaves. */
  outside?: { net: Net; secrets: SecretPort };
};

/** Every tool the product can use. */
export const toolsOf = ({ world, pool, stateDir, servers, outside }: ToolParts): ToolPort =>
  createTools({
    practice: practiceAdapter(world),
    folder: folderAdapter(textReader(pool)),
    files: filesAdapter(textReader(pool), openFileLog(path.join(stateDir, 'files.jsonl'))),
    knowledge: knowledgeAdapter(pool, path.join(stateDir, 'knowledge')),
    sql: sqlAdapter(SQL_PROCESS),
    ...(outside ? reachingOut(outside, mailReader(pool)) : {}),
    mail_parse: mailParseAdapter(mailReader(pool)),
    ...(servers ? { mcp: servers.adapter } : {}),
  });

/** The tools that speak to other computers. */
const reachingOut = (outside: NonNullable<ToolParts['outside']>, readMail: ReadMail) => ({
  http: httpAdapter(outside),
  mail_send: mailSendAdapter(outside),
  mail_read: mailReadAdapter(outside, readMail),
});
