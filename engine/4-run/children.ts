// Child runs: one item of a for-each, or a sub-workflow. A child has its own journal and the root's
// ledger.
// H1 a child is born in the commit that opens its effect; its id is that effect's id.
// H2 a child's end settles the parent's effect in the same commit.
// H3 when a parent stops waiting for a child, the child stops in the same commit.

import { assert } from '../base/assert.ts';
import { LIMITS } from '../base/limits.ts';
import { isObject, joinLabels, labelsUnder, type Json, type Value } from '../base/value.ts';
import { fullScope, type Snapshot } from '../kernel.ts';
import type { Failure } from '../node.ts';
import { accountsAround } from './accounts.ts';
import type { LiveEffect, LiveRun } from './live.ts';
import { pathBelow } from './place.ts';
import { NOTHING_ASKED } from './asked.ts';
import { machineOf } from './machines.ts';
import { pinnedOf, pinsOf, planOf } from './plan.ts';
import { toldByEnd } from './steering.ts';
import { record, touch, type Ended, type Given, type Turn } from './turn.ts';

/** Starts the child run of one item. The item's value was written when the for-each opened. */
export function startItem(turn: Turn, effect: LiveEffect): void {
  const { live } = turn;
  const each = effect.row.node;
  const index = effect.index ?? 0;
  const row = turn.item(live.row.id, each, index);
  assert(row?.item, `item ${index} of ${each} was never written`);
  const item = JSON.parse(row.item) as Value;
  const child = childOf(turn, effect, { machine: `${live.row.machine}#${effect.src}` });
  child.machine = machineOf(live.plan, effect.src);
  const scope = fullScope(live.snapshot);
  bear(turn, effect, child, {
    item,
    index,
    outer: { steps: scope.steps, ...(scope.previous ? { previous: scope.previous } : {}) },
  });
}

/** Starts a sub-workflow with the fields its step binds. */
export function startChild(turn: Turn, effect: LiveEffect): void {
  const { live } = turn;
  const settings = effect.input.settings;
  const id = isObject(settings.v) ? settings.v['workflow'] : undefined;
  const folder = typeof id === 'string' ? live.plan.library[id] : undefined;
  const isTooDeep = effect.row.id.split(':').length > LIMITS.childDepth * 2;
  if (!folder || isTooDeep) {
    const code = isTooDeep ? 'failure.too_nested' : 'failure.no_such_workflow';
    const params = { workflow: typeof id === 'string' ? id : '' };
    turn.ready.push({
      effect: effect.row.id,
      outcome: { result: { failure: { kind: 'terminal', code, params } } },
    });
    return;
  }
  const { setting, registry, practice, dir, library, now, pinnedRules } = live.plan;
  const request = { folder, setting, registry, practice, dir, library, now, pinnedRules };
  const plan = planOf(request);
  const child = childOf(turn, effect, {
    machine: plan.compiled.machine.id,
    workflow: folder.workflow.id,
    name: folder.workflow.name,
    version: folder.workflow.version,
  });
  child.plan = plan;
  child.recorded = []; // another workflow's steps are not this one's, whatever they are called
  child.machine = machineOf(plan);
  child.under = accountsAround(live, effect.row.node, child);
  child.accounts = undefined;
  const given = isObject(settings.v) && isObject(settings.v['input']) ? settings.v['input'] : {};
  child.input = { v: given as Json, labels: labelsUnder(settings.labels, 'input') };
  turn.out.machines.push({ hash: plan.compiled.machine.id, config: JSON.stringify(plan.compiled) });
  turn.deps.journal.saveFolder(plan.folderHash, JSON.stringify(pinnedOf(request)));
  bear(turn, effect, child, {});
}

function childOf(turn: Turn, effect: LiveEffect, own: Partial<LiveRun['row']>): LiveRun {
  const { live } = turn;
  return {
    ...live,
    row: {
      ...live.row,
      id: effect.row.id,
      parent: live.row.id,
      parentEffect: effect.row.id,
      seq: 0,
      head: '',
      startedAt: turn.at,
      endedAt: null,
      snapshot: '',
      snapshotSeq: 0,
      status: 'active',
      ...own,
    },
    snapshot: undefined as unknown as Snapshot, // set by its first turn, in this same commit
    open: new Map(),
    path: pathBelow(live, effect),
    answers: live.answers,
    asOf: { ...live.asOf },
    asked: NOTHING_ASKED,
    trouble: undefined,
  };
}

function bear(turn: Turn, effect: LiveEffect, child: LiveRun, given: Given): void {
  touch(turn, effect, { status: 'started', startedAt: turn.at });
  record(turn, {
    type: 'child.started',
    payload: undefined,
    head: {
      child: child.row.id,
      effect: effect.row.id,
      step: effect.row.node,
      ...(given.index === undefined ? {} : { index: given.index }),
    },
  });
  turn.born.push(child);
  turn.follow.push({ run: child.row.id, do: 'begin', given, pins: pinsOf(child.plan) });
}

/** Tells the run above that this one has ended; its step settles in the same commit (H2). */
export function tellParent(turn: Turn, ended: Ended): void {
  const { id: child, parent, parentEffect: effect } = turn.live.row;
  if (!parent || !effect) return;
  const told = toldByEnd(turn.run, turn.live, ended.end);
  const output = told.length ? withLabels(ended.output, told) : ended.output;
  const all = { ...ended, ...(output ? { output } : {}) };
  turn.follow.push({ run: parent, do: 'child_ended', child, effect, ended: all });
}

/** How a child ended tells what decided its way (steering.ts). */
const withLabels = (value: Value | undefined, labels: string[]): Value => ({
  v: value?.v ?? null,
  labels: joinLabels(value?.labels ?? {}, { '': labels }),
});

/** Stops the child run of an effect nobody waits for any more (H3). */
export function endChildren(turn: Turn, effect: LiveEffect): void {
  if (effect.row.kind !== 'child' || effect.row.status !== 'started') return;
  turn.follow.push({ run: effect.row.id, do: 'stop' });
}

/** Writes the items of a for-each as rows; answers how many there are, or why it cannot begin. */
export function openItems(
  turn: Turn,
  effect: LiveEffect,
): { count: number } | { failure: Failure } {
  const settings = effect.input.settings;
  const list: Json | undefined = isObject(settings.v) ? settings.v['items'] : undefined;
  if (!Array.isArray(list)) return { failure: { kind: 'terminal', code: 'failure.not_a_list' } };
  if (list.length > LIMITS.items) {
    const params = { count: list.length, most: LIMITS.items };
    return { failure: { kind: 'terminal', code: 'failure.list_too_long', params } };
  }
  const labels = { '': [...new Set(Object.values(settings.labels).flat())].sort() };
  list.forEach((v, index) => {
    const item = JSON.stringify({ v, labels } satisfies Value);
    const run = turn.live.row.id;
    turn.out.items.push({ run, each: effect.row.node, index, item, status: 'open' });
  });
  return { count: list.length };
}

/** The results of all items, in item order, as one value. */
export function closeItems(turn: Turn, effect: LiveEffect): Value {
  const stored = turn.results(turn.live.row.id, effect.row.node);
  const values = stored.map((text) =>
    text ? (JSON.parse(text) as Value) : { v: null, labels: {} },
  );
  const labels = [...new Set(values.flatMap((x) => Object.values(x.labels).flat()))].sort();
  return { v: values.map((x) => x.v), labels: labels.length ? { '': labels } : {} };
}
