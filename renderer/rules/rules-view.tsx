// Rules being changed: the table, what they would have said to past runs, and whether they are in
// force. The same for a workflow's rules and for the workspace's own.

import type { ReactNode } from 'react';
import type { Rule } from '../../engine/1-document/schema.ts';
import type { Draft } from '../authority/draft.ts';
import { ForceBar } from '../authority/force-bar.tsx';
import { useDraftState } from '../authority/use-draft.ts';
import '../authority/authority.css';
import { t } from '../words.ts';
import type { RuleWorld } from './rule-editor.tsx';
import { ruleProblems } from './rule-words.ts';
import { RulesTable } from './rules-table.tsx';
import { RulesTried, triedWords, useTried } from './rules-tried.tsx';

type Props = { draft: Draft<Rule[]>; world: RuleWorld; slug?: string; above?: ReactNode };

export function RulesView({ draft, world, slug, above }: Props): ReactNode {
  const { value } = useDraftState(draft);
  const problems = ruleProblems(value, world.sight, world.people);
  const isReady = !problems.some(({ isError }) => isError);
  const tried = useTried(slug, value, isReady);
  return (
    <div className="authority">
      <ForceBar
        draft={draft}
        of="rules"
        slug={slug}
        consequence={isReady && tried ? triedWords(tried) : undefined}
        blocked={isReady ? undefined : t('force.blocked')}
        earlierOf={({ rules }) => rules}
      />
      {above}
      {value.length === 0 && <p className="meta">{t('rule.none')}</p>}
      <RulesTable
        rules={value}
        world={world}
        problems={problems}
        decides={isReady ? tried?.decides : undefined}
        onChange={draft.change}
      />
      <RulesTried tried={tried} isReady={isReady} />
    </div>
  );
}
