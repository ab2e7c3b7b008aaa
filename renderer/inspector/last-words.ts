// What a value was in the last run (or in the examples, where nothing has run), in a few words.

import { useCallback } from 'react';
import { look } from '../../engine/base/binding.ts';
import { sayPort } from '../../engine/base/text/ports.ts';
import { short, valueWords } from '../cards/value-words.ts';
import type { Known } from '../document/last-scope.ts';
import type { Sight } from '../document/reach.ts';
import { textOf } from '../json-text.ts';
import { language } from '../words.ts';
import { useMaybeInspected } from './context.ts';

const SHORT = 28;

/** The words of a way out of a step that was taken. */
function wayWords(sight: Sight, path: string, port: string): string {
  const step = sight.drawing.steps.get(path.split('.')[1] ?? '');
  const found = step?.ports?.find(({ id }) => id === port);
  return found && step ? sayPort(language, step.node.type, found) : port;
}

/** A value of the last run in full words; empty where it had none. */
export function lastWords(known: Known, sight: Sight, path: string): string {
  const value = look(known.scope, path)?.v;
  if (value === undefined) return '';
  if (/^steps\.[^.]+\.port$/.test(path)) return wayWords(sight, path, textOf(value));
  return valueWords(value, sight.byPath.get(path)?.field);
}

/** Asks for a value of the last run in a few words. */
export function useLastWords(sight: Sight): (path: string) => string {
  const known = useMaybeInspected()?.known;
  return useCallback(
    (path: string) => (known ? short(lastWords(known, sight, path), SHORT) : ''),
    [known, sight],
  );
}
