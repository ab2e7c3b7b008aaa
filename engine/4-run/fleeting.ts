// Whether what a step decides holds only for the moment: it looked at the time, at what was used,
// or at how old a value is.

import type { StepInput } from '../node.ts';

/** What `compute` gives, and whether it looked at something that passes. */
export function noticed<T>(
  input: StepInput,
  compute: (input: StepInput) => T,
): { result: T; isFleeting: boolean } {
  let isFleeting = false;
  const noting = <V>(value: V): V => ((isFleeting = true), value);
  const { at, usage, asOf } = input;
  const result = compute({
    ...input,
    get at() {
      return noting(at);
    },
    get usage() {
      return noting(usage);
    },
    get asOf() {
      return noting(asOf ?? {});
    },
  });
  return { result, isFleeting };
}
