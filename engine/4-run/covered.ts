// What a gate covers: the calls that become possible once it opens, planned ahead and shown as they
// are.
// C1 a covered call is planned by the very step that will make it, on the scope as it will be: see
//    ahead.ts. Items of a for-each, rounds of a loop and steps of a sub-workflow are calls of their
//    own.
// C2 what cannot be known yet is shown as "not known yet" and opens nothing; the door then asks
//    again. What the decision itself brings (who, when, the note) is known once it is made.
// C3 a grant opens only what stood on the card: a call that has become another one meanwhile, but
//    by the decision's own edit, is asked about again.
// C4 every step the gate speaks for is named in its grants, planned or not, so that none of them
//    slips through on a rule's word.

import { canonical } from '../base/canonical.ts';
import { LIMITS } from '../base/limits.ts';
import { isObject, type BlobRef, type Json, type JsonObject, type Value } from '../base/value.ts';
import type { Folder } from '../1-document/schema.ts';
import { NOWHERE, type Reach } from '../3-compile/coverage.ts';
import type { AuthorityCard } from '../node.ts';
import { lookAhead, planBelow, type Ahead, type Foreseen } from './ahead.ts';
import type { CardBody, Grant, Shown, ShownGroup } from './events.ts';
import type { LiveEffect, LiveRun } from './live.ts';
import { nameOf, type Plan } from './plan.ts';
import { gateAt } from './place.ts';
import { shaOf } from './sha.ts';
import { shownArgs } from './shown.ts';
import type { Turn } from './turn.ts';
import { isUnknown, mentions } from './unknown.ts';

export type CoveredCall = Shown & {
  visit: number;
  within: string;
  card: AuthorityCard;
  amount?: number;
  /** Whose rules speak of it. */
  plan: Plan;
};

/** An answer as far as it is known: on a card before the decision only its fields are. */
export type Decision = { value: JsonObject; by?: string; at?: string; note?: string | undefined };

/** A step the gate speaks for, and the runs in which it does. */
type Mark = { workflow: string; step: string; within: string; plan: Plan };

export type Covered = { calls: CoveredCall[]; unknown: Shown[]; marks: Mark[] };

/**
 * What a gate covers if it were answered so now. What only the decision brings, and is not made
 * yet, is found by trying two: whatever differs between them hangs on it (C2).
 */
export function coveredBy(turn: Turn, gate: LiveEffect, decision: Decision): Covered {
  const marks = marksOf(turn, gate);
  if (marks.length === 0) return { calls: [], unknown: [], marks };
  const { value } = decision;
  const label = `approved:${gate.openCard ?? gate.row.id}`;
  const planned = (made: Decision): Omit<Covered, 'marks'> =>
    ahead(turn, gate, { v: signedBy(made), labels: { '': [label] } }, marks);
  if (decision.by !== undefined) return { ...planned(decision), marks };
  if (!isSignatureUsed(turn.live.plan.folder)) return { ...planned({ value, by: '' }), marks };
  const [one, other] = ['a', 'b'].map((probe) =>
    planned({ value, by: probe, at: probe, note: probe }),
  ) as [Omit<Covered, 'marks'>, Omit<Covered, 'marks'>];
  return { ...one, calls: one.calls.map((call) => agreeing(call, other.calls)), marks };
}

const signatures = new WeakMap<Folder, boolean>();

/** Does the drawing look at what a decision brings: whole values, names, times, notes (C2)? */
export function isSignatureUsed(folder: Folder): boolean {
  let is = signatures.get(folder);
  if (is === undefined) {
    const paths = mentions(folder.workflow.scope as unknown as Json);
    is = paths.some((path) => /^(?:steps|previous)\.\w+\.value(?:\.(?:by|at|note))?$/.test(path));
    signatures.set(folder, is);
  }
  return is;
}

const signedBy = ({ value, by = '', at = '', note }: Decision): JsonObject => ({
  ...value,
  ...(note ? { note } : {}),
  by,
  at,
});

/** A call without what another decision would make different. */
function agreeing(call: CoveredCall, others: CoveredCall[]): CoveredCall {
  const other = others.find((one) => callKey(one) === callKey(call));
  if (other?.argsHash === call.argsHash && other && call.argsHash !== undefined) return call;
  const { argsHash: _hash, amount: _amount, ...open } = call;
  const args = call.args.map((arg) => {
    const twin = other?.args.find((one) => one.id === arg.id);
    const isSame = twin !== undefined && canonical(twin.value) === canonical(arg.value);
    return isSame ? arg : { ...arg, value: null, known: false };
  });
  const amountArg = args.find(({ id }) => id === call.card.amountArg);
  const amount = amountArg?.known && call.amount !== undefined ? { amount: call.amount } : {};
  return { ...open, args, ...amount };
}

