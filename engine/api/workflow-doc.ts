// A workflow as the designer is handed it: its drawing, and the files beside it.

import type { Folder } from '../1-document/schema.ts';
import type { WorkflowDoc } from './contract.ts';

/** Everything the designer needs; `hash` is the file's. */
export const docOf = (slug: string, hash: string, folder: Folder): WorkflowDoc => ({
  slug,
  hash,
  workflow: folder.workflow,
  cards: folder.cards,
  rules: folder.rules,
  prompts: folder.prompts,
  practice: folder.practice,
  inputs: folder.inputs,
});
