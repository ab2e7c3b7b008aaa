// The first turn of a run: the machine enters its first states and says what opens.

import { start } from '../kernel.ts';
import type { Pins } from './events.ts';
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
  const turned = start(live.machine, {
    input: live.input,
    run: { id: row.id, by: live.by, by_name: byName, mode: row.mode },
    workflow: { id: workflow.id, name: workflow.name, version: workflow.version },
    today: new Date(turn.at).toISOString().slice(0, 10),
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
      turn: turnRecord(turned),
    },
    payload: {
      input: live.input,
      byName,
      ...(given.outer ? { outer: given.outer as never } : {}),
      ...(live.recorded.length ? { recorded: live.recorded } : {}),
    },
  });
  applyAll(turn, turned.effects);
  if (turned.status !== 'active') endRun(turn, endedOf(turned));
}

/** How the requester is called; steps may show it as `run.by_name`. */
const nameOfPerson = (plan: Plan, id: string): string =>
  plan.setting.people.find((p) => p.id === id)?.name ?? id;
