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

export const httpSchema = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'),
  url: text,
  query: z.record(part, text).optional(),
  headers: z.record(headerName, text).optional(),
  /**
   * Shape of the body; a text that is one place takes the value as it is. Absent: all arguments
   * that have no other place.
   */
  body: z.json().optional(),
  bodyAs: z.enum(['json', 'form']).default('json'),
  secretAs: secretAsSchema.default({ as: 'bearer' }),
  /** Field of the card's result → dotted part of the answer. Absent: parts of the same name. */
  result: z.record(z.string().max(48), part).optional(),
  /** The part that says what went wrong although the answer was accepted. */
  errorAt: part.optional(),
  /** The part that says when the answer was true. */
  asOf: part.optional(),
  /** How to find out whether the call of a key has happened; see `Idempotency` check. */
  check: z
    .strictObject({
      url: text,
      query: z.record(part, text).optional(),
      /** The part that is there when it has happened. */
      found: part.optional(),
      /** Like `result`, below `found`; absent: the same parts as in the answer. */
      result: z.record(z.string().max(48), part).optional(),
    })
    .optional(),
});
export type HttpOptions = z.infer<typeof httpSchema>;
