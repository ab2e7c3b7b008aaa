// The workspace's own rules: they hold for every workflow and come first.

import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Card } from '../../engine/1-document/schema.ts';
import { useAsk } from '../ask.ts';
import { useRulesDraft } from '../authority/use-draft.ts';
import { call } from '../client.ts';
import { t } from '../words.ts';
import { factSources, sightFrom, type Known } from './facts.ts';
import { RulesView } from './rules-view.tsx';

/** The tools of all workflows, each name once. */
function useAllCards(slugs: string[]): Card[] {
  const asked = useQueries({
    queries: slugs.map((slug) => ({
      queryKey: ['workflow', { slug }],
      queryFn: () => call('workflow', { slug }),
    })),
  });
  const cards = asked.flatMap(({ data }) => data?.cards ?? []);
  return [...new Map(cards.map((card) => [card.name, card])).values()];
}

export function RulesPart(): ReactNode {
  const draft = useRulesDraft();
  const workspace = useAsk('workspace', {}).data;
  const workflows = useAsk('workflows', {}).data;
  const slugs = (workflows ?? []).filter(({ id }) => id !== '').map(({ slug }) => slug);
  const cards = useAllCards(slugs);
  if (!draft || !workspace || !workflows) return null;
  const known: Known = {
    cards,
    steps: [],
    workflows: workflows.map(({ id, name }) => ({ id, name })),
    currency: workspace.currency,
  };
  const sight = sightFrom(factSources(known));
  const world = { sight, people: workspace.people, cards };
  const above = <p className="meta">{t('rule.sub.workspace')}</p>;
  return <RulesView draft={draft} world={world} above={above} />;
}
