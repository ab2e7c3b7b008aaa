// A figure that can be felt: typed, or moved with the arrow keys and the two buttons beside it.
// What follows from it (the arrow's name, the contract) changes with every press.

import { NumberInput } from '@mantine/core';
import { Minus, Plus } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Field } from '../../engine/base/kinds.ts';
import type { Json } from '../../engine/base/value.ts';
import { currencySigns, figureSigns } from '../format.ts';
import { t } from '../words.ts';
import { nudgedTo } from './nudge.ts';

type Props = {
  field: Field;
  value: Json | undefined;
  onChange: (value: number | undefined) => void;
};

const FAR = 10;

export function FigureInput({ field, value, onChange }: Props): ReactNode {
  const isMoney = field.kind === 'money';
  const figure = typeof value === 'number' ? value : undefined;
  const move = (by: number): void =>
    onChange(nudgedTo(figure ?? 0, by, 1, { min: isMoney ? 0 : undefined }));
  const press = (event: KeyboardEvent): void => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!by || event.altKey || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    move(event.shiftKey ? by * FAR : by);
  };
  const button = (by: number): ReactNode => (
    <button
      type="button"
      tabIndex={-1}
      aria-label={t(by < 0 ? 'app.figure.less' : 'app.figure.more', { label: field.label })}
      onClick={() => move(by)}
    >
      {by < 0 ? <Minus size={12} aria-hidden /> : <Plus size={12} aria-hidden />}
    </button>
  );
  return (
    <div className="figure">
      <NumberInput
        className="num"
        aria-label={field.label}
        title={t('app.figure.keys')}
        value={figure ?? ''}
        withKeyboardEvents={false}
        onKeyDown={press}
        onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
        {...figureSigns()}
        {...(isMoney ? { ...currencySigns(field.currency), decimalScale: 2 } : {})}
      />
      <span className="figure-by">
        {button(-1)}
        {button(1)}
      </span>
    </div>
  );
}
