// How a workflow stands to what was published of it last.
// UP1 the page says the same as the engine does when it starts a run: both ask essence.ts.

import { useDeferredValue, useMemo } from 'react';
import { essence, versionOfRun } from '../../engine/1-document/essence.ts';
import type { Folder } from '../../engine/1-document/schema.ts';
import type { Answers } from '../../engine/api/contract.ts';
import { useAsk } from '../ask.ts';

type Last = NonNullable<Answers['published']['last']>;
export type Standing = {
  last: Last | undefined;
  /** `same` as published, `changed` since, or `never` published while it is not finished. */
  is: 'same' | 'changed' | 'never';
};

const marks = new WeakMap<object, string>();
const markOf = (of: Folder | Last): string => {
  const found = marks.get(of) ?? essence(of);
  marks.set(of, found);
  return found;
};

/** A published version as a folder; what it does not speak of is as it is now. */
export function folderOf({ workflow, cards, rules, prompts, servers }: Last, now: Folder): Folder {
  const { servers: _now, ...rest } = now;
  return { ...rest, workflow, cards, rules, prompts, ...(servers ? { servers } : {}) };
}

/** Undefined until it is known; looked at when nothing more urgent is to be drawn (UP1). */
export function usePublished(slug: string, folder: Folder | undefined): Standing | undefined {
  const answer = useAsk('published', { slug }).data;
  const later = useDeferredValue(folder);
  return useMemo(() => {
    if (!answer || !later) return undefined;
    const last = answer.last ?? undefined;
    const known = last && { version: last.version, essence: markOf(last) };
    const isDraft = versionOfRun(later, known).includes('+');
    return { last, is: !isDraft ? 'same' : last ? 'changed' : 'never' };
  }, [answer, later]);
}
