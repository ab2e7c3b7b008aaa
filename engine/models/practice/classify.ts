// Which of several categories a text belongs to, judged by descriptions never seen before.
// K1 only descriptions are compared; a name counts only where the description is empty.
// K2 what fits every category alike says nothing: only differences between them count.
// K3 too little evidence is "I don't know", never a guess; a category for all the rest takes what
//    is understood but fits nowhere.

import type { Category } from '../../node.ts';
import { similar, termsOf, type Term } from './meaning.ts';
import { anyWord, oneOf } from './patterns.ts';

/** The chosen category (undefined: not known), how sure (0 to 1), and the words that decided. */
export type Choice = { id: string | undefined; share: number; words: string[] };

/** "… except invoices": what stands behind such a word is not meant. */
const EXCEPT = new RegExp(
  `(?<!\\p{L})(?:${oneOf(
    'except, excluding, other than, rather than, but not, not about, außer, sauf, excepto, salvo',
  )})(?!\\p{L})[^.;:]*`,
  'giu',
);
const REST = anyWord(
  `anything else, everything else, something else, all else, anything other, everything
    other, fits none, fits no, fit none, fits nowhere, none of the others, none of the other,
    none of the above, does not fit, sonstige, sonstiges, sonstiger, alles andere, alles
    übrige, tout le reste, autres demandes, autres sujets, todo lo demás, cualquier otra,
    cualquier otro, miscellaneous`,
);

/** Evidence below which nothing is known. */
const ENOUGH = 0.14;
/** A text counts as if it had at least, and at most, so many telling words. */
const SIZE = { least: 3, most: 8, power: 0.8 };

/** A lead smaller than this is a tie: it could be either. */
const TIE = 0.004;

type Described = { id: string; wants: Term[]; shuns: Term[]; isRest: boolean };
type Told = { word: string; by: number[] };

function describe({ id, name, description }: Category): Described {
  const text = description.trim() === '' ? name : description;
  const shuns = text.match(EXCEPT)?.join(' ') ?? '';
  const isRest = REST.test(text);
  return { id, wants: termsOf(text.replace(EXCEPT, ' ')), shuns: termsOf(shuns), isRest };
}

/** How well the term fits the description: its best match among the description's terms. */
function fit(term: Term, { wants, shuns, isRest }: Described): number {
  if (isRest) return 0;
  let best = 0;
  for (const other of wants) {
    const near = similar(term, other) * (0.4 + 0.6 * other.weight);
    if (near > best) best = near;
  }
  for (const other of shuns) best = Math.min(best, 1 - similar(term, other));
  return best;
}

/** What each term says for each category (K2). */
function tell(terms: Term[], described: Described[]): Told[] {
  const told: Told[] = [];
  for (const term of terms) {
    const fits = described.map((one) => fit(term, one));
    const best = Math.max(0, ...fits);
    if (best === 0) continue;
    const mean = fits.reduce((sum, x) => sum + x, 0) / fits.length;
    const telling = fits.length > 1 ? (best - mean) / best / (1 - 1 / fits.length) : 1;
    told.push({ word: term.said, by: fits.map((x) => (x * x * term.weight * telling) / best) });
  }
  return told;
}

const QUESTION: Term = { said: '? ?', concepts: new Map([['question', 1]]), weight: 0.5 };

/** Chooses by evidence; see Choice. Never throws, whatever the text or the descriptions hold. */
export function classify(text: string, categories: Category[]): Choice {
  const described = categories.map(describe);
  const terms = [...termsOf(text), ...(text.includes('?') ? [QUESTION] : [])];
  const told = tell(terms, described);
  const scores = described.map((_one, at) => told.reduce((sum, { by }) => sum + (by[at] ?? 0), 0));
  const order = scores.map((score, at) => ({ score, at })).sort((a, b) => b.score - a.score);
  const [first, second] = order;
  const single = terms.filter(({ said }) => !said.includes(' '));
  const evidence = ((first?.score ?? 0) / sizeOf(single)) * familiar(single);
  if (!first || evidence < ENOUGH) return rest(single, described);
  const lead = 1 - (second?.score ?? 0) / first.score;
  if (lead < TIE) return { id: undefined, share: 0.4, words: [] };
  const words = told
    .filter(({ by }) => (by[first.at] ?? 0) > 0)
    .sort((a, b) => (b.by[first.at] ?? 0) - (a.by[first.at] ?? 0))
    .slice(0, 4)
    .map(({ word }) => word);
  const share = 0.5 + 0.3 * lead + 0.2 * Math.min(1, evidence);
  return { id: described[first.at]?.id, share, words };
}

function sizeOf(terms: Term[]): number {
  const size = terms.reduce((sum, { weight }) => sum + weight, 0);
  return Math.min(Math.max(size, SIZE.least), SIZE.most) ** SIZE.power;
}

/** Less than 1 for texts hardly a word of which belongs to an office: one hit there is chance. */
function familiar(terms: Term[]): number {
  const telling = terms.filter(({ weight }) => weight >= 0.5);
  const known = telling.filter(({ concepts }) => concepts.size > 0).length;
  return Math.min(1, 0.2 + (2 * known) / Math.max(1, telling.length));
}

/** K3: understood, but fitting nowhere. */
function rest(terms: Term[], described: Described[]): Choice {
  const known = terms.filter(({ concepts, weight }) => concepts.size > 0 && weight === 1);
  const open = described.find((one) => one.isRest);
  const isClear = known.length >= 2 && known.length >= 0.25 * terms.length;
  if (!open || !isClear) return { id: undefined, share: 0, words: [] };
  return { id: open.id, share: 0.55, words: known.slice(0, 4).map(({ said }) => said) };
}
