// Drafts of tools and rules as hooks: opened once, kept with their undo while the window lives.
// UD1 what somebody else put in force meanwhile reaches an untouched draft by itself, and a touched
//     one as a question.

import { useSelector } from '@xstate/store-react';
import { useEffect, useMemo } from 'react';
import type { Rule } from '../../engine/1-document/schema.ts';
import type { ToolsFile } from '../../engine/1-document/tools-file.ts';
import { cache, outdated, useAsk } from '../ask.ts';
import { call } from '../client.ts';
import { createDraft, type Draft, type InForce } from './draft.ts';

/** Any draft, whatever it is of; each key has exactly one. */
const opened = new Map<string, Draft<unknown>>();

const memoryOf = (key: string) => ({
  recall: () => localStorage.getItem(key) ?? undefined,
  keep: (text: string | undefined) => {
    try {
      if (text === undefined) localStorage.removeItem(key);
      else localStorage.setItem(key, text);
    } catch {
      // Full: the draft lives on in this window, and leaving it asks first.
    }
  },
});

type Save<T> = (was: string, value: T) => Promise<{ hash: string } | { conflict: InForce<T> }>;

/** The one draft of a key; made when it is first asked for. */
function draftFor<T>(key: string, inForce: InForce<T>, save: Save<T>): Draft<T> {
  const known = opened.get(key) as Draft<T> | undefined;
  if (known) return known;
  const memory = memoryOf(`interlock-draft ${key}`);
  const made = createDraft<T>(inForce, { save, now: () => performance.now(), memory });
  opened.set(key, made as Draft<unknown>);
  return made;
}

/** The draft of a key over what is in force; undefined until that is known. */
function useDraftOf<T>(
  key: string,
  inForce: InForce<T> | undefined,
  save: Save<T>,
): Draft<T> | undefined {
  const draft = inForce && draftFor(key, inForce, save);
  useEffect(() => {
    if (draft && inForce) draft.rebase(inForce); // UD1
  }, [draft, inForce]);
  return draft;
}

/** The draft's state as it changes. */
export const useDraftState = <T>(draft: Draft<T>) => useSelector(draft.store, (s) => s.context);

/** A workflow's tools. */
export function useToolsDraft(slug: string): Draft<ToolsFile> | undefined {
  const { data } = useAsk('tools', { slug });
  const inForce = useMemo(() => {
    if (!data) return undefined;
    const { hash, ...value } = data;
    return { value, hash };
  }, [data]);
  return useDraftOf<ToolsFile>(`tools ${slug}`, inForce, async (was, value) => {
    const answer = await call('saveTools', { slug, was, ...value });
    if ('hash' in answer) cache.setQueryData(['tools', { slug }], { ...value, ...answer });
    outdated('tools', 'workflow', 'workflows', 'toolServers', 'secrets', 'earlierAuthority');
    if ('hash' in answer) return answer;
    const { hash, ...theirs } = answer.conflict;
    return { conflict: { value: theirs, hash } };
  });
}

/** A workflow's rules; without a slug the workspace's own. */
export function useRulesDraft(slug?: string): Draft<Rule[]> | undefined {
  const asked = slug === undefined ? {} : { slug };
  const { data } = useAsk('rules', asked);
  const inForce = useMemo(() => data && { value: data.rules, hash: data.hash }, [data]);
  return useDraftOf<Rule[]>(`rules ${slug ?? ''}`, inForce, async (was, rules) => {
    const answer = await call('saveRules', { ...asked, was, rules });
    if ('hash' in answer) cache.setQueryData(['rules', asked], { rules, ...answer });
    outdated('rules', 'workflow', 'workflows', 'workspace', 'tryRules', 'earlierAuthority');
    if ('hash' in answer) return answer;
    return { conflict: { value: answer.conflict.rules, hash: answer.conflict.hash } };
  });
}
