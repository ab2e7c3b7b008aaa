// Tools that are an address: one request per call, everything about it said by the card.
// HT1 only hosts of the card are spoken to; a secret goes only where its own list says so, too, and
//     never unencrypted beyond this computer's own network.
// HT2 what changes something is sent once and never re-sent by a redirect.

import { isHomely } from '../net/address.ts';
import { placeOf, placeText } from '../net/hosts.ts';
import type { Net, NetRequest } from '../net/safe-fetch.ts';
import type { AuthorityCard } from '../node.ts';
import type { SecretPort } from '../secrets/port.ts';
import type { Adapter } from './adapters.ts';
import { failed, type Attempt } from './answer.ts';
import { cardFault, optionsOf } from './card-options.ts';
import { readAnswer, readCheck } from './http-answer.ts';
import { httpSchema, type HttpOptions } from '../policy/http-options.ts';
import { checkOf, requestOf, type Request, type RequestFault } from './http-request.ts';
import { netFailure, secretFailure } from './net-failures.ts';

export type HttpParts = { net: Pick<Net, 'ask'>; secrets: SecretPort };

const faultOf = (card: AuthorityCard, fault: RequestFault): Attempt =>
  'card' in fault
    ? cardFault(card, fault.card)
    : failed('terminal', 'failure.http_argument', { tool: card.title, field: fault.argument });

type Header = { headers: Record<string, string> } | { fault: Attempt };

/** The header a secret travels in; none where the card names none (HT1). */
async function secretHeader(
  { secrets }: HttpParts,
  card: AuthorityCard,
  { secretAs }: HttpOptions,
  { url, run }: { url: string; run: string },
): Promise<Header> {
  if (card.secret === undefined) return { headers: {} };
  const to = new URL(url);
  const place = placeOf(to);
  if (to.protocol === 'http:' && !isHomely(place.host)) {
    const params = { tool: card.title, place: placeText(place), secret: card.secret };
    return { fault: failed('terminal', 'failure.net_plain', params) };
  }
  const read = await secrets.read({ name: card.secret, place, by: 'tool', run });
  if (!read.ok) return { fault: secretFailure(card, read.wrong) };
  if (secretAs.as === 'header') return { headers: { [secretAs.name]: read.value } };
  if (secretAs.as === 'bearer') return { headers: { authorization: `Bearer ${read.value}` } };
  const pair = Buffer.from(`${secretAs.user}:${read.value}`).toString('base64');
  return { headers: { authorization: `Basic ${pair}` } };
}

type Asking = { card: AuthorityCard; request: Request; secrets: Record<string, string> };

/** A request as the way out takes it. Connecting may take half of the time there is. */
const asking = ({ card, request, secrets }: Asking, signal: AbortSignal): NetRequest => ({
  ...request,
  secrets,
  hosts: card.hosts ?? [],
  isFollowing: request.method === 'GET', // HT2
  signal,
  totalMs: card.timeoutMs,
  connectMs: Math.min(10_000, Math.ceil(card.timeoutMs / 2)),
});

/** HTTP tools over the way out and the secrets of this computer. */
export const httpAdapter = (parts: HttpParts): Adapter => ({
  call: async (card, args, { key, run, signal, at }) => {
    const read = optionsOf(httpSchema, card);
    if ('fault' in read) return read.fault;
    const { options } = read;
    const request = requestOf(card, options, args, key);
    if ('fault' in request) return faultOf(card, request.fault);
    const secret = await secretHeader(parts, card, options, { url: request.url, run });
    if ('fault' in secret) return secret.fault;
    try {
      const asked = asking({ card, request, secrets: secret.headers }, signal);
      return readAnswer(card, options, await parts.net.ask(asked), at);
    } catch (error) {
      return netFailure(card, error, Math.ceil(card.timeoutMs / 1000));
    }
  },
  check: async (card, key) => {
    const read = optionsOf(httpSchema, card);
    if ('fault' in read || !read.options.check) throw new Error('the card says no way to ask');
    const { options } = read;
    const request = checkOf(card, read.options.check, key);
    if ('fault' in request) throw new Error('the card says no way to ask');
    const run = key.split(':')[0] ?? '';
    const secret = await secretHeader(parts, card, options, { url: request.url, run });
    if ('fault' in secret) throw new Error('the tool cannot be asked without its secret');
    const asked = asking({ card, request, secrets: secret.headers }, new AbortController().signal);
    const answer = readCheck(card, options, await parts.net.ask(asked));
    if (!answer) throw new Error('the tool does not say whether it happened');
    return answer.found && { value: answer.found };
  },
});
