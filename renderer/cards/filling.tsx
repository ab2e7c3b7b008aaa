// An answer that brings values along: its first press shows their fields, its second gives it.
// FL1 until the values fit, nothing is answered; *back* forgets what was filled in.

import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { t } from '../words.ts';
import { useFilled, type Filled } from './answer-fields.tsx';
import type { CardProps } from './card-props.ts';

export type Filling = { isOn: boolean; filled: Filled; take: () => void; back: () => void };

/** Giving the answer `choice`, with the card's fields where it has any. */
export function useFilling(
  { card, decision }: Pick<CardProps, 'card' | 'decision'>,
  choice: string,
): Filling {
  const [isOn, setOn] = useState(false);
  const filled = useFilled(card);
  const take = (): void => {
    if (card.body.fields.length === 0) return decision.decide(choice);
    if (!isOn) return setOn(true);
    const values = filled.checked();
    if (values) decision.decide(choice, { edit: values }); // FL1
  };
  const back = (): void => {
    filled.reset();
    setOn(false);
  };
  return { isOn, filled, take, back };
}

type ButtonsProps = Pick<CardProps, 'card' | 'decision'> & {
  filling: Filling;
  /** The answer that brings the values, the one that stands out, and the one with consequences. */
  fills: string;
  first: string;
  danger: string;
};

/** The answers of a card; while its values are filled in, only that one, and the way back. */
export function FillingButtons(props: ButtonsProps): ReactNode {
  const { card, decision, filling, fills, first, danger } = props;
  return (
    <div className="buttons">
      {(filling.isOn ? [fills] : card.choices).map((choice) => (
        <Button
          key={choice}
          variant={choice === (filling.isOn ? fills : first) ? 'filled' : 'default'}
          className={choice === danger ? 'danger' : ''}
          loading={decision.busy === choice}
          onClick={choice === fills ? filling.take : () => decision.decide(choice)}
        >
          {t(`card.${card.kind}.${choice}`)}
        </Button>
      ))}
      {filling.isOn && <Button onClick={filling.back}>{t('card.back')}</Button>}
    </div>
  );
}
