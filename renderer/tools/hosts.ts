// The hosts a tool's own settings speak of, as its card lists them.
// TH1 a list that says exactly what the settings say follows them; one a person changed is left
//     alone, and what it lacks is a problem of its own.

import type { Card } from '../../engine/1-document/schema.ts';
import { isObject, type Json } from '../../engine/base/value.ts';

/** `api.example.com`, or with its port where it has one of its own; undefined for no address. */
export function hostEntry(address: string): string | undefined {
  const fixed = address.replace(/\{\{[^}]*\}\}/g, 'x');
  if (!/^https?:\/\//.test(fixed) || !URL.canParse(fixed)) return undefined;
  const { hostname, port, protocol } = new URL(fixed);
  if (port !== '') return `${hostname}:${port}`;
  return protocol === 'http:' ? `${hostname}:80` : hostname;
}

const textAt = (options: Record<string, Json> | undefined, key: string): string => {
  const value = options?.[key];
  return typeof value === 'string' ? value.trim() : '';
};

/** Every place the options name, as the card has to list it. */
export function hostsOf({ adapter, options }: Pick<Card, 'adapter' | 'options'>): string[] {
  if (adapter === 'http') {
    const check = options?.['check'];
    const urls = [textAt(options, 'url'), isObject(check) ? textAt(check, 'url') : ''];
    return [...new Set(urls.flatMap((url) => hostEntry(url) ?? []))];
  }
  if (adapter !== 'mail_send' && adapter !== 'mail_read') return [];
  const sent = options?.['sent'];
  const places = [options, isObject(sent) ? sent : undefined];
  return [
    ...new Set(
      places.flatMap((one) => {
        const [host, port] = [textAt(one, 'host').toLowerCase(), one?.['port']];
        return host && typeof port === 'number' ? [`${host}:${port}`] : [];
      }),
    ),
  ];
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

/** The card with other options; its hosts follow where they only said what the options said. */
export function withOptions(card: Card, options: Record<string, Json>): Card {
  const next: Card = { ...card, options };
  if (!sameList(card.hosts ?? [], hostsOf(card))) return next; // TH1
  const hosts = hostsOf(next);
  const { hosts: _old, ...bare } = next;
  return hosts.length ? { ...bare, hosts } : bare;
}

/** Places the options need and the card does not list. */
export function missingHosts(card: Card): string[] {
  const listed = card.hosts ?? [];
  const bare = (entry: string): string => entry.replace(/:(80|443)$/, '');
  return hostsOf(card).filter(
    (one) => !listed.includes(one) && !(card.adapter === 'http' && listed.includes(bare(one))),
  );
}
