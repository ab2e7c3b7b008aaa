// Amounts of money in running text, in every common notation, with their currency.
// A1 a number is money only beside a currency sign, code or name, or joined to one in a range.
// A2 digits that belong to a date are never money.
// A3 small coins count as hundredths of the currency the text speaks of.

import {
  coinCurrency,
  CURRENCY,
  currencyOf,
  isSmallCoin,
  standsAfter,
  standsBefore,
} from './currencies.ts';
import { findDates } from './dates.ts';
import { tongueOf } from './tokens.ts';
import { DIGITS, FACTOR, factorOf, isNumberWord, readDigits, readWords } from './numbers.ts';

/** An amount as it stands in a text; `currency` is an ISO code, `value` in major units. */
export type FoundAmount = { value: number; currency: string; at: number; end: number };

/** A number of the text, with the currency signs beside it. */
type Piece = {
  value: number;
  at: number;
  end: number;
  minus: boolean;
  before?: Sign | undefined;
  after?: Sign | undefined;
  coin?: string | undefined;
};
type Sign = { text: string; at: number; end: number };

const SPACE = '[ \\u00a0\\u202f\\u2009]';
const NUMBER = new RegExp(`(?<![\\d.,])(?:${DIGITS})(?:[.,][–—-]{1,2}(?![\\d\\p{L}]))?`, 'gu');
const BEFORE = new RegExp(`(${CURRENCY}):?${SPACE}{0,2}[-−]?$`, 'iu');
const AFTER = new RegExp(
  `^(?:(?:${SPACE}?(${FACTOR})(?![\\p{L}])))?(?:${SPACE}{0,2}|-)(?:of |de |d['’])?(${CURRENCY})`,
  'iu',
);
const SCALE = new RegExp(`^${SPACE}?(${FACTOR})(?![\\p{L}])`, 'iu');
const COIN = new RegExp(
  `^(?:${SPACE}{0,2})(cents?|ct|¢|céntimos?|centimes?|pence|rappen)(?![\\p{L}])|^p(?![\\p{L}])`,
  'iu',
);
const WEIGHT = /^\s*(?:of|heavy|in weight|per square)\b|^\s*\(?\d+\s*kg/iu;

const round = (value: number): number => Math.round(value * 100) / 100;

function piecesIn(text: string): Piece[] {
  const dates = findDates(text);
  const pieces: Piece[] = [];
  for (const m of text.matchAll(NUMBER)) {
    const digits = m[0].replace(/[.,][–—-]{1,2}$/u, '');
    const value = readDigits(digits);
    const end = m.index + digits.length;
    if (value === undefined || dates.some((day) => m.index < day.end && end > day.at)) continue;
    const piece = pieceAt(text, value, m.index, m.index + m[0].length);
    const glued = /\p{L}/u.test(text[m.index - 1] ?? '');
    if (!glued || piece.before?.end === m.index) pieces.push(piece);
  }
  return [...pieces, ...spelledIn(text)].sort((a, b) => a.at - b.at);
}

/** What stands beside the digits from `at` to `tail` (a trailing dash included). */
function pieceAt(text: string, value: number, at: number, tail: number): Piece {
  const ahead = text.slice(Math.max(0, at - 24), at);
  const before = BEFORE.exec(ahead);
  const rest = text.slice(tail, tail + 48);
  const after = AFTER.exec(rest);
  const scale = factorOf(after?.[1] ?? (before ? SCALE.exec(rest)?.[1] : undefined));
  const coin = COIN.exec(rest);
  const piece: Piece = {
    value: round(value * scale),
    at,
    end: tail,
    minus: isMinus(text, at, before?.[0].length ?? 0),
    coin: coin ? (coin[1] ?? 'p') : undefined,
  };
  if (before && standsBefore(before[1] as string)) {
    const start = at - before[0].length;
    piece.before = {
      text: before[1] as string,
      at: start,
      end: start + (before[1] as string).length,
    };
  }
  if (after && standsAfter(after[2] as string)) {
    const stop = tail + after[0].length;
    if (!isWeight(after[2] as string, text.slice(stop, stop + 16)))
      piece.after = { text: after[2] as string, at: stop - (after[2] as string).length, end: stop };
  }
  return piece;
}

const isWeight = (sign: string, rest: string): boolean =>
  /^pounds?$/iu.test(sign) && WEIGHT.test(rest);

/** A minus belongs to the number when it is joined to it (or to its sign) and follows a gap. */
function isMinus(text: string, at: number, signLength: number): boolean {
  const isDash = (place: number): boolean => /^[-−]$/.test(text[place] ?? '');
  const isGap = (place: number): boolean => place < 0 || /^[\s(:]$/.test(text[place] ?? '');
  if (isDash(at - 1)) return signLength > 0 || isGap(at - 2);
  const start = at - signLength;
  return signLength > 0 && isDash(start - 1) && isGap(start - 2);
}

/** Number words right before a currency's name: "two hundred euros". */
function spelledIn(text: string): Piece[] {
  const pieces: Piece[] = [];
  const name = new RegExp(`(?<![\\p{L}-])((?:[\\p{L}-]{1,40} ){1,6})(${CURRENCY})`, 'giu');
  for (const m of text.matchAll(name)) {
    const all = (m[1] as string).trimEnd().split(' ');
    let from = all.length;
    while (
      from > 0 &&
      (isNumberWord(all[from - 1] as string) || /^(?:and|et|y)$/i.test(all[from - 1] as string))
    )
      from -= 1;
    while (/^(?:and|et|y)$/i.test(all[from] ?? '')) from += 1;
    const run = all.slice(from);
    if (
      run.length === 0 ||
      (from === 0 && /\d\s*$/.test(text.slice(0, m.index))) ||
      /^(?:ein|eine|un|une|cents?)$/i.test(run.join(' '))
    )
      continue;
    const value = readWords(run.join(' '));
    if (value === undefined || value === 0) continue;
    const end = m.index + (m[1] as string).trimEnd().length;
    const at = end - run.join(' ').length;
    const sign = {
      text: m[2] as string,
      at: m.index + m[0].length - (m[2] as string).length,
      end: m.index + m[0].length,
    };
    pieces.push({ value, at, end, minus: false, after: sign });
  }
  return pieces;
}

const JOINED = /^\s*(?:-|–|—|to|bis|à|a|hasta|or|oder|ou|o)\s*$/iu;
const BETWEEN = /^\s*(?:and|und|et|y)\s*$/iu;

function joined(text: string, a: Piece, b: Piece, gap: [number, number]): boolean {
  const between = text.slice(gap[0], gap[1]);
  if (JOINED.test(between)) return true;
  return (
    BETWEEN.test(between) &&
    /(?:between|zwischen|entre)\s+\S*\s?$/iu.test(
      text.slice(Math.max(0, (a.before?.at ?? a.at) - 20), a.before?.at ?? a.at),
    ) &&
    b.at > a.at
  );
}

/** Every amount of money in a text, in order of appearance. */
export function findAmounts(text: string): FoundAmount[] {
  const pieces = piecesIn(text);
  const found: (FoundAmount | undefined)[] = pieces.map(() => undefined);
  let taken = -1;
  for (const [at, piece] of pieces.entries()) {
    const sign = piece.before && piece.before.at > taken ? piece.before : piece.after;
    const currency = sign ? currencyOf(sign.text) : undefined;
    if (!sign || !currency) continue;
    const end = Math.max(piece.end, sign.end);
    const same = sign === piece.before && piece.after && currencyOf(piece.after.text) === currency;
    taken = same && piece.after ? piece.after.at : sign.at;
    found[at] = {
      value: piece.minus ? -piece.value : piece.value,
      currency,
      at: Math.min(piece.at, sign.at),
      end: same && piece.after ? piece.after.end : end,
    };
  }
  spreadOverRanges(text, pieces, found);
  addCoins(text, pieces, found);
  return found.filter((one) => one !== undefined);
}

/** "200–300 €" and "$200 to 300": the currency of one end is the other's too. */
function spreadOverRanges(text: string, pieces: Piece[], found: (FoundAmount | undefined)[]): void {
  for (let at = 0; at + 1 < pieces.length; at += 1) {
    const [a, b] = [pieces[at] as Piece, pieces[at + 1] as Piece];
    const [x, y] = [found[at], found[at + 1]];
    if (!x && y && y.at === b.at && joined(text, a, b, [a.end, b.at]))
      found[at] = { value: a.value, currency: y.currency, at: a.at, end: a.end };
    else if (x && !y && !b.after && joined(text, a, b, [x.end, b.at]) && a.before)
      found[at + 1] = { value: b.value, currency: x.currency, at: b.at, end: b.end };
  }
}

/** A3: "20 dollars and 50 cents", "12€50" and "80 cents" on their own. */
function addCoins(text: string, pieces: Piece[], found: (FoundAmount | undefined)[]): void {
  const spoken = found.find((one) => one !== undefined)?.currency;
  const usual = (tongueOf(text) ?? 'en') === 'en' ? 'USD' : 'EUR';
  for (const [at, piece] of pieces.entries()) {
    const whole = found[at - 1];
    const gap = whole ? text.slice(whole.end, piece.at) : 'x';
    const isCents = piece.value < 100 && Number.isInteger(piece.value);
    if (whole && isCents && !found[at] && Number.isInteger(whole.value)) {
      const glued = gap === '' && piece.end - piece.at === 2;
      if (glued || (piece.coin && /^\s*(?:and|und|et|y|,)?\s*$/iu.test(gap))) {
        whole.value = round(whole.value + piece.value / 100);
        whole.end = piece.end;
        continue;
      }
    }
    if (!piece.coin || found[at] || !isSmallCoin(piece.coin) || piece.value >= 1000) continue;
    if (piece.coin === 'p' && !isCents) continue;
    const currency = coinCurrency(piece.coin) ?? spoken ?? usual;
    found[at] = { value: round(piece.value / 100), currency, at: piece.at, end: piece.end };
  }
}
