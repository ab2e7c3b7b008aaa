// The part of the contract about the versions of a workflow: what was saved, named and published.
// It is spread into contract.ts.

import { z } from 'zod';
import { workflowSchema, type Folder, type Workflow } from '../1-document/schema.ts';
import type { VersionEntry } from '../1-document/summary.ts';
import { publishedSchema, type Published } from '../1-document/published.ts';

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,80}$/);
/** `1700000000000-0a1b2c3d` of a saved version, `v1.2.0` of a published one. */
const id = z.string().regex(/^(\d{13,16}-[0-9a-f]{8}|v\d{1,9}\.\d{1,9}\.\d{1,9})$/);
const by = z.string().max(48).optional();
const name = z.string().max(120);

export const HISTORY_COMMANDS = {
  /** An empty name takes it away. */
  nameVersion: z.strictObject({ slug, id, name }),
  /** Keeps a form that does not stand in the file, such as the side of a conflict that lost. */
  setAside: z.strictObject({ slug, workflow: workflowSchema, name: name.min(1), by }),
  /** `hash`: of the file that is published. `changed`: the sentences the person was shown. */
  publishWorkflow: z.strictObject({
    slug,
    hash: z.string(),
    version: publishedSchema.shape.version,
    note: z.string().max(4000).default(''),
    changed: publishedSchema.shape.changed,
    by,
  }),
  copyVersion: z.strictObject({ slug, id, name: name.min(1) }),
} as const;

export const HISTORY_QUERIES = {
  versions: z.strictObject({ slug }),
  version: z.strictObject({ slug, id }),
  /** What was published last. */
  published: z.strictObject({ slug }),
  /** Whether anything in the folder was changed: asked often, answered without reading it all. */
  mark: z.strictObject({ slug }),
} as const;

/** What decides about runs, and stands beside the drawing. */
export type Parts = Pick<Folder, 'cards' | 'rules' | 'prompts' | 'servers'>;
export type Last = Pick<Published, 'version' | 'at' | 'note' | 'by'> & {
  isFound: boolean;
  workflow: Workflow;
} & Parts;

export type HistoryAnswers = {
  nameVersion: { ok: true };
  setAside: { id: string };
  publishWorkflow: { hash: string } | { conflict: true };
  copyVersion: { slug: string };
  versions: { versions: VersionEntry[] };
  /** `parts` only of a published version: of the others the drawing alone was kept. */
  version: { workflow: Workflow; parts: Parts | null };
  published: { last: Last | null };
  mark: { hash: string; mark: string };
};
