// What one run is allowed to know and do, fixed when it starts: the pinned folder, machine and
// cards.
// P1 a plan is rebuilt from what was pinned, never from the files as they are today.
// P2 rules and cards apply as the stricter of pinned and current; loosening reaches only new runs.

import { innerOf } from '../base/ids.ts';
import type { AuthorityCard, ModelCall, NodeDefinition, Registry, ToolKind } from '../node.ts';
import type {
  Folder,
  ModelEntry,
  Rule,
  Setting,
  WorkflowNode,
  WorkflowScope,
} from '../1-document/schema.ts';
import { compile } from '../3-compile/compile.ts';
import { plotsOf, type Plots } from '../3-compile/plots.ts';
import { reaches, type Reaches } from '../3-compile/coverage.ts';
import { fieldsNeeded } from '../3-compile/sees.ts';
import { highStakes } from '../3-compile/stakes.ts';
import type { CompiledMachine } from '../3-compile/ir.ts';
import { sourceOf } from '../policy/source.ts';
import { invokesOf, type Invoke } from './invokes.ts';
import type { Machines } from './machines.ts';
import { shaOf } from './sha.ts';
import { currentPrompt } from '../prompts/version.ts';
import type { Pins } from './events.ts';

export type Plan = Machines & {
  folder: Folder;
  setting: Setting;
  registry: Registry;
  /** Content hash of the pinned folder; its key in the journal. */
  folderHash: string;
  dir?: string;
  practice: boolean;
  invokes: Map<string, Invoke>;
  nodes: Map<string, WorkflowNode>;
  /** The container a step stands in, by step; those at the top are not in it. */
  within: Map<string, string>;
  /** Has any step a limit of its own? */
  hasStepLimits: boolean;
  /** What each approval gate leads to, and every other step. */
  reaches: Reaches;
  /** By step: the fields of its value that later steps cannot do without. */
  needed: Map<string, Set<string>>;
  /** Steps that lead to something irreversible with nobody asked in between. */
  stakes: Set<string>;
  cards: Map<string, AuthorityCard>;
  rules: Rule[];
  /** Those of them that are the workspace's own. */
  pinnedRules: Rule[];
  /** What stands in the files today (P2); absent where nothing else is known. */
  now?: Now;
  /** Its rooms, as they are looked back through, and by step what looking at others tells. */
  plots: Plots;
  looks: Map<string, Look[]>;
  /** Drawn arrows as `<step>:<port>`. */
  drawn: Set<string>;
  library: Record<string, Folder>;
};

/** Rules and cards as they stand now, asked for anew before every call. */
export type Now = {
  /** The workspace's own rules; undefined while they cannot be read. */
  rules: () => Rule[] | undefined;
  people: () => Setting['people'] | undefined;
  /** A workflow's files; undefined while they cannot be read. */
  folder: (workflow: string, dir: string | undefined) => Standing | undefined;
};
export type Standing = Pick<Folder, 'rules' | 'cards'>;
/** A place in a step's settings that looks at another step: see steering.ts. */
export type Look = { at: string; step: string; isPast: boolean };

export type PlanRequest = {
  folder: Folder;
  setting: Setting;
  registry: Registry;
  practice: boolean;
  dir?: string | undefined;
  library?: Record<string, Folder> | undefined;
  now?: Now | undefined;
  /** The workspace's rules as they stood when the run began; today's for a new one. */
  pinnedRules?: Rule[] | undefined;
  /** The machine as journaled, when the run is taken up again. */
  compiled?: CompiledMachine;
};

/** What is kept beside the machine so that the run can be taken up again. */
export const pinnedOf = (request: PlanRequest): Pinned => {
  const { folder, dir, library } = request;
  const pinnedRules = workspaceRules(request);
  return {
    folder,
    library: library ?? {},
    ...(dir === undefined ? {} : { dir }),
    ...(pinnedRules.length ? { pinnedRules } : {}),
  };
};

const workspaceRules = ({ pinnedRules, setting }: PlanRequest): Rule[] =>
  pinnedRules ?? setting.rules;

/** The folder, where it lies, the workflows it uses, and the workspace's rules, as pinned. */
export type Pinned = {
  folder: Folder;
  dir?: string;
  library: Record<string, Folder>;
  pinnedRules?: Rule[];
};

/** What follows from a folder alone; worked out once, and kept by what the folder says. */
type Pattern = Pick<
  Plan,
  | 'compiled'
  | 'invokes'
  | 'nodes'
  | 'within'
  | 'hasStepLimits'
  | 'drawn'
  | 'reaches'
  | 'needed'
  | 'stakes'
  | 'loaded'
  | 'plots'
  | 'looks'
>;
const patterns = new WeakMap<Folder, Pattern>();
/** The patterns used last, by hash: a folder is read from its files for each start. */
const lastUsed = new WeakMap<Registry, Map<string, Pattern>>();
const PATTERNS = 16;

