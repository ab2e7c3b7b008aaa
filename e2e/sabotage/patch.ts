// What a sabotage is: one place in one file of the product, what stands there instead, and the test
// that must notice.

import { z } from 'zod';

export const patchSchema = z.strictObject({
  name: z.string(),
  file: z.string(),
  /** Must stand in the file exactly once. */
  find: z.string(),
  replace: z.string(),
  /** Name of the test that must fail, with or without the names of its groups. */
  turnsRed: z.string(),
  /** A unit test: what runs in a browser is no part of this. */
  testFile: z.string().regex(/\.test\.tsx?$/),
});
export type Patch = z.infer<typeof patchSchema>;
