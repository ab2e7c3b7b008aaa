// A setting that is a group of settings, folded away until it is used.

import type { ReactNode } from 'react';
import { isObject, type Json } from '../../engine/base/value.ts';
import { t, tMaybe } from '../words.ts';
import { Folded } from './folded.tsx';
import { isShown } from './form-shown.ts';
import { SettingField } from './setting-field.tsx';
import type { WidgetProps } from './widget-props.ts';

export function GroupWidget({ spec, path, code, label, value, onChange }: WidgetProps): ReactNode {
  const own = isObject(value) ? value : {};
  const set = (key: string, next: Json | undefined): void => {
    const { [key]: _old, ...rest } = own;
    const all = next === undefined ? rest : { ...own, [key]: next };
    onChange(Object.keys(all).length > 0 ? all : undefined);
  };
  return (
    <Folded title={label} isUsed={Object.keys(own).length > 0} path={path}>
      {(spec.parts ?? [])
        .filter((part) => isShown(part, own))
        .map((part) => (
          <SettingField
            key={part.key}
            spec={part}
            path={`${path}.${part.key}`}
            code={`${code}.${part.key}`}
            label={tMaybe(`${code}.${part.key}`) ?? t(`app.part.${part.key}`)}
            value={own[part.key]}
            onChange={(next) => set(part.key, next)}
          />
        ))}
    </Folded>
  );
}
