// What a list offers, each value once. A drawing may hold two steps of one id: that is a problem to
// be told, and a list that offers both would end the page instead.

type Option = { value: string; label: string };
export type Options = (Option | { group: string; items: Option[] })[];

/** The options without those whose value was offered before, in whatever group. */
export function distinct<T extends Options>(options: T): T {
  const seen = new Set<string>();
  const isNew = ({ value }: Option): boolean => !seen.has(value) && Boolean(seen.add(value));
  return options.flatMap((one): Options => {
    if ('group' in one) return [{ ...one, items: one.items.filter(isNew) }];
    return isNew(one) ? [one] : [];
  }) as T;
}
