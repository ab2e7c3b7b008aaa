// The first turn of a run: the machine enters its first states and says what opens.

import { asText, resolve, type Scope } from '../base/binding.ts';
import { dayOf } from '../base/instant.ts';
import type { Workflow } from '../1-document/schema.ts';
import { start } from '../kernel.ts';
import type { Pins } from './events.ts';
import type { LiveRun } from './live.ts';
import type { Plan } from './plan.ts';
import { applyAll, endRun } from './settle.ts';
import { endedOf, record, stampOf, turnRecord, type Given, type Turn } from './turn.ts';

/** Starts the run of a turn; its row is new and nothing of it is recorded yet. */
export function beginRun(turn: Turn, given: Given, pins: Pins): void {
  const { live } = turn;
  const { row, plan } = live;
  const { workflow } = plan.folder;
  const stamp = stampOf(turn);
  const byName = nameOfPerson(plan, live.by);
  const scope = scopeAtStart(live, turn.at);
  const { steps: _none, ...seen } = scope;
  const turned = start(live.machine, {
    ...seen,
    ...stamp,
    ...(given.item ? { item: given.item } : {}),
    ...(given.index === undefined ? {} : { index: given.index }),
    ...(given.outer ? { outer: given.outer } : {}),
  });
  live.snapshot = turned.snapshot;
  record(turn, {
    type: 'run.started',
    head: {
      workflow: row.workflow,
      name: row.name,
      version: row.version,
      machine: row.machine,
      mode: row.mode,
      by: live.by,
      trigger: given.trigger ?? 'person',
      pins,
      breakpoints: [...live.breakpoints],
      ...(row.parent ? { parent: row.parent } : {}),
      ...(live.overlap === undefined || row.parent ? {} : { overlap: live.overlap }),
      ...(given.once === undefined ? {} : { once: given.once }),
      ...(given.test ? { test: given.test } : {}),
      turn: turnRecord(turned),
    },
    payload: {
      input: live.input,
      byName,
      ...(given.outer ? { outer: given.outer as never } : {}),
      ...tagged(row.parent === null ? tagsOf(workflow, scope) : {}),
      ...(live.recorded.length ? { recorded: live.recorded } : {}),
    },
  });
  applyAll(turn, turned.effects);
  if (turned.status !== 'active') endRun(turn, endedOf(turned));
}

const tagged = (tags: Record<string, string>): { tags?: Record<string, string> } =>
  Object.keys(tags).length ? { tags } : {};

/** Tags of a run, worked out when it starts; what has no value is left out. */
function tagsOf(workflow: Workflow, scope: Scope): Record<string, string> {
  const found = Object.entries(workflow.tags).map(
    ([name, tag]) => [name, asText(resolve(tag, scope).value.v)] as const,
  );
  return Object.fromEntries(found.filter(([, text]) => text !== ''));
}

/** What can be looked at when a run starts: its input, itself, its workflow and the day. */
export function scopeAtStart({ row, plan, by, input }: LiveRun, at: number) {
  const { id, name, version } = plan.folder.workflow;
  return {
    input,
    steps: {},
    run: { id: row.id, by, by_name: nameOfPerson(plan, by), mode: row.mode },
    workflow: { id, name, version },
    today: dayOf(at),
  } satisfies Scope;
}

/** How the requester is called; steps may show it as `run.by_name`. */
const nameOfPerson = (plan: Plan, id: string): string =>
  plan.setting.people.find((p) => p.id === id)?.name ?? id;
