// What fits the words somebody types, the best first. Pure.
// RK1 every word has to be found; a name that begins with them is better than one that holds them,
//     and that is better than one whose description does.
// RK2 equal fits keep the order they came in; a group stands where its best stands.

export type Choice = {
  id: string;
  name: string;
  /** What stands beside it, or is only searched. */
  detail?: string;
  search?: string;
  group?: string;
};

/** As many as anybody reads through. */
const SHOWN = 60;

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** How well it fits, 0 = not at all (RK1). */
export function fitOf({ name, detail = '', search = '' }: Choice, words: string): number {
  const wanted = plain(words).trim();
  if (wanted === '') return 1;
  const own = plain(name);
  if (own.startsWith(wanted)) return 4;
  const parts = wanted.split(/\s+/);
  if (own.includes(wanted)) return 3;
  if (parts.every((part) => own.includes(part))) return 2;
  const all = `${own} ${plain(detail)} ${plain(search)}`;
  return parts.every((part) => all.includes(part)) ? 1 : 0;
}

/** What fits, in groups (RK2). */
export function ranked<T extends Choice>(
  choices: readonly T[],
  words: string,
): { name: string; choices: T[] }[] {
  const fits = choices
    .map((choice) => ({ choice, fit: fitOf(choice, words) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) => b.fit - a.fit)
    .slice(0, SHOWN)
    .map(({ choice }) => choice);
  const groups = Map.groupBy(fits, ({ group = '' }) => group);
  return [...groups].map(([name, own]) => ({ name, choices: own }));
}
