// Knowledge search: the passages of a granted folder that speak of something.
// KS1 every answer carries the folder's version, so that it can be told later what was known then.
// KS2 nothing found is an empty list; an index that could not catch up in time says so.
// KS3 one search of a folder at a time: two would only wait for each other.

import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { asText } from '../base/binding.ts';
import { LIMITS } from '../base/limits.ts';
import type { AuthorityCard } from '../node.ts';
import { knowledgeSchema } from '../policy/tool-options.ts';
import type { Adapter } from './adapters.ts';
import { failed, given, type Attempt } from './answer.ts';
import { optionsOf } from './card-options.ts';
import { grantedPlace } from './granted.ts';
import { foundValue } from './knowledge-index.ts';
import type { NotDone, Pool } from './pool.ts';
import { turns } from './turns.ts';

/** The folder that is searched, and how many passages an answer has at most. */
/** Of a call's time, this share is for catching up with the folder. */
const CATCH_UP = 0.6;

const notDone = ({ title: tool }: AuthorityCard, why: NotDone): Attempt =>
  why === 'memory' || why === 'broke'
    ? failed('terminal', 'failure.knowledge_broke', { tool })
    : failed('retryable', 'failure.knowledge_slow', { tool });

/** Knowledge search; indexes lie in `dir`, one per folder. */
export function knowledgeAdapter(pool: Pool, dir: string): Adapter {
  const inTurn = turns();
  return {
    call: async (card, args, { signal, workflowDir }) => {
      const read = optionsOf(knowledgeSchema, card);
      if ('fault' in read) return read.fault;
      const { folder: named, most } = read.options;
      const folder = await grantedPlace(named, workflowDir);
      if (!folder) {
        const params = { tool: card.title, folder: named };
        return failed('terminal', 'failure.folder_missing', params);
      }
      const query = asText(args['query'] ?? null).slice(0, LIMITS.promptChars);
      const name = `${createHash('sha256').update(folder).digest('hex').slice(0, 24)}.db`;
      await fs.mkdir(dir, { recursive: true, mode: 0o700 });
      const withinMs = Math.ceil(card.timeoutMs * CATCH_UP);
      const input = { folder, index: path.join(dir, name), query, most, withinMs };
      const limits = { withinMs: card.timeoutMs, signal };
      const done = await inTurn(folder, () => pool.run('search', input, limits)); // KS3
      if (!done.ok) return notDone(card, done.why);
      return given({ value: foundValue(done.value), version: done.value.version }); // KS1
    },
  };
}
