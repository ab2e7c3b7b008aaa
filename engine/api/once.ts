// Commands with a key are carried out once: the same key gives the first answer again, also while
// the first is still under way, and also after a restart.
// O1 a key belongs to one command with one input; another input under it is refused.
// O2 a bounded number of keys is remembered; the oldest is forgotten first.
// O3 kept on disk is what was done; a refusal changed nothing and may be asked for again.

import { hashOf } from '../base/canonical.ts';
import { refuse } from '../base/refused.ts';
import { isRefused } from './wrong.ts';

const REMEMBERED = 1000;
const LONGEST = 200;
/** An answer that is larger is remembered only as long as the engine runs. */
const LARGEST = 16_384;
/** What was asked for here is a secret, or means nothing after a restart. */
const PASSING = new Set(['setSecret', 'openLink', 'quit']);

/** The request a key was given for. */
export type Asked = { key: string; of: string };
export type Once = <T>(
  key: string | undefined,
  name: string,
  input: unknown,
  act: (asked: Asked | undefined) => Promise<T>,
) => Promise<T>;

/** Answers by key that outlive the engine. */
type AnswerStore = {
  answerTo: (key: string) => { of: string; answer: string } | undefined;
  keepAnswer: (key: string, of: string, answer: string) => void;
};

/** A memory of keys; one per engine. Without a store it ends with the engine. */
export function createOnce(store?: AnswerStore): Once {
  const answers = new Map<string, { of: string; answer: unknown }>();
  return async <T>(
    key: string | undefined,
    name: string,
    input: unknown,
    act: (asked: Asked | undefined) => Promise<T>,
  ): Promise<T> => {
    if (key === undefined) return act(undefined);
    if (key === '' || key.length > LONGEST) refuse('api.bad_key');
    const of = hashOf({ name, input });
    const isKept = store !== undefined && !PASSING.has(name);
    const known = answers.get(key) ?? (isKept ? read(store, key) : undefined);
    if (known) return known.of === of ? (known.answer as T) : refuse('api.key_reused');
    const answer = act({ key, of });
    answers.set(key, { of, answer });
    const [oldest] = answers.keys();
    if (answers.size > REMEMBERED && oldest !== undefined) answers.delete(oldest);
    if (isKept) keep(store, { key, of }, await answer);
    return answer;
  };
}

function read({ answerTo }: AnswerStore, key: string): { of: string; answer: unknown } | undefined {
  const kept = answerTo(key);
  return kept && { of: kept.of, answer: JSON.parse(kept.answer) as unknown };
}

function keep({ keepAnswer }: AnswerStore, { key, of }: Asked, answer: unknown): void {
  if (isRefused(answer)) return;
  const text = JSON.stringify(answer);
  try {
    if (text.length <= LARGEST) keepAnswer(key, of, text);
  } catch {
    return; // what was asked for is done; only the memory of the key has no room
  }
}
