// A setting that is a group of settings, folded away until it is used.

import { ChevronRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { isObject, type Json } from '../../engine/base/value.ts';
import { t, tMaybe } from '../words.ts';
import { SettingField } from './setting-field.tsx';
import type { WidgetProps } from './widget-props.ts';

export function GroupWidget({ spec, path, code, label, value, onChange }: WidgetProps): ReactNode {
  const own = isObject(value) ? value : {};
  const [isOpen, setOpen] = useState(Object.keys(own).length > 0);
  const set = (key: string, next: Json | undefined): void => {
    const { [key]: _old, ...rest } = own;
    const all = next === undefined ? rest : { ...own, [key]: next };
    onChange(Object.keys(all).length > 0 ? all : undefined);
  };
  return (
    <div className="group">
      <button
        type="button"
        className="fold"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <ChevronRight size={14} aria-hidden className={isOpen ? 'turned' : undefined} /> {label}
      </button>
      {isOpen && (
        <div className="group-in">
          {(spec.parts ?? []).map((part) => (
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
        </div>
      )}
    </div>
  );
}
