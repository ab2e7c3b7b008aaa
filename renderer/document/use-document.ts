// The open workflow of this window: read once, kept with its history while the window lives.
// UD1 coming back to a workflow finds its undo history.
// UD2 what somebody else writes is read again while it is open; an answer that was on its way while
//     something was saved here is old, and is not taken for news.
// UD3 what a tab that was killed could not save is brought back, or kept as a version of its own.

import { notifications } from '@mantine/notifications';
import { useSelector } from '@xstate/store-react';
import { useEffect, useMemo } from 'react';
import { diff } from '../../engine/1-document/diff.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import type { WorkflowDoc } from '../../engine/api/contract.ts';
import { cache, outdated, useAsk } from '../ask.ts';
import { call, type Refusal } from '../client.ts';
import { moment } from '../cards/value-words.ts';
import { t } from '../words.ts';
import { openDocument, type OpenDocument } from './open-document.ts';
import { leftBehind, unsavedOf } from './unsaved.ts';
import type { Unsaved } from './writer.ts';

const kept = new Map<string, OpenDocument>();
/** How often is looked whether somebody else changed the files; only while the window is seen. */
const LOOK_MS = 2000;

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

/** Keeps a form of the workflow as a version with a name that says what it is. */
const setAside = (slug: string, workflow: Workflow, what: string): Promise<unknown> =>
  call('setAside', {
    slug,
    workflow,
    name: t(`history.aside.${what}`, { when: moment(Date.now()) }),
  }).then(() => outdated('versions'));

function create(doc: WorkflowDoc): OpenDocument {
  const { slug } = doc;
  return openDocument(doc, {
    now: () => performance.now(),
    later: (ms, act) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    memory: memoryOf(slug),
    keepUnsaved: unsavedOf(slug),
    setAside: (workflow, whose) => setAside(slug, workflow, whose),
    save: async (hash, workflow, how) => {
      const answer = await call('saveWorkflow', { slug, hash, workflow, how });
      if ('hash' in answer) {
        cache.setQueryData<WorkflowDoc>(['workflow', { slug }], (before) => ({
          ...(before ?? doc),
          workflow,
          hash: answer.hash,
        }));
        outdated('workflows', 'versions');
        // The first change here takes down what was there as published.
        if (cache.getQueryData<{ last: unknown }>(['published', { slug }])?.last === null)
          outdated('published');
      }
      return answer;
    },
  });
}

function opened(doc: WorkflowDoc): OpenDocument {
  const own = kept.get(doc.slug);
  if (own) return own;
  const open = create(doc);
  kept.set(doc.slug, open);
  return open;
}

/** Reads the file again when it is not the one we know (UD2). */
async function follow(slug: string, open: OpenDocument): Promise<void> {
  const before = open.hash();
  if (open.saving.getSnapshot().context.state !== 'saved') return;
  const doc = await call('workflow', { slug });
  if (open.hash() !== before || doc.hash === before || !open.take(doc)) return;
  cache.setQueryData(['workflow', { slug }], doc);
  outdated('workflows', 'versions', 'published');
  notifications.show({ id: `outside ${slug}`, message: t('history.outside'), autoClose: 8000 });
}

/** What another tab could not save (UD3). */
async function recover(slug: string, open: OpenDocument, left: Unsaved): Promise<void> {
  const now = open.history.getSnapshot().context.workflow;
  const isSame = (a: Workflow): boolean => Object.keys(diff(a, now)).length === 0;
  if (isSame(left.workflow)) return;
  const isUntouched = open.saving.getSnapshot().context.state === 'saved';
  if (isUntouched && isSame(left.base)) open.become(left.workflow, 'edit');
  else await setAside(slug, left.workflow, 'left');
  const message = t(isUntouched && isSame(left.base) ? 'history.recovered' : 'history.left');
  notifications.show({ message, autoClose: false });
}

export type Loaded = { doc: WorkflowDoc; open: OpenDocument };

/** Looks at the files of an open workflow again and again (UD2). */
function useFollowing(slug: string, open: OpenDocument | undefined): void {
  const mark = useAsk('mark', { slug }, { everyMs: LOOK_MS, enabled: open !== undefined }).data;
  const beside = mark?.mark;
  useEffect(() => {
    if (beside !== undefined) outdated('workflow', 'published');
  }, [beside]);
  const hash = mark?.hash;
  useEffect(() => {
    if (!open || hash === undefined || hash === open.hash()) return;
    // What cannot be read now is looked at again when it changes; saving says so meanwhile.
    follow(slug, open).catch(() => undefined);
  }, [slug, open, hash]);
}

/** Reads the workflow of a slug and opens it. */
export function useDocument(slug: string): { loaded: Loaded | undefined; wrong: Refusal | null } {
  const { data, error } = useAsk('workflow', { slug });
  const loaded = useMemo(() => data && { doc: data, open: opened(data) }, [data]);
  const open = loaded?.open;
  useFollowing(slug, open);
  useEffect(() => {
    if (!open) return undefined;
    const ending = new AbortController();
    leftBehind(slug, (left) => recover(slug, open, left), ending.signal);
    const leaving = (event: BeforeUnloadEvent): void => {
      if (open.saving.getSnapshot().context.state === 'saved') return;
      void open.flush();
      event.preventDefault();
    };
    addEventListener('beforeunload', leaving);
    addEventListener('pagehide', open.remember);
    return () => {
      ending.abort();
      removeEventListener('beforeunload', leaving);
      removeEventListener('pagehide', open.remember);
      void open.flush();
    };
  }, [slug, open]);
  return { loaded, wrong: data ? null : error };
}

/** The workflow as it stands now. */
export const useWorkflow = (open: OpenDocument): Workflow =>
  useSelector(open.history, (state) => state.context.workflow);
