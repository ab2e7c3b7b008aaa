// One finished sample: its picture, what it does, how large it is, and the way in.

import { Play } from 'lucide-react';
import type { ReactNode } from 'react';
import type { WorkflowEntry } from '../../engine/api/contract.ts';
import { registry } from '../../nodes/index.ts';
import { useAsk } from '../ask.ts';
import { hrefOf } from '../route.ts';
import { t } from '../words.ts';
import { countOf, Mini } from './mini.tsx';

/** Enough to choose by; the rest is said where it is opened. */
export const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;

export function SampleTile({ entry }: { entry: WorkflowEntry }): ReactNode {
  const workflow = useAsk('workflow', { slug: entry.slug }).data?.workflow;
  const people = workflow ? countOf(workflow, registry, 'person') : 0;
  const agents = workflow ? countOf(workflow, registry, 'agent') : 0;
  const facts = [
    t('app.home.steps', { n: entry.steps }),
    ...(people > 0 ? [t('app.home.approvals', { n: people })] : []),
    ...(agents > 0 ? [t('app.home.agents', { n: agents })] : []),
  ];
  return (
    <a className="sample" href={hrefOf({ at: 'design', slug: entry.slug })}>
      {workflow ? <Mini workflow={workflow} registry={registry} /> : <span className="mini" />}
      <span className="sample-t">
        <b>{entry.name}</b>
        <span>{firstSentence(entry.purpose)}</span>
      </span>
      <span className="sample-f num">
        <span>{facts.slice(0, 2).join(' · ')}</span>
        <span className="link with-icon">
          <Play size={12} aria-hidden fill="currentColor" /> {t('app.home.try')}
        </span>
      </span>
    </a>
  );
}
