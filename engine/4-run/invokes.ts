// What a machine's JSON asks to be carried out, read off the JSON itself.

import { isObject, type Json, type JsonObject } from '../base/value.ts';
import type { CompiledMachine } from '../3-compile/ir.ts';

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

/** Every invoke of a machine and its parts, by its name in the machine. */
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
