// Small readings of settings that may be anything: a text, or nothing.

import type { Json } from '../engine/base/value.ts';

/** The text a value is; empty for everything else. */
export const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
