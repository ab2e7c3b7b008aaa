// Many calls behind one decision, taken together: "12 payments, $4,310.00 in all".
// CA1 pure; a step that is called once stands on the card as it is, all others are summed up.

import type { Shown, ShownGroup } from '../../engine/4-run/events.ts';
import type { CardView } from '../../engine/4-run/view.ts';
import { number } from '../format.ts';
import { t } from '../words.ts';
import { exactMoney } from './value-words.ts';

/** The groups that are summed up on a card (CA1). */
export const summed = ({ body }: CardView): ShownGroup[] =>
  (body.groups ?? []).filter(({ count }) => count > 1);

/** Whether a call is one of a group that is summed up. */
export const isIn = (
  group: Pick<ShownGroup, 'step' | 'toolTitle'>,
  call: Pick<Shown, 'step' | 'toolTitle'>,
): boolean => group.step === call.step && group.toolTitle === call.toolTitle;

/** The calls of a card that stand on it one by one. */
export const single = (card: CardView): Shown[] => {
  const groups = summed(card);
  return card.body.covers.filter((call) => !groups.some((group) => isIn(group, call)));
};

/** What a group comes to, in one line with its emphasis. */
export function groupWords({ effect, count, total, currency, toolTitle }: ShownGroup): string {
  const params = { n: count, count: number(count), tool: toolTitle };
  if (effect !== 'spend') return t('card.calls.times', params);
  if (total === undefined) return t('card.calls.spend.plain', params);
  return t('card.calls.spend', { ...params, total: exactMoney(total, currency) });
}

/** What of a group is not known yet; empty where all of it is. */
export const unknownWords = ({ unknown }: ShownGroup): string =>
  unknown === 0 ? '' : t('card.calls.unknown', { n: unknown, count: number(unknown) });

/** The question of a card whose only money moves many times. */
export function manyQuestion(card: CardView): string | undefined {
  const spends = summed(card).filter(({ effect }) => effect === 'spend');
  const [group] = spends;
  if (!group || spends.length > 1 || single(card).some(({ effect }) => effect === 'spend'))
    return undefined;
  if (group.total === undefined || group.unknown > 0) return undefined;
  const total = exactMoney(group.total, group.currency);
  return t('card.calls.title', { count: number(group.count), total });
}
