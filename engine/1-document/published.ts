// A published version of a workflow, as a file.
// PU1 a published version is the whole folder as it stood: drawing, rules, tools, prompts. It lies
//     as `published/<version>.json` in the workflow's own folder, so that it travels with it.
// PU2 pure and total: what cannot be read any more is no published version.

import { z } from 'zod';
import { parseFolder } from './parse.ts';
import type { Folder } from './schema.ts';

const said = z.strictObject({
  code: z.string().max(200),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  topic: z.string().max(40),
});

export const publishedSchema = z.strictObject({
  format: z.literal('interlock/published@1'),
  version: z.string().regex(/^\d{1,9}\.\d{1,9}\.\d{1,9}$/),
  /** Milliseconds since 1970. */
  at: z.number(),
  by: z.string().max(48).optional(),
  /** What changed, in the words of who published it. */
  note: z.string().max(4000).default(''),
  /** Sentences of the contract that are no longer so, and those that are now. */
  changed: z
    .array(z.strictObject({ was: said.nullable(), is: said.nullable() }))
    .max(1000)
    .default([]),
  /** Taken as it was found when it was first changed here, without anybody publishing it here. */
  found: z.literal(true).optional(),
  /** The files of the folder, by path. */
  files: z.record(z.string().max(300), z.string()),
});
export type Published = z.infer<typeof publishedSchema>;

/** The folder of a published version, as this program reads it today; undefined if it cannot. */
export function publishedFolder({ files }: Pick<Published, 'files'>): Folder | undefined {
  return parseFolder(files).folder;
}
