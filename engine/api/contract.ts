// The one list of what can be asked of Interlock: commands change, queries read, one stream tells.
// The browser, the desktop shell, the command line and the exported server all speak exactly this.
// Every command takes an optional idempotency key; the same key twice gives the first answer again.

import { z } from 'zod';
import {
  modelsSchema,
  peopleSchema,
  workflowSchema,
  type Card,
  type Practice,
  type Problem,
  type Prompt,
  type Rule,
} from '../1-document/schema.ts';
import type { Ceiling } from '../3-compile/ceiling.ts';
import type { ContractSentence } from '../3-compile/sentence.ts';
import type { Json, JsonObject } from '../base/value.ts';
import type { Said } from '../node.ts';
import type { CardView, RunView } from '../4-run/view.ts';
import type { Receipt, Recorded } from '../4-run/events.ts';
import type { KeptResult } from '../1-document/pinned.ts';
import type { Past } from '../6-replay/past.ts';
import {
  WAYS,
  type Action,
  type EngineStanding,
  type Inventory,
  type StopReceipt,
  type Way,
} from '../4-run/inventory.ts';
import type { ServerView, ToolView } from '../policy/tool-view.ts';
import {
  AUTHORITY_COMMANDS,
  AUTHORITY_QUERIES,
  type AuthorityAnswers,
} from './contract-authority.ts';
import { HISTORY_COMMANDS, HISTORY_QUERIES, type HistoryAnswers } from './contract-history.ts';
import { PERSON_COMMANDS, PERSON_QUERIES, type PersonAnswers } from './contract-person.ts';
import { START_COMMANDS, START_QUERIES, type StartAnswers } from './contract-start.ts';

export type { Ceiling, ContractSentence };
/** What a stop of everything meets and comes to: the types its screen is made of. */
export type { Action, EngineStanding, Inventory, StopReceipt, Way };

export type WorkflowEntry = {
  slug: string;
  id: string;
  name: string;
  version: string;
  purpose: string;
  sample: boolean;
  steps: number;
  changedAt: number;
  problems: number;
  featured: boolean;
};
/** All the designer needs to show one workflow. `hash` is the file's; pass it back when saving. */
export type WorkflowDoc = {
  slug: string;
  hash: string;
  workflow: z.infer<typeof workflowSchema>;
  cards: Card[];
  rules: Rule[];
  prompts: Prompt[];
  practice: Practice;
  inputs: string[];
};
/** A saved example; without a past nobody knows yet how it ends. */
export type SavedExample = { id: string; name: string; input: JsonObject; past?: Past };
/** What a step that is tried alone is given of an earlier one; `from` missing: nothing. */
export type GivenStep = {
  step: string;
  /** It cannot do without. */
  isNeeded: boolean;
  from?: 'kept' | 'run';
  run?: string;
  port?: string;
  value?: Json;
};
export type Analysis = {
  problems: Problem[];
  contract: ContractSentence[];
  ceiling: Ceiling | null;
  machineHash: string | null;
};
export type RunListEntry = Pick<
  RunView,
  | 'run'
  | 'workflow'
  | 'name'
  | 'version'
  | 'status'
  | 'outcome'
  | 'end'
  | 'startedAt'
  | 'endedAt'
  | 'mode'
  | 'usage'
  | 'by'
  | 'tags'
  | 'damaged'
  | 'queued'
  | 'test'
> & { waitingFor: string[] };
/** The keychain of this computer, an encrypted file, or the environment (read only). */
export type SecretPlace = 'keychain' | 'file' | 'environment';
export type WorldView = {
  tables: { name: string; rows: { run: string | null; row: JsonObject }[] }[];
};

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,80}$/);
const runId = z.string().max(120);
const by = z.string().max(48).optional();

