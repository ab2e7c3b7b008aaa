// Writing from instructions and data: a short, plain text that quotes the data by label.
// W1 nothing is invented: every fact comes from the data, every phrase from the text catalogue.
// W2 the text fits the room the step gives it; whole lines are left out, never half of one.

import { asText } from '../../base/binding.ts';
import type { Field } from '../../base/kinds.ts';
import { say } from '../../base/text/say.ts';
import { isObject, type Json, type JsonObject } from '../../base/value.ts';
import type { ModelTask } from '../../node.ts';
import { extract } from './extract.ts';
import { factsOf, type Fact } from './facts.ts';
import { bytesOf } from '../../prompts/size.ts';
import { sentencesOf, summarise } from './summary.ts';
import { anyWord, onlyWord } from './patterns.ts';
import { fold } from './tokens.ts';

type Draft = Extract<ModelTask, { do: 'draft' }>;

/** What a text is for, by the words of its instructions; the first that fits. */
const INTENTS: [RegExp, string][] = [
  [/\b(?:welcom|willkomm|bienven|greet)/, 'welcome'],
  [/\b(?:sorry|apolog|entschuldig|excus|disculp)/, 'apology'],
  [/\b(?:refus|reject|declin|ablehn|absag|rechaz|turn down)/, 'refusal'],
  [/\b(?:remind|overdue|erinner|mahn|rappel|recordatorio)/, 'reminder'],
  [/\b(?:invit|einlad|convi)/, 'invitation'],
  [/\b(?:confirm|bestatig)/, 'confirmation'],
  [/\b(?:thank|dank|remerci|agradec)/, 'thanks'],
  [/\b(?:recommend|advis|empfehl|recommand|recomiend|propos|suggest)/, 'recommendation'],
  [/\b(?:notif|inform|announc|update|mitteil|avis)/, 'notice'],
];
const SUMMARY = /\b(?:summ?ar|sum (?:\w+ )?(?:\w+ )?up|zusammenfass|resum|digest|gist|key points)/;
const LETTER = anyWord(
  `mail, email, letter, message, reply, answer, brief, nachricht, antwort, lettre, courriel,
    correo, carta, mensaje`,
);
const WHO = 'customer|client|recipient|contact|person|first|full|kunde|empfanger';
const NAME = new RegExp(`^(?:(?:${WHO})[ _]?){0,3}name$|^(?:customer|client|recipient|kunde)$`);
const HEAD = onlyWord('subject, title, heading, headline, betreff, titel, objet, asunto, titulo');
const LONG = 200;
const MOST = 'at most|no more than|up to|hochstens|maximal|au plus|como maximo';
const COUNT = new RegExp(`\\b(?:${MOST})\\s+(\\w+)\\s+(?:sentences|satze|phrases|frases|lines)`);
const NUMBERS = 'zero one two three four five six seven eight nine ten'.split(' ');

const intentOf = (instructions: string): string =>
  INTENTS.find(([pattern]) => pattern.test(fold(instructions)))?.[1] ?? 'plain';

function sentencesAsked(instructions: string): number {
  const word = COUNT.exec(fold(instructions))?.[1] ?? '';
  const n = NUMBERS.includes(word) ? NUMBERS.indexOf(word) : Number(word);
  return Number.isInteger(n) && n > 0 ? Math.min(n, 20) : 4;
}

const label = (name: string): string => {
  const plain = name.replaceAll('_', ' ').trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
};
const shown = ({ value }: Fact): string =>
  typeof value === 'boolean' ? asText(value) : String(value).trim();

/** The facts as lines `Label: value`; what is long is left to summaries. */
const factLines = (facts: Fact[]): string[] =>
  facts
    .filter((fact) => shown(fact).length <= LONG)
    .map((fact) => `${label(fact.name) || say('en', 'practice.draft.given')}: ${shown(fact)}`);

const longTexts = (facts: Fact[]): string =>
  facts
    .filter((fact) => shown(fact).length > LONG)
    .map(shown)
    .join('\n');

/** As many whole lines as fit into `bytes` (W2); the first is cut at a word if nothing fits. */
function fitting(lines: string[], bytes: number): string {
  let text = '';
  for (const line of lines) {
    const next = text === '' ? line : `${text}\n${line}`;
    if (bytesOf(JSON.stringify(next)) > bytes) break;
    text = next;
  }
  if (text !== '' || lines.length === 0) return text.trim();
  return (lines[0] ?? '').slice(0, Math.max(1, Math.floor(bytes / 4))).toWellFormed();
}

function linesOf(task: Draft, facts: Fact[]): string[] {
  const { instructions } = task;
  const asked = fold(instructions);
  const long = longTexts(facts);
  if (SUMMARY.test(asked) && long !== '')
    return [...factLines(facts), ...summarise(long, instructions, sentencesAsked(instructions))];
  const name = facts.find((fact) => NAME.test(fold(fact.name)) && typeof fact.value === 'string');
  const isLetter = LETTER.test(asked) || name !== undefined;
  const rest = facts.filter((fact) => fact !== name);
  return [
    ...(isLetter && name ? [say('en', 'practice.draft.greeting', { name: shown(name) }), ''] : []),
    say('en', `practice.draft.${intentOf(instructions)}`),
    ...factLines(rest),
    ...(long === '' ? [] : summarise(long, instructions, sentencesAsked(instructions))),
    ...(isLetter ? ['', say('en', 'practice.draft.closing')] : []),
  ];
}

/** A short line that says what the text is: the intent, and the name or title it concerns. */
function headOf(task: Draft, facts: Fact[]): string {
  const about =
    facts.find((fact) => HEAD.test(fold(fact.name))) ??
    facts.find((fact) => NAME.test(fold(fact.name)));
  const head = say('en', `practice.draft.${intentOf(task.instructions)}.head`);
  const what = about ? shown(about).slice(0, 80) : sentencesOf(longTexts(facts))[0]?.slice(0, 80);
  return what === undefined ? head : `${head}: ${what}`;
}

function fieldOf(field: Field, task: Draft, facts: Fact[], text: string): Json {
  const isText = field.kind === 'text' || field.kind === 'long_text';
  if (isText && (HEAD.test(fold(field.id)) || HEAD.test(fold(field.label))))
    return headOf(task, facts);
  const given = isObject(task.data) ? task.data[field.id] : undefined;
  if (isText && typeof given === 'string') return given;
  if (field.kind === 'long_text') return text;
  const found = extract(task.data, [field]).values[field.id] ?? null;
  return found === null && field.kind === 'text' ? headOf(task, facts) : found;
}

/**
 * What is drafted: `{text}`, or one value per field; undefined when there is nothing to write of.
 * `room` is the most tokens the answer may have.
 */
export function draft(task: Draft, room: number): JsonObject | undefined {
  const facts = factsOf(task.data).all.filter((fact) => shown(fact) !== '');
  if (facts.length === 0) return undefined;
  const lines = linesOf(task, facts);
  const bytes = Math.max(16, room * 4 - 240);
  if (!task.fields?.length) return { text: fitting(lines, bytes) };
  const share = Math.max(16, Math.floor((bytes - 40 * task.fields.length) / task.fields.length));
  const text = fitting(lines, share);
  return Object.fromEntries(
    task.fields.map((field) => {
      const value = fieldOf(field, task, facts, text);
      return [field.id, typeof value === 'string' ? fitting(value.split('\n'), share) : value];
    }),
  );
}