function patternOf(request: PlanRequest): Pattern {
  const { folder, registry, compiled } = request;
  const kept = compiled ? undefined : patterns.get(folder);
  if (kept) return kept;
  const last = lastUsed.get(registry) ?? new Map<string, Pattern>();
  lastUsed.set(registry, last);
  const key = `${compiled?.machine.id ?? ''} ${shaOf(folder)}`;
  const pattern = last.get(key) ?? makePattern(request);
  last.delete(key);
  last.set(key, pattern);
  for (const [oldest] of last) if (last.size > PATTERNS) last.delete(oldest);
  if (!compiled) patterns.set(folder, pattern);
  return pattern;
}

function makePattern({ folder, registry, compiled: pinned }: PlanRequest): Pattern {
  const made = compile(folder, registry);
  const compiled = pinned ?? made.compiled;
  const nodes = new Map<string, WorkflowNode>();
  const drawn = new Set<string>();
  collect(folder.workflow.scope, nodes, drawn);
  return {
    compiled,
    invokes: invokesOf(compiled),
    nodes,
    within: withinOf(nodes),
    hasStepLimits: [...nodes.values()].some((node) => node.budget),
    drawn,
    needed: fieldsNeeded(made.graph.scope),
    reaches: reaches(made.graph, registry, folder.cards as AuthorityCard[]),
    stakes: highStakes(made.graph, registry, folder.cards as AuthorityCard[]),
    loaded: new Map(),
    plots: plotsOf(made.graph),
    looks: new Map(),
  };
}

/**
 * Builds the plan of a run. The folder must be free of errors (2-validate); anything else is a bug.
 */
export function planOf(request: PlanRequest): Plan {
  const { folder, setting, registry, practice } = request;
  const rules = [...workspaceRules(request), ...folder.rules];
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
    pinnedRules: workspaceRules(request),
    ...(request.now ? { now: request.now } : {}),
    library: request.library ?? {},
  };
}

type PinnedHash = { dir: string | undefined; rules: string; hash: string };
const pinnedHashes = new WeakMap<Folder, PinnedHash>();

/** The key of what is pinned; folders are never changed in place, so their hash can be kept. */
function pinnedHash(request: PlanRequest): string {
  const { folder, dir, library = {} } = request;
  const kept = pinnedHashes.get(folder);
  const rules = JSON.stringify(workspaceRules(request));
  const isAlone = Object.keys(library).length === 0;
  if (kept && kept.dir === dir && kept.rules === rules && isAlone) return kept.hash;
  const hash = shaOf(pinnedOf(request));
  if (isAlone) pinnedHashes.set(folder, { dir, rules, hash });
  return hash;
}

function collect(scope: WorkflowScope, nodes: Map<string, WorkflowNode>, drawn: Set<string>): void {
  for (const node of scope.nodes) {
    nodes.set(node.id, node);
    if (node.scope) collect(node.scope, nodes, drawn);
  }
  for (const edge of scope.edges) drawn.add(`${edge.from}:${edge.port}`);
}

const withinOf = (nodes: Map<string, WorkflowNode>): Map<string, string> =>
  new Map(
    [...nodes.values()].flatMap(({ id, scope }) =>
      (scope?.nodes ?? []).map((inner) => [inner.id, id] as const),
    ),
  );

/** Kinds of tool that reach out of this computer, or into programs of others. */
const OUTWARD = new Set<ToolKind>(['http', 'mcp', 'mail_send', 'mail_read']);

/** Kinds that can change files of this computer, unless their card only reads. */
const CHANGING = new Set<ToolKind>(['files', 'sql']);

const mayChange = ({ adapter, effect }: Folder['cards'][number]): boolean =>
  CHANGING.has(adapter) && effect !== 'read' && effect !== 'none';

/**
 * In practice a tool that practice.json knows is played, and so is every tool that reaches outside
 * or may change a file: practising never calls one. Reading local files stays what it is.
 */
function cardFor(card: Folder['cards'][number], request: PlanRequest): AuthorityCard {
  const played =
    OUTWARD.has(card.adapter) ||
    mayChange(card) ||
    request.folder.practice.tools.some((t) => t.name === card.name);
  const adapter = request.practice && played ? 'practice' : card.adapter;
  return { ...card, source: sourceOf(card), adapter };
}

/**
 * The step type an invoke belongs to; undefined for the engine's own (for-each doors, children).
 */
export const definitionOf = (plan: Plan, type: string): NodeDefinition | undefined =>
  plan.registry.get(type);

/** The name a person gave the step; generated and inner steps speak of the step they stand for. */
export const nameOf = (plan: Plan, step: string): string =>
  plan.nodes.get(step)?.name ??
  plan.nodes.get(innerOf(step)?.step ?? step.split('__')[1] ?? '')?.name ??
  step;

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
export const modelFor = (plan: Plan, call: ModelCall): ModelEntry => modelsFor(plan, call)[0];

/** All that may play the role, the first choice first. */
export function modelsFor(plan: Plan, call: ModelCall): [ModelEntry, ...ModelEntry[]] {
  const [first = PRACTICE, ...others] = plan.setting.models[call.role];
  if (!plan.practice) return [first, ...others];
  const own = [first, ...others].find((e) => e.provider === 'practice');
  return [own ?? { ...PRACTICE, ...pricedLike(first) }];
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
    types: [
      ...new Set([...plan.nodes.values(), ...plan.invokes.values()].map((n) => n.type)),
    ].sort(),
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
