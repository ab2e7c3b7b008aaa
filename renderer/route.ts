// Where the person is, kept in the address after `#`, so that back, forward and reload just work.
// A1 `read` and `hrefOf` are inverse: every place has exactly one address.

import { useSyncExternalStore } from 'react';

export type Place =
  | { at: 'home' }
  | { at: 'design'; slug?: string }
  | { at: 'runs' }
  | { at: 'run'; run: string }
  | { at: 'play'; run: string }
  | { at: 'inbox'; card?: string }
  | { at: 'world' }
  | { at: SheetName; slug: string }
  | { at: 'settings'; part: SettingsPart }
  | { at: 'nowhere' };

/** What one workflow has besides its drawing. */
export const SHEETS = ['boundaries', 'tools', 'rules', 'history'] as const;
export type SheetName = (typeof SHEETS)[number];

/** What holds for every workflow here. */
export const SETTINGS = ['general', 'people', 'models', 'rules'] as const;
export type SettingsPart = (typeof SETTINGS)[number];

const isOf = <T extends string>(all: readonly T[], one: string): one is T =>
  (all as readonly string[]).includes(one);

/** The place an address such as `#/design/expense-approval` means. */
export function placeOf(hash: string): Place {
  const [at = '', id = ''] = hash.replace(/^#\/?/, '').split('/').map(decoded);
  switch (at) {
    case '':
      return { at: 'home' };
    case 'design':
      return id ? { at, slug: id } : { at };
    case 'run':
    case 'play':
      return id ? { at, run: id } : { at: 'nowhere' };
    case 'inbox':
      return id ? { at, card: id } : { at };
    case 'runs':
    case 'world':
      return { at };
    case 'settings':
      if (id === '') return { at, part: 'general' };
      return isOf(SETTINGS, id) ? { at, part: id } : { at: 'nowhere' };
    default:
      return isOf(SHEETS, at) && id ? { at, slug: id } : { at: 'nowhere' };
  }
}

/** The address of a place, to be put into a link. */
export function hrefOf(place: Place): string {
  const id =
    ('slug' in place && place.slug) ||
    ('run' in place && place.run) ||
    ('part' in place && place.part) ||
    ('card' in place && place.card);
  const at = place.at === 'home' || place.at === 'nowhere' ? '' : place.at;
  return id ? `#/${at}/${encodeURIComponent(id)}` : `#/${at}`;
}

/** Goes there; the browser's back button comes back. */
export function go(place: Place): void {
  location.hash = hrefOf(place);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // an address somebody typed; it leads nowhere rather than to a white page
  }
}

const listen = (changed: () => void): (() => void) => {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
};

/** The address of this window behind `#`, as it changes; `placeOf` says what it means. */
export const useAddress = (): string => useSyncExternalStore(listen, () => location.hash);
