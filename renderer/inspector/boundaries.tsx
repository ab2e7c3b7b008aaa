// What a step may do at most, as a list of plain facts.

import type { ReactNode } from 'react';
import { t, useSpoken } from '../words.ts';
import { boundsOf } from './bounds-facts.ts';
import { useInspected } from './context.ts';

export function Boundaries(): ReactNode {
  const { step, sight, judgement } = useInspected();
  const drawn = sight.drawing.steps.get(step.id);
  const facts = useSpoken(
    () => (drawn ? boundsOf(sight.drawing, drawn, judgement) : []),
    [sight.drawing, drawn, judgement],
  );
  if (facts.length === 0) return null;
  return (
    <section>
      <h3 className="cap">{t('app.inspector.bounds')}</h3>
      <dl className="bounds num">
        {facts.map(({ key, text, tone }) => (
          <div key={key}>
            <dt>{t(`app.bounds.${key}`)}</dt>
            <dd className={tone}>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
