// The rail on the left: where one can go. Below 1,200 px it keeps only its icons.

import { CircleHelp, House, Inbox, OctagonPause, Rows3, Settings, Workflow } from 'lucide-react';
import { useHotkeys } from '@mantine/hooks';
import { useSelector } from '@xstate/store-react';
import type { ComponentType, ReactNode } from 'react';
import { useAsk } from '../ask.ts';
import { hrefOf, type Place } from '../route.ts';
import { stopDialog } from '../stop/stop-store.ts';
import { t } from '../words.ts';
import { ModeBadge } from '../models/mode-badge.tsx';
import { helpDialog } from './help-store.ts';
import { lastDesign } from './last-design.ts';
import { laterDialog } from './later.tsx';
import { Mark } from './mark.tsx';
import { MenuButton } from './menu-button.tsx';

const HelpDialog = laterDialog(() => import('./help-dialog.tsx').then((m) => m.HelpDialog));

type Icon = ComponentType<{ size?: number; strokeWidth?: number }>;
type Item = { id: string; icon: Icon; place: () => Place; on: Place['at'][] };

const ITEMS: Item[] = [
  { id: 'home', icon: House, place: () => ({ at: 'home' }), on: ['home', 'nowhere'] },
  {
    id: 'design',
    icon: Workflow,
    place: lastDesign,
    on: ['design', 'boundaries', 'tools', 'rules', 'history'],
  },
  { id: 'runs', icon: Rows3, place: () => ({ at: 'runs' }), on: ['runs', 'run', 'play', 'world'] },
  { id: 'inbox', icon: Inbox, place: () => ({ at: 'inbox' }), on: ['inbox'] },
];

function Badge({ n }: { n: number }): ReactNode {
  return (
    <b className="badge num">
      <span aria-hidden>{n}</span>
      <span className="sr">{t('app.rail.waiting', { n })}</span>
    </b>
  );
}

/** Main navigation; `at` is the place shown. */
export function Rail({ at }: { at: Place['at'] }): ReactNode {
  const isHelping = useSelector(helpDialog, ({ context }) => context.isOpen);
  useHotkeys([['shift+?', () => helpDialog.trigger.open()]]);
  const waiting = useAsk('inbox', {}).data?.length ?? 0;
  return (
    <nav className="rail" aria-label={t('app.rail.label')}>
      <a className="mark" href={hrefOf({ at: 'home' })} aria-label={t('app.rail.mark')}>
        <Mark />
      </a>
      {ITEMS.map(({ id, icon: Glyph, place, on }) => (
        <a
          key={id}
          href={hrefOf(place())}
          className={on.includes(at) ? 'rail-item on' : 'rail-item'}
          aria-current={on.includes(at) ? 'page' : undefined}
        >
          <span className="rail-icon">
            <Glyph size={20} strokeWidth={1.75} aria-hidden />
            {id === 'inbox' && waiting > 0 && <Badge n={waiting} />}
          </span>
          <span className="rail-word">{t(`app.rail.${id}`)}</span>
        </a>
      ))}
      <span className="grow" />
      <MenuButton />
      <button
        type="button"
        className="rail-item rail-stop"
        aria-haspopup="dialog"
        onClick={() => stopDialog.trigger.open({ shown: 'ask' })}
      >
        <OctagonPause size={20} strokeWidth={1.75} aria-hidden />
        <span className="rail-word">{t('app.rail.stop_all')}</span>
      </button>
      <ModeBadge />
      <button type="button" className="rail-item" onClick={() => helpDialog.trigger.open()}>
        <CircleHelp size={20} strokeWidth={1.75} aria-hidden />
        <span className="rail-word">{t('app.rail.help')}</span>
      </button>
      <a
        href={hrefOf({ at: 'settings', part: 'general' })}
        className={at === 'settings' ? 'rail-item on' : 'rail-item'}
        aria-current={at === 'settings' ? 'page' : undefined}
      >
        <Settings size={20} strokeWidth={1.75} aria-hidden />
        <span className="rail-word">{t('app.rail.settings')}</span>
      </a>
      <HelpDialog opened={isHelping} onClose={() => helpDialog.trigger.close()} />
    </nav>
  );
}
