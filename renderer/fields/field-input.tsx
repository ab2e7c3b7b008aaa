// One input for one declared field, by its kind: what run forms, cards and settings are made of.
// I1 `onChange(undefined)` means empty; what cannot be read yet stays on screen and is not handed
//    on.
// I2 the label, the help and the fault are tied to the input for readers; nothing is said by
//    colour.

import { NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { currencySigns, figureSigns } from '../format.ts';
import { t } from '../words.ts';
import { distinct } from './distinct.ts';
import type { FieldInputProps } from './field-props.ts';
import { FileInput } from './file-input.tsx';
import { ListInput } from './list-input.tsx';
import { RecordInput } from './record-input.tsx';

/** What every input shares. */
function frameOf(props: FieldInputProps): Record<string, unknown> {
  const { field, error, disabled, showLabel = true, autoFocus } = props;
  return {
    ...(showLabel ? { label: field.label } : { 'aria-label': field.label }),
    ...(field.help && showLabel ? { description: field.help } : {}),
    ...(autoFocus ? { 'data-autofocus': true } : {}),
    error,
    disabled,
    required: field.required === true,
    withAsterisk: false,
    inputWrapperOrder: ['label', 'input', 'error', 'description'],
  };
}

function NumberField(props: FieldInputProps): ReactNode {
  const { field, value, onChange } = props;
  const isMoney = field.kind === 'money';
  return (
    <NumberInput
      {...frameOf(props)}
      className="num"
      value={typeof value === 'number' ? value : ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
      {...figureSigns()}
      {...(isMoney ? { ...currencySigns(field.currency), decimalScale: 2 } : {})}
    />
  );
}

function TextField(props: FieldInputProps): ReactNode {
  const { field, value, onChange } = props;
  const text = typeof value === 'string' ? value : '';
  const set = (next: string): void => onChange(next === '' ? undefined : next);
  if (field.kind === 'long_text')
    return (
      <Textarea
        {...frameOf(props)}
        autosize
        minRows={2}
        maxRows={10}
        value={text}
        onChange={(event) => set(event.currentTarget.value)}
      />
    );
  const type = { mail: 'email', link: 'url', date: 'date' }[field.kind as string] ?? 'text';
  return (
    <TextInput
      {...frameOf(props)}
      type={type}
      value={text}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
}

export function FieldInput(props: FieldInputProps): ReactNode {
  const { field, value, onChange } = props;
  switch (field.kind) {
    case 'number':
    case 'money':
      return <NumberField {...props} />;
    case 'yes_no':
      return (
        <Switch
          label={field.label}
          description={field.help}
          checked={value === true}
          disabled={props.disabled ?? false}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'choice':
      return (
        <Select
          {...frameOf(props)}
          data={distinct((field.choices ?? []).map(({ id, label }) => ({ value: id, label })))}
          value={typeof value === 'string' ? value : null}
          onChange={(next) => onChange(next ?? undefined)}
          placeholder={t('app.field.choose')}
          clearable={!field.required}
          rightSection={<ChevronDown size={14} aria-hidden />}
        />
      );
    case 'file':
      return <FileInput {...props} />;
    case 'list':
      return <ListInput {...props} Input={FieldInput} />;
    case 'record':
      return <RecordInput {...props} Input={FieldInput} />;
    case 'text':
    case 'long_text':
    case 'mail':
    case 'link':
    case 'date':
      return <TextField {...props} />;
  }
}
