// The text of a file: one way for inputs, folders and knowledge alike.
// FT1 what is long, or packed so that it may become long, is read beside the engine's thread.
// FT2 a file that gives no text says why: unknown kind, scan, locked, damaged, too long, too slow.

import { LIMITS } from '../base/limits.ts';
import { endingOf, type FileText, type Unread } from './file-kinds.ts';
import { plainText } from './plain-text.ts';
import type { NotDone, Pool, PoolLimits } from './pool.ts';

/** Reads the words in a file, given its name and its bytes; never rejects. */
export type ReadText = (name: string, bytes: Uint8Array, limits?: PoolLimits) => Promise<FileText>;

const WHY: Record<NotDone, Unread> = {
  late: 'slow',
  full: 'slow',
  stopped: 'slow',
  memory: 'long',
  broke: 'damaged',
};

/** A reader that hands long work to a pool. */
export const textReader =
  (pool: Pool): ReadText =>
  async (name, bytes, limits) => {
    const ending = endingOf(name);
    if (!ending) return { unread: 'kind' };
    if (bytes.length <= LIMITS.workBytes && ending !== 'pdf' && ending !== 'docx')
      return plainText(ending, bytes);
    const done = await pool.run('text', { name, bytes }, limits); // FT1
    return done.ok ? done.value : { unread: WHY[done.why] };
  };
