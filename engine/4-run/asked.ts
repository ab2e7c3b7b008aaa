// What a run has asked for so far: which calls were made on a model's word, and how large the first
// request of each step was. Kept beside the live run, so that circles are seen (repeated.ts).
// AS1 it follows from what was opened, so a restart changes nothing.

import type { Value } from '../base/value.ts';
import type { Call } from '../node.ts';
import { sizeOf } from '../prompts/size.ts';
import type { Recorded } from './events.ts';
import { shaOf } from './sha.ts';

/** What a run has asked for so far. */
export type Asked = {
  /** Requests to models, and the effect of the last one. */
  models: number;
  last: string;
  /** By step and hash of the call: who made it, and after how many requests to models. */
  calls: Readonly<Record<string, readonly { by: string; after: number }[]>>;
  /** Size of the first request of a step that asks a model, in bytes. */
  first: Readonly<Record<string, number>>;
};
export const NOTHING_ASKED: Asked = { models: 0, last: '', calls: {}, first: {} };

/** What is looked at of an effect that opens. */
type Opening = {
  row: { id: string; step: string };
  call?: Call;
  argsHash?: string;
  input: { settings: Value };
};

/** The arguments rest on a model's word. */
const isModelMade = ({ call, input }: Opening): boolean =>
  call?.kind === 'tool' &&
  Object.values(input.settings.labels).some((all) => all.includes('model'));

/** What a run has asked for once this effect is open too; the same object where that is nothing. */
export function askedWith(asked: Asked, effect: Opening): Asked {
  const { row, call, argsHash } = effect;
  if (call?.kind === 'model') {
    if (asked.last === row.id) return asked;
    const { first } = asked;
    const had = Object.hasOwn(first, row.step)
      ? first
      : { ...first, [row.step]: sizeOf(call.task) };
    return { ...asked, models: asked.models + 1, last: row.id, first: had };
  }
  if (argsHash === undefined || !isModelMade(effect)) return asked;
  const key = callOf(effect);
  const had = Object.hasOwn(asked.calls, key) ? (asked.calls[key] ?? []) : [];
  const isPolling = had.at(-1)?.after === asked.models; // no model was asked in between
  if (isPolling || had.some(({ by }) => by === row.id)) return asked;
  const now = [...had, { by: row.id, after: asked.models }];
  return { ...asked, calls: { ...asked.calls, [key]: now } };
}

/** The name of a call within its run. */
export const callOf = ({ row, argsHash }: Opening): string => `${row.step} ${argsHash}`;

/** What a run had asked for, from its record (AS1). */
export function askedBefore(events: readonly Recorded[]): Asked {
  let asked = NOTHING_ASKED;
  for (const e of events) {
    const call = e.type === 'effect.opened' ? (e.payload?.call as Call | undefined) : undefined;
    if (e.type !== 'effect.opened' || !e.payload || !call) continue;
    const { effect: id, step } = e.head;
    const opening: Opening = { row: { id, step }, call, input: { settings: e.payload.input } };
    const isTool = call.kind === 'tool' && isModelMade(opening);
    const hash = isTool ? { argsHash: shaOf({ tool: call.tool, args: call.args }) } : {};
    asked = askedWith(asked, { ...opening, ...hash });
  }
  return asked;
}
