// The part of the contract with which somebody begins: people, models, practising, files that come
// and go, and a drawing made of a description. It is spread into contract.ts.

import { z } from 'zod';
import { modelsSchema, peopleSchema, type Problem, type Workflow } from '../1-document/schema.ts';
import type { PersonUse } from '../1-document/person-use.ts';
import type { ToLink } from '../1-document/unlink.ts';
import type { Said } from '../node.ts';

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,80}$/);
/** What the asker calls something that takes a while, so that it can be given up. */
const job = z.string().regex(/^[\w-]{1,64}$/);
const hash = z.string().max(80);
const address = z.url({ protocol: /^https?$/ }).max(500);
const key = z.string().min(1).max(20_000).optional();

export const START_COMMANDS = {
  /** `was`: the hash of the people the change was made on. */
  savePeople: z.strictObject({ was: hash, people: peopleSchema }),
  saveModels: z.strictObject({ was: hash, models: modelsSchema }),
  /** Whether runs that begin from now on practise. */
  setPractice: z.strictObject({ practice: z.boolean() }),
  /** Asks an address which models it offers; `key` is used for this and kept nowhere. */
  listModels: z.strictObject({ job, address, key, secret: z.string().max(48).optional() }),
  /** One short real question; `key` is used for this and kept nowhere. */
  tryModel: z.strictObject({ job, entry: modelsSchema.shape.fast.element, key }),
  /** Has the model of careful work make a drawing of a description. Nothing of it is run. */
  drawWorkflow: z.strictObject({ job, description: z.string().min(10).max(4000) }),
  /** Gives up what was begun under this name. */
  cancelJob: z.strictObject({ job }),
  /** A workflow that came as one file; it is linked to nothing. */
  importFile: z.strictObject({ name: z.string().max(200), base64: z.string() }),
} as const;

export const START_QUERIES = {
  /** What each person is used for. */
  personUses: z.strictObject({}),
  /** What recorded runs asked of models, by workflow and role. */
  modelUse: z.strictObject({}),
  /** What a drawing made of a description can cost at most. */
  drawCost: z.strictObject({ description: z.string().max(4000) }),
  /** A workflow as one file. */
  exportFile: z.strictObject({ slug }),
  /** A shipped sample as it was shipped. */
  sample: z.strictObject({ slug }),
} as const;

/** What one role was asked in the runs of one workflow, all of them together. */
export type RoleUse = { calls: number; inputTokens: number; outputTokens: number };
export type WorkflowUse = {
  workflow: string;
  name: string;
  runs: number;
  roles: Partial<Record<'fast' | 'careful' | 'code' | 'judge', RoleUse>>;
};

type Spent = { ms: number; tokens: number; costNano: number | null };
export type Drawn = Spent & {
  model: string;
  /** The prompt that was used: `1.0.0`. */
  prompt: string;
  /** Questions asked: the first, and up to two to mend what was wrong. */
  rounds: number;
} & (
    | {
        ok: true;
        workflow: Workflow;
        problems: Problem[];
        /** What it wants to use outside, in the model's words; nothing of it is linked. */
        wishes: { step: string; wish: string }[];
      }
    | { ok: false; trouble: Said }
  );

export type StartAnswers = {
  savePeople: { ok: true };
  saveModels: { ok: true };
  setPractice: { ok: true };
  listModels: { ok: true; address: string; models: string[] } | { ok: false; trouble: Said };
  tryModel: Spent & ({ ok: true; said: string } | { ok: false; trouble: Said });
  drawWorkflow: Drawn;
  cancelJob: { cancelled: boolean };
  importFile: { slug: string; name: string; toLink: ToLink; renamed: boolean };
  personUses: { uses: Record<string, PersonUse[]> };
  modelUse: { workflows: WorkflowUse[] };
  /** `atMost` in nano-dollars, all questions together; null where nobody knows the price. */
  drawCost: { model: string; at: string; atMost: number | null } | { why: Said };
  exportFile: { name: string; text: string; left: string[] };
};
