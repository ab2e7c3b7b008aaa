// What stands in a place of a text whose value is missing: asked for at once, in place.

import { ActionIcon, Button, TextInput } from '@mantine/core';
import { X } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { isText } from '../../engine/base/binding.ts';
import type { Json } from '../../engine/base/value.ts';
import type { Sight } from '../document/reach.ts';
import { t } from '../words.ts';
import { useAsked } from './faults.tsx';
import { lookWords } from './say-condition.ts';
import { placesIn } from './template-text.ts';

type Props = {
  value: Json | undefined;
  sight: Sight;
  onChange: (value: Json) => void;
};

export function Instead({ value, sight, onChange }: Props): ReactNode {
  if (!isText(value)) return null;
  const given = value.else ?? {};
  const asked = placesIn(value).filter(
    (path) => Object.hasOwn(given, path) || sight.byPath.get(path)?.sure === false,
  );
  const set = (path: string, text: Json | undefined): void => {
    const { [path]: _old, ...rest } = given;
    const next = text === undefined ? rest : { ...given, [path]: text };
    const { else: _others, ...bare } = value;
    onChange(Object.keys(next).length > 0 ? { ...bare, else: next } : bare);
  };
  return asked.map((path) => (
    <Line
      key={path}
      path={path}
      text={Object.hasOwn(given, path) ? given[path] : undefined}
      isSure={sight.byPath.get(path)?.sure !== false}
      label={t('app.bind.else_place', { place: lookWords(path, sight) })}
      onText={(text) => set(path, text)}
    />
  ));
}

type LineProps = {
  path: string;
  label: string;
  /** Undefined until somebody has said it. */
  text: Json | undefined;
  isSure: boolean;
  onText: (text: Json | undefined) => void;
};

function Line({ path, label, text, isSure, onText }: LineProps): ReactNode {
  const id = useId();
  const why = useAsked(path);
  const isSaid = text !== undefined;
  return (
    <div className={isSaid ? 'instead' : 'instead is-asking'}>
      <label htmlFor={id}>{label}</label>
      <div className="row">
        <TextInput
          id={id}
          className="grow"
          placeholder={isSaid ? t('app.bind.else_nothing') : undefined}
          value={typeof text === 'string' ? text : ''}
          readOnly={isSaid && typeof text !== 'string'}
          onChange={(event) => onText(event.currentTarget.value)}
        />
        {!isSaid && <Button onClick={() => onText('')}>{t('app.bind.else_empty')}</Button>}
        {isSaid && isSure && (
          <ActionIcon
            size={24}
            aria-label={t('app.bind.else_drop')}
            onClick={() => onText(undefined)}
          >
            <X size={14} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {!isSaid && why && <p className="asked-why">{why}</p>}
    </div>
  );
}
