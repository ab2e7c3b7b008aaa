// What can go wrong between here and a host, and the one thing that matters most about it: may the
// other side have heard us?
// NE1 `sent` is false only when surely nothing of the request has left this computer.

/** Why nothing usable came back. */
export type NetWhy =
  | 'address_shape'
  | 'host'
  | 'local_address'
  | 'no_such_host'
  | 'connect'
  | 'certificate'
  | 'redirects'
  | 'large'
  | 'slow'
  | 'broke'
  | 'stopped';

export class NetError extends Error {
  readonly why: NetWhy;
  /** The host and port that were meant, as they are written in a list. */
  readonly place: string;
  readonly sent: boolean;
  /** What the system calls it, where it has a name for it. */
  readonly code: string;
  constructor(why: NetWhy, place: string, sent: boolean, code = '') {
    super(`${why} ${place}`);
    this.why = why;
    this.place = place;
    this.sent = sent; // NE1
    this.code = code;
  }
}

const NO_HOST = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_FAIL', 'EAI_NONAME']);
const CERTIFICATE =
  /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH)/;

/** Whether the system's name for a trouble speaks of certificates. */
export const isCertificate = (code: string): boolean => CERTIFICATE.test(code);

/** The innermost of an error and its causes; of several tries the first. */
function innermost(error: unknown): unknown {
  if (error instanceof NetError) return error;
  if (error instanceof AggregateError && error.errors.length) return innermost(error.errors[0]);
  const cause = error instanceof Error ? error.cause : undefined;
  return cause === undefined ? error : innermost(cause);
}

/** Anything thrown on the way, as one of ours. */
export function netErrorOf(error: unknown, place: string, sent: boolean): NetError {
  const inner = innermost(error);
  if (inner instanceof NetError)
    return new NetError(inner.why, place || inner.place, inner.sent || sent, inner.code);
  const named = (inner as { code?: unknown } | undefined)?.code;
  const code = typeof named === 'string' ? named : '';
  if (sent) return new NetError('broke', place, true, code);
  if (NO_HOST.has(code)) return new NetError('no_such_host', place, false, code);
  if (isCertificate(code)) return new NetError('certificate', place, false, code);
  return new NetError('connect', place, false, code);
}
