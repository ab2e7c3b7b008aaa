// Holding a text against criteria in plain words: lengths are counted, what must or must not stand
// in it is looked for, everything else is told by what both speak of.
// CH1 each criterion is judged on its own, and its reason quotes what decided.
// CH2 a criterion that cannot be told from the words is "I don't know", never a guess.

import { asText } from '../../base/binding.ts';
import type { Category, ModelTask, Said } from '../../node.ts';
import { factsOf, type Fact } from './facts.ts';
import { similar, termsOf, type Term } from './meaning.ts';
import { readDigits, readWords } from './numbers.ts';
import { anyWord } from './patterns.ts';
import { sentencesOf } from './summary.ts';
import { fold, words } from './tokens.ts';

type Check = Extract<ModelTask, { do: 'check' }>;
type Verdict = { met: boolean; why: Said & { params: Record<string, string | number> } };

const NOT = anyWord(`not, no, never, none, without, nothing, avoids, avoid, free of, kein, keine,
  nicht, ohne, nie, nichts, pas, sans, jamais, sin, nunca, ningún`);
const UNIT =
  'words?|worter|mots|palabras|sentences?|satze|phrases|frases|characters|letters|zeichen';
const MOST = 'at most|no more than|not more than|up to|fewer than|less than|under|not longer than';
const LEAST = 'at least|more than|no fewer than|mindestens|au moins|al menos|not shorter than';
const LIMIT = new RegExp(
  `\\b(${MOST}|${LEAST}|hochstens|maximal|au plus|como maximo)\\s+([\\w.,']+)\\s+(${UNIT})\\b`,
);
const QUOTED = /[“"„«']([^“”"„«»']{1,120})[”"“»']/g;

/** How many of what a limit counts the text has. */
function counted(text: string, unit: string): number {
  if (/^(?:sent|satz|phra|fras)/.test(unit)) return sentencesOf(text).length;
  return /^(?:char|lett|zeich)/.test(unit) ? text.trim().length : words(text).length;
}

function byLength(rule: string, text: string): Verdict | undefined {
  const [, kind = '', figure = '', unit = ''] = LIMIT.exec(fold(rule)) ?? [];
  const limit = readDigits(figure) ?? readWords(figure);
  if (limit === undefined) return undefined;
  const n = counted(text, unit);
  const isLeast = new RegExp(`^(?:${LEAST})`).test(kind);
  const strict = /^(?:fewer|less|under|more)/.test(kind);
  const met = isLeast ? (strict ? n > limit : n >= limit) : strict ? n < limit : n <= limit;
  return { met, why: { code: 'practice.counted', params: { n, unit } } };
}

const shown = ({ value }: Fact): string => String(value).trim();

/** What a criterion says must stand in the text: its quotes, else facts it calls by name. */
function wanted(rule: string, facts: Fact[]): string[] {
  const quotes = [...rule.matchAll(QUOTED)].map(([, said = '']) => said.trim());
  if (quotes.length) return quotes;
  const terms = termsOf(rule).filter(({ weight }) => weight >= 1);
  const isNamed = ({ name }: Fact): boolean =>
    termsOf(name).some((one) => terms.some((term) => similar(one, term) === 1));
  return facts.filter((fact) => isNamed(fact) && shown(fact) !== '').map(shown);
}

const stands = (text: string, said: string): boolean => {
  const [inside, looked] = [text, said].map((x) => words(x).join(' ')) as [string, string];
  return looked === '' ? text.includes(said) : ` ${inside} `.includes(` ${looked} `);
};

function byWords(rule: string, text: string, facts: Fact[]): Verdict | undefined {
  const all = wanted(rule, facts);
  if (all.length === 0) return undefined;
  const must = !NOT.test(fold(rule));
  const wrong = all.find((said) => stands(text, said) !== must);
  const code = must === (wrong === undefined) ? 'practice.stands' : 'practice.stands_not';
  return { met: wrong === undefined, why: { code, params: { said: wrong ?? all[0] ?? '' } } };
}

/** The words of the text that speak of what the criterion speaks of. */
function byMeaning(rule: string, text: string): Verdict | undefined {
  const terms: Term[] = termsOf(rule).filter(({ weight }) => weight >= 1);
  const hit = termsOf(text).find((one) => terms.some((term) => similar(one, term) >= 0.8));
  if (!hit) return undefined;
  const met = !NOT.test(fold(rule));
  return { met, why: { code: 'practice.stands', params: { said: hit.said } } };
}

function judge({ name, description }: Category, text: string, facts: Fact[]): Verdict | undefined {
  const rule = description || name;
  return byLength(rule, text) ?? byWords(rule, text, facts) ?? byMeaning(rule, text);
}

/** By criterion; undefined when one of them cannot be told (CH1, CH2). */
export function check({ draft, data, criteria }: Check): Record<string, Verdict> | undefined {
  const text = asText(draft);
  const facts = factsOf(data).all;
  const judged = criteria.map((one) => [one.id, judge(one, text, facts)] as const);
  if (judged.some(([, verdict]) => verdict === undefined)) return undefined;
  return Object.fromEntries(judged) as Record<string, Verdict>;
}