/** name → what it takes. What it gives stands in `Answers`; the handlers are checked against it. */
export const COMMANDS = {
  /** `how`: drawing, an earlier version brought back, or two sides put together. */
  saveWorkflow: z.strictObject({
    slug,
    hash: z.string(),
    workflow: workflowSchema,
    how: z.enum(['edit', 'restore', 'merge']).default('edit'),
    by,
  }),
  /** Empty, a copy of one here, or of a sample as it was shipped. */
  createWorkflow: z.strictObject({
    name: z.string().min(1).max(120),
    from: slug.optional(),
    sample: slug.optional(),
  }),
  deleteWorkflow: z.strictObject({ slug }),
  startRun: z.strictObject({
    slug,
    input: z.record(z.string(), z.json()),
    by,
    /** Left out: as the workspace's switch stands. */
    practice: z.boolean().optional(),
    pace: z.enum(['watch', 'full']).default('watch'),
    /**
     * Tries a part out: one step alone, everything up to a step, or all of it; practised unless
     * said otherwise. `kept`: results that were kept are used. `given`: what earlier steps are
     * taken to have answered.
     */
    test: z
      .strictObject({
        only: z.string().max(48).optional(),
        until: z.string().max(48).optional(),
        kept: z.boolean().default(true),
        given: z
          .record(z.string().max(48), z.strictObject({ port: z.string().max(48), value: z.json() }))
          .optional(),
      })
      .optional(),
  }),
  /** Keeps what a step answered in a run, for tests (4-run/testing.ts). */
  keepResult: z.strictObject({ slug, step: z.string().max(48), run: runId }),
  /** Puts another value in place of a kept one. */
  editKept: z.strictObject({
    slug,
    step: z.string().max(48),
    port: z.string().max(48),
    value: z.json(),
  }),
  forgetKept: z.strictObject({ slug, step: z.string().max(48) }),
  /** Saves what a run was given, and how it went, as an example of its workflow. */
  saveExample: z.strictObject({ slug, name: z.string().min(1).max(120), run: runId }),
  forgetExample: z.strictObject({ slug, id: z.string().max(80) }),
  setPace: z.strictObject({ run: runId, pace: z.enum(['watch', 'full']) }),
  pauseRun: z.strictObject({ run: runId, by }),
  resumeRun: z.strictObject({ run: runId, by }),
  stepRun: z.strictObject({ run: runId, by, effect: z.string().optional() }),
  stopRun: z.strictObject({ run: runId, by }),
  /**
   * Stops all runs. `finish`: what is at work goes on to its end; `after_step`: what is in flight
   * is let finish; `now`. While the receipt's `isOver` is false ask `stopReceipt` again.
   */
  stopAll: z.strictObject({ how: z.enum(WAYS), by }),
  /** Lets runs that a stop of everything stopped use keys again. */
  releaseKeys: z.strictObject({}),
  decide: z.strictObject({
    card: z.string(),
    choice: z.string().max(48),
    edit: z.record(z.string(), z.json()).optional(),
    note: z.string().max(4000).optional(),
    to: z.string().max(48).optional(),
    by,
  }),
  addInputFile: z.strictObject({ slug, name: z.string().max(200), base64: z.string() }),
  resetWorld: z.strictObject({}),
  /** Starts a server somebody agreed to, if need be, and says what its tools say of themselves. */
  lookAtTools: z.strictObject({ slug, server: z.string().max(48) }),
  /** Agrees to exactly the words with this hash, or to tools with these pins. */
  agreeServer: z.strictObject({ slug, server: z.string().max(48), hash: z.string().max(80), by }),
  agreeTools: z.strictObject({
    slug,
    server: z.string().max(48),
    pins: z.record(z.string().max(200), z.string().max(80)),
    by,
  }),
  /** Takes back whatever was agreed to about a server. */
  refuseServer: z.strictObject({ slug, server: z.string().max(48) }),
  /** A value goes in and never comes out. `hosts`: the only ones it may be sent to. */
  setSecret: z.strictObject({
    name: z.string().max(48),
    value: z.string().max(20_000),
    hosts: z.array(z.string().max(300)).max(50),
  }),
  forgetSecret: z.strictObject({ name: z.string().max(48) }),
  ...AUTHORITY_COMMANDS,
  quit: z.strictObject({}),
  ...START_COMMANDS,
  ...PERSON_COMMANDS,
  ...HISTORY_COMMANDS,
} as const;

export const QUERIES = {
  workspace: z.strictObject({}),
  workflows: z.strictObject({}),
  workflow: z.strictObject({ slug }),
  analyse: z.strictObject({ slug, workflow: workflowSchema }),
  runs: z.strictObject({
    slug: slug.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
    /** Only runs with this tag: `name=value`. */
    tag: z.string().max(300).optional(),
  }),
  /** Results that were kept of steps, and saved examples. */
  kept: z.strictObject({ slug }),
  examples: z.strictObject({ slug }),
  /** What the last runs of a workflow were asked and answered: 6-replay/past.ts. */
  past: z.strictObject({ slug, limit: z.coerce.number().int().min(1).max(50).default(50) }),
  /** What a step would be given if it were tried alone, and where that comes from. */
  givenTo: z.strictObject({ slug, step: z.string().max(48) }),
  /** What a stop of everything would meet now. */
  stopInventory: z.strictObject({}),
  /** What the last stop of everything came to so far. */
  stopReceipt: z.strictObject({}),
  /** How the engine itself stands: whether it can record, is stopping, and what it holds. */
  standing: z.strictObject({}),
  run: z.strictObject({ run: runId }),
  /** Slowed for watching, or not; null of an engine that was started again since. */
  pace: z.strictObject({ run: runId }),
  events: z.strictObject({
    run: runId,
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(5000).default(2000),
  }),
  machineOf: z.strictObject({ run: runId }),
  inbox: z.strictObject({}),
  /** What was decided lately, the newest first. */
  decided: z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(30) }),
  card: z.strictObject({ card: z.string() }),
  world: z.strictObject({}),
  /** The tool servers a workflow names, word for word, and whether they are agreed to. */
  toolServers: z.strictObject({ slug }),
  blob: z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  pausePreview: z.strictObject({ run: runId }),
  /** Names, hosts and whereabouts; never a value. */
  secrets: z.strictObject({}),
  ...AUTHORITY_QUERIES,
  verify: z.strictObject({ run: runId.optional() }),
  /** Answers once the run has ended, waits for someone or something, or is paused. */
  settled: z.strictObject({ run: runId }),
  ...START_QUERIES,
  ...PERSON_QUERIES,
  ...HISTORY_QUERIES,
} as const;

