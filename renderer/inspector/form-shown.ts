// Which settings of a form make sense now. What is filled in is always shown, whatever else is set.
// FO1 a setting that belongs to another one is there once that one is; see `shownWith` in schemas.
// FO2 a setting few people need is under *More*, unless it is used or something is wrong with it.

import type { JsonObject, Json } from '../../engine/base/value.ts';
import type { Spec } from './form-spec.ts';

const isGiven = (value: Json | undefined): boolean =>
  value !== undefined && value !== '' && value !== false;

/** True for a setting that stands in the form while its siblings are like this (FO1). */
export const isShown = ({ key, shownWith }: Spec, settings: JsonObject): boolean =>
  shownWith === undefined || isGiven(settings[key]) || isGiven(settings[shownWith]);
