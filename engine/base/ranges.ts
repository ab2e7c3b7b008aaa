// The words for a way out that follow from its condition: a changed threshold changes them too.
// R1 cases are read in order: what an earlier case took bounds the later ones from below.
// R2 the words come as a code with figures; the figures alone stand as a neutral label.

import { leavesOf, type Condition, type Leaf } from './condition.ts';

/** Lower and upper bound of the figure a way out looks at; `at` = the bound itself is included. */
export type Range = {
  field: string;
  from?: { value: number; at: boolean };
  to?: { value: number; at: boolean };
};
export type Words = {
  label: string;
  said: { code: string; params: Record<string, string | number> };
};

const isPlain = (c: Condition): boolean =>
  'all' in c ? c.all.every(isPlain) : !('any' in c) && !('not' in c);

const figures = (c: Condition): (Leaf & { value: number })[] =>
  isPlain(c)
    ? leavesOf(c).filter((l): l is Leaf & { value: number } => typeof l.value === 'number')
    : [];

/** The bounds each case sets on the first figure any of them looks at, then those of the rest. */
export function rangesOf(cases: Condition[]): (Range | undefined)[] {
  const field = cases.flatMap(figures)[0]?.field;
  if (field === undefined) return [...cases.map(() => undefined), undefined];
  let floor: Range['from'];
  const out = cases.map((when): Range | undefined => {
    const mine = figures(when).filter((l) => l.field === field);
    if (!mine.length) return undefined;
    const range: Range = { field, ...(floor ? { from: floor } : {}) };
    for (const { op, value } of mine) {
      if (op === 'less_than' || op === 'at_most') range.to = { value, at: op === 'at_most' };
      if (op === 'more_than' || op === 'at_least') range.from = { value, at: op === 'at_least' };
      if (op === 'is') range.from = range.to = { value, at: true };
    }
    // R1: the next case starts where this one ends, and includes the bound this one left out
    if (range.to && range.from !== range.to) floor = { value: range.to.value, at: !range.to.at };
    return range;
  });
  return [...out, floor && { field, from: floor }];
}

/** The words for a range (R2); undefined when it has no bounds. */
export function wordsFor(range: Range | undefined, currency?: string): Words | undefined {
  const { from, to } = range ?? {};
  const name =
    from && to ? 'between' : to ? (to.at ? 'at_most' : 'under') : from?.at ? 'at_least' : 'above';
  if (!from && !to) return undefined;
  const isOne = from && to && from.value === to.value;
  return {
    label: labelOf(range as Range),
    said: {
      code: `way.${currency ? 'money' : 'number'}.${isOne ? 'exactly' : name}`,
      params: {
        ...(from ? { from: from.value } : {}),
        ...(to ? { to: to.value } : {}),
        ...(currency ? { currency } : {}),
      },
    },
  };
}

/** The bounds in figures and signs only, the same in every language. */
function labelOf({ from, to }: Range): string {
  if (from && to) return from.value === to.value ? `${to.value}` : `${from.value}–${to.value}`;
  if (to) return `${to.at ? '≤' : '<'} ${to.value}`;
  return from ? `${from.at ? '≥' : '>'} ${from.value}` : '';
}
