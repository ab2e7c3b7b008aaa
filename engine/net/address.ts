// Which addresses may be spoken to: the one judge of a number behind a name.
// AD1 an address is judged as what it is, however it was spelled: IPv4 inside IPv6 included.
// AD2 only what is known to be public is public; what is in no list of ours is never reached.
// AD3 this computer and its own network are reached only where a person named host and port, and
//     this computer only by a name that cannot come from a name server far away.

import { BlockList, isIP } from 'node:net';

/**
 * `never`: no card can open it (link-local, metadata services, unspecified, multicast, tunnels).
 */
type Reach = 'public' | 'own_network' | 'this_computer' | 'never';

const listOf = (four: [string, number][], six: [string, number][]): BlockList => {
  const list = new BlockList();
  for (const [net, bits] of four) list.addSubnet(net, bits, 'ipv4');
  for (const [net, bits] of six) list.addSubnet(net, bits, 'ipv6');
  return list;
};

const LOOPBACK = listOf([['127.0.0.0', 8]], [['::1', 128]]);
const PRIVATE = listOf(
  [
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
  ],
  [['fc00::', 7]],
);
const RESERVED = listOf(
  [
    ['0.0.0.0', 8],
    ['169.254.0.0', 16],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ],
  [
    // Tunnels carry another address inside; documentation addresses are nobody's.
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
  ],
);
/** All of IPv6 that was ever given out for the public network. */
const GLOBAL = listOf([], [['2000::', 3]]);
const MAPPED = /^::ffff:/i;

/** What an address is (AD1, AD2). Anything that is no address is never reached. */
function reachOf(address: string): Reach {
  const version = isIP(address);
  if (version === 0 || address.includes('%')) return 'never';
  const family = version === 6 ? 'ipv6' : 'ipv4';
  if (version === 6 && MAPPED.test(address)) return 'never';
  if (LOOPBACK.check(address, family)) return 'this_computer';
  if (PRIVATE.check(address, family)) return 'own_network';
  if (RESERVED.check(address, family)) return 'never';
  return version === 4 || GLOBAL.check(address, family) ? 'public' : 'never';
}

/** A name, or a number, that only this computer or its own network answers for. */
export const isHomely = (host: string): boolean =>
  isIP(host) === 0
    ? !host.includes('.') || host.endsWith('.localhost')
    : reachOf(host) !== 'public';

/** May `host`, which stands for `address`, be spoken to? `isNamed`: its port is named with it. */
export function mayReach(address: string, host: string, isNamed: boolean): boolean {
  switch (reachOf(address)) {
    case 'public':
      return true;
    case 'own_network':
      return isNamed; // AD3
    case 'this_computer':
      return isNamed && isHomely(host); // AD3
    case 'never':
      return false;
  }
}
