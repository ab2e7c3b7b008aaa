// A text in which values of earlier steps may stand as places: type, drop one, or choose from the
// list.
// TI1 a place that may be missing asks at once what stands there instead, and goes on asking until
//     somebody has said it: words, or nothing on purpose.

import { Button } from '@mantine/core';
import { Link2 } from 'lucide-react';
import { useId, useRef, type ReactNode } from 'react';
import type { Kind } from '../../engine/base/kinds.ts';
import type { Json } from '../../engine/base/value.ts';
import { nameOfPath, type Sight } from '../document/reach.ts';
import { t, useSpoken } from '../words.ts';
import { usePlace, valueDropped } from './carry.ts';
import { EditorFrame } from './editor/editor-frame.tsx';
import { choicesIn, type Places } from './editor/places.ts';
import type { TextHandle } from './editor/text-editor.tsx';
import { Instead } from './instead.tsx';
import { useLastWords } from './last-words.ts';
import { TextPreview } from './preview.tsx';
import { placesIn, placeText, shownText, storedText } from './template-text.ts';
import { UsedPlaces } from './used-places.tsx';
import { ValuePicker } from './value-picker.tsx';

type Props = {
  label: string;
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
  sight: Sight;
  isLong: boolean;
  placeholder?: string | undefined;
  /** Which setting this is, so that values can be put into it. */
  path: string;
  kind?: Kind | undefined;
};

const PLACE = /\{\{\s*([A-Za-z0-9_.]+)\s*\}\}/;

/** The places of a text: everything in sight, and what it already mentions. */
function usePlaces(value: Json | undefined, sight: Sight): Places {
  const lastOf = useLastWords(sight);
  const used = placesIn(value).join(' ');
  return useSpoken(() => {
    const own = new Set(used.split(' '));
    return {
      pattern: PLACE,
      wordsOf: (path) => {
        if (!sight.byPath.has(path) && !own.has(path)) return undefined;
        const { source, label, lost } = nameOfPath(sight, path);
        return { from: source?.name ?? '', name: label, last: lastOf(path), isLost: lost };
      },
      choices: () => choicesIn(sight, lastOf),
      write: placeText,
    };
  }, [sight, used, lastOf]);
}

export function TemplateInput(props: Props): ReactNode {
  const { label, value, onChange, sight, isLong, placeholder, path, kind } = props;
  const places = usePlaces(value, sight);
  const handle = useRef<TextHandle>(null);
  const below = useId();
  const isKnown = (one: string): boolean => sight.byPath.has(one);
  const change = (text: string): void =>
    onChange(text === '' ? undefined : storedText(text, isKnown, value));
  const insert = (one: string): void => {
    handle.current?.insert(one);
    requestAnimationFrame(() => handle.current?.focus());
  };
  const place = usePlace({ id: path, label, kind, take: insert });
  return (
    <div className="template" {...place}>
      <EditorFrame
        text={shownText(value)}
        onText={change}
        label={label}
        isLong={isLong}
        placeholder={placeholder}
        places={places}
        describedBy={below}
        handle={handle}
        pathOf={valueDropped}
      />
      <div className="template-tools">
        <PlaceButton sight={sight} onPick={insert} />
        {isLong && <UsedPlaces value={value} places={places} />}
      </div>
      <Instead value={value} sight={sight} onChange={onChange} />
      <TextPreview id={below} value={value} sight={sight} />
    </div>
  );
}

type ButtonProps = { sight: Sight; onPick: (path: string) => void };

function PlaceButton({ sight, onPick }: ButtonProps): ReactNode {
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
