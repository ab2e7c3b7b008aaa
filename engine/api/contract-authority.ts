// The part of the contract about what workflows may use and what the rules say: tools and rules put
// in force, tried, and brought back. It is spread into contract.ts.

import { z } from 'zod';
import {
  cardSchema,
  practiceSchema,
  rulesSchema,
  toolsSchema,
  type Rule,
} from '../1-document/schema.ts';
import type { ToolsFile } from '../1-document/tools-file.ts';
import type { Json, JsonObject } from '../base/value.ts';
import type { Said } from '../node.ts';
import type { Sent } from '../policy/sent-line.ts';
import type { Counts } from '../policy/tried.ts';

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,80}$/);
/** The hash of what a change was made on. */
const was = z.string().max(80);
const args = z.record(z.string(), z.json());

export const AUTHORITY_COMMANDS = {
  /** Puts tools in force, with their servers and what plays them while practising. */
  saveTools: z.strictObject({
    slug,
    was,
    cards: toolsSchema.shape.cards,
    servers: toolsSchema.shape.servers,
    doubles: practiceSchema.shape.tools,
  }),
  /** Puts rules in force; without a slug the workspace's own. */
  saveRules: z.strictObject({ slug: slug.optional(), was, rules: rulesSchema }),
  /** Calls a tool that only reads, for real, as a run of one step. */
  tryTool: z.strictObject({
    slug,
    tool: z.string().max(48),
    args,
    by: z.string().max(48).optional(),
  }),
} as const;

export const AUTHORITY_QUERIES = {
  tools: z.strictObject({ slug }),
  /** Without a slug the workspace's own. */
  rules: z.strictObject({ slug: slug.optional() }),
  /**
   * When tools or rules were replaced, the newest first; with `at`, what stood there until then.
   */
  earlierAuthority: z.strictObject({
    of: z.enum(['tools', 'rules']),
    slug: slug.optional(),
    at: z.int().optional(),
  }),
  /** What a call would send, and what its double answers; nothing is called and nothing is kept. */
  playTool: z.strictObject({
    slug,
    card: cardSchema,
    doubles: practiceSchema.shape.tools,
    args,
  }),
  /** Rules tried on the calls of the last runs: of one workflow, or of all. */
  tryRules: z.strictObject({ slug: slug.optional(), rules: rulesSchema }),
} as const;

/** `hash` is what to pass back as `was`. */
type Hashed<T> = T & { hash: string };
type RulesFile = Hashed<{ rules: Rule[] }>;

/** What rules say to a call: their word, and the rule (or the class) that gave it. */
type RuleWord = { then: 'allow' | 'ask' | 'deny'; rule: string };
/** Rules tried on the calls that the last runs made. */
type RulesTried = {
  runs: number;
  calls: number;
  /** By the rules in force, and by those that are tried. */
  now: Counts;
  then: Counts;
  /** Calls to which something else would be said; `more` beyond those listed. */
  changed: {
    run: string;
    effect: string;
    at: number;
    workflow: string;
    step: string;
    tool: string;
    amount?: number;
    from: RuleWord;
    to: RuleWord;
  }[];
  more: number;
  /** Calls each tried rule decides about, by its id. */
  decides: Record<string, number>;
};

export type AuthorityAnswers = {
  saveTools: { hash: string } | { conflict: Hashed<ToolsFile> };
  saveRules: { hash: string } | { conflict: RulesFile };
  tryTool: { run: string };
  tools: Hashed<ToolsFile>;
  rules: RulesFile;
  earlierAuthority: { times: number[]; tools?: ToolsFile; rules?: Rule[] };
  playTool: {
    sent: Sent;
    answer?: { value: Json } | { failure: Said };
    /** What it would leave behind in the practice world. */
    leaves?: {
      rows: { table: string; row: JsonObject }[];
      mail?: { to: string; subject: string; body: string };
    };
  };
  tryRules: RulesTried;
};
