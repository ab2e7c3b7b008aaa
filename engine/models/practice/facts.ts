// What the data of a decision says: its words, its days and its numbers.
// FA1 the record's keys say what its values are; long texts are read too.

import type { Json } from '../../base/value.ts';
import { isObject } from '../../base/value.ts';
import { isDate } from '../../base/fields.ts';
import { findAmounts } from './amounts.ts';
import { findDates } from './dates.ts';
import { termsOf, type Term } from './meaning.ts';

/** One named leaf of the data. */
export type Fact = { name: string; value: string | number | boolean };
export type Facts = {
  all: Fact[];
  /** Everything that was said in words, one line per fact. */
  text: string;
  /** What those words speak of. */
  terms: Term[];
  /** Days with the name they go by; `today` is not among them. */
  days: { name: string; iso: string }[];
  numbers: { name: string; value: number }[];
  today: string | undefined;
};

const TODAY = /^(?:today|now|heute|aujourdhui|hoy)$/i;
const MOST_FACTS = 200;
/** Of one value; more is not needed to see what a rule says about it. */
const READ_CHARS = 4000;

function leaves(v: Json, name: string, into: Fact[], depth: number): void {
  if (into.length >= MOST_FACTS || depth > 12) return;
  if (Array.isArray(v)) for (const one of v) leaves(one, name, into, depth + 1);
  else if (isObject(v))
    for (const [key, one] of Object.entries(v))
      leaves(one, name === '' ? key : `${name} ${key}`, into, depth + 1);
  else if (v !== null) into.push({ name: name.replaceAll('_', ' '), value: v });
}

/** The facts of a record, a list or a plain text (FA1). */
export function factsOf(data: Json): Facts {
  const all: Fact[] = [];
  leaves(data, '', all, 0);
  const facts: Facts = { all: [], text: '', terms: [], days: [], numbers: [], today: undefined };
  for (const fact of all) {
    const { name, value } = fact;
    if (typeof value === 'string' && TODAY.test(name) && isDate(value.slice(0, 10))) {
      facts.today = value.slice(0, 10);
      continue;
    }
    facts.all.push(fact);
    if (typeof value === 'number') facts.numbers.push({ name, value });
    if (typeof value !== 'string') continue;
    if (isDate(value.slice(0, 10)) && value.length <= 30)
      facts.days.push({ name, iso: value.slice(0, 10) });
    else {
      const read = value.slice(0, READ_CHARS);
      facts.text += `${read}\n`;
      for (const { iso } of findDates(read)) facts.days.push({ name, iso });
      for (const one of findAmounts(read))
        facts.numbers.push({ name: `${name} amount`, value: one.value });
    }
  }
  facts.terms = termsOf(facts.text);
  return facts;
}
