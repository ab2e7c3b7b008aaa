// Named values a person makes up: what a step may use, what an end hands back.

import { ActionIcon, Button, TextInput } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { freshId } from '../../engine/base/ids.ts';
import { isObject, type Json, type JsonObject } from '../../engine/base/value.ts';
import { t, tMaybe } from '../words.ts';
import type { Spec } from './form-spec.ts';
import { SettingField } from './setting-field.tsx';
import type { WidgetProps } from './widget-props.ts';

const ANY: Spec = { key: 'value', widget: 'any', bindable: true, required: false };

/** A name as people read it: `receipt_total` → "Receipt total". */
const spoken = (key: string): string => {
  const words = key.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export function RecordWidget({ spec, path, code, value, onChange }: WidgetProps): ReactNode {
  const own: JsonObject = isObject(value) ? value : {};
  const [name, setName] = useState('');
  const declared = spec.parts ?? [];
  const others = Object.keys(own).filter((key) => !declared.some((part) => part.key === key));
  const set = (key: string, next: Json | undefined): void => {
    const { [key]: _old, ...rest } = own;
    onChange(next === undefined ? rest : { ...own, [key]: next });
  };
  const add = (): void => {
    if (name.trim() === '') return;
    onChange({ ...own, [freshId(name, new Set(Object.keys(own)), 'value')]: '' });
    setName('');
  };
  return (
    <div className="record">
      {declared.map((part) => (
        <SettingField
          key={part.key}
          spec={part}
          path={`${path}.${part.key}`}
          code={`${code}.${part.key}`}
          label={tMaybe(`${code}.${part.key}`) ?? spoken(part.key)}
          value={own[part.key]}
          onChange={(next) => set(part.key, next)}
        />
      ))}
      {others.map((key) => (
        <div key={key} className="record-row">
          <SettingField
            spec={ANY}
            path={`${path}.${key}`}
            code={`${code}.value`}
            label={spoken(key)}
            value={own[key]}
            onChange={(next) => set(key, next ?? '')}
          />
          <ActionIcon
            size={24}
            aria-label={t('app.record.remove', { name: spoken(key) })}
            onClick={() => set(key, undefined)}
          >
            <Trash2 size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div className="row">
        <TextInput
          className="grow"
          aria-label={t('app.record.name')}
          placeholder={t('app.record.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && add()}
        />
        <Button
          leftSection={<Plus size={14} aria-hidden />}
          disabled={name.trim() === ''}
          onClick={add}
        >
          {t('app.record.add')}
        </Button>
      </div>
    </div>
  );
}
