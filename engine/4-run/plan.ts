// What one run is allowed to know and do, fixed when it starts: the pinned folder, machine and
// cards.
// P1 a plan is rebuilt from what was pinned, never from the files as they are today.
// P2 rules and cards apply as the stricter of pinned and current; loosening reaches only new runs.

import { assert } from '../base/assert.ts';
import { isObject, type Json, type JsonObject } from '../base/value.ts';
import type { AuthorityCard, ModelCall, NodeDefinition, Registry } from '../node.ts';
import type {
  Folder,
  ModelEntry,
  Rule,
  Setting,
  WorkflowNode,
  WorkflowScope,
} from '../1-document/schema.ts';
import { compile } from '../3-compile/compile.ts';
import { coverage } from '../3-compile/coverage.ts';
import type { CompiledMachine } from '../3-compile/ir.ts';
import { load, type Machine } from '../kernel.ts';
import { shaOf } from './sha.ts';
import { currentPrompt } from '../prompts/version.ts';
import type { Pins } from './events.ts';

/** One invoke of the machine as written in its JSON: raw settings and the step it belongs to. */
export type Invoke = {
  ref: string;
  src: string;
  step: string;
  node: string;
  type: string;
  with: JsonObject;
  timeoutMs?: number;
  attempts?: number;
  each?: string;
  lane?: number;
};

export type Plan = {
  folder: Folder;
  setting: Setting;
  registry: Registry;
  compiled: CompiledMachine;
  /** Content hash of the pinned folder; its key in the journal. */
  folderHash: string;
  dir?: string;
  practice: boolean;
  invokes: Map<string, Invoke>;
  nodes: Map<string, WorkflowNode>;
  /** Which effect steps each approval gate covers. */
  covers: Record<string, string[]>;
  cards: Map<string, AuthorityCard>;
  rules: Rule[];
  /** The rules as they stand now (P2); the same list where nothing else is known. */
  currentRules: () => Rule[];
  /** Drawn arrows as `<step>:<port>`. */
  drawn: Set<string>;
  library: Record<string, Folder>;
  /** Loaded machines by source: '' for the workflow, `scope:<each>` for items. */
  loaded: Map<string, Machine>;
};

export type PlanRequest = {
  folder: Folder;
  setting: Setting;
  registry: Registry;
  practice: boolean;
  dir?: string | undefined;
  library?: Record<string, Folder> | undefined;
  currentRules?: (() => Rule[]) | undefined;
  /** The machine as journaled, when the run is taken up again. */
  compiled?: CompiledMachine;
};

/** What is kept beside the machine so that the run can be taken up again. */
export const pinnedOf = ({ folder, dir, library }: PlanRequest): Pinned => ({
  folder,
  library: library ?? {},
  ...(dir === undefined ? {} : { dir }),
});

/** The folder, where it lies, and the workflows it uses, as a run pins them. */
export type Pinned = { folder: Folder; dir?: string; library: Record<string, Folder> };

/** What follows from a folder alone; worked out once per folder object. */
type Pattern = Pick<Plan, 'compiled' | 'invokes' | 'nodes' | 'drawn' | 'covers' | 'loaded'>;
const patterns = new WeakMap<Folder, Pattern>();

function patternOf({ folder, registry, compiled: pinned }: PlanRequest): Pattern {
  const kept = pinned ? undefined : patterns.get(folder);
  if (kept) return kept;
  const made = compile(folder, registry);
  const compiled = pinned ?? made.compiled;
  const nodes = new Map<string, WorkflowNode>();
  const drawn = new Set<string>();
  collect(folder.workflow.scope, nodes, drawn);
  const covers = coverage(made.graph, registry, folder.cards as AuthorityCard[]);
  const pattern = {
    compiled,
    invokes: invokesOf(compiled),
    nodes,
    drawn,
    covers,
    loaded: new Map(),
  };
  if (!pinned) patterns.set(folder, pattern);
  return pattern;
}

/**
 * Builds the plan of a run. The folder must be free of errors (2-validate); anything else is a bug.
 */
export function planOf(request: PlanRequest): Plan {
  const { folder, setting, registry, practice } = request;
  const rules = [...setting.rules, ...folder.rules];
  return {
    ...patternOf(request),
    folder,
    setting,
    registry,
    practice,
    folderHash: pinnedHash(request),
    ...(request.dir === undefined ? {} : { dir: request.dir }),
    cards: new Map(folder.cards.map((c) => [c.name, cardFor(c, request)])),
    rules,
    currentRules: request.currentRules ?? (() => rules),
    library: request.library ?? {},
  };
}

const pinnedHashes = new WeakMap<Folder, { dir: string | undefined; hash: string }>();

/** The key of what is pinned; folders are never changed in place, so their hash can be kept. */
function pinnedHash(request: PlanRequest): string {
  const { folder, dir, library = {} } = request;
  const kept = pinnedHashes.get(folder);
  if (kept && kept.dir === dir && !Object.keys(library).length) return kept.hash;
  const hash = shaOf(pinnedOf(request));
  if (!Object.keys(library).length) pinnedHashes.set(folder, { dir, hash });
  return hash;
}

