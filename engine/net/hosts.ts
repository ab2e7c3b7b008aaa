// Lists of hosts as cards, secrets and settings give them: `name` or `name:port`.
// H1 compared exactly after both sides are spelled the one way URLs spell hosts; never by ending.
// H2 a bare name opens the ports of the web and no other; another port is named with its host.

/** Host and port of something that is asked. IPv6 stands without brackets. */
export type Place = { host: string; port: number };

/**
 * `listed`: by name, on an open port. `named`: with exactly this port, so it may be a local one.
 */
export type Listing = 'named' | 'listed' | undefined;

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

/** The place a URL means. */
export const placeOf = ({ hostname, port, protocol }: URL): Place => ({
  host: bare(hostname),
  port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
});

/** A place as it is written in a list. */
export const placeText = ({ host, port }: Place): string =>
  host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;

/** An entry of a list, spelled as URLs do (H1); undefined where it is none. */
function entryOf(text: string): { host: string; port?: number } | undefined {
  const [, name = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(text) ?? [];
  if (name === '' || !URL.canParse(`http://${name}`)) return undefined;
  const host = bare(new URL(`http://${name}`).hostname);
  return port === undefined ? { host } : { host, port: Number(port) };
}

/** How a list speaks of a place, if it does (H2). */
export function listing(hosts: readonly string[], place: Place, open: readonly number[]): Listing {
  const about = hosts.map(entryOf).filter((entry) => entry?.host === place.host);
  if (about.some((entry) => entry?.port === place.port)) return 'named';
  const isListed = about.some((entry) => entry?.port === undefined);
  return isListed && open.includes(place.port) ? 'listed' : undefined;
}

/** The ports a bare name opens. */
export const WEB_PORTS: readonly number[] = [80, 443];
