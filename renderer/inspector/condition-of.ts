// The condition a setting holds, whatever state it is in.

import type { Condition } from '../../engine/base/condition.ts';
import { isObject, type Json } from '../../engine/base/value.ts';

/** The condition a setting holds; an empty one when it holds nothing yet. */
export const conditionOf = (value: Json | undefined): Condition =>
  isObject(value) && Object.keys(value).length > 0 ? (value as unknown as Condition) : { all: [] };
