// The only way the app speaks to the engine: `call(name, input)`, typed by api/contract.ts.
// C1 a command carries a key, so sending it twice does it once.
// C2 what went wrong arrives as a Refusal with a sentence for people, never as a status number.

import type { z } from 'zod';
import {
  COMMANDS,
  type Answers,
  type CommandName,
  type QUERIES,
  type QueryName,
  type Wrong,
} from '../engine/api/contract.ts';
import { forgetToken, token } from './session.ts';
import { t } from './words.ts';

export type CallName = CommandName | QueryName;
/** What a command or query takes. */
export type InputOf<N extends CallName> = z.input<(typeof COMMANDS & typeof QUERIES)[N]>;

/** A plain "no" of the engine: what happened, in a sentence, and the field it is about. */
export class Refusal extends Error {
  readonly code: string;
  readonly field: string | undefined;

  constructor(wrong: Wrong['error']) {
    super(wrong.sentence);
    this.code = wrong.code;
    this.field = wrong.field;
  }
}

/** True when the engine did not answer at all. */
export const isOffline = (wrong: unknown): boolean =>
  wrong instanceof Refusal && wrong.code === 'app.offline';

/** The headers every request carries. */
export const headers = (): Record<string, string> => ({ authorization: `Bearer ${token() ?? ''}` });

/** Asks the engine; throws a Refusal (C2). */
export async function call<N extends CallName>(name: N, input: InputOf<N>): Promise<Answers[N]> {
  const isCommand = Object.hasOwn(COMMANDS, name);
  const answer = await fetch(`/api/${name}`, {
    method: 'POST',
    headers: {
      ...headers(),
      'content-type': 'application/json',
      ...(isCommand ? { 'idempotency-key': crypto.randomUUID() } : {}),
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
