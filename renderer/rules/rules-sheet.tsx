// The rules of one workflow, below those of the workspace.

import type { ReactNode } from 'react';
import { useAsk } from '../ask.ts';
import { useRulesDraft } from '../authority/use-draft.ts';
import { hrefOf } from '../route.ts';
import { t } from '../words.ts';
import { factSources, knownIn, sightFrom } from './facts.ts';
import { RulesView } from './rules-view.tsx';

export function RulesSheet({ slug }: { slug: string }): ReactNode {
  const draft = useRulesDraft(slug);
  const doc = useAsk('workflow', { slug }).data;
  const workspace = useAsk('workspace', {}).data;
  if (!draft || !doc || !workspace) return null;
  const known = knownIn(doc, [], workspace.currency);
  const sight = sightFrom(factSources(known));
  const world = { sight, people: workspace.people, cards: doc.cards };
  const n = workspace.rules.length;
  const above = (
    <p className="meta">
      {t(n > 0 ? 'rule.first' : 'rule.first.none', { n })}{' '}
      <a className="underlined" href={hrefOf({ at: 'settings', part: 'rules' })}>
        {t('rule.first.link')}
      </a>
    </p>
  );
  return <RulesView draft={draft} world={world} slug={slug} above={above} />;
}
