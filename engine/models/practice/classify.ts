// Which of several categories a text belongs to, judged by descriptions never seen before.
// K1 only descriptions are compared; a name counts only where the description is empty.
// K2 what fits every category alike says nothing: only differences between them count.
// K3 too little evidence is "I don't know", never a guess.

import type { Category } from '../../node.ts';
import { similar, termsOf, type Term } from './meaning.ts';

/** The chosen category (undefined: not known), how sure, and the words that decided. */
export type Choice = {
  id: string | undefined;
  share: number;
  words: string[];
  scores: number[];
  evidence: number;
};

const EXCEPT = /\b(?:except|excluding|other than|rather than|but not|not about|außer|nicht|sauf|hors|excepto|salvo)\b[^.;:]*/giu;
const REST = /\b(?:anything|everything|all|something) (?:else|other)\b|\bnone of the (?:others?|above)\b|\bfits? (?:none|no|nowhere)\b|\ball(?:es)? (?:übrige|andere|sonstige)|\bsonstige|\btout le reste\b|\bautres? demandes?\b|\bcualquier otr|\btodo lo demás\b|\bother topics?\b|\bmiscellaneous\b/iu;

const SHARP = 1;
const ROOT = Number(process.env.ROOT ?? 0.8);
const CAP = Number(process.env.CAP ?? 20);
/** Below this much evidence per text nothing is known. */
const ENOUGH = Number(process.env.ENOUGH ?? 0.18);

type Described = { wants: Term[]; shuns: Term[] };

function describe(category: Category): Described {
  const text = category.description.trim() === '' ? category.name : category.description;
  const shuns = text.match(EXCEPT)?.join(' ') ?? '';
  return { wants: termsOf(text.replace(EXCEPT, ' ')), shuns: termsOf(shuns) };
}

/** How well the term fits the description: its best match among the description's terms. */
function fit(term: Term, described: Described): number {
  let best = 0;
  for (const other of described.wants) {
    const near = similar(term, other) * (0.4 + 0.6 * other.weight);
    if (near > best) best = near;
  }
  for (const other of described.shuns) best = Math.min(best, 1 - similar(term, other));
  return best;
}

/** Chooses by evidence; see Choice. Never throws, whatever the text or the descriptions hold. */
export function classify(text: string, categories: Category[]): Choice {
  const described = categories.map(describe);
  const terms = termsOf(text);
  const scores = categories.map(() => 0);
  const told: { word: string; by: number[] }[] = [];
  let size = 0;
  for (const term of terms) {
    const fits = described.map((one) => fit(term, one));
    const best = Math.max(0, ...fits);
    if (!term.said.includes(' ')) size += term.weight;
    if (best === 0) continue;
    const mean = fits.reduce((sum, x) => sum + x, 0) / fits.length;
    const telling = fits.length > 1 ? (best - mean) / best / (1 - 1 / fits.length) : 1;
    const by = fits.map((x) => x * (x / best) ** SHARP * term.weight * telling);
    for (const [at, x] of by.entries()) scores[at] = (scores[at] ?? 0) + x;
    told.push({ word: term.said, by });
  }
  return decide(categories, scores, told, size);
}

function decide(
  categories: Category[],
  scores: number[],
  told: { word: string; by: number[] }[],
  size: number,
): Choice {
  const order = scores.map((score, at) => ({ score, at })).sort((a, b) => b.score - a.score);
  const [first, second] = order;
  const evidence = (first?.score ?? 0) / Math.min(Math.max(size, 3), CAP) ** ROOT;
  if (!first || evidence < ENOUGH) return { id: undefined, share: evidence, words: [], scores, evidence };
  const lead = first.score / (first.score + (second?.score ?? 0));
  const words = told
    .filter(({ by }) => (by[first.at] ?? 0) > 0)
    .sort((a, b) => (b.by[first.at] ?? 0) - (a.by[first.at] ?? 0))
    .slice(0, 4)
    .map(({ word }) => word);
  const id = categories[first.at]?.id;
  return { id, share: lead * Math.min(1, 0.6 + evidence * 0.4), words, scores, evidence };
}