function ahead(turn: Turn, gate: LiveEffect, value: Value, marks: Mark[]): Omit<Covered, 'marks'> {
  const named = new Map(marks.map((mark) => [keyOf(mark.workflow, mark.step), mark]));
  const wants = (workflow: string, step: string): boolean => named.has(keyOf(workflow, step));
  const seen = lookAhead(turn, gate, value, wants);
  const calls = seen.calls.flatMap((one) => shownCall(seen, one) ?? []);
  const planned = new Set(seen.calls.map((c) => keyOf(c.sim.workflow, c.invoke.node)));
  const behind = seen.open.flatMap(({ sim, step }) =>
    follow(turn, sim, sim.plan.reaches.after(step), sim.above !== undefined),
  );
  const open = new Map(behind.map((mark) => [keyOf(mark.workflow, mark.step), mark]));
  const unknown = [...open]
    .filter(([key]) => named.has(key) && !planned.has(key))
    .flatMap(([, mark]) => unplanned(mark) ?? []);
  return { calls, unknown };
}

const keyOf = (workflow: string, step: string): string => `${workflow}/${step}`;

// ---- which steps
// ------------------------------------------------------------------------------------------------

type Where = Pick<LiveRun, 'plan' | 'path'> & { workflow: string };

/** Every step a gate speaks for, out of its own run too where its word goes on (C4). */
function marksOf(turn: Turn, gate: LiveEffect): Mark[] {
  const { plan, path, row } = turn.live;
  const reach = plan.reaches.gates[gate.row.node] ?? NOWHERE;
  const own = { plan, path, workflow: row.workflow };
  const marks = [
    ...follow(turn, own, reach, false),
    ...(reach.leaves ? above(turn, turn.live) : []),
  ];
  return [...new Map(marks.map((m) => [`${m.within} ${keyOf(m.workflow, m.step)}`, m])).values()];
}

/** The steps a way leads to, those of the workflows it calls included. */
function follow(turn: Turn, { plan, path, workflow }: Where, reach: Reach, isUp: boolean): Mark[] {
  const own = reach.steps.map((step) => ({ workflow, step, within: path, plan }));
  const below = reach.workflows.flatMap((step) => entered(plan, step, path, new Set([workflow])));
  return [...own, ...below, ...(isUp && reach.leaves ? above(turn, turn.live) : [])];
}

function entered(plan: Plan, step: string, within: string, seen: Set<string>): Mark[] {
  const id = plan.nodes.get(step)?.settings['workflow'];
  const folder = typeof id === 'string' ? plan.library[id] : undefined;
  const workflow = folder?.workflow.id;
  if (!folder || workflow === undefined || seen.has(workflow)) return [];
  const inner = planBelow(plan, folder);
  const { steps, workflows } = inner.reaches.entry;
  const more = new Set([...seen, workflow]);
  return [
    ...steps.map((one) => ({ workflow, step: one, within, plan: inner })),
    ...workflows.flatMap((one) => entered(inner, one, within, more)),
  ];
}

/** What follows in the run above once this one has ended; nothing where it is one item of many. */
function above(turn: Turn, { row }: LiveRun): Mark[] {
  const isItem = row.machine.includes('#');
  const parent = row.parent === null || isItem ? undefined : turn.run(row.parent);
  const effect = parent?.open.get(row.parentEffect ?? '');
  if (!parent || !effect) return [];
  const reach = parent.plan.reaches.after(effect.row.node);
  const { plan, path } = parent;
  const own = follow(turn, { plan, path, workflow: parent.row.workflow }, reach, false);
  return reach.leaves ? [...own, ...above(turn, parent)] : own;
}

// ---- how they are shown
// ------------------------------------------------------------------------------------------------

function shownCall(ahead: Ahead, one: Foreseen): CoveredCall | undefined {
  const { sim, invoke, visit, call, thought } = one;
  const card = sim.plan.cards.get(call.tool);
  if (!card) return undefined;
  const args = invoke.with['args'];
  const isOpen = (id: string): boolean =>
    call.args[id] === null ||
    (isObject(args)
      ? mentions(args[id]).some((path) => isToCome(ahead, one, path))
      : thought.unknown.length > 0);
  const unknown = new Set(card.args.map(({ id }) => id).filter(isOpen));
  const amount = card.amountArg === undefined ? undefined : call.args[card.amountArg];
  const isKnown = card.amountArg === undefined || !unknown.has(card.amountArg);
  return {
    step: invoke.node,
    stepName: nameOf(sim.plan, invoke.step),
    tool: card.name,
    toolTitle: card.title,
    args: shownArgs(card, call.args, unknown, thought.settings),
    effect: card.effect,
    visit,
    within: sim.path,
    card,
    plan: sim.plan,
    ...(unknown.size === 0 ? { argsHash: shaOf({ tool: call.tool, args: call.args }) } : {}),
    ...(typeof amount === 'number' && isKnown ? { amount } : {}),
  };
}

/** Not known yet, or of a step that may still come before the call although it has not so far. */
function isToCome(ahead: Ahead, { sim, thought }: Foreseen, path: string): boolean {
  const { scope } = thought.input;
  if (isUnknown(scope, path)) return true;
  const [root, id = ''] = path.split('.');
  if (root !== 'steps' || Object.hasOwn(scope.steps, id)) return false;
  return ahead.open.some((at) => at.sim === sim && sim.plan.reaches.after(at.step).passes.has(id));
}

