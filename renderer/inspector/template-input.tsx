// A text in which values of earlier steps may stand as places: type, or insert one from the list.

import { Button, Textarea, TextInput } from '@mantine/core';
import { Link2 } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { isText, pathsIn } from '../../engine/base/binding.ts';
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
    onChange(next === '' ? undefined : (storedText(next, places, value) as Json));
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
    </div>
  );
}

function PlaceButton({
  sight,
  onPick,
}: {
  sight: Sight;
  onPick: (path: string) => void;
}): ReactNode {
  return (
    <ValuePicker sight={sight} onPick={onPick}>
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
