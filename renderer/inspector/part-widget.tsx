// The name of one field of an answer; what the tool's card declares is offered.

import { Autocomplete } from '@mantine/core';
import type { ReactNode } from 'react';
import { textOf } from '../json-text.ts';
import { tMaybe } from '../words.ts';
import { useInspected } from './context.ts';
import type { WidgetProps } from './widget-props.ts';

export function PartWidget({ code, label, value, onChange }: WidgetProps): ReactNode {
  const { step, names } = useInspected();
  const card = names.tools.get(textOf(step.settings['tool']));
  return (
    <Autocomplete
      size="xs"
      aria-label={label}
      data={[...new Set((card?.result ?? []).map((field) => field.id))]}
      placeholder={tMaybe(`${code}.placeholder`)}
      value={typeof value === 'string' ? value : ''}
      onChange={(next) => onChange(next === '' ? undefined : next)}
    />
  );
}
