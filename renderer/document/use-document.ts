// The open workflow of this screen: read once, kept with its history while the window lives.
// UD1 coming back to a workflow finds its undo history, unless the file changed meanwhile.

import { useSelector } from '@xstate/store-react';
import { useEffect, useMemo } from 'react';
import type { Workflow } from '../../engine/1-document/schema.ts';
import type { WorkflowDoc } from '../../engine/api/contract.ts';
import { cache, outdated, useAsk } from '../ask.ts';
import { call, type Refusal } from '../client.ts';
import { openDocument, type OpenDocument } from './open-document.ts';

type Kept = { doc: WorkflowDoc; open: OpenDocument };
const kept = new Map<string, Kept>();

/** Histories lie with the tab: another tab has its own, and closing this one ends them. */
const memoryOf = (slug: string) => {
  const key = `interlock-history ${slug}`;
  return {
    recall: () => sessionStorage.getItem(key) ?? undefined,
    keep: (text: string | undefined) => {
      try {
        if (text === undefined) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, text);
      } catch {
        // Full: half a history would be worse than none, and the drawing itself lies on the disk.
        sessionStorage.removeItem(key);
      }
    },
  };
};

function create(doc: WorkflowDoc): OpenDocument {
  const { slug } = doc;
  return openDocument(doc, {
    now: () => performance.now(),
    later: (ms, act) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    memory: memoryOf(slug),
    save: async (hash, workflow) => {
      const answer = await call('saveWorkflow', { slug, hash, workflow });
      if ('hash' in answer) {
        const saved = { ...doc, workflow, hash: answer.hash };
        const own = kept.get(slug);
        if (own) own.doc = saved;
        cache.setQueryData(['workflow', { slug }], saved);
        outdated('workflows');
      }
      return answer;
    },
  });
}

/** The kept document, or a new one when there is none or the file is not the one we know (UD1). */
function opened(doc: WorkflowDoc): OpenDocument {
  const own = kept.get(doc.slug);
  const isBusy = own !== undefined && own.open.saving.getSnapshot().context.state !== 'saved';
  if (own && (isBusy || own.doc.hash === doc.hash)) return own.open;
  const open = create(doc);
  kept.set(doc.slug, { doc, open });
  return open;
}

export type Loaded = { doc: WorkflowDoc; open: OpenDocument };

/** Reads the workflow of a slug and opens it. */
export function useDocument(slug: string): { loaded: Loaded | undefined; wrong: Refusal | null } {
  const { data, error } = useAsk('workflow', { slug });
  const loaded = useMemo(() => data && { doc: data, open: opened(data) }, [data]);
  const open = loaded?.open;
  useEffect(() => {
    if (!open) return undefined;
    const leaving = (event: BeforeUnloadEvent): void => {
      if (open.saving.getSnapshot().context.state === 'saved') return;
      void open.flush();
      event.preventDefault();
    };
    addEventListener('beforeunload', leaving);
    addEventListener('pagehide', open.remember);
    return () => {
      removeEventListener('beforeunload', leaving);
      removeEventListener('pagehide', open.remember);
      void open.flush();
    };
  }, [open]);
  return { loaded, wrong: error };
}

/** The workflow as it stands now. */
export const useWorkflow = (open: OpenDocument): Workflow =>
  useSelector(open.history, (state) => state.context.workflow);
