// What stands behind every screen: commands that are the same everywhere, the menus, and word to
// the desktop app around the page.
// DK1 a key that a screen answers itself is left to it.
// DK2 somebody is called back only while the page is hidden.

import { useSelector } from '@xstate/store-react';
import { useEffect, useEffectEvent, type ReactNode } from 'react';
import type { Recorded } from '../../engine/4-run/events.ts';
import { useAsk } from '../ask.ts';
import { commandOf, type CommandId } from '../design/commands.ts';
import type { Acts } from '../design/use-commands.ts';
import { useCreate } from '../home/use-create.ts';
import { onEvents } from '../live.ts';
import { preferences } from '../preferences.ts';
import { go } from '../route.ts';
import { chooseFile, importFiles } from '../start/use-import.ts';
import { stopDialog } from '../stop/stop-store.ts';
import { startTour } from '../tour/tour-store.ts';
import { t, useLanguage } from '../words.ts';
import { give, offered, useOffer } from './acts.ts';
import { helpDialog } from './help-store.ts';
import { menusOf, type MenuList } from './menus.ts';
import { noticeOf } from './notices.ts';

/** Commands whose keys count here and on no screen. */
const OWN = new Set<CommandId>(['open', 'settings']);

/** The menus as they are now. */
export function useMenus(): MenuList[] {
  useLanguage();
  const ids = useSelector(offered, ({ context }) => context.ids).split(' ');
  const slugs = useSelector(preferences, ({ context }) => context.recent) ?? [];
  const entries = useAsk('workflows', {}).data ?? [];
  const recent = slugs.flatMap((slug) => entries.find((entry) => entry.slug === slug) ?? []);
  return menusOf({ t, isOffered: (id) => ids.includes(id), recent });
}

/** The desktop app's menu bar, told anew when it would read otherwise. */
function useShellMenus(): void {
  const menus = JSON.stringify(useMenus());
  useEffect(() => window.shell?.menus(JSON.parse(menus) as MenuList[]), [menus]);
}

/** DK2 */
function useNotices(): void {
  const runs = useAsk('runs', { limit: 100 }).data ?? [];
  const hear = useEffectEvent((events: Recorded[]) => {
    if (!document.hidden || !window.shell) return;
    for (const event of events) {
      const name = runs.find(({ run }) => run === event.root)?.name ?? '';
      const notice = noticeOf(event, name, t);
      if (notice) window.shell.notice(notice);
    }
  });
  useEffect(() => onEvents((events) => hear(events)), []);
}

export function Desk(): ReactNode {
  const create = useCreate();
  const acts: Acts = {
    new: () => create(t('app.home.new_name')),
    open: chooseFile,
    settings: () => go({ at: 'settings', part: 'general' }),
    stop_all: () => stopDialog.trigger.open({ shown: 'ask' }),
    help: () => helpDialog.trigger.open(),
    tour: startTour,
  };
  useOffer(acts);
  useShellMenus();
  useNotices();
  const press = useEffectEvent((event: KeyboardEvent) => {
    const id = event.defaultPrevented ? undefined : commandOf(event)?.id; // DK1
    if (!id || !OWN.has(id) || document.querySelector('[role=dialog]')) return;
    event.preventDefault();
    acts[id]?.();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event);
    addEventListener('keydown', listen);
    window.shell?.onGive((what) => {
      if (what.startsWith('#/')) location.hash = what;
      else give(what);
    });
    window.shell?.onFile((name, bytes) => void importFiles([new File([bytes as BlobPart], name)]));
    return () => removeEventListener('keydown', listen);
  }, []);
  return null;
}
