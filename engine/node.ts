// The contract of a step: what one file under nodes/ says about itself.
// N1 a step is pure. It *plans* at most one outward call and *reads* its reply; it never makes it.
//    "One invoke, one outward call" is therefore not a rule to keep but the only shape there is.
// N2 admission sees the whole call (arguments, worst cost) before anything starts, because planning
//    is pure.
// N3 a step that needs several calls lowers to several inner steps, each with its own effect row.

import type { z } from 'zod';
import type { Condition } from './base/condition.ts';
import type { Scope } from './base/binding.ts';
import type { Field } from './base/kinds.ts';
import type { Json, JsonObject, Labels, Value } from './base/value.ts';

/** What a step may change outside. `spend` moves money; a missing class counts as irreversible. */
export type EffectClass = 'none' | 'read' | 'write' | 'irreversible' | 'spend';
/**
 * How a repeated call is kept from happening twice: by key, by asking the tool first, or not at
 * all.
 */
export type Idempotency = 'key' | 'check' | 'none';

/**
 * A way out. Problem ports get a default way out when nothing is drawn. An empty label means the
 * catalogue's `node.<type>.port.<id>`; `said` gives words that follow from the settings and goes
 * before both (base/text/ports.ts says a port).
 */
export type Port = { id: string; label: string; problem?: boolean; said?: Said };

/** A text in the catalogue with its parameters; sentences never live in engine code. */
export type Said = { code: string; params?: Record<string, string | number> };

// ---- what a step can ask of the world: exactly one of these per invoke
// ----------------------------

export type Category = { id: string; name: string; description: string };
/** The job given to a model, structured; prompts/render.ts turns it into messages and a schema. */
export type ModelTask =
  | { do: 'classify'; instructions: string; text: Json; categories: Category[] }
  | { do: 'extract'; instructions: string; text: Json; fields: Field[] }
  | { do: 'draft'; instructions: string; data: Json; fields?: Field[] }
  | { do: 'decide'; question: string; rule: string; data: Json; options: Category[] }
  /** Fill in the open arguments of exactly this tool; nothing is called by that. */
  | { do: 'use_tool'; instructions: string; data: Json; tool: OfferedTool }
  /** Hold a draft against each criterion. */
  | { do: 'check'; instructions: string; draft: Json; data: Json; criteria: Category[] };

/** A tool as a model sees it: what it is for, and the arguments left open. */
export type OfferedTool = { name: string; title: string; description: string; fields: Field[] };

export type ModelRole = 'fast' | 'careful' | 'code' | 'judge';
export type ModelCall = {
  kind: 'model';
  role: ModelRole;
  task: ModelTask;
  maxOutputTokens: number;
  /** A versioned prompt of the workflow whose text replaces `instructions`. */
  prompt?: string;
  /** Most tokens the whole request may have; a longer one is refused, never cut. */
  longestPrompt?: number;
  /** Whether another model of the role may stand in: never, always, or as the drawing shows. */
  standIn?: 'as_drawn' | 'never' | 'always';
};
export type ToolCall = { kind: 'tool'; tool: string; args: JsonObject };
export type Call = ModelCall | ToolCall;

/**
 * Confidence always says where it comes from; `self` (the model's own word) alone never opens a
 * gate.
 */
export type Confidence = { share: number; source: 'votes' | 'logprobs' | 'rule' | 'self' };

export type ModelReply = {
  /**
   * The structured answer, null when the model does not know. classify: `{category: <id>}`;
   * extract: one key per field, null where the text says nothing; draft: `{text}` or one key per
   * field; decide: `{choice: <id>}`; use_tool: `{tool?: <name>, args: {…}}` as the model wrote it,
   * the step judges it; check: `{met, why}` per criterion id.
   */
  answer: Json;
  doesNotKnow?: boolean;
  confidence?: Confidence;
  reason?: string;
};
export type ToolReply = {
  value: Json;
  /** When the source says the value was true; freshness checks compare it (ISO instant). */
  asOf?: string;
  /** Which state of its source it comes from: the hash of a folder that was searched. */
  version?: string;
};
export type Reply = ({ kind: 'model' } & ModelReply) | ({ kind: 'tool' } & ToolReply);

// ---- what comes back ---------------------------------------------------------------------------

/** `terminal` never retried, `retryable` by the engine's policy, `needs_human` opens a card. */
export type FailureKind = 'terminal' | 'retryable' | 'needs_human' | 'denied';
/** `from`: labels of where its words came from, where somebody outside had a say in them. */
export type Failure = { kind: FailureKind; from?: string[] } & Said;

/** What one execution of a step ended in. `value` gets its labels from the engine. */
export type StepResult =
  | {
      port: string;
      value: Json;
      labels?: Labels;
      confidence?: Confidence;
      why?: Said;
      asOf?: string;
      /** The state of the source, as the tool named it; recorded with the step. */
      version?: string;
    }
  | { failure: Failure };

