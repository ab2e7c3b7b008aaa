// The only way the app speaks to the engine: `call(name, input)`, typed by api/contract.ts.
// C1 whatever is asked carries a key, so sending a command twice does it once; the engine keeps the
//    keys of commands only.
// C2 what went wrong arrives as a Refusal with a sentence for people, never as a status number; it
//    is said in the language this window has when it is read.

import type { z } from 'zod';
import type {
  Answers,
  CommandName,
  COMMANDS,
  QUERIES,
  QueryName,
  Wrong,
} from '../engine/api/contract.ts';
import { forgetToken, token } from './session.ts';
import { t, tMaybe } from './words.ts';

export type CallName = CommandName | QueryName;
/** What a command or query takes. */
export type InputOf<N extends CallName> = z.input<(typeof COMMANDS & typeof QUERIES)[N]>;

/** A plain "no" of the engine: what happened, in a sentence, and the field it is about. */
export class Refusal extends Error {
  readonly code: string;
  readonly field: string | undefined;

  constructor({ code, params, sentence, field }: Wrong['error']) {
    super();
    this.code = code;
    this.field = field;
    const get = (): string => tMaybe(code, params) ?? sentence;
    Object.defineProperty(this, 'message', { get }); // C2
  }
}

/** True when the engine did not answer at all. */
export const isOffline = (wrong: unknown): boolean =>
  wrong instanceof Refusal && wrong.code === 'app.offline';

/** The headers every request carries. */
export const headers = (): Record<string, string> => ({ authorization: `Bearer ${token() ?? ''}` });

/** Asks the engine; throws a Refusal (C2). */
export async function call<N extends CallName>(name: N, input: InputOf<N>): Promise<Answers[N]> {
  const answer = await fetch(`/api/${name}`, {
    method: 'POST',
    headers: {
      ...headers(),
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(), // C1
    },
    body: JSON.stringify(input),
  }).catch(() => undefined);
  if (!answer) throw new Refusal({ code: 'app.offline', sentence: t('app.offline') });
  if (answer.status === 401) signedOut();
  if (!answer.ok) throw await refusalOf(answer);
  return (await answer.json()) as Answers[N];
}

/** The engine no longer knows this window: the page that says how to open a new one appears. */
function signedOut(): never {
  forgetToken();
  dispatchEvent(new Event('interlock-signed-out'));
  throw new Refusal({ code: 'app.signed_out', sentence: t('app.signed_out') });
}

async function refusalOf(answer: Response): Promise<Refusal> {
  const wrong = (await answer.json().catch(() => undefined)) as Wrong | undefined;
  const unknown = { code: 'app.unreadable', sentence: t('app.unreadable') };
  return new Refusal(wrong?.error ?? unknown);
}