function collect(scope: WorkflowScope, nodes: Map<string, WorkflowNode>, drawn: Set<string>): void {
  for (const node of scope.nodes) {
    nodes.set(node.id, node);
    if (node.scope) collect(node.scope, nodes, drawn);
  }
  for (const edge of scope.edges) drawn.add(`${edge.from}:${edge.port}`);
}

/** In practice a tool that practice.json knows is played; reading local files stays what it is. */
function cardFor(card: Folder['cards'][number], request: PlanRequest): AuthorityCard {
  const played = request.folder.practice.tools.some((t) => t.name === card.name);
  return { ...card, adapter: request.practice && played ? 'practice' : card.adapter };
}

export function invokesOf(compiled: CompiledMachine): Map<string, Invoke> {
  const found = new Map<string, Invoke>();
  const visit = (state: Json | undefined): void => {
    if (!isObject(state)) return;
    const invoke = state['invoke'];
    if (isObject(invoke) && isObject(invoke['input'])) {
      const input = invoke['input'] as unknown as Omit<Invoke, 'ref' | 'src'>;
      const { id: ref, src } = invoke as { id: string; src: string };
      found.set(ref, { ...input, with: input.with ?? {}, ref, src });
    }
    if (isObject(state['states'])) Object.values(state['states']).forEach(visit);
  };
  visit(compiled.machine);
  Object.values(compiled.parts).forEach(visit);
  return found;
}

/** The machine of the workflow, or of one for-each body; loaded once per plan. */
export function machineOf(plan: Plan, part = ''): Machine {
  const kept = plan.loaded.get(part);
  if (kept) return kept;
  const config = part === '' ? plan.compiled.machine : plan.compiled.parts[part];
  assert(config, `no machine for ${part}`);
  const machine = load(config);
  plan.loaded.set(part, machine);
  return machine;
}

/**
 * The step type an invoke belongs to; undefined for the engine's own (for-each doors, children).
 */
export const definitionOf = (plan: Plan, type: string): NodeDefinition | undefined =>
  plan.registry.get(type);

/** The name of a step in a folder; containers are searched too. */
export function nameOfStep(folder: Folder | undefined, step: string): string | undefined {
  const nodes = new Map<string, WorkflowNode>();
  if (folder) collect(folder.workflow.scope, nodes, new Set());
  return nodes.get(step)?.name;
}

/** The name a person gave the step; generated steps speak of the step they stand for. */
export const nameOf = (plan: Plan, step: string): string =>
  plan.nodes.get(step)?.name ?? plan.nodes.get(step.split('__')[1] ?? '')?.name ?? step;

/** Priced at nothing, so that practising never needs a table. */
const PRACTICE: ModelEntry = {
  provider: 'practice',
  model: 'practice',
  maxOutput: 1024,
  price: { input: 0, output: 0 },
};

/**
 * The model that plays a role; while practising always a practice model, with its price if one is
 * set.
 */
export function modelFor(plan: Plan, call: ModelCall): ModelEntry {
  const entries = plan.setting.models[call.role];
  const first = entries[0] ?? PRACTICE;
  if (!plan.practice) return first;
  return entries.find((e) => e.provider === 'practice') ?? { ...PRACTICE, ...pricedLike(first) };
}
const pricedLike = (entry: ModelEntry): Partial<ModelEntry> =>
  entry.price ? { price: entry.price } : {};

const pins = new WeakMap<Folder, { setting: Setting; hash: string; pins: Pins }>();

/** What a run holds on to for its whole life. */
export function pinsOf(plan: Plan): Pins {
  const known = pins.get(plan.folder);
  if (known?.setting === plan.setting && known.hash === plan.folderHash) return known.pins;
  const made = makePins(plan);
  pins.set(plan.folder, { setting: plan.setting, hash: plan.folderHash, pins: made });
  return made;
}

function makePins(plan: Plan): Pins {
  const { folder, setting } = plan;
  return {
    machine: plan.compiled.machine.id,
    parts: Object.fromEntries(Object.entries(plan.compiled.parts).map(([k, p]) => [k, p.id])),
    prompts: Object.fromEntries(
      [...new Set(folder.prompts.map((q) => q.id))].flatMap((id) => {
        const prompt = currentPrompt(folder.prompts, id);
        return prompt ? [[id, `${prompt.version} ${shaOf(prompt.body)}`]] : [];
      }),
    ),
    types: [...new Set([...plan.nodes.values()].map((n) => n.type))].sort(),
    cards: Object.fromEntries(folder.cards.map((c) => [c.name, shaOf(c)])),
    models: Object.fromEntries(
      Object.entries(setting.models).map(([role, list]) => [role, list[0]?.model ?? '']),
    ),
    prices: shaOf(setting.models),
    workflows: Object.fromEntries(
      Object.entries(plan.library).map(([id, f]) => [id, f.workflow.version]),
    ),
    rules: plan.folderHash,
    timeZone: setting.workspace.timeZone,
  };
}
