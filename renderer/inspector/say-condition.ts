// A condition as a sentence, and what it says to the values of the last run.
// SC1 total: what is not chosen yet is said as such, never left out.
// SC2 figures are written as the value they are held against is: money as money, choices in words.

import { isRef } from '../../engine/base/binding.ts';
import type { Condition, Leaf } from '../../engine/base/condition.ts';
import type { Field } from '../../engine/base/kinds.ts';
import type { Json } from '../../engine/base/value.ts';
import { sayPort } from '../../engine/base/text/ports.ts';
import { nameOfPath, type Sight } from '../document/reach.ts';
import { money } from '../format.ts';
import { valueWords } from '../cards/value-words.ts';
import { language, t } from '../words.ts';

/** Sources whose values are known by their own names. */
const OWN = new Set(['input', 'run', 'item']);
const WITHOUT_VALUE = new Set(['is_empty', 'is_not_empty']);

/** The ways out of a step, as a closed choice for conditions over `steps.<id>.port`. */
function wayField(path: string, sight: Sight): Field | undefined {
  const [root, id = '', what] = path.split('.');
  if (root !== 'steps' || what !== 'port') return undefined;
  const ports = sight.drawing.steps.get(id)?.ports ?? [];
  const type = sight.drawing.steps.get(id)?.node.type ?? '';
  return {
    id: 'way',
    label: t('app.reach.way'),
    kind: 'choice',
    choices: ports.map((port) => ({ id: port.id, label: sayPort(language, type, port) })),
  };
}

/** The declared field a condition looks at, if there is one. */
export const fieldOfLeaf = (path: string, sight: Sight): Field | undefined =>
  wayField(path, sight) ?? sight.byPath.get(path)?.field;

/** What a leaf looks at, in words: its name, and whose it is where that is not the form. */
export function lookWords(path: string, sight: Sight): string {
  if (path === '') return t('cond.nothing');
  const { source, label } = nameOfPath(sight, path);
  if (!source || OWN.has(source.id)) return label;
  return /^steps\.[^.]+\.port$/.test(path)
    ? t('cond.way', { step: source.name })
    : t('cond.of', { what: label, step: source.name });
}

/** What it is held against, in words (SC2). */
function againstWords(value: Json | undefined, field: Field | undefined, sight: Sight): string {
  if (value === undefined || value === '') return t('cond.open');
  if (isRef(value)) return lookWords(value['@ref'], sight);
  if (typeof value === 'number' && field?.kind === 'money') return money(value, field.currency);
  return valueWords(value, field) || t('cond.open');
}

function leafWords({ field, op, value }: Leaf, sight: Sight): string {
  const what = lookWords(field, sight);
  if (WITHOUT_VALUE.has(op)) return t('cond.bare', { what, op: t(`app.op.${op}`) });
  const against = againstWords(value, fieldOfLeaf(field, sight), sight);
  return t('cond.leaf', { what, op: t(`app.op.${op}`), value: against });
}

/** The condition in words, figures and choices emphasised (SC1). */
export function conditionWords(condition: Condition, sight: Sight): string {
  if ('not' in condition) {
    const { not } = condition;
    const list = 'any' in not ? not.any : [not];
    return t('cond.none', { parts: joined(list, sight, 'or') });
  }
  if ('all' in condition) return joined(condition.all, sight, 'and');
  if ('any' in condition) return joined(condition.any, sight, 'or');
  return leafWords(condition, sight);
}

function joined(list: Condition[], sight: Sight, how: 'and' | 'or'): string {
  if (list.length === 0) return t(how === 'and' ? 'cond.always' : 'cond.never');
  const parts = list.map((one) => {
    const words = conditionWords(one, sight);
    const isNested = ('all' in one && one.all.length > 1) || ('any' in one && one.any.length > 1);
    return isNested && list.length > 1 ? t('cond.nested', { parts: words }) : words;
  });
  return t(`cond.${how}`, { parts: parts.join('\n') });
}
