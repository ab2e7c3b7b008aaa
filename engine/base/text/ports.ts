// The words for a way out: from its settings, the person's own, or the catalogue's.

import { isSaid, say, type Language } from './say.ts';

type Way = {
  id: string;
  label: string;
  said?: { code: string; params?: Record<string, string | number> };
};

/** What stands on the arrow and in sentences for a port of a step type such as `condition@1`. */
export function sayPort(language: Language, type: string, port: Way): string {
  if (port.said) return say(language, port.said.code, port.said.params);
  if (port.label) return port.label;
  const code = `node.${type.split('@')[0]}.port.${port.id}`;
  return isSaid(code) ? say(language, code) : port.id;
}
