// One sentence or a few that say what a step does with exactly these settings: the head of its
// panel, changing with every keystroke.
// LV1 total: what is not filled in yet stands there as a gap, and the rest is said all the same.
// LV2 what comes from a setting is emphasised; the frame around it is not.

import { agents } from './say-agents.ts';
import { flow } from './say-flow.ts';
import { gates } from './say-gates.ts';
import type { Say, Saying } from './saying.ts';

const SAID: Record<string, Say> = { ...agents, ...gates, ...flow };

/** What the step does, in words (LV1, LV2); empty for a kind nobody knows. */
export function sayStep(saying: Saying): string {
  const type = saying.facts.definition?.type ?? '';
  const parts = SAID[type]?.(saying) ?? [];
  return parts.filter(Boolean).join(' ');
}
