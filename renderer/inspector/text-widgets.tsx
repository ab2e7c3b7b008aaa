// Widgets for text that is never taken from a step: one line, several lines, a list of lines.

import { TagsInput, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { t, tMaybe } from '../words.ts';
import type { WidgetProps } from './widget-props.ts';

export function TextWidget({ spec, code, label, value, onChange }: WidgetProps): ReactNode {
  const shared = {
    'aria-label': label,
    value: typeof value === 'string' || typeof value === 'number' ? String(value) : '',
    placeholder: tMaybe(`${code}.placeholder`),
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange(
        event.currentTarget.value === '' && !spec.required ? undefined : event.currentTarget.value,
      ),
  };
  if (spec.widget !== 'long_text') return <TextInput {...shared} />;
  return <Textarea {...shared} autosize minRows={2} maxRows={12} />;
}

export function ListWidget({ label, value, onChange }: WidgetProps): ReactNode {
  return (
    <TagsInput
      aria-label={label}
      placeholder={t('app.list.type')}
      value={Array.isArray(value) ? value.map(String) : []}
      onChange={onChange}
    />
  );
}
