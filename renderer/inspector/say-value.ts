// A setting as a few words inside a sentence: what is taken from where, or what is written there.

import { isRef, isText, pathsIn } from '../../engine/base/binding.ts';
import type { Field } from '../../engine/base/kinds.ts';
import type { Json } from '../../engine/base/value.ts';
import { short, valueWords } from '../cards/value-words.ts';
import { nameOfPath, type Sight } from '../document/reach.ts';
import { t } from '../words.ts';
import { lookWords } from './say-condition.ts';

const LONG = 90;

/** Not said yet. */
export const OPEN = '…';

const isNothing = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '';

/** What a setting holds, in words: a quotation, a value of an earlier step, or that it is open. */
export function sayValue(value: Json | undefined, sight: Sight, field?: Field): string {
  if (isNothing(value)) return OPEN;
  if (isRef(value)) return lookWords(value['@ref'], sight);
  if (isText(value)) return sayTemplate(value['@text'], sight);
  if (typeof value === 'string' && !field?.choices)
    return t('live.quote', { text: short(value, LONG) });
  return short(valueWords(value, field), LONG);
}

/** Names of values, those of one step together: "Name and Text of Take the mail apart". */
function bySource(paths: string[], sight: Sight): string[] {
  const groups = Map.groupBy(paths, (path) => nameOfPath(sight, path).source?.id ?? path);
  return [...groups.values()].map((group) => {
    const [first = ''] = group;
    if (group.length === 1) return lookWords(first, sight);
    const { source } = nameOfPath(sight, first);
    const what = several(group.map((path) => nameOfPath(sight, path).label));
    return source && source.id !== 'input' ? t('cond.of', { what, step: source.name }) : what;
  });
}

/** A text with places: their names where they are nearly all of it, else the text itself. */
function sayTemplate(template: string, sight: Sight): string {
  const named = template.replace(/\{\{\s*([A-Za-z0-9_.]+)\s*\}\}/g, (_all, path: string) =>
    lookWords(path, sight),
  );
  const paths = [...new Set(pathsIn(template))];
  const isLabelled = template.includes('\n') || named.length > LONG;
  if (paths.length > 0 && isLabelled) return several(bySource(paths, sight));
  return t('live.quote', { text: short(named, LONG) });
}

/** Where a value comes from, in as few words as possible; what is written here is quoted. */
export function saySource(value: Json | undefined, sight: Sight, field?: Field): string {
  if (!isRef(value)) return sayValue(value, sight, field);
  const { source, label } = nameOfPath(sight, value['@ref']);
  if (source?.id === 'input') return t('live.form');
  return source && source.id !== 'run' ? source.name : label;
}

/** Several things as one; of many the first few. */
export function several(parts: string[], most = 4, how: 'and' | 'or' = 'and'): string {
  const shown = parts.filter(Boolean).slice(0, most);
  const rest = parts.length - shown.length;
  if (shown.length === 0) return OPEN;
  const all = rest > 0 ? [...shown, t('live.more', { n: rest })] : shown;
  return t(`live.list.${how}`, { parts: all.join('\n') });
}
