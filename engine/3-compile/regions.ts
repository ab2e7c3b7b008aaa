// The stretches into which a decision cuts the figure it looks at, and which way each stretch
// takes.
// RG1 every bound that any case names cuts; inside a stretch all cases answer alike, so one figure
//     of it speaks for all.
// RG2 cases are read in order. One that also looks at other things may be taken or not: both are
//     kept.

import { compare, leavesOf, type Condition } from '../base/condition.ts';

export type Bound = { value: number; isIn: boolean };
export type Case = { port: string; when: Condition };

/**
 * A stretch of figures: the way it takes, and the way it takes when that case's other parts fail.
 */
export type Region = {
  from?: Bound;
  to?: Bound;
  port: string;
  /** The case was taken for more reasons than the figure; `otherwise` is the way without them. */
  otherwise?: string;
};

/** The figure a decision is about: the first one any case compares with a written number. */
export function figureOf(cases: Case[]): string | undefined {
  return cases.flatMap(({ when }) => leavesOf(when)).find(({ value }) => typeof value === 'number')
    ?.field;
}

type Answer = boolean | undefined;

/** Does the condition hold at a figure? Undefined where it also depends on something else. */
function at(c: Condition, field: string, x: number): Answer {
  const join = (parts: Condition[], ends: boolean): Answer => {
    const said = parts.map((part) => at(part, field, x));
    if (said.includes(ends)) return ends;
    return said.includes(undefined) ? undefined : !ends;
  };
  if ('all' in c) return join(c.all, false);
  if ('any' in c) return join(c.any, true);
  if ('not' in c) {
    const inner = at(c.not, field, x);
    return inner === undefined ? undefined : !inner;
  }
  const isFigure = c.field === field && (typeof c.value === 'number' || c.value === undefined);
  return isFigure ? compare(x, c.op, c.value ?? null) : undefined;
}

/** The way a figure takes (RG2). */
function wayAt(cases: Case[], field: string, x: number): Pick<Region, 'port' | 'otherwise'> {
  let first: string | undefined;
  for (const { port, when } of cases) {
    const said = at(when, field, x);
    if (said === false) continue;
    if (first === undefined && said === true) return { port };
    if (first === undefined) first = port;
    else if (said === true) return port === first ? { port } : { port: first, otherwise: port };
    // Two open cases in a row: what happens without the first depends on still other things.
    else return { port: first };
  }
  return first === undefined ? { port: 'otherwise' } : { port: first, otherwise: 'otherwise' };
}

/**
 * The stretches in order, neighbours as one where nothing differs (RG1). `alike` gives ways that
 * come to the same thing the same word.
 */
export function regionsOf(
  cases: Case[],
  field: string,
  alike: (port: string) => string = (port) => port,
): Region[] {
  const bounds = cases
    .flatMap(({ when }) => leavesOf(when))
    .flatMap(({ field: f, value }) => (f === field && typeof value === 'number' ? [value] : []));
  const cuts = [...new Set(bounds)].sort((a, b) => a - b);
  const pieces = cuts.flatMap((cut, i): Region[] => {
    const next = cuts[i + 1];
    const point = { value: cut, isIn: true };
    const after = { value: cut, isIn: false };
    const inside = next === undefined ? cut + 1 : (cut + next) / 2;
    return [
      { from: point, to: point, ...wayAt(cases, field, cut) },
      {
        from: after,
        ...(next === undefined ? {} : { to: { value: next, isIn: false } }),
        ...wayAt(cases, field, inside),
      },
    ];
  });
  const [least] = cuts;
  if (least === undefined) return [];
  const below: Region = { to: { value: least, isIn: false }, ...wayAt(cases, field, least - 1) };
  return [below, ...pieces].reduce<Region[]>((sofar, next) => merge(sofar, next, alike), []);
}

function merge(sofar: Region[], next: Region, alike: (port: string) => string): Region[] {
  const last = sofar.at(-1);
  const same = (a = '', b = ''): boolean => alike(a) === alike(b);
  if (!last || !same(last.port, next.port) || !same(last.otherwise, next.otherwise))
    return [...sofar, next];
  const { to: _old, ...start } = last;
  return [...sofar.slice(0, -1), { ...start, ...(next.to ? { to: next.to } : {}) }];
}

/** The name of a stretch's form; the sentences are `bounds.<kind>.<name>`. */
export function boundsName({ from, to }: Region): string {
  if (from && to) {
    if (from.value === to.value) return 'exactly';
    if (from.isIn) return to.isIn ? 'between' : 'from_to_under';
    return to.isIn ? 'above_up_to' : 'above_to_under';
  }
  if (to) return to.isIn ? 'up_to' : 'under';
  if (!from) return 'any';
  return from.isIn ? 'from' : 'above';
}