/** What a step is given: settings with every reference resolved, and the scope it may look at. */
export type StepInput = {
  step: { id: string; name: string; type: string; visit: number };
  /** Resolved settings; labels by dotted path. */
  settings: Value;
  scope: Scope;
  /** ISO instant of the event that opened the step; time-based checks read this, never a clock. */
  at: string;
  /** Totals of the whole run so far, stamped by the engine. */
  usage: Usage;
  /** Authority card of the tool the step names, if any. */
  card?: AuthorityCard | undefined;
  /** Where the values it looks at came from: the reply's asOf of earlier steps, by step id. */
  asOf?: Record<string, string>;
};

/** Integer nano-dollars; counts; milliseconds with work in flight. */
export type Usage = {
  costNano: number;
  modelCalls: number;
  toolCalls: number;
  tokens: number;
  attempts: number;
  workMs: number;
};

/** Nothing used yet. */
export const NO_USAGE: Usage = {
  costNano: 0,
  modelCalls: 0,
  toolCalls: 0,
  tokens: 0,
  attempts: 0,
  workMs: 0,
};

// ---- people ------------------------------------------------------------------------------------

export type CardKind = 'approval' | 'question' | 'limit' | 'unknown' | 'trouble' | 'tool_changed';
/** What a gate shows and offers; the engine adds ids, addressee, deadline, covered steps. */
export type CardRequest = {
  kind: 'approval' | 'question' | 'trouble';
  title: string;
  /** Labelled facts a person reads, in order: why, recommendation, provenance. */
  facts: { label: string; value: Json; field?: Field }[];
  /** Fields a person may change (approval) or must answer (question); `value` is the proposal. */
  fields: { field: Field; value?: Json | undefined }[];
  /** Role, person id or owner slot asked first; the engine resolves it through people.json. */
  ask: string;
  /**
   * Approval only: steps the decision opens (default: what is reachable); may the requester decide.
   */
  covers?: string[] | undefined;
  allowSelf?: boolean | undefined;
  /** Approval only: `need` different people out of these roles and persons must agree. */
  quorum?: { of: string[]; need: number } | undefined;
  /** Approval only: who is asked next while nobody answers, counted from the opening. */
  escalate?: { to: string; afterMs: number }[] | undefined;
  recommendation?: { choice: string; reason: string; confidence?: Confidence } | undefined;
  /** Milliseconds until the port `timeout`; none = waits. */
  withinMs?: number | undefined;
};

// ---- tools -------------------------------------------------------------------------------------

/** Which adapter carries a tool. */
export type ToolKind =
  | 'practice'
  | 'folder'
  | 'mail_parse'
  | 'http'
  | 'mcp'
  | 'files'
  | 'mail_send'
  | 'mail_read'
  | 'sql'
  | 'knowledge';

/** The authority card of a tool: what it may do, in data. Without a card no call. */
export type AuthorityCard = {
  name: string;
  title: string;
  description: string;
  /** Which adapter carries it: see tools/adapters.ts. */
  adapter: ToolKind;
  /** What the adapter needs besides the arguments: an address, a folder, a server's name. */
  options?: JsonObject | undefined;
  /** The only hosts it may speak to, `name` or `name:port`; nothing listed = no network at all. */
  hosts?: string[] | undefined;
  /** Name of the secret it may use, and only towards its own hosts. */
  secret?: string | undefined;
  class: 'customer_data' | 'communication' | 'operational' | 'workflow' | 'money';
  effect: EffectClass;
  idempotency: Idempotency;
  /** How the key of a call travels when `idempotency` is `key`. */
  keyTravels?: { as: 'header' | 'field'; name: string } | undefined;
  /** Ask a person: never because of the card, when `askWhen` holds, or for every call. */
  approval?: 'never' | 'when' | 'always' | undefined;
  askWhen?: Condition | undefined;
  /** Arguments that must rest on something read or said, not on the model's word alone. */
  evidence?: string[] | undefined;
  args: Field[];
  result: Field[];
  /** The argument that holds the amount of money moved, if any. */
  amountArg?: string | undefined;
  /** Extra label of results, e.g. `untrusted` for text from outside. */
  source: string;
  alwaysFresh?: boolean | undefined;
  timeoutMs: number;
  rate?: { calls: number; perMs: number } | undefined;
  /** Calls in flight at once, over all runs; absent = LIMITS.concurrency. */
  concurrency?: number | undefined;
  /** Slower than this at the 95th percentile, and the breaker opens. */
  latencyMs?: number | undefined;
  /** How a call that was made is undone, in a person's words; shown when everything is stopped. */
  undo?: string | undefined;
  /** MCP: hash of the tool's name, description and schema as the person agreed to them. */
  pin?: string | undefined;
  /** A result older than this is refused by *check result* and by verifying steps. */
  freshWithinMs?: number | undefined;
  /** Whom an answer is about: this part of the result must say what that argument says. */
  subject?: { arg: string; result: string } | undefined;
  /** The part of the result that proves that the call did what it claims: there, and not “no”. */
  proof?: string | undefined;
  /** Came from elsewhere and was linked by nobody here yet: only played. Steps that wait for it. */
  unlinked?: string[] | undefined;
};