/** A step the gate speaks for that nobody can plan yet: only what the drawing fixes is known. */
function unplanned({ step, plan }: Mark): Shown | undefined {
  const settings = plan.nodes.get(step)?.settings;
  const tool = settings?.['tool'];
  const card = typeof tool === 'string' ? plan.cards.get(tool) : undefined;
  if (!settings || !card) return undefined;
  const args = isObject(settings['args']) ? settings['args'] : {};
  const isTraced = isObject(settings['args']);
  const isOpen = (id: string): boolean => !isTraced || mentions(args[id]).length > 0;
  const unknown = new Set(card.args.map(({ id }) => id).filter(isOpen));
  return {
    step,
    stepName: nameOf(plan, step),
    tool: card.name,
    toolTitle: card.title,
    args: shownArgs(card, args, unknown, { v: {}, labels: { '': ['workflow'] } }),
    effect: card.effect,
  };
}

/** A call as a card shows it. */
const shownOnly = ({ card: _card, amount: _amount, plan: _plan, ...shown }: CoveredCall): Shown =>
  shown;

type OnCard = Required<Pick<CardBody, 'covers'>> & Pick<CardBody, 'groups' | 'all'>;

/** What a card shows of a gate's calls: a long list summed up, with the whole behind it. */
export function onCard(turn: Turn, { calls, unknown }: Covered): OnCard {
  const list = [...calls.map(shownOnly), ...unknown];
  const groups = groupsOf(calls, unknown);
  const isLong = list.length > LIMITS.cardCalls;
  if (!isLong && groups.every(({ count }) => count === 1)) return { covers: list };
  if (!isLong) return { covers: list, groups };
  const text = JSON.stringify(list);
  const all: BlobRef = {
    '@blob': turn.deps.journal.putBlob(text),
    size: text.length,
    preview: '',
    list: true,
  };
  return { covers: list.slice(0, LIMITS.cardCalls), groups, all };
}

function groupsOf(calls: CoveredCall[], unknown: Shown[]): ShownGroup[] {
  const groups = new Map<string, ShownGroup>();
  const add = (one: Shown, amount: number | undefined, currency: string | undefined): void => {
    const { step, stepName, toolTitle, effect, argsHash } = one;
    const key = `${step} ${one.tool}`;
    const had = groups.get(key) ?? { step, stepName, toolTitle, effect, count: 0, unknown: 0 };
    const total = (had.total ?? 0) + (amount ?? 0);
    groups.set(key, {
      ...had,
      count: had.count + 1,
      unknown: had.unknown + (argsHash === undefined ? 1 : 0),
      ...(amount === undefined && had.total === undefined ? {} : { total }),
      ...(currency === undefined ? {} : { currency }),
    });
  };
  for (const call of calls) {
    const { card } = call;
    add(call, call.amount, card.args.find(({ id }) => id === card.amountArg)?.currency);
  }
  for (const one of unknown) add(one, undefined, undefined);
  return [...groups.values()];
}

/** The whole list of a card, the part that lies behind it included. */
export function listOn(turn: Turn, { covers, all }: Pick<CardBody, 'covers' | 'all'>): Shown[] {
  const text = all && turn.deps.journal.blob(all['@blob']);
  return text === undefined ? covers : (JSON.parse(text) as Shown[]);
}

// ---- what is granted
// ------------------------------------------------------------------------------------------------

/** What a call looks like on a card, to be held against what it is now (C3). */
const face = ({ tool, args, visit, within }: Shown): string =>
  JSON.stringify([within, visit, tool, args.map(({ id, value, known }) => [id, value, known])]);

/** A decision being made: what it opens, and what the gate would open were it made unchanged. */
export type Granting = {
  gate: LiveEffect;
  body: CardBody;
  decided: Covered;
  unchanged: Covered;
  card: string;
  by: string;
};

/**
 * The grants of a decision: one for each call that is known and stood on the card as it is now, and
 * one for each step the gate speaks for (C3, C4).
 */
export function grantsFor(turn: Turn, g: Granting): Grant[] {
  const stood = new Map(listOn(turn, g.body).map((call) => [callKey(call), face(call)]));
  const now = new Map(g.unchanged.calls.map((call) => [callKey(call), face(call)]));
  const isSeen = (call: CoveredCall): boolean =>
    stood.has(callKey(call)) && stood.get(callKey(call)) === now.get(callKey(call));
  const common = {
    by: g.by,
    at: new Date(turn.at).toISOString(),
    gate: gateAt(turn.live, g.gate.row.node),
  };
  const opening = g.decided.calls.flatMap((call) =>
    call.argsHash !== undefined && isSeen(call)
      ? [{ step: call.step, visit: call.visit, within: call.within, argsHash: call.argsHash }]
      : [],
  );
  const standing = g.decided.marks.map(({ step, workflow, within }) => ({
    step,
    workflow,
    within,
    visit: 0,
    argsHash: null,
  }));
  return [...opening, ...standing].map((one, i) => ({ id: `${g.card}#${i}`, ...one, ...common }));
}

const callKey = ({ within, step, visit }: Shown): string => `${within} ${step}:${visit}`;
