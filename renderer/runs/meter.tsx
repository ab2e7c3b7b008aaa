// A meter: what is used **of** the limit, over a thin track.

import { Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../words.ts';
import type { MeterFacts } from './meters.ts';

export function Meter({ label, used, of, share, isReached }: MeterFacts): ReactNode {
  return (
    <div className={`meter num${isReached ? ' reached' : ''}`}>
      <div>
        <span className="meta" title={label}>
          {label}
        </span>
        <span>
          <b>{used}</b> <span className="meta">{t('app.meter.of', { of })}</span>
        </span>
      </div>
      <Progress
        value={Math.min(100, share * 100)}
        size={4}
        aria-label={t('app.meter.label', { label, used, of })}
      />
    </div>
  );
}
