// The document a person draws, and the files beside it. Strict: unknown keys are problems with a
// path.
// D1 saving never changes `version`. D2 behaviour never depends on position.
// D3 ids are unique in the whole document, containers included; `__` is reserved for generated ids.

import { z } from 'zod';
import { conditionSchema } from '../base/condition-schema.ts';
import { isId } from '../base/ids.ts';
import { fieldSchema } from '../base/kinds.ts';
import { LIMITS } from '../base/limits.ts';
import type { JsonObject } from '../base/value.ts';

const id = z.string().refine(isId, { error: 'id' });
const name = z.string().min(1).max(120);

const nodeSchema = z.strictObject({
  id,
  /** `<type>@<version>` of a registered step. */
  type: z.string().regex(/^[a-z][a-z0-9_]*@\d+$/),
  name,
  at: z.tuple([z.number(), z.number()]),
  settings: z.record(z.string(), z.json()).default({}),
  /**
   * How several arrows into this step are awaited; the rules stand in
   * e2e/bisimulation/reference.ts.
   */
  join: z.enum(['all', 'every', 'first']).optional(),
  /** Problem ports whose default way out the person switched off. */
  noDefault: z.array(z.string().max(48)).max(20).optional(),
  timeoutMs: z
    .int()
    .min(1)
    .max(31 * 86_400_000)
    .optional(),
  attempts: z.int().min(1).max(LIMITS.attempts).optional(),
  /** A limit of its own over all its visits and everything inside it: budgets/ledger.ts. */
  get budget() {
    return partialBudgetSchema.optional();
  },
  /** Its place is kept: nothing moves it until this is taken away. Says nothing about a run. */
  locked: z.literal(true).optional(),
  /** A room drawn as one card. Says nothing about a run. */
  collapsed: z.literal(true).optional(),
  /** Containers (loop, for each, group) carry their own scope. */
  get scope(): z.ZodOptional<typeof scopeSchema> {
    return scopeSchema.optional();
  },
});

const edgeSchema = z.strictObject({ from: id, port: z.string().max(48), to: id });
const noteSchema = z.strictObject({
  id,
  text: z.string().max(4000),
  at: z.tuple([z.number(), z.number()]),
  size: z.tuple([z.number(), z.number()]).optional(),
});

const scopeSchema = z.strictObject({
  nodes: z.array(nodeSchema).max(LIMITS.nodes),
  edges: z.array(edgeSchema).max(LIMITS.nodes * 4),
  notes: z.array(noteSchema).max(LIMITS.notes).default([]),
});

export const budgetSchema = z.strictObject({
  costUsd: z.number().min(0).max(100_000),
  modelCalls: z.int().min(0).max(100_000),
  toolCalls: z.int().min(0).max(100_000),
  tokens: z.int().min(0).max(1_000_000_000),
  minutes: z
    .number()
    .min(0)
    .max(31 * 24 * 60),
  attempts: z.int().min(0).max(100_000),
  onLimit: z.enum(['ask', 'stop']),
});

/** A limit beside the run's: only what it names is limited. */
const partialBudgetSchema = budgetSchema.partial();

export const OWNER_SLOTS = [
  'mission',
  'authority',
  'cost',
  'memory',
  'approvals',
  'incidents',
  'judgment',
] as const;
const ownersSchema = z.strictObject(
  Object.fromEntries(OWNER_SLOTS.map((slot) => [slot, z.string().max(48).optional()])) as Record<
    (typeof OWNER_SLOTS)[number],
    z.ZodOptional<z.ZodString>
  >,
);

export const workflowSchema = z.strictObject({
  format: z.literal('interlock/workflow@1'),
  id,
  name,
  version: z.string().regex(/^\d+\.\d+\.\d+(\+[a-z0-9.]+)?$/),
  purpose: z.string().max(2000).default(''),
  owners: ownersSchema.default({}),
  tags: z.record(z.string().max(48), z.json()).default({}),
  overlap: z
    .strictObject({ key: z.json(), rule: z.enum(['queue', 'refuse', 'replace', 'allow']) })
    .optional(),
  input: z.array(fieldSchema).max(100).default([]),
  budget: budgetSchema,
  scope: scopeSchema,
  breakpoints: z.array(z.string().max(48)).max(100).default([]),
});

/**
 * One rule; first match wins. Conditions look at tool, class, effect, step, workflow, mode, hour,
 * amount, args.<name> and labels.<name>: see policy/rules.ts. `ask` names who is asked.
 */
const ruleSchema = z.strictObject({
  id,
  name,
  when: conditionSchema,
  then: z.enum(['allow', 'ask', 'deny']),
  ask: z.string().max(48).optional(),
});
export const rulesSchema = z.array(ruleSchema).max(200);

