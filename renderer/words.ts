// The language of this window and the one function every string on screen goes through.
// W1 the language changes while the page stands: everything is drawn again where it stands, and
//    nothing that was typed, opened or chosen is lost. What holds words is remembered between two
//    drawings by `useSpoken`, and a component that skips drawings asks `useLanguage`.
// W2 a language is loaded before it is spoken, so that no screen is ever drawn in two.

import { useMemo, useSyncExternalStore, type DependencyList } from 'react';
import { isSaid, localeOf, say, teach, type Language } from '../engine/base/text/say.ts';
import type { Params } from '../engine/base/text/say.ts';

/** The languages a person can choose. */
export const LANGUAGES = ['en', 'de'] as const;
export type Spoken = (typeof LANGUAGES)[number];

/** The language of this page now; whoever imports it always sees the latest (W1). */
export let language: Language = 'en';

const listeners = new Set<() => void>();
const listen = (changed: () => void): (() => void) => {
  listeners.add(changed);
  return () => void listeners.delete(changed);
};

const isSpoken = (word: string | undefined): word is Spoken =>
  LANGUAGES.some((one) => one === word);

/**
 * The language a page begins in: `?lang=` wins (`pseudo` finds strings that bypass the catalogue),
 * then what was chosen before, then the first of the browser's languages that is known.
 */
export function firstLanguage(
  search: string,
  chosen: string | undefined,
  wanted: readonly string[],
): Language {
  const asked = new URLSearchParams(search).get('lang') ?? undefined;
  if (asked === 'pseudo' || isSpoken(asked)) return asked;
  if (isSpoken(chosen)) return chosen;
  return wanted.map((one) => one.slice(0, 2).toLowerCase()).find(isSpoken) ?? 'en';
}

/** Speaks a language from now on (W1, W2). */
export async function speak(next: Language): Promise<void> {
  if (next === 'de') teach('de', (await import('../engine/base/text/de.ts')).de);
  language = next;
  document.documentElement.lang = next === 'pseudo' ? 'en' : next;
  for (const changed of listeners) changed();
}

/** The language of this page, for what is drawn again when it changes (W1). */
export const useLanguage = (): Language => useSyncExternalStore(listen, () => language);

/** `useMemo` for what has words in it: made again in another language (W1). */
export function useSpoken<T>(make: () => T, deps: DependencyList): T {
  const spoken = useLanguage();
  // oxlint-disable-next-line react/exhaustive-deps -- a hook like useMemo: its callers are checked
  return useMemo(make, [spoken, ...deps]);
}

/** How numbers, amounts and days are written now, as Intl names it. */
export const locale = (): string => localeOf(language);

/** The sentence for a code in the language of this window. */
export const t = (code: string, params?: Params): string => say(language, code, params);

/** The sentence for a code, or nothing where the catalogue has none. */
export const tMaybe = (code: string, params?: Params): string | undefined =>
  isSaid(code) ? say(language, code, params) : undefined;
