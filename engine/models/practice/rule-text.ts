// A rule in plain words, taken apart: its statements, and what each of them asks for. "Travel up
// to 3 months old is within policy; gifts are not" has two statements: a subject with an age limit
// that speaks for something, and a subject that speaks against it.
// RT1 total: any text gives statements, perhaps none that can be used.

import { findAmounts } from './amounts.ts';
import { readWords } from './numbers.ts';
import { anyWord, oneOf, onlyWord } from './patterns.ts';
import { fold } from './tokens.ts';

/** How far back a day may lie, or how far at least. */
export type AgeLimit = {
  most: boolean;
  n: number;
  unit: 'day' | 'week' | 'month' | 'year';
  said: string;
};
/** A bound on a number; `near` holds the words that say which number is meant. */
export type NumberLimit = {
  op: 'more' | 'least' | 'less' | 'most';
  value: number;
  near: string;
  said: string;
};
export type Statement = {
  /** As it stands in the rule. */
  said: string;
  /** What it speaks of, limits taken out. */
  subject: string;
  /** What it says about it: "is within policy". */
  says: string;
  negative: boolean;
  /** "Everything else": applies when nothing before did. */
  rest: boolean;
  ages: AgeLimit[];
  numbers: NumberLimit[];
};

const UNITS: [RegExp, AgeLimit['unit']][] = [
  [onlyWord('day, days, tag, tage, tagen, jour, jours, día, días'), 'day'],
  [onlyWord('week, weeks, woche, wochen, semaine, semaines, semana, semanas'), 'week'],
  [onlyWord('month, months, monat, monate, monaten, mois, mes, meses'), 'month'],
  [onlyWord('year, years, jahr, jahre, jahren, an, ans, année, années, año, años'), 'year'],
];
const UNIT = '(\\p{L}+)';
const COUNT = '(\\d+|\\p{L}+)';
const MOST = oneOf(
  `up to, at most, no more than, not more than, no older than, not older than, less than,
    younger than, within, within the last, within the past, in the last, in the past, bis zu,
    höchstens, maximal, nicht älter als, innerhalb von, jünger als, jusqu'à, jusqu’à, moins
    de, au plus, hasta, menos de, como máximo`,
);
const LEAST = oneOf(
  `older than, more than, over, longer than, at least, after, älter als, mehr als, über, plus
    de, más de, mayor de, mayores de`,
);
const AGE = new RegExp(
  `(?<!\\p{L})(${MOST}|${LEAST})\\s+${COUNT}[ -]${UNIT}(?:\\s+(?:old|ago|alt))?(?!\\p{L})`,
  'giu',
);
const IS_MOST = new RegExp(`^(?:${MOST})$`, 'iu');

const atEnd = (list: string): RegExp => new RegExp(`(?<!\\p{L})(?:${oneOf(list)})\\s*$`, 'iu');
const OPERATORS: [RegExp, NumberLimit['op']][] = [
  [
    atEnd(`up to, up to and including, at most, no more than, not more than, not exceeding, maximum,
    maximum of, not above, not over, bis zu, höchstens, maximal, jusqu'à, jusqu’à, au plus,
    hasta, como máximo`),
    'most',
  ],
  [
    atEnd(`under, below, less than, lower than, smaller than, cheaper than, unter, weniger als,
    moins de, menos de, por debajo de`),
    'less',
  ],
  [
    atEnd(`at least, minimum, minimum of, from, not less than, no less than, mindestens, ab,
    au moins, al menos, a partir de`),
    'least',
  ],
  [
    atEnd(`over, above, more than, exceed, exceeds, exceeding, greater than, higher than,
    larger than, beyond, über, mehr als, plus de, más de, por encima de`),
    'more',
  ],
];
const NOT = anyWord(`not, never, no, nicht, nie, kein*, pas, jamais, nunca`);
const VERB = anyWord(
  `is, are, was, were, count as, counts as, belong to, belongs to, fall under, falls under,
    must be, may be, can be, should be, will be, go to, goes to, get, gets, need, needs,
    require, requires, mean, means, lead to, leads to, must, may, can, should, ist, sind, gilt
    als, gelten als, muss, darf, dürfen, est, sont, doit, peut, es, son, debe, puede`,
);
const REST = anyWord(
  `everything else, anything else, all the rest, all others, all other, otherwise, in all
    other cases, any other, alles andere, sonst, ansonsten, tout le reste, sinon, autrement,
    todo lo demás, en otro caso, de lo contrario`,
);
/** A new clause begins at a line, a semicolon, a full stop that is no decimal, or a "but". */
const CLAUSE =
  /\n+|;|(?<=[\p{L})%])\.(?=\s|$)|(?<=\d)\.(?=\s+\p{Lu}|$)|,?\s+(?:but|aber|mais|pero)\s+/u;
