// What the database or the disk says, in the words of the record: whoever reads or writes through
// a guarded part is refused with a code people get a sentence for.
// GU1 only what the outside says is translated; a bug stays a bug.
// GU2 a stored text that cannot be read is damage, and so is whatever breaks over a record that
//    does not verify: changed contents can look like anything.

import { RefusedError } from '../base/refused.ts';
import { saidOf } from './sqlite.ts';

const OUTSIDE = /^(SQLITE_|E[A-Z0-9]+$)/;

/** An error of the database or the disk as a refusal; any other as it is (GU1). */
export function refusalOf(error: unknown, file: string): unknown {
  const { code } = (error ?? {}) as { code?: unknown };
  const isOutside = typeof code === 'string' && OUTSIDE.test(code);
  return isOutside ? new RefusedError(saidOf(error, file)) : error;
}

type Part = Record<string, (...args: never[]) => unknown>;

/**
 * The same part of the record, refusing instead of throwing what came from outside; `isDamaged`
 * looks at the whole record, so it is asked only when something broke.
 */
export const guarded = <T extends Part>(part: T, file: string, isDamaged: () => boolean): T =>
  Object.fromEntries(
    Object.entries(part).map(([name, act]) => [
      name,
      (...args: never[]) => {
        try {
          return act(...args);
        } catch (error) {
          const refusal = refusalOf(error, file);
          const isUnread = error instanceof SyntaxError;
          if (refusal instanceof RefusedError || !(isUnread || isDamaged())) throw refusal;
          throw new RefusedError({ code: 'record.damaged', params: { file } }); // GU2
        }
      },
    ]),
  ) as T;
