// What can go wrong between here and a tool server, and the one question that decides what happens
// next: may the tool have done something already?
// T1 whatever was thrown becomes one of our codes; a server's own words never become a sentence.
// T2 `sent` is false only when surely no call has left: then it may be tried again; else the door
//    decides, and what cannot be repeated is put to a person.

import type { AuthorityCard, FailureKind } from '../node.ts';
import { NetError } from '../net/net-error.ts';
import { failed, type Attempt } from './answer.ts';
import { heard } from './mcp-answer.ts';
import { isCode, isHttpError, isProtocolError, isSdkError } from './mcp-library.ts';
import type { Ended, Program } from './mcp-program.ts';

type Kind = Exclude<FailureKind, 'denied'>;
type Params = Record<string, string | number>;

/** Trouble with a server, not with what a tool answered. */
export class Trouble extends Error {
  readonly code: string;
  readonly kind: Kind;
  readonly params: Params;
  constructor(code: string, kind: Kind, params: Params = {}) {
    super(code);
    this.code = code;
    this.kind = kind;
    this.params = params;
  }
}

/** Why a program is gone, as trouble. `words` are its last ones. */
export const endedTrouble = ({ code, params }: Ended, words: string): Trouble =>
  new Trouble(
    `failure.${code.replace('.', '_')}`,
    code === 'mcp.ended' || code === 'mcp.closed' ? 'retryable' : 'terminal',
    { ...params, said: words || '…' },
  );

const codeOf = (error: unknown): string | undefined => (isSdkError(error) ? error.code : undefined);

/** The innermost NetError, if the way to an address is what broke. */
function netErrorIn(error: unknown): NetError | undefined {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof NetError) return at;
  return undefined;
}

/** What an address answered instead of a message. */
function httpTrouble(status: number): Trouble {
  if (status === 401 || status === 403) return new Trouble('failure.mcp_key', 'terminal');
  if (status >= 300 && status < 400) return new Trouble('failure.mcp_moved', 'terminal');
  if (status === 404 || status === 429 || status === 503)
    return new Trouble('failure.mcp_busy', 'retryable', { status });
  return new Trouble('failure.mcp_status', status >= 500 ? 'retryable' : 'terminal', { status });
}

/**
 * Trouble while getting in touch: nothing was called yet, so trying again is harmless (T2). What is
 * no trouble of a server's is thrown on.
 */
export function connectTrouble(error: unknown): Trouble {
  if (error instanceof Trouble) return error;
  const net = netErrorIn(error);
  if (net) return new Trouble('failure.mcp_unreachable', 'retryable', { place: net.place });
  if (isHttpError(error)) return httpTrouble(error.status);
  if (!isSdkError(error) && !isProtocolError(error)) throw error;
  return new Trouble('failure.mcp_handshake', 'retryable', {
    said: heard(error.message) || '…',
  });
}

/** Trouble with one call of a tool of `server` (T2). */
export function callTrouble(
  { title: tool, effect }: Pick<AuthorityCard, 'title' | 'effect'>,
  server: string,
  error: unknown,
  program: Program | undefined,
): Attempt {
  const ended = program?.ended();
  if (ended && (effect === 'read' || effect === 'none')) {
    const { kind, code, params } = endedTrouble(ended, program?.lastWords() ?? '');
    return failed(kind, code, { tool, server, ...params });
  }
  if (isProtocolError(error) && !ended)
    return failed('terminal', 'failure.tool_said', { tool, message: heard(error.message) || '…' });
  const code = codeOf(error);
  if (isCode(code, 'UnsupportedResultType', 'InputRequiredRoundsExceeded'))
    return failed('terminal', 'failure.mcp_asks_back', { tool });
  if (isCode(code, 'InvalidResult')) return failed('terminal', 'failure.mcp_no_answer', { tool });
  const net = netErrorIn(error);
  const isRefused = isHttpError(error) && error.status < 500;
  if (isRefused || (net && !net.sent)) {
    const trouble = connectTrouble(error);
    return failed(trouble.kind, trouble.code, { tool, server, ...trouble.params });
  }
  return failed('retryable', 'failure.call_broke');
}
