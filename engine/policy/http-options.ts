// What the card of an HTTP tool says: where a request goes and what of it arguments may fill.
// HO1 texts hold places `{{argument}}`; `{{call.key}}` is the key of the call.
// HO2 what a person writes here is data: no place can hold anything but a value.

import { z } from 'zod';

const part = z.string().min(1).max(200);
const text = z.string().max(2000);
const headerName = z.string().regex(/^[A-Za-z0-9-]{1,60}$/);

/** How the secret travels; `Authorization: Bearer …` when nothing is said. */
const secretAsSchema = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('bearer') }),
  z.strictObject({ as: z.literal('header'), name: headerName }),
  z.strictObject({ as: z.literal('basic'), user: z.string().max(200) }),
]);
/** What a form draws beside plain fields: names with texts, and what few people ever need. */
const PAIRS = { widget: 'pairs' };
const RARE = { advanced: true };

export const httpSchema = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'),
  url: text.meta({ widget: 'places' }),
  query: z.record(part, text).meta(PAIRS).optional(),
  headers: z
    .record(headerName, text)
    .meta({ ...PAIRS, ...RARE })
    .optional(),
  /**
   * Shape of the body; a text that is one place takes the value as it is. Absent: all arguments
   * that have no other place.
   */
  body: z
    .json()
    .meta({ widget: 'shape', ...RARE })
    .optional(),
  bodyAs: z.enum(['json', 'form']).default('json').meta(RARE),
  secretAs: secretAsSchema.default({ as: 'bearer' }).meta({ widget: 'secret_as' }),
  /** Field of the card's result → dotted part of the answer. Absent: parts of the same name. */
  result: z
    .record(z.string().max(48), part)
    .meta({ ...PAIRS, ...RARE })
    .optional(),
  /** The part that says what went wrong although the answer was accepted. */
  errorAt: part.meta(RARE).optional(),
  /** The part that says when the answer was true. */
  asOf: part.meta(RARE).optional(),
  /** How to find out whether the call of a key has happened; see `Idempotency` check. */
  check: z
    .strictObject({
      url: text.meta({ widget: 'text' }),
      query: z.record(part, text).meta(PAIRS).optional(),
      /** The part that is there when it has happened. */
      found: part.optional(),
      /** Like `result`, below `found`; absent: the same parts as in the answer. */
      result: z.record(z.string().max(48), part).meta(PAIRS).optional(),
    })
    .meta(RARE)
    .optional(),
});
export type HttpOptions = z.infer<typeof httpSchema>;
