// What is wrong with the drawing, what it promises and what it can cost, as it changes.
// AN1 judged in idle time: typing never waits for it, and the last judgement stays until the next.

import { useEffect, useMemo, useState } from 'react';
import type { Folder, Setting, Workflow } from '../../engine/1-document/schema.ts';
import type { Answers, WorkflowDoc } from '../../engine/api/contract.ts';
import { judge, type Judgement } from '../../engine/3-compile/judge.ts';
import { registry } from '../../nodes/index.ts';
import { useAsk } from '../ask.ts';

/** The longest a judgement may lag behind a change. */
const LATEST_MS = 400;

/** The workspace's people and models in the form the pure stages take. */
export function settingOf(workspace: Answers['workspace'] | undefined): Setting | undefined {
  if (!workspace) return undefined;
  const { id, name, timeZone, currency, people, models, rules } = workspace;
  return {
    workspace: {
      format: 'interlock/workspace@1',
      id,
      name,
      timeZone,
      currency,
      language: 'en',
      dailyBudget: { costUsd: 5 },
    },
    people,
    models,
    rules,
  };
}

/** The workflow with its folder, as the pure stages take it. */
export const folderOf = (doc: WorkflowDoc, workflow: Workflow): Folder =>
  ({ ...doc, workflow }) as unknown as Folder;

export type Judged = { folder: Folder; setting: Setting; judgement: Judgement | undefined };

/** The folder as it is now, and the latest judgement about it (AN1). */
export function useAnalysis(doc: WorkflowDoc, workflow: Workflow): Judged | undefined {
  const workspace = useAsk('workspace', {}).data;
  const setting = useMemo(() => settingOf(workspace), [workspace]);
  const folder = useMemo(() => folderOf(doc, workflow), [doc, workflow]);
  const [judgement, setJudgement] = useState<Judgement>();
  useEffect(() => {
    if (!setting) return undefined;
    const idle = requestIdleCallback(() => setJudgement(judge(folder, setting, registry)), {
      timeout: LATEST_MS,
    });
    return () => cancelIdleCallback(idle);
  }, [folder, setting]);
  return useMemo(() => setting && { folder, setting, judgement }, [folder, setting, judgement]);
}