const OWN_VERB =
  /,\s+(?=(?:and|und|et|y)\s+[^,]*?\b(?:is|are|sind|ist|sont|est|son|es)\s+(?:not|nicht|pas)\b)/iu;

function agesIn(text: string): AgeLimit[] {
  return [...text.matchAll(AGE)].flatMap((m) => {
    const n = readWords(m[2] ?? '') ?? (/^an?$/i.test(m[2] ?? '') ? 1 : Number(m[2]));
    const unit = UNITS.find(([pattern]) => pattern.test(m[3] ?? ''))?.[1];
    if (unit === undefined || !Number.isInteger(n)) return [];
    return [{ most: IS_MOST.test(m[1] ?? ''), n, unit, said: m[0] }];
  });
}

/** Bounds on money, and on plain numbers that follow such words. */
function numbersIn(text: string): NumberLimit[] {
  const limits: NumberLimit[] = [];
  const bound = (value: number, at: number, end: number): void => {
    const before = text.slice(0, at);
    const found = OPERATORS.find(([pattern]) => pattern.test(before));
    if (!found) return;
    const start = before.search(found[0]);
    const near = `${before.slice(Math.max(0, start - 40), start)} ${text.slice(end, end + 24)}`;
    limits.push({ op: found[1], value, near, said: text.slice(start, end) });
  };
  const amounts = findAmounts(text);
  for (const one of amounts) bound(one.value, one.at, one.end);
  for (const m of text.matchAll(/(?<![\w.,])\d+(?:[.,]\d{3})*(?:\.\d+)?(?![\w]|[.,]\d)/g)) {
    const inside = amounts.some((one) => m.index < one.end && m.index + m[0].length > one.at);
    if (!inside) bound(Number(m[0].replaceAll(',', '')), m.index, m.index + m[0].length);
  }
  return limits;
}

/** Sentences and clauses; "and gifts are not" is one of its own because it has its own verb. */
function clausesOf(rule: string): string[] {
  return rule
    .toWellFormed()
    .slice(0, 8000)
    .split(CLAUSE)
    .flatMap((part) => part.split(OWN_VERB))
    .map((part) =>
      part
        .replace(/^[\s\-*•\d.)]+(?=\p{L})/u, '')
        .replace(/^(?:and|und|et|y)\s+/iu, '')
        .trim(),
    )
    .filter((part) => /\p{L}/u.test(part));
}

const MOST_STATEMENTS = 200;

/** Everything a rule says, clause by clause (RT1). */
export function statementsIn(rule: string): Statement[] {
  return clausesOf(rule)
    .slice(0, MOST_STATEMENTS)
    .map((said) => {
      const ages = agesIn(said);
      const bare = ages.reduce((text, age) => text.replace(age.said, ' '), said);
      const numbers = numbersIn(bare);
      const open = numbers.reduce((text, limit) => text.replace(limit.said, ' '), bare);
      const verb = VERB.exec(open);
      const [head, tail] = verb
        ? [open.slice(0, verb.index), open.slice(verb.index)]
        : (open.match(/^([^:]*):(.*)$/s)?.slice(1) ?? [open, '']);
      return {
        said,
        subject: (head ?? '').replace(/^(?:if|when|wenn|falls|si|cuando)\s+/iu, ''),
        says: tail ?? '',
        negative: NOT.test(fold((tail ?? '').trim() || said)),
        rest: REST.test(said),
        ages,
        numbers,
      };
    });
}
