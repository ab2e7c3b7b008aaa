// Finds what stands on a page and came from nowhere: neither from the catalogue (in the
// pseudo-language all of it stands between ⟦ and ⟧) nor from a document, a figure or a key.
// LK1 whatever the engine answered is document data, except the sentences it made itself.
// LK2 what is cut off, folded or only there for readers counts too; what is not shown at all not.

import type { Page, Response } from 'playwright';

/** Words the engine and the page agree on; a person never meets one of these as it is. */
const AGREED = new Set(
  [
    'sentence code status kind type state mode outcome effect severity how event format port do',
    'op class at then dashed onLimit where needs family icon widget pace source',
  ].flatMap((line) => line.split(' ')),
);
/** Where names are a document's own: rows of a table, fields of a form, what a call was given. */
const NAMED = new Set(['row', 'rows', 'input', 'output', 'v', 'args', 'values', 'tags', 'edit']);

/** Every text of documents and runs that the engine's answers carried (LK1). */
export function collectData(page: Page): Set<string> {
  const data = new Set<string>();
  const take = (value: unknown, key: string, isNamed: boolean): void => {
    // A text with places is shown with what stands in them: its pieces count one by one.
    if (typeof value === 'string' && !AGREED.has(key))
      for (const piece of [value, ...value.split(/\{\{[^}]*\}\}/)]) data.add(piece);
    else if (Array.isArray(value)) for (const part of value) take(part, key, isNamed);
    else if (typeof value === 'object' && value !== null)
      for (const [name, part] of Object.entries(value)) {
        if (isNamed) data.add(name.replaceAll('_', ' '));
        take(part, name, isNamed || NAMED.has(name));
      }
  };
  page.on('response', (response: Response) => {
    if (!response.url().includes('/api/') || response.url().includes('/api/events?')) return;
    void response.json().then(
      (answer) => take(answer, '', false),
      () => undefined,
    );
  });
  return data;
}

/** All that a person or a reader meets on the page now, piece by piece in its order. */
const pieces = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [document.title];
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true }) || element.closest('.sr') !== null;
    const walk = (node: Node): void => {
      if (node.nodeType === Node.TEXT_NODE) found.push(node.textContent ?? '');
      if (!(node instanceof Element)) return;
      const tag = node.tagName;
      if (tag === 'SCRIPT' || tag === 'STYLE' || tag === 'OPTION' || !isShown(node)) return;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext']) {
        const value = node.getAttribute(name);
        if (value !== null) found.push(`\n${value}\n`);
      }
      // A sentence is broken by bold words only; a link or a span beside it is another text.
      const isBlock = tag !== 'B' && tag !== 'STRONG';
      if (isBlock) found.push('\n');
      for (const child of node.childNodes) walk(child);
      if (isBlock) found.push('\n');
    };
    walk(document.body);
    return found;
  });

/** What is left when everything between the brackets of the catalogue is taken out. */
function outside(text: string): string {
  let depth = 0;
  let left = '';
  for (const sign of text) {
    if (sign === '⟦') depth += 1;
    else if (sign === '⟧') depth = Math.max(0, depth - 1);
    else if (depth === 0) left += sign;
    if (sign === '⟧') left += '\n';
  }
  return left;
}

const day = (options: Intl.DateTimeFormatOptions) => (n: number) =>
  new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(n * 86_400_000);
const CALENDAR = [
  ...Array.from({ length: 12 }, (_, i) => day({ month: 'short' })(i * 30.5 + 10)),
  ...Array.from({ length: 12 }, (_, i) => day({ month: 'long' })(i * 30.5 + 10)),
  ...Array.from({ length: 7 }, (_, i) => day({ weekday: 'long' })(i)),
];
/** Months, days, currencies before a figure, and letters that stand on keys. */
const NO_WORDS = new RegExp(
  `(?<!\\p{L})(?:${[...new Set(CALENDAR)].join('|')}|AM|PM|[A-Z]{3}(?=\\s?\\d)|[A-Z])(?!\\p{L})`,
  'gu',
);
/** Figures, amounts, moments and signs say the same in every language. */
const isFigures = (text: string): boolean => !/\p{L}/u.test(text.replace(NO_WORDS, ' '));

/** What the product is called is the same in every language. */
const NAME = 'Interlock';

const plain = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();
const initials = (name: string): string =>
  [...name.matchAll(/(?<!\p{L})\p{L}/gu)].join('').slice(0, 2);

/** The texts of a page that came from nowhere. */
export async function leaksOf(page: Page, data: ReadonlySet<string>): Promise<string[]> {
  const texts = [...data, NAME].map(plain);
  const known = [...new Set([...texts, ...texts.map(initials)])]
    .filter((text) => text.length > 1)
    .map((text) => text.toLowerCase())
    .sort((a, b) => b.length - a.length);
  const all = known.join('\n');
  const isLetter = (sign: string | undefined): boolean => /\p{L}/u.test(sign ?? '');
  /** The line without the data it holds. */
  const withoutData = (line: string): string => {
    let left = line;
    let small = line.toLowerCase();
    for (const text of known) {
      let at = small.indexOf(text);
      for (; at >= 0; at = small.indexOf(text, at + 1)) {
        if (isLetter(left[at - 1]) || isLetter(left[at + text.length])) continue;
        left = `${left.slice(0, at)} ${left.slice(at + text.length)}`;
        small = left.toLowerCase();
      }
    }
    return left;
  };
  /** A stretch of a longer text: its first sentence, or what fits before "…". */
  const isWithin = (part: string): boolean => {
    const beginning = part.replace(/…$/, '').trim().toLowerCase();
    return (part.endsWith('…') || beginning.length > 12) && all.includes(beginning);
  };
  const isFine = (line: string): boolean => {
    const rest = withoutData(line);
    if (isFigures(rest) || isWithin(line) || isWithin(plain(rest))) return true;
    return line
      .split(/(?<=…)|[,:›]/)
      .map((part) => part.trim())
      .every((part) => isWithin(part) || isFigures(withoutData(part)));
  };
  const lines = outside((await pieces(page)).join(''))
    .split('\n')
    .map(plain);
  return [...new Set(lines.filter((line) => line !== '' && !isFine(line)))];
}
