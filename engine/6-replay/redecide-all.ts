// Many pasts held against one drawing, in small pieces: what each would come to, one after another,
// so that whoever asks can do other things in between and stop asking.
// RA1 a past that cannot be followed (a file somebody changed, a drawing that does not fit it) is
//     *cannot be told*, never an error.

import type { Folder, Setting } from '../1-document/schema.ts';
import type { Registry } from '../node.ts';
import { differenceOf, type Difference } from './compare-fate.ts';
import type { Past } from './past.ts';
import { redecide } from './redecide.ts';
import { drawnOf, type Drawn } from './redecide-plan.ts';

/** A drawing made ready; undefined where nothing can be followed in it. */
export function ready(folder: Folder, setting: Setting, registry: Registry): Drawn | undefined {
  try {
    return drawnOf(folder, setting, registry);
  } catch {
    return undefined;
  }
}

/** What would be different for one past (RA1). */
export function foretell(drawn: Drawn, past: Past): Difference | undefined {
  try {
    return differenceOf(past, redecide(drawn, past));
  } catch {
    return { how: 'unknown', step: '', why: 'too_long' };
  }
}
