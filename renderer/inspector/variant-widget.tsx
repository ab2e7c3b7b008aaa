// A setting that is one of several kinds, each with its own parts: the operations of *Shape data*.

import { Select } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { isObject, type Json } from '../../engine/base/value.ts';
import { textOf } from '../json-text.ts';
import { t, tMaybe } from '../words.ts';
import { SettingField } from './setting-field.tsx';
import type { WidgetProps } from './widget-props.ts';

export function VariantWidget({
  spec,
  path,
  code,
  label,
  value,
  onChange,
}: WidgetProps): ReactNode {
  const own = isObject(value) ? value : {};
  const variants = spec.variants ?? {};
  const op = textOf(own['op']);
  const set = (key: string, next: Json | undefined): void => {
    const { [key]: _old, ...rest } = own;
    onChange(next === undefined ? rest : { ...rest, [key]: next });
  };
  return (
    <>
      <Select
        aria-label={label}
        data={Object.keys(variants).map((one) => ({
          value: one,
          label: tMaybe(`operation.${one}`) ?? one,
        }))}
        value={op}
        rightSection={<ChevronDown size={14} aria-hidden />}
        onChange={(next) => next && onChange({ op: next })}
      />
      {(variants[op] ?? []).map((part) => (
        <SettingField
          key={part.key}
          spec={part}
          path={`${path}.${part.key}`}
          code={`${code}.${part.key}`}
          label={
            tMaybe(`operation.${op}.${part.key}`) ??
            tMaybe(`${code}.${part.key}`) ??
            t(`app.part.${part.key}`)
          }
          value={own[part.key]}
          onChange={(next) => set(part.key, next)}
        />
      ))}
    </>
  );
}
