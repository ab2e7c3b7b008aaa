// The words for what a step does inside, when it makes several calls: `node.<type>.part.<part>`.

import { isSaid, say, type Language } from './say.ts';

/** What an inner move of a step type such as `consensus@1` is called; `vote3` is the third `vote`. */
export function sayPart(language: Language, type: string, part: string): string {
  const [, word = part, n = ''] = /^([a-z]+)(\d*)$/.exec(part) ?? [];
  const code = `node.${type.split('@')[0]}.part.${word}`;
  return isSaid(code) ? say(language, code, { n: Number(n) }) : part;
}
