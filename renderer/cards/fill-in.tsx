// Values a person fills in before an answer counts: what they are for, and the fields, the first of
// them focused as they appear.

import { useEffect, useRef, type ReactNode } from 'react';
import type { CardView } from '../../engine/4-run/view.ts';
import { AnswerFields, type Filled } from './answer-fields.tsx';

type Props = {
  hint: string;
  fields: CardView['body']['fields'];
  filled: Filled;
  isBusy: boolean;
};

export function FillIn({ hint, fields, filled, isBusy }: Props): ReactNode {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
    box.current?.querySelector<HTMLElement>('input, textarea, button')?.focus();
  }, []);
  return (
    <section ref={box} className="fill-in">
      <p>{hint}</p>
      <AnswerFields fields={fields} filled={filled} disabled={isBusy} />
    </section>
  );
}
