// Which models an address offers: one look at its list, before anything is set up.
// LI1 only the host and port of the address itself are spoken to, and nothing is followed from
//     there; a place on this computer or its network is reached because a person typed it.
// LI2 a key leaves only in the header, and never without encryption but to a place at home.
// LI3 what comes back is somebody else's text: names are bounded in number and length.

import { isHomely } from '../net/address.ts';
import { placeOf, placeText } from '../net/hosts.ts';
import { NetError, type NetWhy } from '../net/net-error.ts';
import type { Net, NetAnswer } from '../net/safe-fetch.ts';
import { scan } from '../1-document/scan.ts';
import { isObject, type Json } from '../base/value.ts';
import type { Said } from '../node.ts';

export type Listed = { ok: true; address: string; models: string[] } | { ok: false; trouble: Said };
type Asked = { address: string; key?: string | undefined; signal: AbortSignal };

const MOST = 500;
const LONGEST = 200;
const TIMES = { totalMs: 15_000, connectMs: 6_000 };

/** Where the list of an address may lie; people leave the last part of an address away. */
function placesOf(address: string): string[] {
  const bare = address.replace(/\/+$/, '');
  const isBare = new URL(bare).pathname.replace(/\/+$/, '') === '';
  return isBare ? [`${bare}/v1`, bare] : [bare];
}

/** True where a key would travel in the clear to somebody else's computer (LI2). */
export function isPlain(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !isHomely(hostname.replace(/^\[|\]$/g, ''));
}

const refusal = (what: string, params: Said['params'] = {}): Listed => ({
  ok: false,
  trouble: { code: `models.wrong.${what}`, params },
});

/** The words for what went wrong on the way. */
const WAY: Partial<Record<NetWhy, string>> = {
  no_such_host: 'no_host',
  connect: 'connect',
  certificate: 'certificate',
  local_address: 'not_allowed',
  slow: 'slow',
  stopped: 'stopped',
};

const tell = (error: unknown, place: string): Listed => {
  if (!(error instanceof NetError)) throw error;
  return refusal(WAY[error.why] ?? 'broke', { place });
};

/** The models an address offers, and the address as it has to be written (LI1, LI2, LI3). */
export async function listModels(net: Pick<Net, 'ask'>, asked: Asked): Promise<Listed> {
  const { address, key, signal } = asked;
  const here = placeOf(new URL(address));
  const place = placeText(here);
  if (key !== undefined && isPlain(address)) return refusal('plain', { place });
  let last: Listed = refusal('no_list', { place });
  for (const at of placesOf(address)) {
    try {
      const answer = await net.ask({
        url: `${at}/models`,
        method: 'GET',
        headers: { accept: 'application/json' },
        ...(key === undefined ? {} : { secrets: { authorization: `Bearer ${key}` } }),
        hosts: [place],
        isFollowing: false,
        signal,
        ...TIMES,
      });
      last = read(answer, at, place);
    } catch (error) {
      return tell(error, place);
    }
    if (last.ok) return last;
  }
  return last;
}

function read({ status, bytes }: NetAnswer, address: string, place: string): Listed {
  if (status === 401 || status === 403) return refusal('key', { place, status });
  if (status >= 500) return refusal('down', { place, status });
  if (status >= 300) return refusal('no_list', { place, status });
  const scanned = scan(bytes);
  const names = scanned.ok ? namesIn(JSON.parse(scanned.text) as Json) : undefined;
  return names ? { ok: true, address, models: names } : refusal('no_list', { place, status });
}

/** The names in a list of models, or nothing where it is none (LI3). */
function namesIn(data: Json): string[] | undefined {
  const list = isObject(data) ? data['data'] : undefined;
  if (!Array.isArray(list)) return undefined;
  const names = list.flatMap((one): string[] => {
    const id = isObject(one) ? one['id'] : undefined;
    if (typeof id !== 'string' || id === '' || id.length > LONGEST) return [];
    return [id.toWellFormed().replace(/\p{C}/gu, '')];
  });
  return [...new Set(names)].toSorted((a, b) => a.localeCompare(b)).slice(0, MOST);
}
