// What a card says for its kind of tool: an account, a folder, a table, the tool of a server.
// TP1 strict: a word the kind does not know is a fault, never ignored. The tool reads its card by
//     this when it is called, and the drawing is held against the same before.
// TP2 kinds that are not listed take what they know and have nothing that must be said.

import { z } from 'zod';
import type { AuthorityCard, ToolKind } from '../node.ts';
import { httpSchema } from './http-options.ts';
import { formOf, type SqlOptions } from './sql-options.ts';

/** Written on one line, however long it may become. */
const LINE = { widget: 'text' };

const accountSchema = z.strictObject({
  host: z.string().min(1).max(253).meta(LINE),
  port: z.int().min(1).max(65_535),
  /** `tls` from the first byte, `starttls` before anything of value, `none` in the own network. */
  security: z.enum(['tls', 'starttls', 'none']).default('tls'),
  /** Absent: the account asks for no password. */
  user: z.string().max(254).meta(LINE).optional(),
});
export type Account = z.infer<typeof accountSchema>;

export const sendSchema = z.strictObject({
  ...accountSchema.shape,
  from: z.email(),
  fromName: z.string().max(120).optional(),
  /** Whole addresses, or `@domain` for everybody there; `anybody` has to be said. */
  allow: z
    .union([z.literal('anybody'), z.array(z.string().max(254)).max(200)])
    .default([])
    .meta({ widget: 'recipients' }),
  /** Where the server itself keeps what was sent. */
  sent: z
    .strictObject({ ...accountSchema.shape, folder: z.string().max(200) })
    .meta({ advanced: true })
    .optional(),
});
export type SendOptions = z.infer<typeof sendSchema>;

export const readSchema = z.strictObject({
  ...accountSchema.shape,
  /** The folders that may be read. */
  folders: z.array(z.string().min(1).max(200)).min(1).max(50).default(['INBOX']),
});

/**
 * `folder` is granted; files are moved into `to_folder`, or within `folder`. With several doings
 * the argument `do` chooses. Other arguments: `name`, `text`, `to` (the new name).
 */
export const filesSchema = z.strictObject({
  folder: z.string().min(1),
  to_folder: z.string().min(1).optional(),
  may: z
    .array(z.enum(['list', 'read', 'write', 'append', 'move']))
    .min(1)
    .meta({ widget: 'several' }),
  overwrite: z.boolean().default(false),
});

/** A folder that is only read; mails in it are handed on as they came, or as their words. */
const folderSchema = z.strictObject({
  folder: z.string().min(1).default('inputs'),
  mails: z.enum(['whole', 'text']).default('whole'),
});

export const knowledgeSchema = z.strictObject({
  folder: z.string().min(1),
  most: z.int().min(1).max(50).default(8),
});

const name = z.string().min(1).max(128);
/** A bare list means that arguments and columns are called the same. */
const columns = z
  .union([z.array(name).min(1).max(50), z.record(name, name)])
  .transform((given) =>
    Array.isArray(given) ? given.map((one) => [one, one] as const) : Object.entries(given),
  )
  .meta({ widget: 'columns' });
export const sqlSchema: z.ZodType<SqlOptions> = z.strictObject({
  file: z.string().min(1),
  write: z.boolean().default(false),
  table: name.optional(),
  find: columns.optional(),
  show: z.array(name).min(1).max(100).optional(),
  insert: columns.optional(),
  key: columns.optional(),
  update: columns.optional(),
  rows: z.int().min(1).max(1000).default(100),
  changes: z.int().min(1).max(100_000).default(1).meta({ advanced: true }),
  sql: z.string().min(1).max(20_000).meta({ widget: 'long_text', advanced: true }).optional(),
});

/** Further names may travel with it, such as those of arguments that are called otherwise there. */
const mcpSchema = z.looseObject({ server: z.string().min(1), tool: z.string().min(1) });

/** What each kind of tool is told; forms are drawn from these (TP2). */
export const OPTION_SCHEMAS: Partial<Record<ToolKind, z.ZodType>> = {
  http: httpSchema,
  mail_send: sendSchema,
  mail_read: readSchema,
  files: filesSchema,
  folder: folderSchema,
  knowledge: knowledgeSchema,
  sql: sqlSchema,
  mcp: mcpSchema,
};

/** The first option of a card its kind of tool cannot work with; undefined when all is well. */
export function wrongOption(card: Pick<AuthorityCard, 'adapter' | 'options'>): string | undefined {
  const read = OPTION_SCHEMAS[card.adapter]?.safeParse(card.options ?? {});
  if (!read || read.success)
    return card.adapter === 'sql' && read && !formOf(read.data as SqlOptions) ? 'sql' : undefined;
  const [issue] = read.error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  return unknown ?? (issue?.path.join('.') || 'options');
}
