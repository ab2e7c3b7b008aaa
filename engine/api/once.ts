// Commands with a key are carried out once: the same key gives the first answer again, also while
// the first is still under way.
// O1 a key belongs to one command with one input; another input under it is refused.
// O2 a bounded number of keys is remembered; the oldest is forgotten first.

import { hashOf } from '../base/canonical.ts';
import { refuse } from '../base/refused.ts';

const REMEMBERED = 1000;
const LONGEST = 200;

export type Once = <T>(key: string | undefined, name: string, input: unknown, act: () => T) => T;

/** A memory of keys; one per engine. */
export function createOnce(): Once {
  const answers = new Map<string, { of: string; answer: unknown }>();
  return <T>(key: string | undefined, name: string, input: unknown, act: () => T): T => {
    if (key === undefined) return act();
    if (key === '' || key.length > LONGEST) refuse('api.bad_key');
    const of = hashOf({ name, input });
    const known = answers.get(key);
    if (known) return known.of === of ? (known.answer as T) : refuse('api.key_reused');
    const answer = act();
    answers.set(key, { of, answer });
    const [oldest] = answers.keys();
    if (answers.size > REMEMBERED && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
}
