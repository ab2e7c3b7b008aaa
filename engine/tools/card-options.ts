// What a card says beyond the common part, read for one kind of tool.
// CO1 options are strict: a word the tool does not know is a fault, never ignored.

import type { z } from 'zod';
import type { AuthorityCard } from '../node.ts';
import { failed, type Attempt } from './answer.ts';

/** A card that does not say what its tool needs, or says something it does not know. */
export const cardFault = ({ title }: AuthorityCard, field: string): Attempt =>
  failed('terminal', 'failure.tool_options', { tool: title, field });

/** The options of a card, or the failure that names the first one that is wrong (CO1). */
export function optionsOf<T>(
  schema: z.ZodType<T>,
  card: AuthorityCard,
): { options: T } | { fault: Attempt } {
  const read = schema.safeParse(card.options ?? {});
  if (read.success) return { options: read.data };
  const [issue] = read.error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  return { fault: cardFault(card, unknown ?? (issue?.path.join('.') || 'options')) };
}
