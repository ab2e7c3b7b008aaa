// How the person at this computer likes it: language, light or dark, what was open lately. The
// engine keeps it, because a browser forgets with the port; every window on the engine follows.
// PF1 what was chosen holds at once; keeping it happens beside it and never stands in the way.

import type { MantineColorSchemeManager } from '@mantine/core';
import { createStore } from '@xstate/store';
import type { Preferences } from '../engine/api/contract-person.ts';
import { call } from './client.ts';
import { firstLanguage, speak } from './words.ts';

/** What is chosen now; empty until it was asked for. */
export const preferences = createStore({
  context: {} as Preferences,
  on: {
    chosen: (context, event: { all: Preferences }) => ({ ...context, ...event.all }),
  },
});

/** Tells the other windows of this engine what was chosen in one of them. */
const windows = new BroadcastChannel('interlock-preferences');

async function take(all: Preferences): Promise<void> {
  preferences.trigger.chosen({ all });
  if (all.language) await speak(all.language);
}

/** Chooses for this person, here and in every other window, from now on (PF1). */
export async function prefer(chosen: Preferences): Promise<void> {
  await take(chosen);
  windows.postMessage(chosen);
  await call('prefer', chosen).catch(() => undefined);
}

/** So many workflows are remembered as open lately. */
const RECENT = 8;

/** Remembers a workflow as the one that is open now. */
export function preferRecent(slug: string): void {
  const { recent = [] } = preferences.getSnapshot().context;
  if (recent[0] === slug) return;
  void prefer({ recent: [slug, ...recent.filter((one) => one !== slug)].slice(0, RECENT) });
}

/** Asks what was chosen before and speaks the language of this page; before anything is drawn. */
export async function openPreferences(isOpen: boolean): Promise<void> {
  const kept = isOpen ? await call('preferences', {}).catch(() => ({}) as Preferences) : {};
  preferences.trigger.chosen({ all: kept });
  windows.onmessage = ({ data }: MessageEvent<Preferences>) => void take(data);
  await speak(firstLanguage(location.search, kept.language, navigator.languages));
}

/** Light or dark for Mantine, from what is kept. */
export const schemeManager: MantineColorSchemeManager = {
  get: (otherwise) => preferences.getSnapshot().context.scheme ?? otherwise,
  set: (scheme) => void prefer({ scheme }),
  subscribe: (changed) => {
    follow = preferences
      .select((kept) => kept.scheme)
      .subscribe((scheme) => {
        if (scheme) changed(scheme);
      });
  },
  unsubscribe: () => follow?.unsubscribe(),
  clear: () => void prefer({ scheme: 'auto' }),
};
let follow: { unsubscribe: () => void } | undefined;
