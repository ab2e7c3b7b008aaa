// Several values of which one has to be it: choices from a list, else whatever is typed.
// OO1 a single value is shown as a list of one; what is typed for a figure is a figure.

import { MultiSelect, TagsInput } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Json } from '../../engine/base/value.ts';
import { t } from '../words.ts';
import { distinct } from './distinct.ts';
import type { FieldInputProps } from './field-props.ts';

const listOf = (value: Json | undefined): Json[] => {
  if (value === undefined || value === null || value === '') return [];
  return Array.isArray(value) ? value : [value];
};

export function OneOfInput({ field, value, onChange, disabled }: FieldInputProps): ReactNode {
  const list = listOf(value).map(String);
  const isFigure = field.kind === 'number' || field.kind === 'money';
  const set = (next: string[]): void => {
    const values = isFigure ? next.map(Number).filter(Number.isFinite) : next;
    onChange(values.length > 0 ? values : undefined);
  };
  const shared = {
    'aria-label': field.label,
    value: list,
    disabled: disabled ?? false,
    onChange: set,
  };
  if (field.kind !== 'choice')
    return <TagsInput {...shared} placeholder={list.length ? '' : t('app.list.type')} />;
  const known = (field.choices ?? []).map(({ id, label }) => ({ value: id, label }));
  const lost = list.filter((id) => !known.some((one) => one.value === id));
  return (
    <MultiSelect
      {...shared}
      data={distinct([...known, ...lost.map((id) => ({ value: id, label: id }))])}
      placeholder={list.length ? '' : t('app.field.choose')}
      rightSection={<ChevronDown size={14} aria-hidden />}
    />
  );
}
