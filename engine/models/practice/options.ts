// Which option a statement of a rule speaks for: by the words it shares with one, else by whether
// it says yes or no.
// O1 a negated statement without words of its own ("gifts are not") is the opposite of the one
//    before.

import type { Category } from '../../node.ts';
import { anyWord } from './patterns.ts';
import type { Statement } from './rule-text.ts';
import { likeness, words } from './tokens.ts';

const YES = anyWord(
  `yes, ok, okay, allow, allows, allowed, permit, permits, permitted, within, approv*,
    accept*, pay, paid, reimburs*, cover, covers, covered, eligible, pass, passes, passed,
    valid, fine, complete, go ahead, erlaubt, zulässig, genehmig*, ja, oui, autoris*, accord*,
    sí, permitid*, aprob*`,
  'giu',
);
const NO = anyWord(
  `no, not, never, outside, forbid*, prohibit*, exclud*, refus*, reject*, deny, denies,
    denied, declin*, disallow*, invalid, fail*, except, incomplete, without, nicht, nie,
    kein*, verboten, außerhalb, ablehn*, abgelehnt, nein, non, pas, interdit*, hors,
    prohibid*, rechaz*, fuera`,
  'giu',
);

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** +1 says yes, −1 says no, 0 neither. Two negations cancel. */
function leaning(text: string): number {
  if (count(text, NO) > 0) return count(text, NO) % 2 === 1 ? -1 : 1;
  return count(text, YES) > 0 ? 1 : 0;
}

/** What an option leans to: its name says it, else its description. */
const leaningOf = ({ name, description }: Category): number =>
  leaning(name) === 0 ? leaning(description) : leaning(name);

const LITTLE = new Set(
  'is are be was the a an to of and or in by for it its this that not must may can'.split(' '),
);
const telling = (text: string): string[] => words(text).filter((word) => !LITTLE.has(word));

/** How many telling words of the option the statement repeats that no other option has. */
function shared(says: string, option: Category, others: Category[]): number {
  const text = telling(says);
  const own = telling(`${option.name} ${option.description}`);
  const theirs = others.flatMap((one) => telling(`${one.name} ${one.description}`));
  const only = own.filter((word) => !theirs.some((other) => likeness(word, other) === 1));
  return new Set(only.filter((word) => text.some((one) => likeness(word, one) === 1))).size;
}

/** The option the statement speaks for; `before` is what the last plain statement spoke for. */
export function optionOf(
  statement: Statement,
  options: Category[],
  before: string | undefined,
): string | undefined {
  const says = statement.says.trim() === '' ? statement.said : statement.says;
  const others = (option: Category): Category[] => options.filter((one) => one !== option);
  const scores = options.map((option) => shared(says, option, others(option)));
  const best = Math.max(0, ...scores);
  const first = options[scores.indexOf(best)]?.id;
  const named =
    best > 0 && scores.filter((score) => score === best).length === 1 ? first : undefined;
  const opposite = (id: string | undefined): string | undefined =>
    options.length === 2 && id !== undefined ? options.find((one) => one.id !== id)?.id : undefined;
  const isPlain = /(?<!\p{L})(?:not|nicht|pas|no)\s*[.!]?\s*$/iu.test(says.trim());
  if (statement.negative && (isPlain || named === undefined) && before !== undefined) {
    const turned = opposite(before);
    if (turned !== undefined) return turned; // O1
  }
  const leans = options.map(leaningOf);
  if (
    named !== undefined &&
    !(statement.negative && leans[options.findIndex(({ id }) => id === named)] === 1)
  )
    return named;
  const lean = leaning(says) || (repeats(says, options) ? 1 : 0);
  if (lean === 0) return named;
  const opposed = leans.some((one) => one < 0) && leans.some((one) => one >= 0);
  const wanted = opposed && lean > 0 ? 0 : lean;
  const matching = options.filter((_one, at) =>
    wanted === 0 ? (leans[at] ?? 0) >= 0 : leans[at] === wanted,
  );
  if (matching.length === 1) return matching[0]?.id;
  return named !== undefined && statement.negative ? opposite(named) : named;
}

/** Whether the statement uses a telling word of any option at all. */
const repeats = (says: string, options: Category[]): boolean =>
  telling(says).some((word) =>
    options.some(({ name, description }) =>
      telling(`${name} ${description}`).some((other) => likeness(word, other) === 1),
    ),
  );
