// A text in which values of earlier steps may stand as places: type, or insert one from the list.
// TI1 a place that may be missing asks at once what stands there instead; nothing, if not said.

import { Button, Textarea, TextInput } from '@mantine/core';
import { Link2 } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { isText, pathsIn, type TextTemplate } from '../../engine/base/binding.ts';
import type { Json } from '../../engine/base/value.ts';
import { nameOfPath, type Sight } from '../document/reach.ts';
import { t } from '../words.ts';
import { placesFor, shownText, storedText, type Places } from './template-text.ts';
import { ValuePicker } from './value-picker.tsx';

type Props = {
  label: string;
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
  sight: Sight;
  isLong: boolean;
  placeholder?: string | undefined;
};

/** Names for everything in sight and everything the text already mentions. */
function usePlaces(value: Json | undefined, sight: Sight): Places {
  const used = isText(value) ? pathsIn(value['@text']) : [];
  return placesFor(new Set([...sight.byPath.keys(), ...used]), (path) => {
    const { source, label } = nameOfPath(sight, path);
    return source && source.id !== 'input' ? `${source.name}: ${label}` : label;
  });
}

export function TemplateInput({
  label,
  value,
  onChange,
  sight,
  isLong,
  placeholder,
}: Props): ReactNode {
  const places = usePlaces(value, sight);
  const input = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const text = shownText(value, places);
  const change = (next: string): void =>
    onChange(next === '' ? undefined : withElse(storedText(next, places, value), sight));
  const insert = (path: string): void => {
    const at = input.current?.selectionStart ?? text.length;
    const place = `‹${places.wordsOf(path)}›`;
    change(text.slice(0, at) + place + text.slice(at));
    requestAnimationFrame(() => input.current?.focus());
  };
  const shared = {
    ref: input,
    'aria-label': label,
    value: text,
    placeholder,
    onChange: (event: { currentTarget: { value: string } }) => change(event.currentTarget.value),
  };
  return (
    <div className="template">
      {isLong ? (
        <Textarea {...shared} autosize minRows={2} maxRows={10} />
      ) : (
        <TextInput {...shared} />
      )}
      <PlaceButton sight={sight} onPick={insert} />
      <Instead value={value} places={places} onChange={onChange} />
    </div>
  );
}

/** A text with an empty fallback for every place that may be missing (TI1). */
function withElse(text: string | TextTemplate, sight: Sight): Json {
  if (typeof text === 'string') return text;
  const missing = pathsIn(text['@text']).filter((path) => sight.byPath.get(path)?.sure === false);
  const given = text.else ?? {};
  const otherwise = Object.fromEntries(missing.map((path) => [path, given[path] ?? '']));
  const all = { ...otherwise, ...given };
  return Object.keys(all).length > 0 ? { '@text': text['@text'], else: all } : { ...text };
}

type InsteadProps = {
  value: Json | undefined;
  places: Places;
  onChange: (value: Json) => void;
};

/** What stands in a place whose value is missing (TI1). */
function Instead({ value, places, onChange }: InsteadProps): ReactNode {
  if (!isText(value) || !value.else) return null;
  const given = value.else;
  return Object.entries(given).map(([path, text]) => (
    <TextInput
      key={path}
      label={t('app.bind.else_place', { place: places.wordsOf(path) })}
      placeholder={t('app.bind.else_nothing')}
      value={typeof text === 'string' ? text : ''}
      readOnly={typeof text !== 'string'}
      onChange={(event) =>
        onChange({ ...value, else: { ...given, [path]: event.currentTarget.value } })
      }
    />
  ));
}

function PlaceButton({
  sight,
  onPick,
}: {
  sight: Sight;
  onPick: (path: string) => void;
}): ReactNode {
  return (
    <ValuePicker sight={sight} onPick={onPick} movesOn>
      {(open) => (
        <Button
          variant="subtle"
          size="compact-xs"
          className="place"
          leftSection={<Link2 size={12} aria-hidden />}
          onClick={open}
        >
          {t('app.reach.insert')}
        </Button>
      )}
    </ValuePicker>
  );
}