export const cardSchema = z.strictObject({
  name: id,
  title: name,
  description: z.string().max(500).default(''),
  adapter: z.enum([
    'practice',
    'folder',
    'mail_parse',
    'http',
    'mcp',
    'files',
    'mail_send',
    'mail_read',
    'sql',
    'knowledge',
  ]),
  options: z.record(z.string(), z.json()).optional(),
  /** `name` or `name:port`; ports and names are compared exactly, never by ending. */
  hosts: z
    .array(z.string().regex(/^[a-z0-9.:[\]-]+$/))
    .max(50)
    .optional(),
  secret: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/)
    .max(48)
    .optional(),
  class: z.enum(['customer_data', 'communication', 'operational', 'workflow', 'money']),
  effect: z.enum(['none', 'read', 'write', 'irreversible', 'spend']).default('irreversible'),
  idempotency: z.enum(['key', 'check', 'none']).default('none'),
  keyTravels: z
    .strictObject({ as: z.enum(['header', 'field']), name: z.string().max(60) })
    .optional(),
  approval: z.enum(['never', 'when', 'always']).optional(),
  askWhen: conditionSchema.optional(),
  evidence: z.array(z.string().max(48)).max(50).optional(),
  args: z.array(fieldSchema).max(50).default([]),
  result: z.array(fieldSchema).max(50).default([]),
  amountArg: z.string().max(48).optional(),
  source: z.string().max(48).default('tool'),
  alwaysFresh: z.boolean().optional(),
  timeoutMs: z.int().min(1).max(3_600_000).default(30_000),
  rate: z.strictObject({ calls: z.int().min(1), perMs: z.int().min(1) }).optional(),
  concurrency: z.int().min(1).max(100).optional(),
  latencyMs: z.int().min(1).optional(),
  undo: z.string().max(500).optional(),
  pin: z.string().max(80).optional(),
  freshWithinMs: z.int().min(1).optional(),
  subject: z
    .strictObject({ arg: z.string().max(48), result: z.string().min(1).max(200) })
    .optional(),
  proof: z.string().min(1).max(200).optional(),
  /** Came with somebody else's workflow, only played until linked here: the steps that wait. */
  unlinked: z.array(id).max(LIMITS.nodes).optional(),
});

/**
 * An MCP server a workflow's cards speak of by id. Naming one starts nothing: a program is started
 * only after a person on this computer has agreed to exactly these words (tools/consent.ts).
 */
const serverSchema = z.discriminatedUnion('transport', [
  z.strictObject({
    id,
    title: name,
    transport: z.literal('program'),
    command: z.string().min(1).max(1000),
    args: z.array(z.string().max(4000)).max(100).default([]),
    /** Names of the environment variables it may see; their values are secrets or the system's. */
    env: z
      .array(z.string().regex(/^[A-Z_][A-Z0-9_]*$/))
      .max(50)
      .default([]),
  }),
  z.strictObject({
    id,
    title: name,
    transport: z.literal('address'),
    address: z.url({ protocol: /^https?$/ }),
    secret: z
      .string()
      .regex(/^[a-z][a-z0-9_]*$/)
      .max(48)
      .optional(),
  }),
]);
export const toolsSchema = z.strictObject({
  cards: z.array(cardSchema).max(200),
  servers: z.array(serverSchema).max(50).default([]),
});
export type ToolServer = z.infer<typeof serverSchema>;

/**
 * Scripted behaviour for practising. `answers` fix what a step's model says (by step id and visit;
 * `part` for one inner call of a step that makes several, else it answers all of them);
 * `tools` say what a practice tool answers: the first answer whose condition holds over
 * `args.*` and `world.*`. Texts in `value`, `write` and `mail` may use {"@ref"} and {"@text"} over
 * `args`, `run`, `now`.
 */
export const practiceSchema = z.strictObject({
  answers: z
    .array(
      z.strictObject({
        step: id,
        part: id.optional(),
        visit: z.int().min(1).optional(),
        answer: z.json(),
        doesNotKnow: z.boolean().optional(),
        confidence: z.number().min(0).max(1).optional(),
        reason: z.string().max(2000).optional(),
      }),
    )
    .max(500)
    .default([]),
  tools: z
    .array(
      z.strictObject({
        name: id,
        answers: z
          .array(
            z.strictObject({
              when: conditionSchema.optional(),
              value: z.json(),
              asOf: z.json().optional(),
              fail: z
                .strictObject({
                  kind: z.enum(['terminal', 'retryable']),
                  message: z.string().max(500),
                })
                .optional(),
              write: z
                .array(
                  z.strictObject({
                    table: z.string().max(48),
                    row: z.record(z.string(), z.json()),
                  }),
                )
                .max(10)
                .optional(),
              mail: z.strictObject({ to: z.json(), subject: z.json(), body: z.json() }).optional(),
            }),
          )
          .min(1)
          .max(50),
      }),
    )
    .max(100)
    .default([]),
  /** Rows that stand in the practice world from the start, by table. */
  world: z.record(z.string().max(48), z.array(z.record(z.string(), z.json())).max(500)).default({}),
});