/**
 * What only this computer's own command line may ask, over the private socket: it names places on
 * the disk or hands out a way in, which a page in a browser never may.
 */
export const PRIVATE_COMMANDS = {
  /** Runs a workflow folder that need not lie in the workspace; `dir` is absolute. */
  startFolder: z.strictObject({
    dir: z.string().max(4096),
    input: z.record(z.string(), z.json()),
    by,
    practice: z.boolean(),
    pace: z.enum(['watch', 'full']).default('full'),
  }),
  /** A fresh one-time address of the designer this engine serves. */
  openLink: z.strictObject({}),
} as const;

/** `params` fill the sentence of the code, so that a window can say it in its own language. */
export type Wrong = {
  error: { code: string; sentence: string; params?: Said['params']; field?: string };
};
export type Answers = StartAnswers &
  HistoryAnswers &
  PersonAnswers &
  AuthorityAnswers & {
    sample: WorkflowDoc;
    saveWorkflow: { hash: string } | { conflict: WorkflowDoc };
    createWorkflow: { slug: string };
    deleteWorkflow: { ok: true };
    startRun: { run: string };
    keepResult: { ok: true };
    editKept: { ok: true };
    forgetKept: { ok: true };
    saveExample: { id: string };
    forgetExample: { ok: true };
    kept: { results: KeptResult[] };
    examples: { examples: SavedExample[] };
    past: { pasts: Past[]; leftOut: number };
    givenTo: { given: GivenStep[] };
    setPace: { ok: true };
    pace: { pace: 'watch' | 'full' | null };
    pauseRun: { ok: true };
    resumeRun: { ok: true };
    stepRun: { effect: string | null };
    stopRun: { receipt: Receipt };
    stopAll: { receipt: StopReceipt };
    releaseKeys: { released: string[] };
    stopInventory: Inventory;
    stopReceipt: { receipt: StopReceipt | null };
    standing: Omit<EngineStanding, 'trouble'> & {
      /** Nothing can be recorded, and since when; runs go on by themselves when it can again. */
      trouble: { said: Said; since: number } | null;
    };
    decide: { ok: true; card: CardView; handedTo?: string };
    addInputFile: { file: JsonObject };
    resetWorld: { ok: true };
    lookAtTools: { tools: ToolView[] };
    agreeServer: { ok: true };
    agreeTools: { ok: true };
    refuseServer: { ok: true };
    setSecret: { where: SecretPlace };
    forgetSecret: { forgotten: boolean };
    secrets: {
      /** Where a new secret would lie. */
      where: SecretPlace;
      isProtected: boolean;
      secrets: { name: string; hosts: string[]; where: SecretPlace; at?: string }[];
      /** Runs that may use no secret until somebody lets them again. */
      locked: string[];
      /** What uses which: tools and servers of the workflows here, and models. */
      uses: { secret: string; by: string; slug?: string; workflow?: string }[];
    };
    quit: { ok: true };
    workspace: {
      id: string;
      name: string;
      timeZone: string;
      currency: string;
      language: string;
      people: z.infer<typeof peopleSchema>;
      models: z.infer<typeof modelsSchema>;
      /** The workspace's own rules; they come before a workflow's. */
      rules: Rule[];
      practiceOnly: boolean;
      /** New runs practise, whatever models and tools are set up. */
      practice: boolean;
    };
    workflows: WorkflowEntry[];
    workflow: WorkflowDoc;
    analyse: Analysis;
    runs: RunListEntry[];
    run: RunView;
    events: { events: Recorded[]; more: boolean };
    /** The drawing a recorded run ran on, so that playback shows what was drawn then. */
    machineOf: { workflow: z.infer<typeof workflowSchema>; cards: Card[] };
    inbox: CardView[];
    decided: CardView[];
    card: CardView;
    world: WorldView;
    toolServers: { servers: ServerView[] };
    blob: { text: string };
    /** What still finishes if the run is paused now. */
    pausePreview: { finishing: { step: string; name: string }[] };
    settled: RunView;
    startFolder: { run: string };
    openLink: { address: string };
    verify: {
      ok: boolean;
      runs: {
        run: string;
        ok: boolean;
        badSeq?: number;
        said: Said;
        notAnchored?: number;
        removed: number;
      }[];
    };
  };
export type CommandName = keyof typeof COMMANDS;
export type PrivateName = keyof typeof PRIVATE_COMMANDS;
export type QueryName = keyof typeof QUERIES;
