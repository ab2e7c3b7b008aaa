// Answering a question by a rule in plain words: what does the rule say about this data?
// D1 only the rule's own statements decide; a limit whose day or number is missing decides
//    nothing.
// D2 what speaks against goes before what speaks for, and either before "everything else".
// D3 a rule that says nothing about the data is "I don't know".

import type { Category, ModelTask, Said } from '../../node.ts';
import { classify } from './classify.ts';
import { factsOf, type Facts } from './facts.ts';
import { similar, termsOf, type Term } from './meaning.ts';
import { optionOf } from './options.ts';
import { onlyWord } from './patterns.ts';
import { statementsIn, type AgeLimit, type NumberLimit, type Statement } from './rule-text.ts';
import { words } from './tokens.ts';

type Decide = Extract<ModelTask, { do: 'decide' }>;
export type Made = {
  choice: string | undefined;
  share: number;
  why: Said & { params: Record<string, string> };
};

/** Words for whatever is being decided: they fit every claim and so tell nothing apart. */
const ANY = onlyWord(
  `claim, claims, expense, expenses, request, requests, cost, costs, item, items, purchase,
    purchases, application, applications, case, cases, document, documents, amount, amounts,
    everything, anything, all, they, those, these, invoice, invoices, it, spending, order,
    orders, payment, payments, receipt, receipts, entry, entries, only, every, each, older,
    younger, more, less, any, such, other, old, ausgabe, ausgaben, antrag, anträge, antrage,
    kosten, dépense, dépenses, depenses, gasto, gastos, solicitud, solicitudes`,
);

type Subject = { general: boolean; words: string[]; share: number };
type Verdict = { applies: boolean | undefined; words: string[]; share: number; failed?: string };

const DAY = 86_400_000;

/** The day `n` units before `today`; months and years go by the calendar. */
function before(today: string, n: number, unit: AgeLimit['unit']): string {
  const day = new Date(`${today}T00:00:00Z`);
  if (unit === 'day' || unit === 'week')
    return new Date(day.getTime() - n * (unit === 'week' ? 7 : 1) * DAY).toISOString().slice(0, 10);
  const months = unit === 'year' ? n * 12 : n;
  const date = day.getUTCDate();
  day.setUTCDate(1);
  day.setUTCMonth(day.getUTCMonth() - months);
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
  day.setUTCDate(Math.min(date, last));
  return day.toISOString().slice(0, 10);
}

/** Whether the data keeps an age limit; undefined when it names no day (D1). */
function ageHolds(limit: AgeLimit, facts: Facts, today: string): boolean | undefined {
  const day = facts.days[0]?.iso;
  if (day === undefined) return undefined;
  const edge = before(facts.today ?? today, limit.n, limit.unit);
  return limit.most ? day >= edge : day < edge;
}

/** The number a limit speaks of: the one whose name its words name, else the only one. */
function numberFor(limit: NumberLimit, facts: Facts): number | undefined {
  const near = termsOf(limit.near);
  const scored = facts.numbers.map((one) => ({
    value: one.value,
    score: Math.max(0, ...termsOf(one.name).flatMap((a) => near.map((b) => similar(a, b)))),
  }));
  const best = scored.sort((a, b) => b.score - a.score)[0];
  if (!best) return undefined;
  return best.score > 0 || scored.length === 1
    ? best.value
    : scored.find((one) => one.value > 0)?.value;
}

function numberHolds(limit: NumberLimit, facts: Facts): boolean | undefined {
  const value = numberFor(limit, facts);
  if (value === undefined) return undefined;
  const holds = {
    more: value > limit.value,
    least: value >= limit.value,
    less: value < limit.value,
    most: value <= limit.value,
  };
  return holds[limit.op];
}

/** The words of the data that the statement's subject speaks of; empty when it speaks of none. */
function subjectIn(statement: Statement, facts: Facts, options: Category[]): Subject {
  const answers =
    statement.says.trim() === ''
      ? options.flatMap((one) => words(`${one.name} ${one.description}`))
      : [];
  const wanted = termsOf(statement.subject).filter(
    ({ said, weight }) =>
      weight === 1 && !said.split(' ').every((word) => ANY.test(word) || answers.includes(word)),
  );
  if (wanted.length === 0) return { general: true, words: [], share: 0.8 };
  const told = [...facts.terms, ...namesIn(facts, statement)];
  const hits = told
    .map((term) => ({ term, near: Math.max(...wanted.map((one) => similar(one, term))) }))
    .filter(({ near, term }) => near >= 0.7 && term.weight >= 0.5)
    .sort((a, b) => b.near - a.near);
  return {
    general: false,
    words: hits.slice(0, 3).map(({ term }) => term.said),
    share: hits[0]?.near === 1 ? 0.95 : 0.8,
  };
}

