// How large a request is, and which part of it is to blame.
// Z1 pure: what is measured is what would be sent.

import { isObject, type Json } from '../base/value.ts';
import type { ModelTask } from '../node.ts';

export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Bytes of what a step hands to a model, instructions included. */
export const sizeOf = (task: ModelTask): number => bytesOf(JSON.stringify(task));

/** The part a task is mostly made of, by its name in the step, and its share in percent. */
export function largestPart(task: ModelTask): { part: string; share: number } {
  const { do: _do, ...parts } = task;
  const all = Object.entries(parts).flatMap(([name, value]) =>
    name === 'data' && isObject(value as Json) ? Object.entries(value) : [[name, value] as const],
  );
  const sized = all.map(([part, value]) => ({ part, bytes: bytesOf(JSON.stringify(value) ?? '') }));
  const [largest] = sized.toSorted((a, b) => b.bytes - a.bytes);
  const share = Math.round((100 * (largest?.bytes ?? 0)) / sizeOf(task));
  return { part: largest?.part ?? '', share };
}
