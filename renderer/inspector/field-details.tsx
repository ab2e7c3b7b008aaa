// What more can be said of a declared field, by its kind: an explanation, an example, its bounds,
// its currency, what a list is made of, the parts of a group.

import { NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { freshId } from '../../engine/base/ids.ts';
import { KINDS, type Field, type Kind } from '../../engine/base/kinds.ts';
import type { Json } from '../../engine/base/value.ts';
import { FieldInput } from '../fields/field-input.tsx';
import { currencySigns, figureSigns } from '../format.ts';
import { t } from '../words.ts';

const chevron = <ChevronDown size={14} aria-hidden />;
export const CURRENCIES = ['USD', 'EUR', 'GBP', 'CHF', 'JPY', 'CAD', 'AUD'];
/** Kinds whose example is typed as a value of the kind. */
const SHOWN = new Set<Kind>(['file', 'list', 'record']);

type Props = { field: Field; onChange: (field: Field) => void };

/** A field with one part set, or taken away. */
function withPart<K extends keyof Field>(field: Field, key: K, value: Field[K] | undefined): Field {
  const { [key]: _old, ...rest } = field;
  return (value === undefined ? rest : { ...field, [key]: value }) as Field;
}

/** What can be chosen, one by one. */
export function Choices({ field, onChange }: Props): ReactNode {
  const labels = (field.choices ?? []).map((choice) => choice.label);
  const set = (next: string[]): void => {
    const taken = new Set<string>();
    const choices = next.map((label) => {
      const known = field.choices?.find((choice) => choice.label === label);
      const id = known?.id ?? freshId(label, taken, 'choice');
      taken.add(id);
      return { id, label };
    });
    onChange({ ...field, choices });
  };
  return (
    <TagsInput
      aria-label={t('app.fields.choices')}
      placeholder={labels.length > 0 ? undefined : t('app.fields.choices')}
      value={labels}
      onChange={set}
    />
  );
}

function Bounds({ field, onChange }: Props): ReactNode {
  const prefix = field.kind === 'money' ? currencySigns(field.currency) : {};
  const bound = (key: 'min' | 'max'): ReactNode => (
    <NumberInput
      className="num"
      label={t(`app.fields.${key}`)}
      {...figureSigns()}
      {...prefix}
      value={field[key] ?? ''}
      onChange={(n) => onChange(withPart(field, key, typeof n === 'number' ? n : undefined))}
    />
  );
  return (
    <div className="limits">
      {bound('min')}
      {bound('max')}
    </div>
  );
}

/** What each entry of a list is. */
function Entries({ field, onChange }: Props): ReactNode {
  const of = field.of ?? { id: 'item', label: field.label, kind: 'text' as const };
  return (
    <Select
      label={t('app.fields.of')}
      data={KINDS.filter((kind) => kind !== 'list').map((kind) => ({
        value: kind,
        label: t(`app.kind.${kind}`),
      }))}
      value={of.kind}
      rightSection={chevron}
      onChange={(kind) =>
        kind &&
        onChange({
          ...field,
          of: { id: of.id, label: of.label || field.label, kind: kind as Kind },
        })
      }
    />
  );
}

/** Everything but name, kind, and whether it has to be there. */
export function FieldDetails({ field, onChange }: Props): ReactNode {
  const { kind } = field;
  const hasExample = !SHOWN.has(kind);
  const isFigure = kind === 'number' || kind === 'money';
  return (
    <div className="field-details">
      <TextInput
        label={t('app.fields.help')}
        placeholder={t('app.fields.help.placeholder')}
        maxLength={500}
        value={field.help ?? ''}
        onChange={(event) =>
          onChange(withPart(field, 'help', event.currentTarget.value || undefined))
        }
      />
      {kind === 'money' && (
        <Select
          label={t('app.fields.currency')}
          data={CURRENCIES}
          value={field.currency ?? 'USD'}
          rightSection={chevron}
          onChange={(currency) => currency && onChange({ ...field, currency })}
        />
      )}
      {isFigure && <Bounds field={field} onChange={onChange} />}
      {kind === 'list' && <Entries field={field} onChange={onChange} />}
      {hasExample && (
        <FieldInput
          field={{ ...field, label: t('app.fields.example'), help: undefined, required: false }}
          value={field.example as Json | undefined}
          onChange={(value) => onChange(withPart(field, 'example', value))}
        />
      )}
    </div>
  );
}
