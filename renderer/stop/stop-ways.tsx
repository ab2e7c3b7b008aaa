// The three ways to stop everything, each with what it means for what is there now.

import { Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../words.ts';
import { wayWords, type Inventory, type Way } from './stop-words.ts';

/** From the gentlest to the hardest. */
const ORDER: Way[] = ['finish', 'after_step', 'now'];

type Props = { now: Inventory; value: Way; onChange: (way: Way) => void };

export function StopWays({ now, value, onChange }: Props): ReactNode {
  return (
    <Radio.Group
      value={value}
      onChange={(next) => onChange(next as Way)}
      aria-label={t('app.stop_all.how')}
    >
      <div className="stop-ways">
        {ORDER.map((way) => (
          <Radio
            key={way}
            value={way}
            size="xs"
            className={way === value ? 'way-choice on' : 'way-choice'}
            label={t(`app.stop_all.way.${way}`)}
            description={wayWords(way, now)}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
