// The words of a limit card: whose limit was reached, what extending adds, what each answer does.
// LW1 pure; the reached limit stands first, next to how far it is used, and is never left out.

import type { CardView, RunView } from '../../engine/4-run/view.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import { metersOf, type MeterFacts } from '../runs/meters.ts';
import type { Known } from '../runs/known.ts';
import { t } from '../words.ts';
import { figure } from './figures.ts';
import type { Outcome } from './outcomes.tsx';

/** Whose limit it is, as the catalogue's codes name it. */
export const limitOf = ({ body }: CardView): 'run' | 'step' | 'child' | 'day' =>
  body.limit?.of ?? 'run';

export type Meters = { own: MeterFacts[]; whole: MeterFacts[] };

/** The meters of the limit that was reached, and those of the run where it is another one (LW1). */
export function limitMeters(card: CardView, view: RunView, known: Known): Meters {
  const { limit, usage } = card.body;
  const budget = known.workflow.budget;
  const all = metersOf(usage ?? view.usage, budget, view.mode, limit);
  if (limitOf(card) === 'run') return { own: all, whole: [] };
  return { own: all.slice(0, 1), whole: metersOf(usage ?? view.usage, budget, view.mode) };
}

/** What finishing comes to: the way drawn for it, or the end of the run. */
function finishWords(card: CardView, known: Known): string {
  const node = known.nodes.get(card.step);
  const isDrawn = [known.workflow.scope, ...[...known.nodes.values()].flatMap((n) => n.scope ?? [])]
    .flatMap(({ edges }) => edges)
    .some((edge) => edge.from === card.step && edge.port === 'over');
  const way = node && stepFacts(known.registry, node).ways.find(({ id }) => id === 'over');
  return isDrawn && way
    ? t('card.limit.if_over', { way: way.words })
    : t('card.limit.if_finish_words');
}

/** What each answer does. */
export function limitOutcomes(card: CardView, known: Known): Outcome[] {
  const { limit } = card.body;
  const total = figure(limit?.counter, (limit?.cap ?? 0) + (limit?.extendBy ?? 0));
  const params = { total, name: limit?.name ?? '' };
  return [
    {
      label: t('card.limit.if_extend'),
      words: t(`card.limit.if_extend.${limitOf(card)}`, params),
    },
    { label: t('card.limit.if_finish'), words: finishWords(card, known) },
    { label: t('card.limit.if_stop'), words: t('card.limit.if_stop_words') },
  ];
}
