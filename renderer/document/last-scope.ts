// What the steps of the last run gave, as later steps would see it: for trying conditions and texts
// out while drawing. Never used for a run.
// LS1 where nothing has run yet the examples of the form stand in, and it is said that they do.
// LS2 of a step that did not run nothing is known; nothing is made up for it.

import { resolve, type Scope } from '../../engine/base/binding.ts';
import { defaultsOf } from '../../engine/base/kinds.ts';
import type { Json, Value } from '../../engine/base/value.ts';
import type { Person, Workflow } from '../../engine/1-document/schema.ts';
import type { RunView } from '../../engine/4-run/view.ts';

/** What is known, and where from: the last run, or the examples of the form (LS1). */
export type Known = { scope: Scope; from: 'run' | 'example'; at: number | undefined };

const plain = (v: Json): Value => ({ v, labels: {} });
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

function stepsOf(view: RunView): Scope['steps'] {
  const known = Object.entries(view.steps).flatMap(([id, { port, effect }]) => {
    const output = view.effects[effect ?? '']?.output;
    return port === undefined ? [] : [[id, { port, value: output ?? plain({}) }] as const];
  });
  return Object.fromEntries(known); // LS2
}

/** What is known about values while drawing (LS1). */
export function knownFrom(
  view: RunView | undefined,
  { input, name }: Workflow,
  people: Person[],
): Known {
  if (!view)
    return {
      scope: { input: plain(defaultsOf(input)), steps: {} },
      from: 'example',
      at: undefined,
    };
  const { run, by, startedAt } = view;
  const who = people.find(({ id }) => id === by)?.name ?? by;
  return {
    scope: {
      input: view.input,
      steps: stepsOf(view),
      run: { id: run, by, by_name: who },
      workflow: { name },
      today: day(startedAt),
    },
    from: 'run',
    at: startedAt,
  };
}

/** What a setting would have been, and whether something it looks up was missing then. */
export type Tried = { value: Json; missing: string[] };

/** A setting with what is known filled in. */
export function tried(setting: Json, { scope }: Known): Tried {
  const { value, missing } = resolve(setting, scope);
  return { value: value.v, missing };
}