// ---- the definition ----------------------------------------------------------------------------

/**
 * How a step behaves in the engine; exactly one of these. `settings` gives the declared parts with
 * their defaults; what a reference or a text stands for is read from `input.settings.v`.
 */
export type Behaviour<S> =
  /** Effect `none`: decided inside the turn, from what is already known. */
  | { kind: 'compute'; compute: (input: StepInput, settings: S) => StepResult }
  /** One outward call, planned and read purely. A `failure` from `plan` never reaches the world. */
  | {
      kind: 'call';
      plan: (input: StepInput, settings: S) => Call | { failure: Failure };
      read: (reply: Reply, input: StepInput, settings: S) => StepResult;
    }
  /** A person decides; the answer names the port. */
  | { kind: 'card'; card: (input: StepInput, settings: S) => CardRequest }
  /**
   * Several calls, one step on screen: it becomes inner steps, each with its own effect row, key,
   * reservation, decision, grant and attempts (N3). `effect` says what the whole may do outside.
   */
  | { kind: 'lowered'; lower: (settings: S, own: Lowering) => Lowered }
  /** The compiler knows it by name. */
  | {
      kind: 'structure';
      as: 'start' | 'end' | 'join' | 'wait' | 'loop' | 'for_each' | 'group' | 'workflow';
    };

/**
 * What lowering may know: the id of an inner step, to look at its result, and the tool's card.
 */
export type Lowering = {
  idOf: (part: string) => string;
  card?: Pick<AuthorityCard, 'name' | 'args'> | undefined;
};
/** One inner step: its id is `<step>__<part>`, its type stands in the registry. */
export type InnerStep = { part: string; type: string; settings: JsonObject };
/**
 * Inner steps, the one they begin with first, and the arrows between them, by part. An inner way
 * out without an arrow is the whole step's way out of that name; its value becomes the step's.
 */
export type Lowered = {
  steps: InnerStep[];
  arrows: { from: string; port: string; to: string }[];
};

export type NodeGroup = 'start_end' | 'agents' | 'tools' | 'gates' | 'people' | 'flow' | 'memory';
export type NodeFamily = 'agent' | 'tool' | 'gate' | 'person' | 'flow' | 'end';

/** The shape a step's value will have; `steps.<id>.value.<field>` may be bound to what it lists. */
export type OutputShape = { fields: Field[] } | { any: true };

export type NodeDefinition<S = unknown> = {
  type: string;
  version: number;
  group: NodeGroup;
  family: NodeFamily;
  /**
   * Catalogue codes are derived: `node.<type>.title`, `.sentence`, `.port.<id>`, `.setting.<path>`.
   */
  settings: z.ZodType<S>;
  /**
   * What a freshly added step starts with; may be incomplete (problems then say what is missing).
   */
  initial: JsonObject;
  ports: (settings: S) => Port[];
  output: (settings: S) => OutputShape;
  /** Own effect; for tool steps the card decides, so this is 'card'. */
  effect: EffectClass | 'card';
  idempotency: Idempotency;
  /** 0 where nothing is called: people and structure have their own deadlines. */
  timeoutMs: number;
  retry: { attempts: number; backoffMs: number };
  /** Added by the compiler only; never offered in the list of steps. */
  generated?: true;
  /** Arguments of its tool that `settings.args` leaves out are chosen while it runs. */
  fillsArguments?: true;
  does: Behaviour<S>;
  /** One live sentence saying what this step does with these settings (code + params). */
  sentence: (settings: S) => Said;
  /** lucide icon name. */
  icon: string;
};

/** What people and structure are to the engine: nothing is called, so nothing comes too late. */
export const CALLS_NOTHING = {
  effect: 'none',
  idempotency: 'key',
  timeoutMs: 0,
  retry: { attempts: 1, backoffMs: 0 },
} as const;

/** What a step that is decided within the turn is to the engine. */
export const DECIDED_HERE = { ...CALLS_NOTHING, timeoutMs: 1000 } as const;

/** Identity with inference: checks a definition's shape where it is written. */
export const defineNode = <S>(definition: NodeDefinition<S>): NodeDefinition<S> => definition;

/** All step types by `type@version`. Handed to the engine, never imported by it. */
// Settings types differ per node and are parsed by each node's own schema.
// oxlint-disable-next-line typescript/no-explicit-any -- no common type but any fits all of them
export type Registry = ReadonlyMap<string, NodeDefinition<any>>;

/** Conditions appear in settings of many steps; re-exported type only for their authors. */
export type { Condition };
