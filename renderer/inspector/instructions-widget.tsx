// What a model is told: a text of its own, never filled in with what somebody else wrote. Values go
// to it beside the text; a chip in the text speaks of one of them by its name.
// IN1 a value named in the text is given as data under that name, so that it stays fenced in.
// IN2 a name that is no data of the step is plain text.

import { useId, useMemo, useRef, type ReactNode } from 'react';
import { isRef } from '../../engine/base/binding.ts';
import { freshId } from '../../engine/base/ids.ts';
import { isObject, type Json, type JsonObject } from '../../engine/base/value.ts';
import { sentenceCase } from '../cards/value-words.ts';
import { nameOfPath, type Sight } from '../document/reach.ts';
import { t, tMaybe, useSpoken } from '../words.ts';
import { usePlace, valueDropped } from './carry.ts';
import { useInspected } from './context.ts';
import { EditorFrame } from './editor/editor-frame.tsx';
import { choicesIn, type Places } from './editor/places.ts';
import type { TextHandle } from './editor/text-editor.tsx';
import { useLastWords } from './last-words.ts';
import type { WidgetProps } from './widget-props.ts';

const NAMED = /‹([a-z][a-z0-9_]*)›/;

/** The data a value is given under; a value that is given already keeps its name. */
function nameFor(data: JsonObject, sight: Sight, path: string): string {
  const known = Object.keys(data).find((key) => {
    const own = data[key];
    return isRef(own) && own['@ref'] === path;
  });
  return known ?? freshId(nameOfPath(sight, path).label, new Set(Object.keys(data)), 'value');
}

/** Places that name the data of the step (IN1, IN2). */
function useNamed(give: (name: string, path: string) => void): Places | undefined {
  const { step, sight, facts } = useInspected();
  const lastOf = useLastWords(sight);
  const { data } = step.settings;
  const own = isObject(data) ? data : undefined;
  const hasData = facts.definition !== undefined && 'data' in facts.definition.initial;
  return useSpoken(() => {
    if (!hasData) return undefined;
    const given = own ?? {};
    return {
      pattern: NAMED,
      wordsOf: (name) => {
        if (!Object.hasOwn(given, name)) return undefined;
        const value = given[name];
        const last = isRef(value) ? lastOf(value['@ref']) : '';
        return { from: '', name: sentenceCase(name), last, isLost: false };
      },
      choices: () => choicesIn(sight, lastOf),
      write: (path) => {
        const name = nameFor(given, sight, path);
        if (!Object.hasOwn(given, name)) give(name, path);
        return `‹${name}›`;
      },
    };
  }, [hasData, own, sight, lastOf, give]);
}

export function InstructionsWidget(props: WidgetProps): ReactNode {
  const { spec, path, code, label, value, onChange } = props;
  const { step, sight, apply } = useInspected();
  const handle = useRef<TextHandle>(null);
  const below = useId();
  const id = step.id;
  const give = useMemo(
    () =>
      (name: string, from: string): void => {
        const isSure = sight.byPath.get(from)?.sure !== false;
        const given: Json = isSure ? { '@ref': from } : { '@ref': from, else: '' };
        apply([{ do: 'set', step: id, path: `data.${name}`, value: given }]);
      },
    [apply, sight, id],
  );
  const places = useNamed(give);
  const place = usePlace({
    id: path,
    label,
    take: (from) => {
      handle.current?.insert(from);
      requestAnimationFrame(() => handle.current?.focus());
    },
  });
  const prompt = step.settings['prompt'];
  return (
    <div className="template" {...(places ? place : {})}>
      <EditorFrame
        text={typeof value === 'string' ? value : ''}
        onText={(text) => onChange(text === '' && !spec.required ? undefined : text)}
        label={label}
        isLong
        placeholder={tMaybe(`${code}.placeholder`)}
        places={places}
        describedBy={below}
        handle={handle}
        pathOf={valueDropped}
      />
      <p id={below} className="hint">
        {typeof prompt === 'string' && prompt !== ''
          ? t('app.prompt.instead', { prompt: prompt.replaceAll('_', ' ') })
          : places && t('app.prompt.braces')}
      </p>
    </div>
  );
}