const personSchema = z.strictObject({
  id,
  name,
  mail: z.string().max(200).optional(),
  roles: z.array(z.string().max(48)).max(20),
  /** Largest amount this person may approve, major units; absent = unlimited; 0 = none. */
  limit: z.number().min(0).optional(),
  standIn: z.string().max(48).optional(),
  away: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).optional(),
});
export const peopleSchema = z.array(personSchema).max(1000);

/** Price in US dollars per million tokens. */
const priceSchema = z.strictObject({ input: z.number().min(0), output: z.number().min(0) });
const modelSchema = z.strictObject({
  provider: z.enum(['practice', 'openai']),
  address: z.url({ protocol: /^https?$/ }).optional(),
  model: z.string().max(200),
  secret: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/)
    .max(48)
    .optional(),
  maxOutput: z.int().min(1).max(1_000_000).default(1024),
  /** Tokens that request and answer may have together; a longer request is never cut. */
  window: z.int().min(1).max(100_000_000).optional(),
  price: priceSchema.optional(),
  /** How often, and how often at once, its address may be asked, over all runs. */
  rate: z.strictObject({ calls: z.int().min(1), perMs: z.int().min(1) }).optional(),
  concurrency: z.int().min(1).max(100).optional(),
  /** Slower than this at the 95th percentile, and the others of its role are asked first. */
  latencyMs: z.int().min(1).optional(),
});
export const modelsSchema = z.strictObject({
  fast: z.array(modelSchema).min(1),
  careful: z.array(modelSchema).min(1),
  code: z.array(modelSchema).min(1),
  judge: z.array(modelSchema).min(1),
});

export const workspaceSchema = z.strictObject({
  format: z.literal('interlock/workspace@1'),
  id: z.string().min(8).max(64),
  name,
  timeZone: z.string().max(64).default('UTC'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('USD'),
  language: z.enum(['en', 'de']).default('en'),
  /** False: new runs are real. Else they practise, whatever models and tools are set up. */
  practice: z.boolean().optional(),
  /** What all runs of one day may use together; counters that are not named are not limited. */
  dailyBudget: budgetSchema
    .omit({ onLimit: true })
    .partial()
    .extend({ costUsd: z.number().min(0).default(5) })
    .default({ costUsd: 5 }),
  /** Ended runs older than this, or beyond this size of the record, are removed, oldest first. */
  retention: z
    .strictObject({
      days: z.int().min(1).max(36_500).optional(),
      megabytes: z.int().min(16).max(1_000_000).default(LIMITS.recordMegabytes),
    })
    .optional(),
});

export type WorkflowNode = z.infer<typeof nodeSchema>;
export type WorkflowEdge = z.infer<typeof edgeSchema>;
export type WorkflowScope = z.infer<typeof scopeSchema>;
export type WorkflowNote = z.infer<typeof noteSchema>;
export type Workflow = z.infer<typeof workflowSchema>;
export type Rule = z.infer<typeof ruleSchema>;
export type Card = z.infer<typeof cardSchema>;
export type Practice = z.infer<typeof practiceSchema>;
export type Person = z.infer<typeof personSchema>;
export type Models = z.infer<typeof modelsSchema>;
export type ModelEntry = z.infer<typeof modelSchema>;
export type Workspace = z.infer<typeof workspaceSchema>;

/** What stands above the text of a prompt file, between two lines of three dashes. */
export const promptSchema = z.strictObject({
  owner: z.string().max(48).optional(),
  status: z.enum(['draft', 'staging', 'production']).default('draft'),
  role: z.enum(['fast', 'careful', 'code', 'judge']).optional(),
  dataset: z.string().max(48).optional(),
});
/** A prompt file: front matter and template. */
export type Prompt = z.infer<typeof promptSchema> & { id: string; version: string; body: string };

/** A workflow folder, read and parsed; what validate, compile and the runner take. */
export type Folder = {
  workflow: Workflow;
  rules: Rule[];
  cards: Card[];
  /** MCP servers its cards speak of; absent where there are none. */
  servers?: ToolServer[];
  practice: Practice;
  prompts: Prompt[];
  /** Names of the files under inputs/, for file inputs and examples. */
  inputs: string[];
};

/** Workspace files that every run depends on. */
export type Setting = { workspace: Workspace; people: Person[]; models: Models; rules: Rule[] };

/**
 * A finding about a document. Sentence and help are `problem.<code>` and `.help` in the catalogue.
 */
export type Problem = {
  code: string;
  params: Record<string, string | number>;
  severity: 'error' | 'warning';
  /** Step the finding is about, and the setting inside it (dotted), if any. */
  step?: string;
  field?: string;
  /** Path in the file for problems of shape, e.g. `scope.nodes.3.settings.cases`. */
  path?: string;
  /**
   * A change that removes it, offered as one click: an edit of 1-document/edit.ts with its label
   * code.
   */
  fix?: { code: string; edit: JsonObject };
};