/** A "yes" says its name, and a number or day does so where the statement limits one. */
function namesIn(facts: Facts, { ages, numbers }: Statement): Term[] {
  const yes = facts.all.filter(({ value }) => value === true);
  const named = [
    ...yes,
    ...(numbers.length > 0 ? facts.numbers : []),
    ...(ages.length > 0 ? facts.days : []),
  ];
  return named.flatMap(({ name }) => termsOf(name));
}

function judge(statement: Statement, facts: Facts, task: Decide, today: string): Verdict {
  const { general, words: hits, share } = subjectIn(statement, facts, task.options);
  const limits = [
    ...statement.ages.map((age) => ({ said: age.said, holds: ageHolds(age, facts, today) })),
    ...statement.numbers.map((one) => ({ said: one.said, holds: numberHolds(one, facts) })),
  ];
  const bare = general && limits.length === 0 && !statement.rest;
  if (bare || (!general && hits.length === 0)) return { applies: false, words: hits, share };
  const failed = limits.find(({ holds }) => holds === false);
  if (failed) return { applies: false, words: hits, share, failed: failed.said };
  if (limits.some(({ holds }) => holds === undefined))
    return { applies: undefined, words: hits, share };
  return { applies: true, words: [...hits, ...limits.map(({ said }) => said)], share };
}

const quoted = (words: string[]): string => words.map((word) => `“${word.trim()}”`).join(', ');

/** The statement that decides (D2): against, then for, then the rest. */
function decisive(
  judged: { statement: Statement; verdict: Verdict; choice: string | undefined }[],
) {
  const open = judged.filter(({ choice }) => choice !== undefined);
  const specific = open.filter(({ statement }) => !statement.rest);
  const applying = specific.filter(({ verdict }) => verdict.applies === true);
  return (
    applying.find(({ statement }) => statement.negative) ??
    applying[0] ??
    specific.find(({ verdict }) => verdict.failed !== undefined && verdict.words.length > 0) ??
    specific.find(({ verdict }) => verdict.failed !== undefined) ??
    (specific.some(({ verdict }) => verdict.applies === undefined)
      ? undefined
      : open.find(({ statement }) => statement.rest))
  );
}

/** Decides by the rule's text; see D1–D3. `today` is an ISO day, used when the data names none. */
export function decide(task: Decide, today: string): Made {
  const facts = factsOf(task.data);
  let last: string | undefined;
  const judged = statementsIn(task.rule).map((statement) => {
    const choice = optionOf(statement, task.options, last);
    if (choice !== undefined && !statement.negative) last = choice;
    return { statement, choice, verdict: judge(statement, facts, task, today) };
  });
  const found = decisive(judged);
  if (found?.verdict.failed !== undefined && found.verdict.applies === false) {
    const other = otherThan(found.choice, task.options);
    const why = {
      code: 'practice.limit',
      params: { limit: found.verdict.failed.trim(), rule: found.statement.said },
    };
    if (other !== undefined) return { choice: other, share: 0.9, why };
  } else if (found?.choice !== undefined) {
    const words = quoted(found.verdict.words) || `“${found.statement.said}”`;
    const why = { code: 'practice.rule', params: { words, rule: found.statement.said } };
    return { choice: found.choice, share: found.statement.rest ? 0.7 : found.verdict.share, why };
  }
  if (judged.some(({ verdict }) => verdict.applies === undefined))
    return { choice: undefined, share: 0, why: { code: 'practice.fact_missing', params: {} } };
  return byWords(task, facts);
}

/** With two options, what is not the one is the other. */
const otherThan = (choice: string | undefined, options: Category[]): string | undefined =>
  options.length === 2 ? options.find(({ id }) => id !== choice)?.id : undefined;

/** A rule that only describes its options is read like categories. */
function byWords(task: Decide, facts: Facts): Made {
  const { id, share, words } = classify(facts.text, task.options);
  if (id === undefined)
    return { choice: undefined, share: 0, why: { code: 'practice.no_rule', params: {} } };
  return {
    choice: id,
    share: share * 0.9,
    why: { code: 'practice.category', params: { words: quoted(words) } },
  };
}
