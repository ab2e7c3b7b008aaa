// The language of this window and the one function every string on screen goes through.
// W1 the language is fixed when the page loads.

import { isSaid, say, type Language, type Params } from '../engine/base/text/say.ts';

/** `?lang=pseudo` wins (it finds strings that bypass the catalogue), then what was chosen. */
function chosen(): Language {
  if (typeof location === 'undefined') return 'en';
  const asked = new URLSearchParams(location.search).get('lang');
  return asked === 'pseudo' ? 'pseudo' : 'en';
}

/** The language of this page (W1). */
export const language: Language = chosen();

/** The sentence for a code in the language of this window. */
export const t = (code: string, params?: Params): string => say(language, code, params);

/** The sentence for a code, or nothing where the catalogue has none. */
export const tMaybe = (code: string, params?: Params): string | undefined =>
  isSaid(code) ? say(language, code, params) : undefined;
