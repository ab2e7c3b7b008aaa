// What differs in the files beside the drawing: tools, rules, prompts. In sentences.

import type { Answers } from '../../engine/api/contract.ts';
import { hashOf } from '../../engine/base/canonical.ts';
import { t } from '../words.ts';
import type { Told } from './tell.ts';

type Parts = NonNullable<Answers['version']['parts']>;
type Named = { id: string; name: string; mark: string };

const sorted = (all: Named[]): string => all.map(({ id }) => id).join('\n');

function differs(kind: 'card' | 'rule' | 'prompt', was: Named[], is: Named[]): Told[] {
  const told = (one: Named, how: 'added' | 'removed' | 'changed'): Told => ({
    key: `${kind} ${one.id} ${how}`,
    group: 'beside',
    how,
    text: t(`history.beside.${kind}_${how}`, { name: one.name }),
  });
  const find = (all: Named[], id: string): Named | undefined => all.find((one) => one.id === id);
  const gone = was.filter(({ id }) => !find(is, id)).map((one) => told(one, 'removed'));
  const other = is.flatMap((one): Told[] => {
    const old = find(was, one.id);
    if (!old) return [told(one, 'added')];
    return old.mark === one.mark ? [] : [told(one, 'changed')];
  });
  return [...gone, ...other];
}

/** The differences of what decides about runs, apart from the drawing. */
export function besideTold(was: Parts, is: Parts): Told[] {
  const cards = ({ cards: all }: Parts): Named[] =>
    all.map((one) => ({ id: one.name, name: one.title, mark: hashOf(one) }));
  const rules = ({ rules: all }: Parts): Named[] =>
    all.map((one) => ({ id: one.id, name: one.name, mark: hashOf(one) }));
  const prompts = ({ prompts: all }: Parts): Named[] =>
    all.map((one) => ({
      id: `${one.id} ${one.version}`,
      name: `${one.id.replaceAll('_', ' ')} ${one.version}`,
      mark: hashOf(one),
    }));
  const ruled = differs('rule', rules(was), rules(is));
  const isTurned = ruled.length === 0 && sorted(rules(was)) !== sorted(rules(is));
  return [
    ...differs('card', cards(was), cards(is)),
    ...ruled,
    ...(isTurned
      ? [{ key: 'rules', group: 'beside', how: 'changed', text: t('history.beside.rules_order') }]
      : []),
    ...differs('prompt', prompts(was), prompts(is)),
  ] as Told[];
}
