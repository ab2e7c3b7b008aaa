// A rule in plain words, taken apart: its statements, and what each of them asks for.
// "Travel up to 3 months old is within policy; gifts are not" has two statements: a subject with an
// age limit that speaks for something, and a subject that speaks against it.
// RT1 total: any text gives statements, perhaps none that can be used.

import { findAmounts } from './amounts.ts';
import { fold } from './tokens.ts';

/** How far back a day may lie, or how far at least. */
export type AgeLimit = { most: boolean; n: number; unit: 'day' | 'week' | 'month' | 'year'; said: string };
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
  [/^(?:days?|tage?n?|jours?|días?)$/i, 'day'],
  [/^(?:weeks?|wochen?|semaines?|semanas?)$/i, 'week'],
  [/^(?:months?|monate?n?|mois|mes|meses)$/i, 'month'],
  [/^(?:years?|jahre?n?|ans?|années?|años?)$/i, 'year'],
];
const SMALL: Record<string, number> = {
  a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10,
  twelve: 12, ein: 1, eine: 1, einen: 1, zwei: 2, drei: 3, vier: 4, sechs: 6, un: 1, une: 1,
  deux: 2, trois: 3, dos: 2, tres: 3, seis: 6,
};
const COUNT = `(\\d+|${Object.keys(SMALL).join('|')})`;
const UNIT =
  '(days?|weeks?|months?|years?|tage?n?|wochen?|monate?n?|jahre?n?|jours?|semaines?|mois|ans?|días?|semanas?|meses|mes|años?)';
const MOST =
  'up to|at most|no more than|not more than|no older than|not older than|less than|younger than|within(?: the last| the past)?|in the last|in the past|bis zu|höchstens|maximal|nicht älter als|innerhalb von|jünger als|jusqu’à|jusqu.à|moins de|au plus|hasta|menos de|como máximo';
const LEAST =
  'older than|more than|over|longer than|at least|after|älter als|mehr als|über|plus de|plus vieux que|más de|mayores? de';
const AGE = new RegExp(`(?<!\\p{L})(${MOST}|${LEAST})\\s+${COUNT}[ -]${UNIT}(?:\\s+(?:old|ago|alt))?`, 'giu');
const IS_MOST = new RegExp(`^(?:${MOST})$`, 'iu');

const OPERATORS: [RegExp, NumberLimit['op']][] = [
  [/(?:up to(?: and including)?|at most|no more than|not more than|not exceeding|maximum(?: of)?|not above|not over|bis zu|höchstens|maximal|jusqu.à|au plus|hasta|como máximo)\s*$/iu, 'most'],
  [/(?:under|below|less than|lower than|smaller than|cheaper than|unter|weniger als|moins de|menos de|por debajo de)\s*$/iu, 'less'],
  [/(?:at least|minimum(?: of)?|from|not less than|no less than|mindestens|ab|au moins|al menos|a partir de)\s*$/iu, 'least'],
  [/(?:over|above|more than|exceed(?:s|ing)?|greater than|higher than|larger than|beyond|über|mehr als|plus de|más de|por encima de)\s*$/iu, 'more'],
];
const NOT =
  /(?<!\p{L})(?:not|never|no|nicht|nie|kein\p{L}*|pas|jamais|nunca|(?:are|is|sind|ist)n't)(?!\p{L})/iu;
const VERB =
  /(?<!\p{L})(?:is|are|was|were|counts? as|belongs? to|falls? under|must be|may be|can be|should be|will be|goes? to|go to|gets?|needs?|requires?|means?|leads? to|must|may|can|should|ist|sind|gilt als|gelten als|muss|darf|dürfen|est|sont|doit|peut|es|son|debe|puede)(?!\p{L})/iu;
const REST =
  /(?<!\p{L})(?:everything else|anything else|all (?:the )?(?:rest|others?)|otherwise|in all other cases|any other|alles andere|sonst|ansonsten|tout le reste|sinon|autrement|todo lo demás|en otro caso|de lo contrario)(?!\p{L})/iu;

function agesIn(text: string): AgeLimit[] {
  return [...text.matchAll(AGE)].map((m) => {
    const n = SMALL[(m[2] ?? '').toLowerCase()] ?? Number(m[2]);
    const unit = UNITS.find(([pattern]) => pattern.test(m[3] ?? ''))?.[1] ?? 'day';
    return { most: IS_MOST.test(m[1] ?? ''), n, unit, said: m[0] };
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

/** Sentences and clauses; "and gifts are not" is a clause of its own because it has its own verb. */
function clausesOf(rule: string): string[] {
  return rule
    .toWellFormed()
    .slice(0, 8000)
    .split(/\n+|;|(?<=[\p{L})%])\.(?=\s|$)|(?<=\d)\.(?=\s+\p{Lu}|$)|,?\s+(?:but|however|whereas|while|aber|jedoch|mais|pero)\s+/u)
    .flatMap((part) => part.split(/,\s+(?=(?:and|und|et|y)\s+[^,]*?\b(?:is|are|sind|ist|sont|est|son|es)\s+(?:not|nicht|pas)\b)/iu))
    .map((part) => part.replace(/^[\s\-*•\d.)]+(?=\p{L})/u, '').replace(/^(?:and|und|et|y)\s+/iu, '').trim())
    .filter((part) => /\p{L}/u.test(part));
}

/** Everything a rule says, clause by clause (RT1). */
export function statementsIn(rule: string): Statement[] {
  return clausesOf(rule).map((said) => {
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
