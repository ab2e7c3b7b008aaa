// A mail account as a card describes it: where it is, how it is encrypted, whose it is.
// MA1 only places the card's hosts name with their port are connected to, and the name is resolved
//     and judged once: the connection goes to the address that was judged.
// MA2 a password travels encrypted; unencrypted accounts are for this computer's own network.
// MA3 how far a call came decides what is known after it broke off: before the mail itself was
//     offered, surely nothing was sent.

import { isHomely } from '../net/address.ts';
import { placeText, type Place } from '../net/hosts.ts';
import { isCertificate } from '../net/net-error.ts';
import type { Net } from '../net/safe-fetch.ts';
import type { AuthorityCard } from '../node.ts';
import type { Account } from '../policy/tool-options.ts';
import type { SecretPort } from '../secrets/port.ts';
import { failed, type Attempt } from './answer.ts';
import { quoted } from './http-answer.ts';
import { netFailure, secretFailure } from './net-failures.ts';

export type MailParts = { net: Pick<Net, 'addressOf'>; secrets: SecretPort };

/** All a library needs to connect; `address` is the judged one (MA1). */
export type Login = {
  place: Place;
  address: string;
  security: Account['security'];
  auth?: { user: string; pass: string };
  tls: { servername?: string; rejectUnauthorized: true };
  /** How long connecting may take: half of the time there is, so that failing is known. */
  connectMs: number;
};

/** What it takes to connect to an account, or why it cannot be done. */
export async function loginFor(
  { net, secrets }: MailParts,
  card: AuthorityCard,
  account: Account,
  run: string,
): Promise<{ login: Login } | { fault: Attempt }> {
  const { host, port, security, user } = account;
  const place = { host: host.toLowerCase(), port };
  const params = { tool: card.title, place: placeText(place) };
  if (security === 'none' && !isHomely(place.host))
    return { fault: failed('terminal', 'failure.mail_plain', params) }; // MA2
  let address: string;
  try {
    address = await net.addressOf(place, card.hosts ?? []);
  } catch (error) {
    return { fault: netFailure(card, error, 0) };
  }
  const tls = {
    rejectUnauthorized: true as const,
    ...(address === host ? {} : { servername: host }),
  };
  const connectMs = Math.min(10_000, Math.ceil(card.timeoutMs / 2));
  const login = { place, address, security, tls, connectMs };
  if (user === undefined || card.secret === undefined) return { login };
  const read = await secrets.read({ name: card.secret, place, by: 'tool', run });
  if (!read.ok) return { fault: secretFailure(card, read.wrong) };
  return { login: { ...login, auth: { user, pass: read.value } } };
}

type Thrown = {
  code?: string;
  originalCode?: string;
  responseCode?: number;
  response?: string;
  message?: string;
  cause?: Thrown;
  authenticationFailed?: boolean;
  responseText?: string;
};

/** What a library threw, as a failure; `isSent`: the mail itself had been offered (MA3). */
export function mailFailure(
  card: AuthorityCard,
  { place }: Login,
  error: unknown,
  isSent: boolean,
): Attempt {
  const thrown = (error ?? {}) as Thrown;
  const { code = '', originalCode = '', responseCode = 0, cause } = thrown;
  const params = { tool: card.title, place: placeText(place) };
  const said = quoted(thrown.response ?? thrown.responseText ?? '');
  if ([code, originalCode, cause?.code ?? ''].some(isCertificate))
    return failed('terminal', 'failure.net_certificate', params);
  if (code === 'ETLS' || /STARTTLS/.test(thrown.message ?? ''))
    return failed('terminal', 'failure.mail_plain', params);
  if (responseCode >= 400 && responseCode < 500)
    return failed('retryable', 'failure.mail_busy', { ...params, said });
  if (code === 'EAUTH' || thrown.authenticationFailed)
    return failed('terminal', 'failure.mail_key', { ...params, secret: card.secret ?? '' });
  if (responseCode >= 500) return failed('terminal', 'failure.mail_refused', { ...params, said });
  return isSent
    ? failed('retryable', 'failure.call_broke')
    : failed('retryable', 'failure.not_reached', params);
}
