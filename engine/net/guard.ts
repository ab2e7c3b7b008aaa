// The gate every outgoing connection passes: what is asked for is checked against the list of the
// one who asks, and what the name stands for is checked at the moment of connecting.
// G1 http and https only, no name or password inside an address.
// G2 an address written as a number is judged before connecting: no name server is asked for it,
//    so the check of answers alone would never see it.
// G3 every answer of a name server is judged; one that may not be reached refuses the name whole.
// G4 what was judged is what is connected to: the name is not asked for a second time.

import { isIP } from 'node:net';
import { lookup as systemLookup } from 'node:dns/promises';
import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { mayReach } from './address.ts';
import { listing, placeOf, placeText, type Place } from './hosts.ts';
import { NetError, netErrorOf } from './net-error.ts';

/** Asks what addresses a name has. */
export type Resolve = (host: string) => Promise<LookupAddress[]>;

/** The system's own way of resolving names. */
export const resolveBySystem: Resolve = (host) => systemLookup(host, { all: true });

/** A place that may be connected to; `isNamed`: it may even be a local one. */
export type Passed = { place: Place; isNamed: boolean };

/** Throws where the host is a number that may not be reached (G2). */
export function judgeNumber({ place, isNamed }: Passed): void {
  if (isIP(place.host) && !mayReach(place.host, place.host, isNamed))
    throw new NetError('local_address', placeText(place), false);
}

/** Passes a place of a list on, or throws. */
export function passPlace(
  place: Place,
  hosts: readonly string[],
  ports: readonly number[],
): Passed {
  const listed = listing(hosts, place, ports);
  if (!listed) throw new NetError('host', placeText(place), false);
  const passed = { place, isNamed: listed === 'named' };
  judgeNumber(passed); // G2
  return passed;
}

/** Passes a URL on, or throws (G1). */
export function passUrl(
  text: string,
  hosts: readonly string[],
  ports: readonly number[],
): Passed & { url: URL } {
  if (!URL.canParse(text)) throw new NetError('address_shape', '', false);
  const url = new URL(text);
  const isPlain = url.username === '' && url.password === '';
  if (!/^https?:$/.test(url.protocol) || !isPlain)
    throw new NetError('address_shape', url.host, false); // G1
  url.hash = '';
  return { url, ...passPlace(placeOf(url), hosts, ports) };
}

/** The addresses behind a host, every one of them judged (G3). */
export async function addressesOf(
  { place, isNamed }: Passed,
  resolve: Resolve,
): Promise<LookupAddress[]> {
  const { host } = place;
  const family = isIP(host);
  const found = family ? [{ address: host, family }] : await askFor(place, resolve);
  if (!found.length) throw new NetError('no_such_host', placeText(place), false);
  if (!found.every(({ address }) => mayReach(address, host, isNamed)))
    throw new NetError('local_address', placeText(place), false); // G3
  return found;
}

const askFor = (place: Place, resolve: Resolve): Promise<LookupAddress[]> =>
  resolve(place.host).catch((error: unknown) => {
    throw netErrorOf(error, placeText(place), false);
  });

/** `lookup` for sockets: judged addresses or an error (G3, G4). */
export const guardedLookup =
  (isNamed: boolean, resolve: Resolve): LookupFunction =>
  async (host, { all }, done) => {
    let found: LookupAddress[];
    try {
      found = await addressesOf({ place: { host, port: 0 }, isNamed }, resolve);
    } catch (error) {
      return done(error as NetError, []);
    }
    const [first] = found;
    if (all) done(null, found);
    else done(null, first?.address ?? '', first?.family);
  };
