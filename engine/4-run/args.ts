// Arguments of a call against its authority card: what does not fit never reaches a tool.

import { checkFields } from '../base/fields.ts';
import type { JsonObject } from '../base/value.ts';
import type { AuthorityCard, Said } from '../node.ts';

/** The first thing wrong with the arguments, or undefined. Extra arguments are wrong too. */
export function checkArgs(card: AuthorityCard, args: JsonObject): Said | undefined {
  const fault = checkFields(card.args, args)[0];
  if (!fault) return undefined;
  const label = card.args.find((f) => f.id === fault.field.split('.')[0])?.label ?? fault.field;
  return { code: 'failure.arguments', params: { tool: card.title, argument: label } };
}
