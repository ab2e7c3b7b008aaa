// Conditions over a call as a sentence: what a rule or a card says, in words that change with it.
// CW1 pure; every name comes from what is known, and a name nobody knows any more stands as it is.
// CW2 total: a half-made condition reads as one that still lacks something.

import { isRef } from '../../engine/base/binding.ts';
import type { Condition, Leaf } from '../../engine/base/condition.ts';
import type { Json } from '../../engine/base/value.ts';
import { valueWords } from '../cards/value-words.ts';
import type { Sight } from '../document/reach.ts';
import { t } from '../words.ts';

const WITHOUT_VALUE = new Set<Leaf['op']>(['is_empty', 'is_not_empty']);

/** A value as it is compared with, in the words of its field. */
function comparedWith({ field: path, value }: Leaf, { byPath }: Sight): string {
  const field = byPath.get(path)?.field;
  if (isRef(value))
    return t('rule.words.other', { field: byPath.get(value['@ref'])?.label ?? value['@ref'] });
  if (value === undefined || value === null || value === '') return t('rule.words.open');
  const own = field?.kind === 'list' ? field.of : field;
  const one = (x: Json): string =>
    QUOTED.has(path) ? t('rule.words.quoted', { value: valueWords(x, own) }) : valueWords(x, own);
  if (Array.isArray(value))
    return value.length
      ? t('rule.words.or', { list: value.map(one).join('\n') })
      : t('rule.words.open');
  return one(value);
}

/** Names of things stand in quotes, each of its own. */
const QUOTED = new Set(['tool', 'step', 'workflow']);

/** Parts of a call that read better than “field, comparison, value”. */
function special(leaf: Leaf, sight: Sight): string | undefined {
  const { field, op } = leaf;
  const isIt = op === 'is' || op === 'one_of' || (op === 'contains' && field.startsWith('labels.'));
  if (!isIt) return undefined;
  const words = comparedWith(leaf, sight);
  const argument = field.replace(/^labels\./, '');
  if (argument !== field) {
    const label = sight.byPath.get(`args.${argument}`)?.label ?? argument;
    return t('rule.words.origin', { field: label, value: words });
  }
  const code = `rule.words.${field}`;
  return ['tool', 'class', 'effect', 'step', 'workflow', 'mode', 'weekday'].includes(field)
    ? t(code, { value: words })
    : undefined;
}

function leafWords(leaf: Leaf, sight: Sight): string {
  if (leaf.field === '') return t('rule.words.unfinished');
  const found = sight.byPath.get(leaf.field);
  const own = special(leaf, sight);
  if (own !== undefined) return own;
  const field = found?.label ?? leaf.field.replace(/^args\./, '');
  if (WITHOUT_VALUE.has(leaf.op))
    return t('rule.words.bare', { field, op: t(`app.op.${leaf.op}`) });
  const value = leaf.field === 'hour' ? hourWords(leaf.value) : comparedWith(leaf, sight);
  return t('rule.words.leaf', { field, op: t(`app.op.${leaf.op}`), value });
}

const hourWords = (value: Json | undefined): string =>
  typeof value === 'number' ? `${String(value).padStart(2, '0')}:00` : t('rule.words.open');

const isLeaf = (c: Condition): c is Leaf => !('all' in c) && !('any' in c) && !('not' in c);

/** A condition in words; nothing for one that always holds. */
export function conditionWords(c: Condition, sight: Sight, isInner = false): string {
  if ('not' in c) return t('rule.words.not', { what: conditionWords(c.not, sight, true) });
  if (isLeaf(c)) return leafWords(c, sight);
  const list = 'all' in c ? c.all : c.any;
  if (list.length === 0) return 'all' in c ? '' : t('rule.words.never');
  const parts = list.map((one) => conditionWords(one, sight, true)).filter(Boolean);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const words = t(`rule.words.${'all' in c ? 'and' : 'either'}`, { list: parts.join('\n') });
  return isInner && parts.length > 1 ? t('rule.words.group', { what: words }) : words;
}

const ABOUT_WHO = new Set(['tool', 'class', 'effect', 'step', 'workflow', 'mode']);

/** A condition in two: who or what it is about, and when it holds; together they are the whole. */
export function halves(c: Condition): { who: Condition; when: Condition } {
  const parts = 'all' in c ? c.all : [c];
  const isWho = (one: Condition): boolean => isLeaf(one) && ABOUT_WHO.has(one.field);
  return { who: { all: parts.filter(isWho) }, when: { all: parts.filter((one) => !isWho(one)) } };
}
