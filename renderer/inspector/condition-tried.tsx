// What a condition says, as a sentence, and whether it would have held in the last run.

import type { ReactNode } from 'react';
import { holds, leavesOf, type Condition } from '../../engine/base/condition.ts';
import type { Sight } from '../document/reach.ts';
import { Rich } from '../frame/rich.tsx';
import { t, useSpoken } from '../words.ts';
import { useMaybeInspected } from './context.ts';
import { conditionWords } from './say-condition.ts';

type Props = { condition: Condition; sight: Sight };

export function ConditionTried({ condition, sight }: Props): ReactNode {
  const known = useMaybeInspected()?.known;
  const words = useSpoken(() => conditionWords(condition, sight), [condition, sight]);
  if (leavesOf(condition).length === 0) return null;
  const isSo = known && holds(condition, known.scope);
  return (
    <p className="cond-said num">
      <Rich text={t('cond.when', { words })} />{' '}
      {known && (
        <span className="meta">{t(`cond.whole.${isSo ? 'yes' : 'no'}.${known.from}`)}</span>
      )}
    </p>
  );
}
